/*
 * What is got ready behind the first screen for the first article.
 */
#include "unit.h"

#include <sqlite3.h>

#include "store/store_impl.h"
#include "ui/idle.h"
#include "ui_reader.h"

static bool
never(void *user)
{
	(void)user;
	return false;
}

/* The time is up, and no key comes. */
static void
prepare(struct reader *r)
{
	app_draw(r->app);
	r->app->is_drawn = true;
	preparing_begin(&r->app->preparing);
	assert_true(idle_timeout(r->app) > 0);
	while (idle_timeout(r->app) >= 0) {
		r->app->preparing.at = 1;
		assert_int_equal(idle_timeout(r->app), 0);
		idle_run(r->app, never, NULL);
		assert_true(r->app->is_drawn);
	}
}

static int
count_statements(const struct store *s)
{
	sqlite3_stmt *st = NULL;
	int n = 0;

	while ((st = sqlite3_next_stmt(s->db, st)))
		n++;
	return n;
}

static void
nothing_of_it_shows_and_nothing_is_written(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 50, 200 }, { 30, 200 }, { 50, 100 }, { 10, 40 }, { 9, 30 } };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		struct buf before = { 0 }, after = { 0 };
		struct reader r;
		int written;

		reader_open(&r, sizes[i][0], sizes[i][1]);
		reader_type(&r, "24j");
		(void)reader_screen(&r, &before);
		written = sqlite3_total_changes(r.store->db);
		prepare(&r);
		assert_int_equal(sqlite3_total_changes(r.store->db), written);
		assert_str(reader_screen(&r, &after), buf_cstr(&before));
		buf_free(&before);
		buf_free(&after);
		reader_close(&r);
	}
}

static void
the_first_article_needs_nothing_new_of_the_cache(void **state)
{
	struct reader r;
	int before;

	(void)state;
	reader_open(&r, 50, 200);
	prepare(&r);
	before = count_statements(r.store);
	app_key(r.app, INPUT_ENTER);
	idle_run(r.app, never, NULL);
	assert_int_equal(opened_timeout(&r.app->opened), -1);
	assert_int_equal(count_statements(r.store), before);
	reader_close(&r);
}

/* Rows beside the article look as if they were drawn for the first time. */
static void
the_first_article_looks_the_same(void **state)
{
	struct buf wanted = { 0 }, got = { 0 };
	struct reader r;

	(void)state;
	for (int is_prepared = 0; is_prepared < 2; is_prepared++) {
		reader_open(&r, 50, 200);
		reader_type(&r, "3j");
		if (is_prepared)
			prepare(&r);
		reader_type(&r, "\r");
		(void)reader_screen(&r, is_prepared ? &got : &wanted);
		reader_close(&r);
	}
	assert_str(buf_str(&got), buf_cstr(&wanted));
	buf_free(&wanted);
	buf_free(&got);
}

static void
an_article_that_is_open_is_not_got_ready(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	preparing_begin(&r.app->preparing);
	reader_type(&r, "\r");
	r.app->preparing.at = 1;
	while (!idle_timeout(r.app))
		idle_run(r.app, never, NULL);
	assert_int_equal(idle_timeout(r.app), -1);
	assert_int_equal(r.app->preparing.at, 0);
	reader_close(&r);
}

/* There is no post to open. */
static void
an_empty_list_has_nothing_to_open(void **state)
{
	struct reader r;

	(void)state;
	reader_open_empty(&r, 50, 200);
	prepare(&r);
	assert_int_equal(idle_timeout(r.app), -1);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_of_it_shows_and_nothing_is_written),
		cmocka_unit_test(the_first_article_needs_nothing_new_of_the_cache),
		cmocka_unit_test(the_first_article_looks_the_same),
		cmocka_unit_test(an_article_that_is_open_is_not_got_ready),
		cmocka_unit_test(an_empty_list_has_nothing_to_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
