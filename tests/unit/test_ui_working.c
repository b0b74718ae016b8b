#include "unit.h"

#include "ui_reader.h"

#include "ui/idle.h"
#include "ui/view_sidebar.h"

enum { POSTS = 2600 };

static int
open_many(void **state)
{
	static struct reader r;

	reader_open(&r, 24, 120);
	reader_sync(r.store, READER_POSTS, POSTS);
	app_reload(r.app);
	*state = &r;
	return 0;
}

static int
close_many(void **state)
{
	reader_close(*state);
	return 0;
}

static bool
never(void *user)
{
	(void)user;
	return false;
}

/* What the loop does when no key waits. */
static void
idle(struct reader *r)
{
	idle_run(r->app, never, NULL);
	app_draw(r->app);
}

static int64_t
count(struct reader *r, struct posts_view what)
{
	struct err err;
	int64_t n;

	reader_must(posts_count(r->store, &what, &n, &err), &err);
	return n;
}

static int64_t
tagged(struct reader *r)
{
	return count(r, (struct posts_view){ .tag = str_lit("큰일") });
}

static void
keys_are_answered_between_slices(void **state)
{
	struct reader *r = *state;
	struct str at;

	reader_type(r, "T+큰일\r");
	reader_assert_shows(r, "changing 1000/2600, Esc stops");
	assert_int_equal(tagged(r), 1000);
	at = reader_at(r);
	reader_type(r, "j");
	assert_false(str_eq(reader_at(r), at));
	reader_assert_shows(r, "changing 1000/2600");
	app_resize(r->app, 10, 40);
	reader_assert_shows(r, "changing 38%");
	app_resize(r->app, 24, 120);
	assert_int_equal(idle_timeout(r->app), 0);
	idle(r);
	reader_assert_shows(r, "changing 2000/2600");
	idle(r);
	assert_int_equal(tagged(r), POSTS);
	reader_assert_hides(r, "changing");
	reader_assert_shows(r, "put #큰일 on 2600 posts (u: undo)");
	reader_assert_shows(r, "#큰일");
}

static void
note_shown(void *user)
{
	struct reader *r = *(struct reader **)user;

	app_draw(r->app);
	reader_assert_shows(r, "Esc stops");
}

static void
another_change_waits_for_its_turn(void **state)
{
	struct reader *r = *state;

	r->app->shown = &r;
	r->app->show = note_shown;
	reader_type(r, "T+큰일\rT+다른것\r"); /* of which the first slice is made */
	assert_int_equal(tagged(r), POSTS);
	reader_assert_shows(r, "changing 1000/2600");
	reader_type(r, "u");
	assert_int_equal(count(r, (struct posts_view){ .tag = str_lit("다른것") }), 2000);
	working_finish(r->app);
	reader_assert_shows(r, "undone: +다른것 (2600 posts) (^R: redo)");
	reader_type(r, ":read below ; undo\r");
	working_finish(r->app);
	assert_int_equal(count(r, (struct posts_view){ .is_unread = true }), POSTS);
	r->app->show = NULL;
}

static bool
after_two_slices(void *user)
{
	const struct reader *r = user;

	return r->app->working.is_running && r->app->working.bulk.done == 2000;
}

/* What is typed behind a change that is stopped is not done. */
static void
esc_stops_what_waits_too(void **state)
{
	struct reader *r = *state;

	reader_type(r, ":bind list ,t tag all +큰일 ; down\r");
	reader_type(r, ":read below\r");
	r->app->wants_stop = after_two_slices;
	r->app->stop_user = r;
	reader_type(r, ",t");
	r->app->wants_stop = NULL;
	reader_assert_shows(r, "stopped at 2000 of 2600 posts (u: undo)");
	reader_assert_shows(r, "1/2600"); /* where it was */
	assert_int_equal(tagged(r), 0);
}

static void
esc_stops_and_undo_takes_that_back(void **state)
{
	struct reader *r = *state;

	reader_type(r, "T+큰일\r");
	idle(r);
	reader_type(r, "\x1b");
	reader_assert_shows(r, "stopped at 2000 of 2600 posts (u: undo)");
	reader_assert_hides(r, "changing");
	assert_int_equal(tagged(r), 2000);
	reader_type(r, "u");
	reader_assert_shows(r, "undoing 1000…, Esc stops");
	reader_type(r, "\x1b");
	reader_assert_shows(r, "stopped at 1000 posts");
	assert_int_equal(tagged(r), 1000);
	reader_type(r, "u");
	reader_assert_shows(r, "undone: +큰일 (1000 posts) (^R: redo)");
	assert_int_equal(tagged(r), 0);
	reader_type(r, "\x12");
	reader_assert_shows(r, "redoing 1000…, Esc stops");
	working_finish(r->app);
	assert_int_equal(tagged(r), 2000);
	reader_assert_shows(r, "done again: +큰일 (2000 posts) (u: undo)");
}

