#include "unit.h"

#include "ui/idle.h"
#include "ui/listing.h"
#include "ui_reader.h"

static bool
never(void *user)
{
	(void)user;
	return false;
}

static bool
always(void *user)
{
	++*(int *)user;
	return true;
}

/* Types, then there is time to look. */
static void
type_and_rest(struct reader *r, const char *bytes)
{
	reader_type(r, bytes);
	if (r->app->live.is_due)
		idle_run(r->app, never, NULL);
	app_draw(r->app);
}

static int
shown(struct reader *r)
{
	return listing_total(view_posts_listing(r->app->views[APP_POSTS]));
}

static void
the_list_follows_what_is_typed(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	type_and_rest(&r, "fㅋㅂ");
	assert_int_equal(shown(&r), 6);
	reader_assert_file(&r, "live-80x12");
	type_and_rest(&r, "\x7f\x7f결ㅈ"); /* a syllable in the making */
	assert_int_equal(shown(&r), 6);
	assert_str(reader_at(&r), reader_titles[2]);
	type_and_rest(&r, "\x7f제");
	assert_int_equal(shown(&r), 6);
	type_and_rest(&r, " feed:\"지식 나무\""); /* the query language, whole or not yet */
	assert_int_equal(shown(&r), 2);
	type_and_rest(&r, "\r");
	assert_int_equal(shown(&r), 2);
	assert_null(r.app->asking);
	reader_assert_shows(&r, "1/2");
	type_and_rest(&r, "F");
	assert_int_equal(shown(&r), 30);
	reader_close(&r);
}

static void
what_finds_nothing_yet_leaves_the_list(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	type_and_rest(&r, "f결제");
	assert_int_equal(shown(&r), 6);
	reader_assert_shows(&r, "6 posts");
	type_and_rest(&r, "zzqq");
	assert_int_equal(shown(&r), 6);
	reader_assert_shows(&r, "nothing yet");
	reader_assert_shows(&r, reader_titles[2]);
	type_and_rest(&r, "\025tag:"); /* no query yet: nothing is said */
	assert_int_equal(shown(&r), 6);
	reader_assert_hides(&r, "nothing yet");
	type_and_rest(&r, "\025");
	assert_int_equal(shown(&r), 30);
	type_and_rest(&r, "zzqq\r"); /* Enter says it */
	reader_assert_shows(&r, "No post matches");
	reader_close(&r);
}

static void
esc_has_the_list_as_it_was(void **state)
{
	struct reader r;
	struct buf before = { 0 }, after = { 0 };

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "15j3k");
	(void)reader_screen(&r, &before);
	type_and_rest(&r, "f결제");
	assert_int_equal(shown(&r), 6);
	type_and_rest(&r, "\033");
	assert_str(reader_screen(&r, &after), buf_cstr(&before));
	type_and_rest(&r, "fㅋㅂ\r");
	type_and_rest(&r, "j");
	(void)reader_screen(&r, &before);
	type_and_rest(&r, "f 16"); /* on top of the one that is there */
	assert_true(shown(&r) < 6);
	type_and_rest(&r, "\033");
	assert_str(reader_screen(&r, &after), buf_cstr(&before));
	buf_free(&before);
	buf_free(&after);
	reader_close(&r);
}

static void
a_key_ends_the_looking_and_comes_first(void **state)
{
	struct reader r;
	int asked = 0;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "f결제");
	assert_int_equal(idle_timeout(r.app), 0);
	idle_run(r.app, always, &asked);
	assert_true(asked > 0);
	assert_int_equal(shown(&r), 30);
	assert_int_equal(idle_timeout(r.app), 0); /* still to be done */
	idle_run(r.app, never, NULL);
	assert_int_equal(shown(&r), 6);
	assert_int_equal(idle_timeout(r.app), -1);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_list_follows_what_is_typed),
		cmocka_unit_test(what_finds_nothing_yet_leaves_the_list),
		cmocka_unit_test(esc_has_the_list_as_it_was),
		cmocka_unit_test(a_key_ends_the_looking_and_comes_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
