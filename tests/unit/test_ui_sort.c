#include "unit.h"

#include "ui/idle.h"
#include "ui/marking.h"
#include "ui/view_posts_order.h"
#include "ui_reader.h"

/* The titles of the first rows, a line each. */
static void
assert_titles(struct reader *r, const char *const *titles, int n)
{
	struct listing *l = view_posts_listing(r->app->views[APP_POSTS]);
	struct err err;

	reader_must(listing_cover(l, 0, n, &err), &err);
	for (int i = 0; i < n; i++)
		assert_str(listing_at(l, i, NULL)->title, titles[i]);
}

static void
the_orders_follow_one_another(void **state)
{
	static const char *const oldest[] = { "「2025년 개발 동향」 정리: 에이전트 · 경량 모델 · 온디바이스 29", "짧은 글 28" };
	static const char *const titles[] = { "Rust로 다시 쓰는 결제 서버", "Rust로 다시 쓰는 결제 서버 12", "Rust로 다시 쓰는 결제 서버 17" };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jjS");
	reader_assert_shows(&r, "order: oldest first");
	assert_str(reader_at(&r), reader_titles[2]); /* the cursor stays on its post */
	reader_type(&r, "j");
	reader_assert_shows(&r, "29/30");
	reader_assert_shows(&r, "All · oldest first");
	assert_titles(&r, oldest, 2);
	reader_type(&r, "5\xe3\x85\x8e\xe3\x84\xb4"); /* gs as the input method sends it */
	reader_assert_shows(&r, "order: by title");
	assert_titles(&r, titles, 3);
	reader_type(&r, "gg");
	reader_assert_file(&r, "by-title-80x24");
	reader_type(&r, "9S");
	reader_assert_shows(&r, "there are 7 orders");
	reader_type(&r, "7S");
	reader_assert_shows(&r, "the best come first where words are looked for: f or :search");
	reader_type(&r, "1S");
	assert_titles(&r, reader_titles, 5);
	reader_close(&r);
}

static void
unread_ones_come_first_and_n_goes_through_them(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "ddd3S"); /* three are read */
	reader_type(&r, "gg");
	assert_str(reader_at(&r), reader_titles[3]);
	reader_type(&r, "Gk");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, "n"); /* past the end to the first */
	assert_str(reader_at(&r), reader_titles[3]);
	reader_type(&r, "N");
	assert_str(reader_at(&r), "「2025년 개발 동향」 정리: 에이전트 · 경량 모델 · 온디바이스 29");
	reader_type(&r, "ggV2jV");
	assert_int_equal(view_posts_targets_marked(r.app->views[APP_POSTS]), 3);
	reader_close(&r);
}

static void
a_sorted_list_follows_the_cache_and_the_filter(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "2Sgg10j");
	reader_sync(r.store, READER_POSTS, READER_POSTS + 3); /* older ones: they come before */
	app_reload(r.app);
	reader_assert_shows(&r, "14/33");
	reader_type(&r, "f결제\r");
	reader_assert_shows(&r, "oldest first");
	reader_assert_shows(&r, "1/7");
	reader_type(&r, "F");
	reader_assert_shows(&r, "1/33");
	reader_close(&r);
}

static void
each_list_has_its_order_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 110);
	reader_type(&r, "5S\016"); /* all posts; then the unread ones */
	reader_assert_hides(&r, "by title");
	reader_type(&r, "4S\020");
	reader_type(&r, "j");
	reader_assert_shows(&r, "All · by title");
	reader_restart(&r);
	reader_assert_shows(&r, "All · by title");
	assert_str(reader_at(&r), "Rust로 다시 쓰는 결제 서버");
	reader_type(&r, ":view unread\rj");
	reader_assert_shows(&r, "Unread · by feed");
	reader_type(&r, ":view all\r:sort newest\r");
	reader_restart(&r);
	reader_assert_hides(&r, "by title");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, "\0166\016"); /* a feed */
	reader_type(&r, "2S");
	reader_restart(&r);
	reader_assert_shows(&r, " oldest first");
	reader_close(&r);
}

