#include "unit.h"

#include "ui/cmdline.h"
#include "ui/marking.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static size_t
marked(struct reader *r)
{
	return view_posts_targets_marked(r->app->views[APP_POSTS]);
}

static void
a_set_of_marks_is_in_order(void **state)
{
	struct marks m = { 0 };
	(void)state;

	marks_add(&m, (const int64_t[]){ 7, 3, 7, 9 }, 4);
	assert_int_equal(m.ids.n, 3);
	marks_toggle(&m, 5);
	marks_toggle(&m, 3);
	assert_true(marks_has(&m, 5) && marks_has(&m, 7) && marks_has(&m, 9));
	assert_false(marks_has(&m, 3) || marks_has(&m, 4) || marks_has(&m, 10));
	assert_int_equal(m.ids.v[0], 5);
	marks_invert(&m, (const int64_t[]){ 9, 2, 1 }, 3);
	assert_int_equal(m.ids.n, 2);
	assert_true(marks_has(&m, 1) && marks_has(&m, 2));
	marks_free(&m);
}

static void
a_range_grows_with_the_cursor(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jjV3j");
	assert_int_equal(marked(&r), 4);
	reader_assert_file(&r, "range-80x24");
	reader_type(&r, "5k"); /* to the other side of where it began */
	assert_int_equal(marked(&r), 3);
	reader_type(&r, "V");
	reader_assert_shows(&r, "3 posts marked");
	reader_type(&r, "Gv");
	assert_int_equal(marked(&r), 4);
	reader_type(&r, "k\xe3\x85\x8b\xe3\x85\x8d"); /* zv as the input method sends it */
	assert_true(view_posts_marking(r.app->views[APP_POSTS])->has_range);
	reader_type(&r, "kk\033");
	assert_int_equal(marked(&r), 4); /* Esc drops the range first */
	reader_type(&r, "\033");
	assert_int_equal(marked(&r), 0);
	reader_type(&r, "ggvvVj");
	assert_int_equal(marked(&r), 4); /* with those that were marked before */
	reader_type(&r, "kk");
	assert_int_equal(marked(&r), 3);
	reader_type(&r, "\033\033");
	reader_type(&r, "ggVjts\033\033"); /* an action takes the range; another key of the prompt does nothing */
	reader_type(&r, "ggVjs");
	assert_int_equal(reader_count(&r, "is:starred"), 2);
	reader_close(&r);
}

static void
a_range_stays_where_it_began_when_posts_come_in(void **state)
{
	struct reader r;
	struct marking *m;
	struct posts_row *first;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "4jV2j");
	m = view_posts_marking(r.app->views[APP_POSTS]);
	clock_set(READER_NOW + 7200);
	reader_sync(r.store, 40, 44); /* older than all, and these come to the end; then one that is newer */
	app_reload(r.app);
	assert_int_equal(marked(&r), 3);
	first = listing_at(view_posts_listing(r.app->views[APP_POSTS]), m->from_index, NULL);
	assert_str(first->title, reader_titles[4]);
	reader_close(&r);
}

static void
all_what_a_query_finds_and_the_others(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "*");
	reader_assert_shows(&r, "30 posts marked");
	reader_type(&r, "*");
	assert_int_equal(marked(&r), 0);
	reader_type(&r, "~feed:전자신문\r");
	reader_assert_shows(&r, "the query finds 10 posts; marked: 10");
	reader_type(&r, "~title:짧은\r");
	reader_assert_shows(&r, "the query finds 6 posts; marked: 14");
	reader_type(&r, ":macro m mark-query title:없는글 ; tag +x\r,m"); /* not on the post here */
	reader_assert_shows(&r, "there is no such post");
	assert_int_equal(reader_count(&r, "tag:x"), 0);
	assert_int_equal(marked(&r), 14);
	reader_type(&r, "~is:nonsense\r");
	reader_assert_shows(&r, "nonsense");
	reader_type(&r, "\033");
	assert_int_equal(marked(&r), 14);
	reader_type(&r, "gv");
	assert_int_equal(marked(&r), 16);
	reader_close(&r);
}

static void
marks_outlive_a_filter_and_a_reload(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jvv");
	reader_type(&r, "f전자신문\r");
	app_reload(r.app);
	assert_int_equal(marked(&r), 2);
	reader_type(&r, "tx\r");
	assert_int_equal(reader_count(&r, "tag:x"), 2);
	reader_type(&r, "G;s;t-x\r"); /* one may follow another, until Esc */
	assert_int_equal(reader_count(&r, "is:starred"), 2);
	assert_int_equal(reader_count(&r, "tag:x"), 0);
	assert_int_equal(marked(&r), 2);
	reader_type(&r, "\033");
	assert_int_equal(marked(&r), 0);
	reader_close(&r);
}

static void
the_prefix_means_what_is_marked(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\r;");
	reader_assert_shows(&r, "nothing is marked; v in the list marks a row");
	reader_type(&r, "qjvvgg\r;");
	reader_assert_shows(&r, ";");
	reader_type(&r, "tmarked\r");
	assert_int_equal(reader_count(&r, "tag:marked"), 2);
	reader_type(&r, "tthis\r"); /* without it: the article */
	assert_int_equal(reader_count(&r, "tag:this"), 1);
	reader_type(&r, "qv\r;ks"); /* the prefix is for one key */
	assert_int_equal(reader_count(&r, "is:starred"), 1);
	reader_close(&r);
}

