#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

#include "ui/hyperlinks.h"
#include "ui/title.h"
#include "ui_reader.h"

/* ---- copying */

/* What the terminal is sent for these keys. */
static void
assert_copied(struct reader *r, const char *keys, const char *want, int line)
{
	buf_clear(&r->app->control);
	reader_type(r, keys);
	unit_assert_str(buf_str(&r->app->control), want, __FILE__, line);
}
#define assert_copied(r, keys, want) assert_copied((r), (keys), (want), __LINE__)

static void
of_a_post_its_link_and_title_are_copied(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jjj");
	assert_copied(&r, "yt", "\033]52;c;7Ken7J2AIOq4gA==\a");
	reader_assert_shows(&r, "copied the title ‘짧은 글’");
	assert_copied(&r, "ㅛㅛ", "\033]52;c;aHR0cHM6Ly9leGFtcGxlLmNvbS9wb3N0LzM=\a");
	reader_assert_shows(&r, "copied the link https://example.com/post/3");
	reader_type(&r, "\r");
	assert_copied(&r, "2yy", "\033]52;c;aHR0cDovL2V4YW1wbGUuY29tL2I/cT0x\a");
	assert_copied(&r, "yy", "\033]52;c;aHR0cHM6Ly9leGFtcGxlLmNvbS9wb3N0LzM=\a");
	assert_copied(&r, "9yy", "");
	reader_assert_shows(&r, "there is no link");
	reader_close(&r);
}

/* What comes to the program that copies, in a file. */
static void
assert_given(struct reader *r, const char *keys, const char *want, bool is_whole)
{
	const char *const program[] = { "sh", "-c", "cat >\"$HOME/copied\"", NULL };
	struct buf got = { 0 };
	char path[64];
	struct err err = { 0 };

	r->app->clipboard.program = program;
	reader_type(r, keys);
	assert_true(r->app->clipboard.pid > 0);
	(void)waitid(P_PID, (id_t)r->app->clipboard.pid, &(siginfo_t){ 0 }, WEXITED | WNOWAIT);
	app_child_ended(r->app);
	assert_int_equal(r->app->clipboard.pid, 0);
	(void)snprintf(path, sizeof path, "%s/copied", r->dir);
	reader_must(file_read(path, 1 << 20, &got, &err), &err);
	if (is_whole)
		assert_str(buf_str(&got), want);
	else
		assert_true(str_has(buf_str(&got), want));
	buf_free(&got);
	r->app->clipboard.program = NULL;
}

static void
a_section_and_code_are_copied_as_they_stand(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 80);
	reader_type(&r, "\r");
	assert_given(&r, "2ys", "(1) 시장\n\n시장은 이렇습니다. 둘째\n", true);
	reader_assert_shows(&r, "copied ‘(1) 시장’");
	assert_given(&r, "yc", "int main(void) { return a_function_with_a_long_name(of_many, arguments, that_do, not_fit, on_a_line, "
		"of_the_screen, at_all); }\nshort(); /* 짧은 줄 */", true);
	reader_assert_shows(&r, "copied 2 lines of code");
	assert_given(&r, "ym", "\n## 2. 구현\n\n```c\nint main(void)", false);
	reader_type(&r, "2yc");
	reader_assert_shows(&r, "not so much code is in sight");
	reader_type(&r, "99ys");
	reader_assert_shows(&r, "there is no section 99");
	reader_type(&r, "qj");
	assert_given(&r, "ym", "# 쿠버네티스 운영기 (1) — etcd 장애와 복구\n\n<https://example.com/post/1>\n\n", false);
	reader_close(&r);
}

static void
a_program_that_fails_is_told(void **state)
{
	const char *const fails[] = { "false", NULL }, *const none[] = { "sosik-no-such-program", NULL };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->clipboard.program = fails;
	reader_type(&r, "yy");
	(void)waitid(P_PID, (id_t)r.app->clipboard.pid, &(siginfo_t){ 0 }, WEXITED | WNOWAIT);
	app_child_ended(r.app);
	reader_assert_shows(&r, "nothing was copied: false failed");
	r.app->clipboard.program = none;
	reader_type(&r, "yy");
	reader_assert_shows(&r, "sosik-no-such-program");
	reader_close(&r);
}

