/*
 * What the reader does when no key waits, and what it leaves alone.
 */
#include "unit.h"

#include "store/writing.h"
#include "ui/idle.h"
#include "ui_reader.h"

static bool
never(void *user)
{
	(void)user;
	return false;
}

static int64_t
unread_of(struct reader *r)
{
	const struct posts_view unread = { .is_unread = true };
	struct err err;
	int64_t n;

	reader_must(posts_count(r->store, &unread, &n, &err), &err);
	return n;
}

/* The row of the list that a post stands in, as the screen has it, and the numbers of the sidebar. */
static void
assert_shown_is_true(struct reader *r)
{
	struct buf at_once = { 0 }, anew = { 0 };

	(void)reader_screen(r, &at_once);
	app_reload(r->app);
	assert_str(reader_screen(r, &anew), buf_cstr(&at_once));
	buf_free(&at_once);
	buf_free(&anew);
}

/* An opened post is shown as read in the first frame; when the cache knows, there is nothing to draw again. */
static void
what_is_opened_is_read_in_the_first_frame(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	reader_type(&r, "jt+읽을것/나중\rkt+읽을것\rsgg");
	for (int times = 0; times < 5; times++) {
		int64_t before = unread_of(&r);

		app_key(r.app, INPUT_ENTER);
		assert_true(r.app->is_drawn); /* and no key waits for the mark */
		assert_int_equal(r.app->unread, before - 1);
		assert_int_equal(unread_of(&r), before);
		assert_int_equal(idle_timeout(r.app), 0);
		idle_run(r.app, never, NULL);
		assert_true(r.app->is_drawn);
		assert_int_equal(unread_of(&r), before - 1);
		assert_shown_is_true(&r);
		reader_type(&r, "qj");
	}
	reader_close(&r);
}

static void
what_was_read_before_is_not_marked_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rq");
	app_key(r.app, INPUT_ENTER);
	assert_int_equal(opened_timeout(&r.app->opened), -1);
	assert_true(r.app->is_drawn);
	reader_close(&r);
}

/* Another program that holds the cache holds no key: the mark waits for it. */
static void
a_mark_waits_for_who_holds_the_cache(void **state)
{
	struct store *other;
	struct writing held;
	struct reader r;
	struct err err;
	int64_t before;

	(void)state;
	reader_open(&r, 24, 80);
	before = unread_of(&r);
	reader_must(store_open(&other, STORE_WRITE, NULL, &err), &err);
	reader_must(writing_begin(&held, other, &err), &err);
	app_key(r.app, INPUT_ENTER);
	idle_run(r.app, never, NULL);
	assert_true(idle_timeout(r.app) > 0);
	reader_type(&r, "qjj\rq");
	assert_int_equal(unread_of(&r), before);
	assert_int_equal(r.app->unread, before - 2);
	assert_int_equal(r.app->message.n, 0);
	reader_must(writing_end(&held, 0, &err), &err);
	opened_mark(r.app);
	assert_int_equal(unread_of(&r), before - 2);
	assert_shown_is_true(&r);
	store_close(other);
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
		cmocka_unit_test(what_is_opened_is_read_in_the_first_frame),
		cmocka_unit_test(what_was_read_before_is_not_marked_again),
		cmocka_unit_test(a_mark_waits_for_who_holds_the_cache),
		cmocka_unit_test(a_mark_does_not_hide_what_others_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