static void
the_best_come_first_in_a_search(void **state)
{
	static const char title[] = "SK텔레콤의 AI 진출, 오픈AI와의 협업이 한국 통신 시장에 남긴 것 5";
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":search 시장\rj");
	reader_assert_shows(&r, "2/27"); /* those with it in the text, too */
	reader_assert_shows(&r, "best first");
	assert_str(reader_at(&r), title);
	reader_type(&r, "qf시장\rj"); /* a filter leaves the list in its order */
	reader_assert_hides(&r, "best first");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, ":sort 정확도\rggj");
	assert_str(reader_at(&r), title);
	reader_type(&r, "SS");
	reader_assert_shows(&r, "order: oldest first");
	reader_type(&r, "1SF:search 시장\r:sort newest\rq"); /* searches keep their order, too */
	reader_restart(&r);
	reader_type(&r, ":search 시장\rj");
	reader_assert_hides(&r, "best first");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, "7S:search is:unread\r"); /* no words */
	reader_assert_shows(&r, "1/30");
	reader_assert_hides(&r, "best first");
	reader_type(&r, "q");
	reader_assert_shows(&r, "best first"); /* back in the other one */
	reader_type(&r, "F");
	reader_assert_hides(&r, "best first");
	reader_close(&r);
}

static void
below_is_below_in_the_order_of_the_list(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "2SG2k:tag below +later\r"); /* the newest three */
	reader_type(&r, "ftag:later\r");
	reader_assert_shows(&r, "1/3");
	reader_type(&r, "G");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_close(&r);
}

static bool
never(void *user)
{
	(void)user;
	return false;
}

static bool
at_once(void *user)
{
	(void)user;
	return true;
}

static void
a_long_list_is_sorted_when_no_key_waits(void **state)
{
	struct view *posts;
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_sync(r.store, READER_POSTS, 20000);
	app_reload(r.app);
	posts = r.app->views[APP_POSTS];
	reader_type(&r, "jj5S");
	assert_str(reader_at(&r), reader_titles[2]);
	reader_type(&r, "kj");
	reader_assert_shows(&r, "All · by title…");
	reader_assert_shows(&r, "3/20000");
	assert_int_equal(idle_timeout(r.app), 0);
	view_posts_order_run(posts, at_once, NULL); /* a key */
	assert_true(view_posts_order_due(posts));
	idle_run(r.app, never, NULL);
	assert_false(view_posts_order_due(posts));
	assert_str(reader_at(&r), reader_titles[2]);
	reader_assert_hides(&r, "by title…");
	reader_type(&r, "gg");
	assert_str(reader_at(&r), "Rust로 다시 쓰는 결제 서버");
	app_reload(r.app); /* the order stays meanwhile */
	reader_assert_shows(&r, "by title…");
	assert_str(reader_at(&r), "Rust로 다시 쓰는 결제 서버");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "stopped; the newest come first");
	reader_type(&r, "ggj");
	reader_assert_hides(&r, "by title");
	reader_restart(&r); /* what the list was given is its order all the same */
	posts = r.app->views[APP_POSTS];
	assert_true(view_posts_order_due(posts));
	idle_run(r.app, never, NULL);
	assert_str(reader_at(&r), "Rust로 다시 쓰는 결제 서버");
	reader_close(&r);
}

/* A reader on more posts than are ranked at once. */
static void
open_many(struct reader *r)
{
	reader_open(r, 24, 80);
	reader_sync(r->store, READER_POSTS, 20000);
	reader_bring_in(r->store);
	app_reload(r->app);
}

static void
the_best_are_there_before_the_rest(void **state)
{
	struct view *posts;
	struct reader r;

	(void)state;
	open_many(&r);
	posts = r.app->views[APP_POSTS];
	reader_type(&r, ":search 결제\r");
	reader_assert_shows(&r, "1/500");
	reader_assert_shows(&r, "best first…");
	assert_true(view_posts_order_due(posts));
	idle_run(r.app, never, NULL);
	assert_false(view_posts_order_due(posts));
	reader_assert_shows(&r, "1/4000");
	reader_assert_hides(&r, "best first…");
	reader_type(&r, "Gk");
	app_reload(r.app); /* all of them are there meanwhile */
	reader_assert_shows(&r, "3999/4000");
	idle_run(r.app, never, NULL);
	reader_assert_shows(&r, "3999/4000");
	reader_close(&r);
}

/* Where the order is not read to its end yet, a command is for what stands below in the whole of it. */
static void
below_goes_beyond_the_best(void **state)
{
	struct reader r;

	(void)state;
	open_many(&r);
	reader_type(&r, ":search 결제\r");
	reader_assert_shows(&r, "1/500");
	reader_type(&r, "V5jV");
	reader_assert_shows(&r, "6 posts marked (Esc: none)");
	reader_assert_shows(&r, "6/4000");
	reader_type(&r, "\033qq:search 결제\r");
	reader_assert_shows(&r, "1/500");
	reader_type(&r, "G");
	reader_assert_shows(&r, "4000/4000");
	reader_type(&r, "qq:search 결제\r:tag below +pay\r");
	working_finish(r.app);
	reader_assert_shows(&r, "put #pay on 4000 posts (u: undo)");
	reader_close(&r);
}

