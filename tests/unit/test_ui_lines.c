#include "unit.h"

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
	reader_type(&r, "f\025draft" UP);
	assert_str(line(&r), "is:nonsense");
	reader_type(&r, UP UP UP UP);
	assert_str(line(&r), "is:unread");
	reader_type(&r, DOWN);
	assert_str(line(&r), "title:짧은");
	assert_int_equal(r.app->prompt.at, r.app->prompt.text.n);
	reader_type(&r, DOWN DOWN DOWN);
	assert_str(line(&r), "draft");
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_filter_that_cannot_be_read_stays_to_be_mended),
		cmocka_unit_test(a_filter_of_signs_alone_stays_too),
		cmocka_unit_test(a_line_of_tags_stays_with_the_cursor_at_the_wrong_one),
		cmocka_unit_test(a_change_that_fails_leaves_the_line),
		cmocka_unit_test(lines_typed_before_come_back),
		cmocka_unit_test(the_same_line_is_kept_once_and_old_ones_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
