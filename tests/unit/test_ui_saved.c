#include "unit.h"

#include "ui_reader.h"

#include "ui/idle.h"

static const struct query_view views[] = {
	{ STR_INIT("러스트"), STR_INIT("title:Rust") },
	{ STR_INIT("안 읽은 짧은 글"), STR_INIT("is:unread title:짧은") },
	{ STR_INIT("이름이 아주 길어서 옆 목록에 다 들어가지 않는 보기"), STR_INIT("view:러스트 is:starred") },
};

static const struct query_names names = { views, sizeof views / sizeof *views };

static bool
never(void *user)
{
	(void)user;
	return false;
}

static bool
at_once(void *user)
{
	++*(int *)user;
	return true;
}

/* Counts all there is to count. */
static void
settle(struct reader *r)
{
	app_draw(r->app); /* numbers that nobody sees are not counted */
	r->app->saved.due_ms = 0;
	while (!idle_timeout(r->app)) {
		idle_run(r->app, never, NULL);
	}
	app_draw(r->app);
}

static void
views_stand_in_the_sidebar_with_their_counts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	app_set_views(r.app, &names);
	assert_int_equal(r.app->saved.counts[0].posts, -1);
	settle(&r);
	reader_assert_file(&r, "saved-200x50");
	assert_int_equal(idle_timeout(r.app), -1);
	assert_int_equal(r.app->saved.counts[0].posts, 6);
	assert_int_equal(r.app->saved.counts[0].unread, 6);
	app_resize(r.app, 24, 80);
	reader_type(&r, "h");
	reader_assert_file(&r, "saved-80x24");
	app_resize(r.app, 10, 40);
	reader_type(&r, "jjj");
	reader_assert_file(&r, "saved-40x10");
	reader_close(&r);
}

static void
a_view_is_opened_and_filtered(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	app_set_views(r.app, &names);
	reader_type(&r, "hjjj\r");
	reader_assert_shows(&r, "러스트");
	reader_assert_shows(&r, "1/6");
	reader_type(&r, "ftitle:7\r");
	reader_assert_shows(&r, "title:7");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "fview:없음\r");
	reader_assert_shows(&r, "없음");
	reader_type(&r, "\x1b");
	reader_type(&r, "F");
	reader_assert_shows(&r, "1/6");
	reader_type(&r, "hgg\r"); /* all of them again */
	reader_assert_shows(&r, "1/30");
	reader_type(&r, "fview:러스트\r");
	reader_assert_shows(&r, "1/6");
	reader_close(&r);
}

static void
a_change_is_counted_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	app_set_views(r.app, &names);
	settle(&r);
	assert_int_equal(r.app->saved.counts[1].posts, 6);
	assert_int_equal(r.app->saved.counts[2].posts, 0);
	reader_type(&r, "jjsjm");
	assert_true(idle_timeout(r.app) >= 0);
	assert_int_equal(r.app->saved.counts[1].posts, 6); /* as it was, until it is known better */
	settle(&r);
	assert_int_equal(r.app->saved.counts[1].posts, 5);
	assert_int_equal(r.app->saved.counts[2].posts, 1);
	reader_type(&r, "uu");
	settle(&r);
	assert_int_equal(r.app->saved.counts[1].posts, 6);
	assert_int_equal(r.app->saved.counts[2].posts, 0);
	reader_close(&r);
}

static void
a_key_stops_a_count_and_it_is_taken_up_later(void **state)
{
	struct reader r;
	int asked = 0;

	(void)state;
	reader_open(&r, 50, 200);
	app_set_views(r.app, &names);
	app_draw(r.app);
	idle_run(r.app, at_once, &asked);
	assert_true(asked > 0);
	assert_int_equal(r.app->saved.counts[0].posts, -1);
	assert_true(idle_timeout(r.app) > 0);
	settle(&r);
	assert_int_equal(r.app->saved.counts[0].posts, 6);
	reader_close(&r);
}

static void
numbers_that_nobody_sees_are_not_counted(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	app_set_views(r.app, &names);
	assert_int_equal(idle_timeout(r.app), -1);
	reader_type(&r, "h");
	assert_int_equal(idle_timeout(r.app), 0);
	reader_type(&r, "\r\r");
	assert_int_equal(idle_timeout(r.app), -1);
	reader_close(&r);
}

static void
a_view_that_names_none_has_no_number(void **state)
{
	static const struct query_view wrong[] = { { STR_INIT("틀림"), STR_INIT("view:없는것") } };
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	app_set_views(r.app, &(struct query_names){ wrong, 1 });
	settle(&r);
	assert_int_equal(r.app->saved.counts[0].posts, -1);
	assert_int_equal(idle_timeout(r.app), -1);
	reader_type(&r, "hjjj\r");
	reader_assert_shows(&r, "없는것");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(views_stand_in_the_sidebar_with_their_counts),
		cmocka_unit_test(a_view_is_opened_and_filtered),
		cmocka_unit_test(a_change_is_counted_again),
		cmocka_unit_test(a_key_stops_a_count_and_it_is_taken_up_later),
		cmocka_unit_test(numbers_that_nobody_sees_are_not_counted),
		cmocka_unit_test(a_view_that_names_none_has_no_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
