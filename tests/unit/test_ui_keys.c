#include "unit.h"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/utf8.h"
#include "ui/input.h"
#include "ui/keys.h"
#include "text/width.h"
#include "ui/probe.h"

/* The keys of bytes that come in one piece or byte by byte, as text: "<n>" for what is no ASCII character. */
static struct str
decode(struct buf *out, struct str bytes, size_t piece)
{
	struct input in;
	int32_t key;

	buf_clear(out);
	input_init(&in);
	for (size_t at = 0; at < bytes.n; at += piece) {
		input_add(&in, str_sub(bytes, at, at + piece));
		while (input_next(&in, false, &key))
			(void)(key > ' ' && key < 0x7f ? buf_putc(out, (char)key) : buf_printf(out, "<%x>", (unsigned)key));
	}
	while (input_next(&in, true, &key))
		(void)buf_printf(out, "<late %x>", (unsigned)key);
	assert_int_equal(input_timeout(&in), -1);
	input_free(&in);
	return buf_str(out);
}

static void
bytes_become_keys_in_whatever_pieces_they_come(void **state)
{
	static const struct {
		const char *bytes, *keys;
	} cases[] = {
		{ "jk", "jk" },
		{ "\033[A\033OB\033[1;5C\033[D", "<110000><110001><110003><110002>" },
		{ "\033[H\033[4~\033[5~\033[6~\033[3~", "<110004><110005><110006><110007><110009>" },
		{ "\033[17~\033[21~\033[24~", "<110010><110014><110016>" },
		{ "\033[Z\033OP\033[11~\033[[A", "<11000a><11000b><11000b><11000b>" },
		{ "\xe3\x85\x93\xed\x95\x98x", "<3153><d558>x" },
		{ "\x08\x7f\r\n\t", "<7f><7f><d><a><9>" },
		{ "\033[200~a\033[201~b", "<110017>a<110018>b" },
		{ "\033[99;1;2zq", "<110019>q" },
		{ "\xff" "a", "<110019>a" },
		{ "\033xj\033 \033\x7f\033\x08\033\r", "<20000078>j<20000020><2000007f><2000007f><2000000d>" }, /* Alt */
		{ "\033\xed\x95\x98", "<1b><d558>" }, /* Esc, which commits a syllable */
		{ "\033\033[A", "<1b><110000>" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_str(decode(&out, str_of(cases[i].bytes), 1), cases[i].keys);
		assert_str(decode(&out, str_of(cases[i].bytes), 4096), cases[i].keys);
	}
	buf_free(&out);
}

static void
a_lone_esc_needs_the_time_to_pass(void **state)
{
	struct input in;
	int32_t key;

	(void)state;
	input_init(&in);
	assert_int_equal(input_timeout(&in), -1);
	input_add(&in, str_lit("\033"));
	assert_false(input_next(&in, false, &key));
	assert_int_equal(input_timeout(&in), INPUT_ESC_MS);
	assert_true(input_waits(&in)); /* nothing long is begun meanwhile */
	assert_true(input_next(&in, true, &key));
	assert_false(input_waits(&in));
	assert_int_equal(key, INPUT_ESC);
	assert_false(input_next(&in, true, &key));
	input_free(&in);
}

/* A ground that is told late is no key, however the answer ends; "Esc ]" that was typed is two. */
static void
the_ground_is_an_answer_and_no_key(void **state)
{
	static const struct {
		const char *bytes;
		enum probe_ground ground;
	} rows[] = {
		{ "\033]11;rgb:0000/0000/0000\033\\", PROBE_DARK }, { "\033]11;rgb:ff/ff/f0\a", PROBE_LIGHT },
		{ "\033]11;rgba:ffff/ffff/ffff/ffff\a", PROBE_LIGHT }, { "\033]11;what\a", PROBE_UNKNOWN },
		{ "\033]10;rgb:ff/ff/ff\a", PROBE_UNKNOWN },
	};
	struct input in;
	int32_t key;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str rest = str_of(rows[i].bytes);

		input_init(&in);
		for (; rest.n > 1; rest = str_sub(rest, 1, rest.n)) {
			input_add(&in, str_sub(rest, 0, 1));
			assert_false(input_next(&in, false, &key));
		}
		input_add(&in, rest);
		assert_true(input_next(&in, false, &key));
		assert_int_equal(key, rows[i].ground == PROBE_UNKNOWN ? INPUT_NONE : INPUT_ANSWER);
		assert_int_equal(in.answer.ground, rows[i].ground);
		assert_false(input_next(&in, true, &key));
		input_free(&in);
	}
	input_init(&in);
	input_add(&in, str_lit("\033]"));
	assert_false(input_next(&in, false, &key));
	assert_true(input_next(&in, true, &key));
	assert_int_equal(key, INPUT_ESC);
	assert_true(input_next(&in, true, &key));
	assert_int_equal(key, ']');
	input_add(&in, str_lit("\033]]"));
	assert_true(input_next(&in, false, &key));
	assert_int_equal(key, INPUT_ESC);
	input_free(&in);
}

