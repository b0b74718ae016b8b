#include "unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui_reader.h"

#define UP "\033[A"
#define DOWN "\033[B"

static void
open_reader(struct reader *r)
{
	reader_open(r, 24, 80);
}

static struct str
line(const struct reader *r)
{
	return buf_str(&r->app->prompt.text);
}

static void
a_filter_that_cannot_be_read_stays_to_be_mended(void **state)
{
	struct reader r;

	(void)state;
	open_reader(&r);
	reader_type(&r, "f봄비 is:nonsense\r");
	reader_assert_shows(&r, "column 7");
	assert_non_null(r.app->asking);
	assert_str(line(&r), "봄비 is:nonsense");
	assert_int_equal(r.app->prompt.at, strlen("봄비 is:"));
	reader_type(&r, "jjs"); /* typed ahead: no commands */
	assert_str(line(&r), "봄비 is:jjsnonsense");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, "\025\013is:unread\r");
	assert_null(r.app->asking);
	assert_str(view_posts_filtered(r.app->views[APP_POSTS])->typed, "is:unread");
	reader_close(&r);
}

static void
the_post_stays_under_the_cursor_when_its_filter_goes(void **state)
{
	struct reader r;
	struct buf at = { 0 };

	(void)state;
	open_reader(&r);
	reader_type(&r, "f결제\rjjj");
	(void)buf_add(&at, reader_at(&r));
	reader_type(&r, "F");
	reader_assert_shows(&r, "/30");
	assert_str(reader_at(&r), buf_cstr(&at));
	reader_type(&r, "vf결제\r\033\033"); /* the marks go first */
	reader_assert_shows(&r, "/30");
	buf_free(&at);
	reader_close(&r);
}

static void
a_filter_of_signs_alone_stays_too(void **state)
{
	struct reader r;

	(void)state;
	open_reader(&r);
	reader_type(&r, "f!!!\r");
	reader_assert_shows(&r, "cannot be looked for");
	assert_non_null(r.app->asking);
	assert_str(line(&r), "!!!");
	reader_close(&r);
}

static void
a_line_of_tags_stays_with_the_cursor_at_the_wrong_one(void **state)
{
	struct reader r;

	(void)state;
	open_reader(&r);
	reader_type(&r, "t+좋다 +a,b -later\r");
	assert_non_null(r.app->asking);
	assert_int_equal(r.app->prompt.at, strlen("+좋다 +a,b"));
	reader_assert_shows(&r, "column 2");
	reader_type(&r, "\177\177\r");
	assert_null(r.app->asking);
	reader_assert_shows(&r, "#좋다");
	reader_close(&r);
}

static void
a_change_that_fails_leaves_the_line(void **state)
{
	struct reader r;

	(void)state;
	open_reader(&r);
	reader_type(&r, "T+a +b -a\r");
	assert_non_null(r.app->asking);
	assert_str(line(&r), "+a +b -a");
	reader_type(&r, "\033");
	assert_null(r.app->asking);
	reader_close(&r);
}

static void
lines_typed_before_come_back(void **state)
{
	struct reader r;

	(void)state;
	open_reader(&r);
	reader_type(&r, "fis:unread\r");
	reader_type(&r, "f\025title:짧은\r");
	reader_type(&r, "f\025is:nonsense\r\033");
	reader_type(&r, "t+ai\r");
	reader_type(&r, "f\025" UP);
	assert_str(line(&r), "is:nonsense");
	reader_type(&r, UP UP UP UP);
	assert_str(line(&r), "is:unread");
	reader_type(&r, DOWN);
	assert_str(line(&r), "title:짧은");
	assert_int_equal(r.app->prompt.at, r.app->prompt.text.n);
	reader_type(&r, DOWN DOWN DOWN);
	assert_str(line(&r), "");
	reader_type(&r, "\020\020\r"); /* Ctrl-P */
	assert_str(view_posts_filtered(r.app->views[APP_POSTS])->typed, "title:짧은");
	reader_type(&r, "T\020");
	assert_str(line(&r), "+ai");
	reader_close(&r);
}

static void
the_same_line_is_kept_once_and_old_ones_go(void **state)
{
	struct history h = { 0 };
	char text[16];

	(void)state;
	for (int i = 0; i < HISTORY_LINES + 3; i++) {
		(void)snprintf(text, sizeof text, "line %d", i);
		history_add(&h, str_of(text));
	}
	history_add(&h, str_lit("  "));
	assert_int_equal(h.n, HISTORY_LINES);
	assert_str(history_line(&h, HISTORY_LINES), "line 3");
	history_add(&h, str_lit(" line 3 "));
	assert_int_equal(h.n, HISTORY_LINES);
	assert_str(history_line(&h, 1), "line 3");
	assert_str(history_line(&h, HISTORY_LINES), "line 4");
	history_free(&h);
}

/* Types a key and says what stands there. */
static struct str
after_key(struct prompt *p, int32_t key)
{
	(void)prompt_key(p, key);
	return buf_str(&p->text);
}