static bool
stops(void *user)
{
	(void)user;
	return true;
}

static void
what_is_below_is_not_guessed(void **state)
{
	struct reader r;

	(void)state;
	open_many(&r);
	r.app->wants_stop = stops;
	reader_type(&r, ":search 결제\r:tag below +pay\r");
	reader_assert_shows(&r, "stopped");
	reader_type(&r, "V5jsk");
	r.app->wants_stop = NULL;
	assert_true(view_posts_order_due(r.app->views[APP_POSTS]));
	reader_type(&r, "\033\033f#pay\r");
	reader_assert_shows(&r, "No post matches");
	reader_type(&r, "Ffis:starred\r");
	reader_assert_shows(&r, "No post matches");
	reader_close(&r);
}

static void
feeds_stand_in_their_order(void **state)
{
	const struct posts_view all = { .is_unread = true };
	struct reader r;
	struct err err;
	int64_t *ids;
	size_t n;

	(void)state;
	reader_open_empty(&r, 24, 80);
	reader_subscribe(r.store);
	reader_sync(r.store, 0, 1500);
	reader_must(posts_sort_ids(r.store, &all, POSTS_SORT_FEED, POSTS_SORT_WHOLE, &ids, &n, &err), &err);
	assert_int_equal(n, 1500);
	for (size_t i = 1; i < n; i++) {
		struct arena a = { 0 };
		struct posts_row *rows;

		if (i % 300 == 0) {
			reader_must(posts_sort_rows(r.store, &a, &all, ids + i - 1, 2, &rows, &err), &err);
			assert_true(str_cmp(rows[0].feed_name, rows[1].feed_name) <= 0);
		}
		arena_free(&a);
	}
	free(ids);
	reader_close(&r);
}

static void
read_posts_are_left_out(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "ddzu");
	reader_assert_shows(&r, "read posts are left out; zu shows them again");
	reader_type(&r, "k");
	reader_assert_shows(&r, "All · without read ones");
	reader_assert_shows(&r, "/28");
	reader_assert_hides(&r, "쿠버네티스 운영기 (1) — etcd 장애와 복구  ");
	reader_type(&r, "zu");
	reader_assert_shows(&r, "read posts are shown, too");
	reader_type(&r, "hjggj\r");
	reader_assert_shows(&r, "Unread");
	reader_type(&r, "zu");
	reader_assert_shows(&r, "this view has unread posts only");
	reader_close(&r);
}

static void
the_next_line_of_the_sidebar_is_a_key_away(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 110);
	reader_type(&r, "\016"); /* ^N */
	reader_type(&r, "j");
	reader_assert_shows(&r, "Unread");
	reader_type(&r, "\0162\016"); /* over a heading */
	reader_type(&r, "j");
	reader_assert_shows(&r, "2/10");
	assert_str(reader_at(&r), reader_titles[4]);
	reader_type(&r, "\r\020"); /* ^P, from an article */
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "9\016"); /* as far as there are any */
	reader_type(&r, "\016");
	reader_assert_shows(&r, "this is the last line of the sidebar");
	reader_type(&r, "99\020\020");
	reader_assert_shows(&r, "this is the first line of the sidebar");
	reader_type(&r, "j");
	reader_assert_shows(&r, "2/30");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_orders_follow_one_another),
		cmocka_unit_test(unread_ones_come_first_and_n_goes_through_them),
		cmocka_unit_test(a_sorted_list_follows_the_cache_and_the_filter),
		cmocka_unit_test(each_list_has_its_order_again),
		cmocka_unit_test(the_best_come_first_in_a_search),
		cmocka_unit_test(below_is_below_in_the_order_of_the_list),
		cmocka_unit_test(a_long_list_is_sorted_when_no_key_waits),
		cmocka_unit_test(the_best_are_there_before_the_rest),
		cmocka_unit_test(below_goes_beyond_the_best),
		cmocka_unit_test(what_is_below_is_not_guessed),
		cmocka_unit_test(feeds_stand_in_their_order),
		cmocka_unit_test(read_posts_are_left_out),
		cmocka_unit_test(the_next_line_of_the_sidebar_is_a_key_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
