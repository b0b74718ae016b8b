/*
 * The keys that matter are told once each.
 */
#include "unit.h"

#include "ui_reader.h"

static void
restart(struct reader *r)
{
	struct err err;

	reader_must(memory_write(&r->app->memory, &err), &err);
	app_free(r->app);
	r->app = app_new(r->store, NULL, 24, 80);
	teaching_start(r->app);
}

static void
each_is_told_when_it_is_of_use(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	teaching_start(r.app);
	reader_assert_shows(&r, "Enter reads the post");
	reader_type(&r, "j");
	reader_assert_hides(&r, "Enter reads the post");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "]] goes to the next section");
	reader_type(&r, "q");
	reader_assert_shows(&r, "t tags the post");
	reader_type(&r, "j");
	reader_assert_hides(&r, "f shows only");
	reader_type(&r, "\r");
	reader_assert_hides(&r, "]] goes");
	reader_type(&r, "q");
	reader_assert_shows(&r, "f shows only what is found");
	reader_type(&r, "\r");
	reader_type(&r, "q");
	reader_assert_shows(&r, "e goes to the sidebar");
	reader_type(&r, "\r");
	reader_type(&r, "q");
	assert_int_equal(r.app->message.n, 0);
	reader_close(&r);
}

static void
none_is_told_again_after_a_restart(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	teaching_start(r.app);
	reader_type(&r, "\r");
	reader_assert_shows(&r, "]] goes to the next section");
	restart(&r);
	assert_int_equal(r.app->message.n, 0);
	reader_type(&r, "\r");
	assert_int_equal(r.app->message.n, 0);
	reader_type(&r, "q");
	reader_assert_shows(&r, "t tags the post");
	reader_close(&r);
}

static void
none_stands_over_a_message(void **state)
{
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 80);
	(void)err_set(&err, ERR_FAILED, "the disk is full");
	app_fail(r.app, &err);
	teaching_start(r.app);
	reader_assert_shows(&r, "the disk is full");
	reader_type(&r, "\r"); /* its own moment has come */
	reader_assert_shows(&r, "]] goes");
	reader_type(&r, "qt");
	reader_assert_shows(&r, "Tags (");
	reader_type(&r, "\033");
	reader_close(&r);
}

static void
sections_are_told_where_there_are_some(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	teaching_start(r.app);
	reader_type(&r, "6j\r"); /* the seventh has no text */
	reader_assert_shows(&r, "Tab goes to the next unread post");
	reader_assert_hides(&r, "]]");
	reader_type(&r, "q\r");
	reader_assert_hides(&r, "Tab goes");
	reader_type(&r, "qk\r");
	reader_assert_shows(&r, "]] goes to the next section");
	reader_close(&r);
}

static void
an_empty_list_has_its_own_first_steps(void **state)
{
	struct reader r;

	(void)state;
	reader_open_empty(&r, 24, 80);
	teaching_start(r.app);
	assert_int_equal(r.app->message.n, 0);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_told_when_it_is_of_use),
		cmocka_unit_test(none_is_told_again_after_a_restart),
		cmocka_unit_test(none_stands_over_a_message),
		cmocka_unit_test(sections_are_told_where_there_are_some),
		cmocka_unit_test(an_empty_list_has_its_own_first_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