static void
add_many(struct buf *out, int n)
{
	for (int i = 0; i < n; i++)
		(void)buf_putc(out, 'x');
}

static void
what_is_too_long_for_terminals_is_refused(void **state)
{
	struct clipboard c = { 0 };
	struct buf text = { 0 }, control = { 0 };
	struct err err = { 0 };

	(void)state;
	add_many(&text, CLIPBOARD_BYTES);
	assert_int_equal(clipboard_copy(&c, &control, buf_str(&text), &err), 0);
	assert_true(control.n < 100020);
	buf_clear(&control);
	(void)buf_putc(&text, 'x');
	assert_int_equal(clipboard_copy(&c, &control, buf_str(&text), &err), -1);
	assert_int_equal(control.n, 0);
	assert_non_null(strstr(err.text, "copy-command"));
	buf_free(&text);
	buf_free(&control);
}

static void
within_tmux_and_screen_the_outer_terminal_gets_it(void **state)
{
	struct clipboard c = { 0 };
	struct buf control = { 0 };
	struct err err = { 0 };

	(void)state;
	setenv("TMUX", "/tmp/x,1,0", 1);
	assert_int_equal(clipboard_copy(&c, &control, str_lit("a"), &err), 0);
	assert_str(buf_str(&control), "\033]52;c;YQ==\a\033Ptmux;\033\033]52;c;YQ==\a\033\\");
	unsetenv("TMUX");
	setenv("TERM", "screen-256color", 1);
	buf_clear(&control);
	assert_int_equal(clipboard_copy(&c, &control, str_lit("ab"), &err), 0);
	assert_str(buf_str(&control), "\033P\033]52;c;YWI=\a\033\\");
	unsetenv("TERM");
	buf_free(&control);
}

/* ---- hyperlinks */

static void
encodes(const char *url, const char *want)
{
	struct buf out = { 0 };

	assert_int_equal(hyperlinks_encode(&out, str_of(url)), want != NULL);
	assert_str(buf_str(&out), want ? want : "");
	buf_free(&out);
}

static void
an_address_is_plain_bytes_within_a_control_string(void **state)
{
	struct buf url = { 0 };

	(void)state;
	encodes("https://example.com/a?b=c;d#e%20f", "https://example.com/a?b=c;d#e%20f");
	encodes("https://example.com/가 나", "https://example.com/%EA%B0%80%20%EB%82%98");
	encodes("mailto:a@example.com", "mailto:a@example.com");
	encodes("https://example.com/\033]8;;\033\\x", "https://example.com/%1B]8;;%1B\\x");
	encodes("https://example.com/\a\x7f\xc2\x9b", "https://example.com/%07%7F%C2%9B");
	encodes("javascript:alert(1)", NULL);
	encodes("file:///etc/passwd", NULL);
	encodes("data:text/html,x", NULL);
	encodes("", NULL);
	(void)buf_puts(&url, "https://example.com/");
	add_many(&url, HYPERLINKS_BYTES);
	encodes(buf_cstr(&url), NULL);
	buf_free(&url);
}