static void
many_undos_are_made_one_behind_the_other(void **state)
{
	struct reader *r = *state;

	reader_type(r, "T+큰일\r");
	working_finish(r->app);
	for (int i = 0; i < 5; i++)
		reader_type(r, "s");
	assert_int_equal(count(r, (struct posts_view){ .is_starred = true }), 1);
	reader_type(r, ":undo 6\r");
	while (r->app->working.undone < 5)
		idle(r);
	reader_assert_shows(r, "undoing 5/6, Esc stops");
	assert_true(tagged(r) >= POSTS - 1000);
	reader_type(r, "\x1b");
	reader_assert_shows(r, "stopped after 5 changes");
	reader_type(r, ":undo 9\r");
	working_finish(r->app);
	assert_int_equal(tagged(r), 0);
	reader_assert_shows(r, "undone: +큰일"); /* there is no other */
	reader_assert_hides(r, "undoing");
	reader_type(r, "u");
	reader_assert_shows(r, "nothing to undo");
	reader_type(r, ":redo 9\r");
	working_finish(r->app);
	reader_assert_shows(r, "6 changes done again, at last: ");
	assert_int_equal(tagged(r), POSTS);
	assert_int_equal(count(r, (struct posts_view){ .is_starred = true }), 1);
	reader_type(r, ":undo 2\r");
	working_finish(r->app);
	reader_assert_shows(r, "2 changes undone, at last: ");
	reader_type(r, ":redo 2\r");
	working_finish(r->app);
	reader_assert_shows(r, "2 changes done again, at last: ");
	reader_assert_hides(r, "doing 2");
	reader_type(r, ":undo 3\r");
	reader_type(r, "jsk"); /* a change between them would be undone, too */
	assert_int_equal(r->app->working.undone, 3);
	assert_int_equal(count(r, (struct posts_view){ .is_starred = true }), 1);
}

static void
all_are_read_in_slices(void **state)
{
	struct reader *r = *state;

	reader_type(r, "A");
	reader_assert_shows(r, "changing 1000/2600");
	assert_int_equal(count(r, (struct posts_view){ .is_unread = true }), 1600);
	working_finish(r->app);
	reader_assert_shows(r, "2600 posts marked read (u: undo)");
	assert_int_equal(r->app->unread, 0);
	reader_type(r, "u");
	working_finish(r->app);
	assert_int_equal(r->app->unread, POSTS);
}

static bool
always(void *user)
{
	(void)user;
	return true;
}

static void
numbers_that_take_long_follow_a_change(void **state)
{
	struct reader *r = *state;
	struct view *sidebar = r->app->views[APP_SIDEBAR];

	reader_type(r, "T+큰일/하나\r");
	working_finish(r->app);
	while (view_sidebar_due(sidebar))
		idle(r);
	reader_assert_shows(r, "2600/2600"); /* of the tag that the other stands under */
	reader_type(r, "d");
	reader_assert_shows(r, "sosik  2599 unread");
	reader_assert_hides(r, "2599/2600");
	assert_int_equal(idle_timeout(r->app), 0);
	view_sidebar_run(sidebar, always, NULL); /* a key */
	assert_true(view_sidebar_due(sidebar));
	reader_assert_hides(r, "2599/2600");
	idle(r);
	assert_false(view_sidebar_due(sidebar));
	reader_assert_shows(r, "2599/2600");
}

static bool
at_once(void *user)
{
	return ++*(int *)user > 3;
}

static void
esc_stops_a_filter(void **state)
{
	struct reader *r = *state;
	int asked = 0;

	r->app->wants_stop = at_once;
	r->app->stop_user = &asked;
	reader_type(r, "f-title:없다\r");
	assert_true(asked > 3);
	reader_assert_shows(r, "stopped");
	reader_assert_shows(r, "1/2600");
	assert_int_equal(view_posts_filtered(r->app->views[APP_POSTS])->typed.n, 0);
	r->app->wants_stop = NULL;
	reader_type(r, "f-title:Rust\r");
	reader_assert_hides(r, "stopped");
	assert_int_not_equal(view_posts_filtered(r->app->views[APP_POSTS])->typed.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(keys_are_answered_between_slices, open_many, close_many),
		cmocka_unit_test_setup_teardown(another_change_waits_for_its_turn, open_many, close_many),
		cmocka_unit_test_setup_teardown(esc_stops_what_waits_too, open_many, close_many),
		cmocka_unit_test_setup_teardown(esc_stops_and_undo_takes_that_back, open_many, close_many),
		cmocka_unit_test_setup_teardown(many_undos_are_made_one_behind_the_other, open_many, close_many),
		cmocka_unit_test_setup_teardown(all_are_read_in_slices, open_many, close_many),
		cmocka_unit_test_setup_teardown(numbers_that_take_long_follow_a_change, open_many, close_many),
		cmocka_unit_test_setup_teardown(esc_stops_a_filter, open_many, close_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
