/*
 * What the reader does when no key waits, and what it leaves alone.
 */
#include "unit.h"

#include "ui/idle.h"
#include "ui_reader.h"

static bool
never(void *user)
{
	(void)user;
	return false;
}

/* Of an article that has been read before there is nothing to draw again. */
static void
what_has_not_changed_is_not_drawn_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (int times = 0; times < 2; times++) {
		app_key(r.app, INPUT_ENTER);
		assert_true(r.app->is_drawn); /* and no key waits for the mark */
		assert_int_equal(idle_timeout(r.app), 0);
		idle_run(r.app, never, NULL);
		assert_int_equal(r.app->is_drawn, times > 0);
		app_draw(r.app);
		app_key(r.app, 'q');
	}
	reader_close(&r);
}

/* What another process stores while a post is opened here shows up all the same. */
static void
a_mark_does_not_hide_what_others_store(void **state)
{
	struct store *other;
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 80);
	reader_must(store_open(&other, STORE_WRITE, NULL, &err), &err);
	reader_sync(other, READER_POSTS, READER_POSTS + 3);
	reader_type(&r, "\rq");
	assert_int_equal(listing_total(view_posts_listing(r.app->views[APP_POSTS])), READER_POSTS);
	app_refresh(r.app);
	assert_int_equal(listing_total(view_posts_listing(r.app->views[APP_POSTS])), READER_POSTS + 3);
	reader_type(&r, "\rq");
	assert_int_equal(store_version(r.store), r.app->version);
	store_close(other);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_has_not_changed_is_not_drawn_again),
		cmocka_unit_test(a_mark_does_not_hide_what_others_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