/* Over a slow line an answer comes in pieces, with any time between them: none of them is a key, and nothing wakes up for it. */
static void
an_answer_in_late_pieces_is_no_key(void **state)
{
	static const char *const answers[] = {
		"\033]11;rgb:1c1c/1c1c/1c1c\033\\", "\033]11;rgb:1c1c/1c1c/1c1c\a", "\033[?62;4;22c", "\033[6;17;8t", "\033_Gi=31;OK\033\\",
	};
	static const char *const broken[] = { "\033]11;rgb:1c1c\rj", "\033]11;rgb:1c1c\033qj", "\033[?62\rj" };
	struct input in;
	int32_t key;

	(void)state;
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		struct str whole = str_of(answers[i]);

		for (size_t at = 3; at < whole.n; at++) {
			input_init(&in);
			input_add(&in, str_sub(whole, 0, at));
			assert_false(input_next(&in, true, &key));
			assert_int_equal(input_timeout(&in), -1);
			assert_false(input_waits(&in)); /* nor does anything stand still for it */
			input_add(&in, str_sub(whole, at, whole.n));
			assert_true(input_next(&in, false, &key));
			assert_int_equal(key, INPUT_ANSWER);
			assert_int_equal(in.pending.n, 0);
			input_free(&in);
		}
	}
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) { /* what is pressed then gets through */
		struct str whole = str_of(broken[i]);

		input_init(&in);
		input_add(&in, str_sub(whole, 0, whole.n - 1));
		assert_true(input_next(&in, true, &key));
		assert_int_equal(key, INPUT_NONE);
		input_add(&in, str_sub(whole, whole.n - 1, whole.n));
		assert_true(input_next(&in, false, &key));
		assert_int_equal(key, 'j');
		input_free(&in);
	}
}

/* Types text in a view: the actions that come of it, with counts: "down*2 ". */
static struct str
run_bound(struct buf *out, struct keys *k, char view, const char *text)
{
	struct str rest = str_of(text);
	int32_t cp, latin[8];

	buf_clear(out);
	while ((cp = utf8_next(&rest)) >= 0) {
		size_t n = keys_latin(k, cp, latin);

		for (size_t i = 0; i < n; i++) {
			int count;
			const struct keys_binding *b = keys_feed(k, view, latin[i], &count);

			if (b)
				(void)buf_printf(out, count ? "%s*%d " : "%s ",
					b->action != ACTION_NONE ? keys_info(b->action)->name : buf_cstr(&b->commands), count);
		}
	}
	return buf_str(out);
}

static struct str
run(struct buf *out, char view, const char *text)
{
	struct keys k;

	keys_init(&k);
	(void)run_bound(out, &k, view, text);
	keys_free(&k);
	return buf_str(out);
}

