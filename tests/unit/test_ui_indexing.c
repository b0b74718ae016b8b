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
posts_come_into_the_index_while_nobody_types(void **state)
{
	struct reader r;
	struct app *app;
	int64_t shown;

	(void)state;
	reader_open(&r, 24, 80);
	app = r.app;
	assert_false(indexing_is_due(app));
	reader_sync(r.store, READER_POSTS, READER_POSTS + 20);
	app_refresh(app);
	shown = app->version;
	assert_int_equal(behind(&r), 20);
	assert_int_equal(idle_timeout(app), 0);
	for (int i = 0; i < 20 && indexing_is_due(app); i++)
		indexing_step(app);
	assert_int_equal(behind(&r), 0);
	assert_false(indexing_is_due(app));
	assert_true(app->version > shown);
	assert_int_equal(app->version, store_version(r.store)); /* nothing to reload */
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
	for (int i = 0; i < 20 && indexing_is_due(app); i++)
		indexing_step(app);
	app_draw(app);
	reader_assert_hides(&r, "wait for the index");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(posts_come_into_the_index_while_nobody_types),
		cmocka_unit_test(a_filter_says_what_it_cannot_judge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
