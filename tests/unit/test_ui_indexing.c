#include "unit.h"

#include "store/index.h"
#include "ui/idle.h"
#include "ui/indexing.h"
#include "ui_reader.h"

static int64_t
behind(struct reader *r)
{
	struct err err = { 0 };
	int64_t n;

	reader_must(index_behind(r->store, &n, &err), &err);
	return n;
}

static void
posts_that_wait_are_work_for_when_nobody_types(void **state)
{
	struct reader r;
	struct app *app;

	(void)state;
	reader_open(&r, 24, 80);
	app = r.app;
	assert_false(indexing_is_due(app));
	reader_sync(r.store, READER_POSTS, READER_POSTS + 20);
	app_refresh(app);
	assert_int_equal(behind(&r), 20);
	assert_true(indexing_is_due(app));
	assert_int_equal(idle_timeout(app), 0);
	reader_bring_in(r.store); /* as another process does */
	app_refresh(app);
	assert_false(indexing_is_due(app));
	assert_int_equal(idle_timeout(app), -1);
	reader_close(&r);
}

static void
a_filter_says_what_it_cannot_judge(void **state)
{
	struct reader r;
	struct app *app;

	(void)state;
	reader_open(&r, 24, 120);
	app = r.app;
	reader_sync(r.store, READER_POSTS, READER_POSTS + 20);
	app_refresh(app);
	reader_type(&r, "f-has:code\r");
	reader_assert_shows(&r, "(without 20 posts that wait for the index)");
	reader_type(&r, "T+ai\r");
	reader_assert_shows(&r, "20 posts wait for the search index");
	reader_bring_in(r.store);
	app_refresh(app);
	app_draw(app);
	reader_assert_hides(&r, "wait for the index");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(posts_that_wait_are_work_for_when_nobody_types),
		cmocka_unit_test(a_filter_says_what_it_cannot_judge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