static void
sequences_and_counts_become_actions(void **state)
{
	struct buf out = { 0 };

	(void)state;
	assert_str(run(&out, 'L', "jjk"), "down down up ");
	assert_str(run(&out, 'L', "12jgg10G"), "down*12 top bottom*10 ");
	assert_str(run(&out, 'A', "]][[3gsgOza5o"), "next-section prev-section goto-section*3 outline fold browser*5 ");
	assert_str(run(&out, 'L', "gzj"), "down ");
	assert_str(run(&out, 'L', "3\033j"), "down ");
	assert_str(run(&out, 'L', "]]"), "");
	assert_str(run(&out, 'A', "<>zlzh"), "scroll-left scroll-right scroll-right scroll-left ");
	assert_str(run(&out, 'L', "\022\025\r"), "redo half-up open ");
	buf_free(&out);
}

static void
hangul_is_what_was_pressed_on_a_latin_keyboard(void **state)
{
	struct buf out = { 0 };

	(void)state;
	assert_str(run(&out, 'L', "ㅓㅓㅏ"), "down down up ");
	assert_str(run(&out, 'A', "하"), "prev-post ");
	assert_str(run(&out, 'L', "ㅃ"), "quit ");
	assert_str(run(&out, 'L', "ㅎㅎ"), "top ");
	assert_str(run(&out, 'L', "ㅅㅆㄱㄲ"), "tag tag-all sync-feed sync-all ");
	assert_str(run(&out, 'A', "3ㅎㄴ"), "goto-section*3 ");
	assert_str(run(&out, 'A', "ㅎㅒ"), "outline ");
	buf_free(&out);
}

/* Two bindings of a view clash when one begins the other. */
static bool
clash(const struct keys_binding *a, const struct keys_binding *b)
{
	const char *views = a->views;
	int n = a->n < b->n ? a->n : b->n;

	if (memcmp(a->keys, b->keys, (size_t)n * sizeof *a->keys) != 0)
		return false;
	for (; *views; views++)
		if (strchr(b->views, *views))
			return true;
	return false;
}

static void
no_key_of_a_view_begins_another(void **state)
{
	struct keys k;

	(void)state;
	keys_init(&k);
	for (size_t i = 0; i < k.bindings.n; i++)
		for (size_t j = i + 1; j < k.bindings.n; j++)
			if (clash(&k.bindings.v[i], &k.bindings.v[j]))
				fail_msg("%s and %s", keys_info(k.bindings.v[i].action)->name, keys_info(k.bindings.v[j].action)->name);
	keys_free(&k);
}

/* With the Korean input method on, Shift gives Q W E R T O P only; whoever relies on another capital must have a way round. */
static void
every_action_can_be_typed_with_the_input_method_on(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		struct str rest = str_of(keys_info((enum action)action)->keys), word;
		bool can = false;

		while ((word = str_word(&rest)).n) {
			const struct keys none = { 0 };
			int32_t keys[KEYS_SEQUENCE];
			int n = keys_parse(&none, word, keys);
			bool is_typable = n > 0;

			for (int i = 0; i < n; i++)
				if (keys[i] >= 'A' && keys[i] <= 'Z' && !strchr("QWERTOP", keys[i]))
					is_typable = false;
			can |= is_typable;
		}
		if (!can)
			fail_msg("%s", keys_info((enum action)action)->name);
	}
}

static void
the_answer_of_the_terminal_is_taken_out_of_what_was_typed(void **state)
{
	struct buf b = { 0 };

	(void)state;
	(void)buf_puts(&b, "jj\033[12;");
	assert_int_equal(probe_take_column(&b), 0);
	(void)buf_puts(&b, "3Rk");
	assert_int_equal(probe_take_column(&b), 3);
	assert_str(buf_str(&b), "jjk");
	buf_free(&b);
}

/* In a child on a terminal of its own: the columns that the probe settles on. */
static void
probe_in_child(int terminal)
{
	struct termios settings;
	struct probe probe = { 0 };

	(void)dup2(terminal, STDIN_FILENO);
	(void)dup2(terminal, STDOUT_FILENO);
	if (tcgetattr(STDIN_FILENO, &settings) < 0)
		_exit(0);
	probe_ask(&probe, "xterm", &settings);
	_exit(probe.ambiguous);
}