static void
up_brings_back_what_begins_as_what_was_typed(void **state)
{
	struct history h = { 0 };
	struct prompt p = { 0 };

	(void)state;
	history_add(&h, str_lit("tag +ai"));
	history_add(&h, str_lit("sync"));
	history_add(&h, str_lit("tag +나중에"));
	prompt_open(&p, ":", STR_NONE);
	p.history = &h;
	assert_str(after_key(&p, INPUT_UP), "tag +나중에");
	assert_str(after_key(&p, INPUT_UP), "sync");
	assert_str(after_key(&p, INPUT_DOWN), "tag +나중에");
	assert_str(after_key(&p, INPUT_DOWN), "");
	(void)prompt_key(&p, 't');
	assert_str(after_key(&p, INPUT_UP), "tag +나중에");
	assert_str(after_key(&p, INPUT_UP), "tag +ai");
	assert_str(after_key(&p, INPUT_UP), "tag +ai");
	assert_str(after_key(&p, INPUT_DOWN), "tag +나중에");
	assert_str(after_key(&p, INPUT_DOWN), "t");
	(void)prompt_key(&p, INPUT_UP);
	(void)prompt_key(&p, 'U' & 0x1f);
	(void)prompt_key(&p, 's');
	assert_str(after_key(&p, INPUT_UP), "sync"); /* what was brought back before does not count */
	prompt_open(&p, ":", str_lit("what is there already")); /* is not typed */
	p.history = &h;
	assert_str(after_key(&p, INPUT_UP), "tag +나중에");
	prompt_free(&p);
	history_free(&h);
}

static void
lines_are_kept_from_one_start_to_the_next(void **state)
{
	struct history *one = calloc(HISTORY_KINDS, sizeof *one), *other = calloc(HISTORY_KINDS, sizeof *other), *third = calloc(HISTORY_KINDS, sizeof *third);
	char dir[] = "/tmp/sosik-history-XXXXXX", file[64];
	struct stat st;
	struct err err;

	(void)state;
	assert_non_null(mkdtemp(dir));
	setenv("XDG_STATE_HOME", dir, 1);
	history_read(one);
	history_read(other);
	history_add(&one[HISTORY_TAGS], str_lit("+ai"));
	history_add(&one[HISTORY_COMMANDS], str_lit("add https://me:pass@news.example/rss"));
	history_add(&one[HISTORY_COMMANDS], str_lit("set header \"Authorization: Bearer 123\""));
	history_add(&one[HISTORY_COMMANDS], str_lit("add http://a.example ; add https://news.example/rss?Token=123"));
	history_add(&one[HISTORY_COMMANDS], str_lit("add http://a.example ; add https://me:pass@news.example"));
	history_add(&one[HISTORY_COMMANDS], str_lit("add https://news.example/@me"));
	history_add(&other[HISTORY_TAGS], str_lit("+db"));
	assert_int_equal(history_write(one, &err), 0);
	assert_int_equal(history_write(other, &err), 0);
	(void)snprintf(file, sizeof file, "%s/sosik/history", dir);
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	history_read(third);
	assert_int_equal(third[HISTORY_TAGS].n, 2);
	assert_str(history_line(&third[HISTORY_TAGS], 1), "+db");
	assert_str(history_line(&third[HISTORY_TAGS], 2), "+ai");
	assert_int_equal(third[HISTORY_COMMANDS].n, 1);
	assert_str(history_line(&third[HISTORY_COMMANDS], 1), "add https://news.example/@me");
	assert_int_equal(unlink(file), 0);
	assert_int_equal(history_write(third, &err), 0); /* nothing was added */
	assert_int_equal(stat(file, &st), -1);
	(void)snprintf(file, sizeof file, "%s/sosik/history.lock", dir);
	(void)unlink(file);
	(void)snprintf(file, sizeof file, "%s/sosik", dir);
	(void)rmdir(file);
	(void)rmdir(dir);
	unsetenv("XDG_STATE_HOME");
	for (int i = 0; i < HISTORY_KINDS; i++) {
		history_free(&one[i]);
		history_free(&other[i]);
		history_free(&third[i]);
	}
	free(one);
	free(other);
	free(third);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(up_brings_back_what_begins_as_what_was_typed),
		cmocka_unit_test(lines_are_kept_from_one_start_to_the_next),
		cmocka_unit_test(a_filter_that_cannot_be_read_stays_to_be_mended),
		cmocka_unit_test(the_post_stays_under_the_cursor_when_its_filter_goes),
		cmocka_unit_test(a_filter_of_signs_alone_stays_too),
		cmocka_unit_test(a_line_of_tags_stays_with_the_cursor_at_the_wrong_one),
		cmocka_unit_test(a_change_that_fails_leaves_the_line),
		cmocka_unit_test(lines_typed_before_come_back),
		cmocka_unit_test(the_same_line_is_kept_once_and_old_ones_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