/* On for all that are meant, unless they all are: the same key twice is as before, wherever the cursor is. */
static void
a_toggle_goes_by_all_that_are_meant(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "sjsjjsggvvvG;s");
	reader_assert_shows(&r, "starred 1 post (u: undo)");
	assert_int_equal(reader_count(&r, "is:starred"), 4);
	reader_type(&r, ";s");
	reader_assert_shows(&r, "took the star off 3 posts (u: undo)");
	reader_type(&r, ";s;m");
	assert_int_equal(reader_count(&r, "is:starred"), 4);
	assert_int_equal(reader_count(&r, "is:read"), 3);
	reader_type(&r, ";m");
	assert_int_equal(reader_count(&r, "is:read"), 0);
	reader_type(&r, "\033ggjm4km"); /* a range of rows too */
	reader_type(&r, "gg3m");
	assert_int_equal(reader_count(&r, "is:read"), 3);
	reader_type(&r, "gg3m");
	assert_int_equal(reader_count(&r, "is:read"), 0);
	reader_close(&r);
}

/* Then no key is for the post under the cursor, and what was typed for its prompt is no command. */
static void
the_prefix_without_marks_does_nothing(void **state)
{
	static const char *const typed[] = { ";s", ";m", ";d", ";x", ";A", ";t+x\r", ";:tag +x\r", ";|cat\r", ";yy", ";9", "\r;s", ";;x" };
	struct reader r;
	struct err err = { 0 };

	(void)state;
	reader_open(&r, 24, 80);
	reader_must(cmdline_run(r.app, str_lit("bind 9 tag +bound"), 0, NULL, &err), &err);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		reader_type(&r, typed[i]);
		reader_assert_shows(&r, "nothing is marked; v in the list marks a row");
	}
	reader_type(&r, "q");
	assert_int_equal(reader_count(&r, "is:starred"), 0);
	assert_int_equal(reader_count(&r, "is:read"), 1); /* the one that was opened */
	assert_int_equal(reader_count(&r, "is:hidden"), 0);
	assert_int_equal(reader_count(&r, "tag:x"), 0);
	assert_int_equal(reader_count(&r, "tag:bound"), 0);
	reader_type(&r, ";v;s"); /* what it says can be done at once */
	assert_int_equal(reader_count(&r, "is:starred"), 1);
	reader_close(&r);
}

static void
what_changes_other_posts_leaves_the_marks(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jvvG\rt+this\r"); /* the article, which is not marked */
	assert_int_equal(reader_count(&r, "tag:this"), 1);
	assert_int_equal(marked(&r), 2);
	reader_type(&r, ":tag query 결제 +ai\r:tag +later\r.");
	assert_int_equal(marked(&r), 2);
	reader_type(&r, "x");
	assert_int_equal(reader_count(&r, "is:hidden"), 1);
	assert_int_equal(marked(&r), 2);
	reader_type(&r, "q:hide query title:짧은\r:tag marked +x\r");
	assert_int_equal(reader_count(&r, "tag:x"), 2);
	assert_int_equal(marked(&r), 2);
	reader_type(&r, "\033gg:unhide query is:hidden\rjvv:hide query 결제\r"); /* one of the two: who cannot be seen is not marked */
	assert_int_equal(marked(&r), 1);
	reader_close(&r);
}

/* Stories are marked whole, and only those that are in the range. */
static void
a_long_range_is_that_of_the_list(void **state)
{
	struct reader r;
	struct err err;
	int64_t *ids;
	size_t n;

	(void)state;
	reader_open_empty(&r, 24, 80);
	reader_subscribe(r.store);
	reader_sync(r.store, 0, 1500);
	app_reload(r.app);
	reader_must(listing_range(view_posts_listing(r.app->views[APP_POSTS]), 10, 1209, &ids, &n, &err), &err);
	assert_int_equal(n, 1200);
	free(ids);
	reader_type(&r, "VG");
	assert_int_equal(marked(&r), 1500);
	reader_type(&r, "s"); /* so many in slices: keys are answered meanwhile */
	assert_true(r.app->working.is_running);
	working_finish(r.app);
	reader_assert_shows(&r, "starred 1500 posts (u: undo)");
	reader_type(&r, "t+many\r");
	assert_true(r.app->working.is_running);
	working_finish(r.app);
	reader_assert_shows(&r, "put #many on 1500 posts (u: undo)");
	assert_int_equal(marked(&r), 1500);
	reader_type(&r, "x");
	working_finish(r.app);
	reader_assert_shows(&r, "hid 1500 posts");
	assert_int_equal(marked(&r), 0);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_set_of_marks_is_in_order),
		cmocka_unit_test(a_range_grows_with_the_cursor),
		cmocka_unit_test(a_range_stays_where_it_began_when_posts_come_in),
		cmocka_unit_test(all_what_a_query_finds_and_the_others),
		cmocka_unit_test(marks_outlive_a_filter_and_a_reload),
		cmocka_unit_test(the_prefix_means_what_is_marked),
		cmocka_unit_test(a_toggle_goes_by_all_that_are_meant),
		cmocka_unit_test(the_prefix_without_marks_does_nothing),
		cmocka_unit_test(what_changes_other_posts_leaves_the_marks),
		cmocka_unit_test(a_long_range_is_that_of_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