/* What a terminal is measured at that answers so; NULL: not at all. */
static int
measured_with(const char *answer)
{
	char asked[64] = "";
	size_t n = 0;
	int ours, theirs, status = 0;
	pid_t child;

	assert_int_equal(openpty(&ours, &theirs, NULL, NULL, NULL), 0);
	child = fork();
	if (!child)
		probe_in_child(theirs);
	while (n + 1 < sizeof asked && !strstr(asked, "\033[6n")) {
		ssize_t got = read(ours, asked + n, sizeof asked - 1 - n);

		assert_true(got > 0);
		n += (size_t)got;
	}
	assert_non_null(strstr(asked, "\r※"));
	if (answer)
		assert_true(write(ours, answer, strlen(answer)) > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	(void)close(ours);
	(void)close(theirs);
	return WEXITSTATUS(status);
}

static void
the_terminal_says_how_wide_it_draws(void **state)
{
	(void)state;
	assert_int_equal(measured_with("\033[1;2R"), 1);
	assert_int_equal(measured_with("j\033[24;3Rk"), 2);
	assert_int_equal(measured_with(NULL), 1);
}

static void
keys_are_named_as_in_vim_too(void **state)
{
	int32_t got[KEYS_SEQUENCE];
	struct keys k;

	(void)state;
	keys_init(&k);
	assert_int_equal(keys_parse(&k, str_lit("<C-x><cr><f12><"), got), 4);
	assert_int_equal(got[0], 'X' & 0x1f);
	assert_int_equal(got[1], INPUT_ENTER);
	assert_int_equal(got[2], INPUT_F12);
	assert_int_equal(got[3], '<');
	assert_str(keys_unknown(str_lit("<C-x><C-Space>")), "<C-Space>");
	keys_free(&k);
}

/* A key with Alt is another one than the plain key. */
static void
keys_with_alt_can_be_bound(void **state)
{
	static const char word[] = "<A-x><M-a><a-enter><A-Space>", want[] = "<A-x><A-a><A-Enter><A-Space>";
	struct keys_binding b = { .views = "L", .action = ACTION_DOWN };
	struct keys k;
	struct buf out = { 0 };
	int count;

	(void)state;
	keys_init(&k);
	assert_null(keys_feed(&k, 'L', INPUT_ALT | 'x', &count));
	assert_int_equal(k.n_lost, 1);
	b.n = keys_parse(&k, str_of(word), b.keys);
	assert_int_equal(b.n, 4);
	assert_int_equal(b.keys[0], INPUT_ALT | 'x');
	assert_int_equal(b.keys[2], INPUT_ALT | INPUT_ENTER);
	keys_name(b.keys, b.n, &out);
	assert_str(buf_str(&out), want);
	assert_str(keys_unknown(str_lit("<A-x><A-Up>")), "<A-Up>");
	b.n = 1;
	keys_bind(&k, &b);
	assert_int_equal(keys_feed(&k, 'L', INPUT_ALT | 'x', &count)->action, ACTION_DOWN);
	buf_free(&out);
	keys_free(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_named_as_in_vim_too),
		cmocka_unit_test(keys_with_alt_can_be_bound),
		cmocka_unit_test(bytes_become_keys_in_whatever_pieces_they_come),
		cmocka_unit_test(the_ground_is_an_answer_and_no_key),
		cmocka_unit_test(a_lone_esc_needs_the_time_to_pass),
		cmocka_unit_test(sequences_and_counts_become_actions),
		cmocka_unit_test(hangul_is_what_was_pressed_on_a_latin_keyboard),
		cmocka_unit_test(no_key_of_a_view_begins_another),
		cmocka_unit_test(every_action_can_be_typed_with_the_input_method_on),
		cmocka_unit_test(the_answer_of_the_terminal_is_taken_out_of_what_was_typed),
		cmocka_unit_test(the_terminal_says_how_wide_it_draws),
		cmocka_unit_test(an_answer_in_late_pieces_is_no_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