static void
clear_variables(void)
{
	static const char *const names[] = { "TMUX", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION",
		"DOMTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

/* variables: name, value, …, NULL. */
static bool
shown_by(const char *type, const char *const variables[])
{
	clear_variables();
	for (size_t i = 0; variables[i]; i += 2)
		setenv(variables[i], variables[i + 1], 1);
	return hyperlinks_are_shown(type);
}

static void
terminals_that_show_hyperlinks_are_known(void **state)
{
	(void)state;
	assert_true(shown_by("foot-extra", (const char *[]){ NULL }));
	assert_true(shown_by("xterm-256color", (const char *[]){ "VTE_VERSION", "7003", NULL }));
	assert_false(shown_by("xterm-256color", (const char *[]){ "VTE_VERSION", "4800", NULL }));
	assert_true(shown_by("xterm-256color", (const char *[]){ "TERM_PROGRAM", "iTerm.app", NULL }));
	assert_false(shown_by("xterm-256color", (const char *[]){ "TERM_PROGRAM", "Apple_Terminal", NULL }));
	assert_false(shown_by("xterm-256color", (const char *[]){ NULL }));
	assert_false(shown_by("linux", (const char *[]){ "VTE_VERSION", "7003", NULL }));
	assert_false(shown_by("screen-256color", (const char *[]){ "VTE_VERSION", "7003", NULL }));
	assert_false(shown_by("tmux-256color", (const char *[]){ "TMUX", "x", "VTE_VERSION", "7003", NULL }));
	assert_false(shown_by("tmux-256color", (const char *[]){ "TMUX", "x", "TERM_PROGRAM", "tmux", "TERM_PROGRAM_VERSION", "3.3a", NULL }));
	assert_true(shown_by("tmux-256color", (const char *[]){ "TMUX", "x", "TERM_PROGRAM", "tmux", "TERM_PROGRAM_VERSION", "3.4", NULL }));
	clear_variables();
}

static void
cells_know_where_they_lead(void **state)
{
	struct screen a = { 0 }, b = { 0 };

	(void)state;
	screen_resize(&a, 1, 10);
	screen_resize(&b, 1, 10);
	(void)screen_put(&a, 0, 0, 10, 0, str_lit("한글 글"));
	(void)screen_put(&b, 0, 0, 10, 0, str_lit("한글 글"));
	screen_put_link(&a, 0, 0, 4, str_lit("https://example.com/1"));
	assert_false(screen_row_eq(&a, 0, &b, 0));
	screen_put_link(&b, 0, 0, 4, str_lit("https://example.com/2"));
	assert_false(screen_row_eq(&a, 0, &b, 0));
	screen_put_link(&b, 0, 0, 4, str_lit("https://example.com/1"));
	assert_true(screen_row_eq(&a, 0, &b, 0));
	assert_str(screen_link_of(&a, screen_at(&a, 0, 3)), "https://example.com/1");
	assert_str(screen_link_of(&a, screen_at(&a, 0, 4)), "");
	(void)screen_put(&a, 0, 0, 2, 0, str_lit("나"));
	assert_str(screen_link_of(&a, screen_at(&a, 0, 0)), "");
	screen_put_link(&a, 0, 8, 400, str_lit("https://example.com/3"));
	screen_put_link(&a, 7, 0, 4, str_lit("https://example.com/4"));
	screen_free(&a);
	screen_free(&b);
}

static void
links_and_titles_of_posts_lead_to_them(void **state)
{
	const struct screen *s;
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "");
	s = &r.app->screen;
	assert_str(screen_link_of(s, screen_at(s, 1, 20)), "https://example.com/post/0");
	assert_str(screen_link_of(s, screen_at(s, 1, 0)), "");
	reader_type(&r, "\r");
	assert_str(screen_link_of(s, screen_at(s, 1, 10)), "https://example.com/post/0");
	reader_close(&r);
}

/* ---- the title */

static void
the_title_says_what_is_shown(void **state)
{
	struct buf title = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	title_of(r.app, &title);
	assert_str(buf_str(&title), "sosik: 30 unread");
	reader_type(&r, "\r");
	buf_clear(&title);
	title_of(r.app, &title);
	assert_str(buf_str(&title), "SK텔레콤의 AI 진출, 오픈AI와의 협업이 한국 통신 시장에 남긴 것 - sosik");
	buf_free(&title);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_post_its_link_and_title_are_copied),
		cmocka_unit_test(a_section_and_code_are_copied_as_they_stand),
		cmocka_unit_test(a_program_that_fails_is_told),
		cmocka_unit_test(what_is_too_long_for_terminals_is_refused),
		cmocka_unit_test(within_tmux_and_screen_the_outer_terminal_gets_it),
		cmocka_unit_test(an_address_is_plain_bytes_within_a_control_string),
		cmocka_unit_test(terminals_that_show_hyperlinks_are_known),
		cmocka_unit_test(cells_know_where_they_lead),
		cmocka_unit_test(links_and_titles_of_posts_lead_to_them),
		cmocka_unit_test(the_title_says_what_is_shown),
	};

	clear_variables();
	unsetenv("TERM");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
