/*
 * How the feeds are, as the reader shows it, and what can be done about it.
 */
#include "unit.h"

#include "ui/health_row.h"
#include "ui_reader.h"

static const char *const added[] = {
	"https://away.example/rss", "https://old.example/feed", "https://busy.example/rss", "https://new.example/rss",
};
static const char *const added_names[] = { "떠난 블로그", "이사한 개발자의 기술 블로그와 그 밖의 이야기", "바쁜 서버", "갓 구독한 곳" };

static void
fetched(struct reader *r, int64_t id, struct feeds_fetch fetch, int64_t at)
{
	struct err err;

	clock_set(at);
	reader_must(feeds_fetched(r->store, id, &fetch, &err), &err);
	clock_set(READER_NOW);
}

/* Seven feeds: three that came, one of them with trouble since; one that is gone, one that has moved, one that is fine, one never fetched. */
static void
open_seven(struct reader *r, int rows, int cols)
{
	struct arena a = { 0 };
	struct subs subs;
	struct err err;

	reader_open(r, rows, cols);
	for (size_t i = 0; i < sizeof added / sizeof *added; i++) {
		struct subs_edit edit = { .kind = SUBS_EDIT_ADD, .feed = { .url = str_of(added[i]), .name = str_of(added_names[i]) } };

		reader_must(subs_edit_run(&edit, 1, &err), &err);
	}
	reader_must(feeds_take(r->store, &a, &subs, &err), &err);
	arena_free(&a);
	for (int i = 3; i; i--)
		fetched(r, 2, (struct feeds_fetch){ .status = 404, .error = str_lit("status 404"), .held_until = CLOCK_NONE },
			READER_NOW - i * 86400);
	fetched(r, 4, (struct feeds_fetch){ .status = 410, .error = str_lit("status 410"), .held_until = CLOCK_NONE }, READER_NOW - 86400);
	for (int i = 3; i >= 0; i--)
		fetched(r, 5, (struct feeds_fetch){ .status = 200, .moved_to = str_lit("https://user:geheim@moved.example/feed"),
			.held_until = CLOCK_NONE }, READER_NOW - i * 86400);
	fetched(r, 6, (struct feeds_fetch){ .status = 200, .held_until = READER_NOW + 3600 }, READER_NOW);
	app_reload(r->app);
	app_draw(r->app);
}

static void
check_sizes(const char *locale, const char *language)
{
	struct reader r;

	reader_speak(locale);
	open_seven(&r, 24, 80);
	reader_type(&r, "gH");
	reader_assert_sizes(&r, "health", language, NULL);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
the_worst_stands_first_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
what_is_wrong_and_what_to_do_stands_below(void **state)
{
	struct reader r;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "ㅎㅗ"); /* gh, with the input method on */
	reader_assert_shows(&r, "r asks it again all the same, x unsubscribes.");
	reader_type(&r, "j");
	reader_assert_shows(&r, "failed 3 times");
	reader_assert_shows(&r, "HTTP 404");
	reader_type(&r, "j");
	reader_assert_shows(&r, "a takes the new address");
	reader_assert_shows(&r, "https://user:***@moved.example/feed");
	reader_assert_hides(&r, "geheim");
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_close(&r);
}

static void
enter_shows_the_posts_of_the_feed(void **state)
{
	struct reader r;

	(void)state;
	open_seven(&r, 24, 120);
	reader_type(&r, "gHj\r");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_assert_shows(&r, "1/10");
	reader_assert_shows(&r, ">!"); /* and the sidebar says so */
	reader_type(&r, "q"); /* back, and not out */
	assert_int_equal(r.app->focus, APP_HEALTH);
	assert_false(r.app->wants_quit);
	reader_type(&r, "\rq\r\016q"); /* what ^N shows was not opened there */
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "q");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
a_move_is_taken_and_undone(void **state)
{
	struct reader r;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "gHa");
	reader_assert_shows(&r, "‘떠난 블로그’ has not moved");
	reader_type(&r, "jja");
	reader_assert_shows(&r, "moved to https://user:***@moved.example/feed (u: undo)");
	reader_assert_hides(&r, "geheim");
	reader_type(&r, "/moved\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone:");
	reader_assert_shows(&r, "No feed matches. F shows all again.");
	reader_type(&r, "F/ㅇㅅㅎ");
	reader_assert_shows(&r, "old.example");
	reader_close(&r);
}

static void
unsubscribing_asks_and_is_undone(void **state)
{
	const struct screen *s;
	struct reader r;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "gHx");
	reader_assert_shows(&r, "Unsubscribe from ‘떠난 블로그’? y/n:");
	reader_type(&r, "n");
	reader_assert_shows(&r, "nothing was unsubscribed");
	reader_type(&r, "xㅛ");
	reader_assert_shows(&r, "unsubscribed from ‘떠난 블로그’ (u: undo)");
	reader_type(&r, "j");
	reader_assert_shows(&r, "2/6");
	reader_assert_hides(&r, "떠난 블로그");
	reader_type(&r, "u");
	reader_assert_shows(&r, "x 떠난 블로그");
	app_resize(r.app, 10, 40);
	reader_type(&r, "/이사\rx");
	reader_assert_shows(&r, "y/n:"); /* however long the name is */
	s = &r.app->screen;
	assert_str(screen_cluster(s, screen_at(s, s->cursor_row, s->cursor_col - 2)), ":"); /* the answer stands behind it */
	reader_close(&r);
}

/* A post with a star of a feed that is gone: where it is from is said, and it is not unread. */
static void
what_stays_of_a_feed_is_told(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "gg+star\033gH/나무\rx");
	reader_type(&r, "y");
	reader_assert_shows(&r, "unsubscribed from ‘지식 나무’; 1 post with a star or a tag stays (u: undo)");
	reader_type(&r, "q");
	reader_assert_shows(&r, "(ended) 지식");
	reader_assert_shows(&r, "20 unread");
	reader_type(&r, "gg\r");
	reader_assert_shows(&r, "(ended) 지식 나무 · 김영희");
	reader_close(&r);
}

static void
another_feed_than_the_one_asked_about_is_not_removed(void **state)
{
	struct reader r;
	struct err err;
	struct subs_edit edit = { .kind = SUBS_EDIT_REMOVE, .feed = { .url = str_of(added[0]) } };
	struct arena a = { 0 };
	struct subs subs;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "gHx");
	reader_must(subs_edit_run(&edit, 1, &err), &err);
	reader_must(feeds_take(r.store, &a, &subs, &err), &err);
	app_reload(r.app);
	reader_type(&r, "y");
	reader_assert_shows(&r, "nothing was unsubscribed");
	reader_type(&r, "j");
	reader_assert_shows(&r, "2/6");
	arena_free(&a);
	reader_close(&r);
}

static void
words_narrow_the_list_and_esc_has_it_as_it_was(void **state)
{
	struct reader r;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "gHG/지식");
	reader_assert_shows(&r, "지식 나무");
	reader_assert_hides(&r, "전자신문");
	reader_type(&r, "없는");
	reader_assert_shows(&r, "No feed matches.");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "1/7");
	reader_type(&r, "/ㄴㅇㅂ d2\r");
	reader_assert_shows(&r, "1/1");
	reader_assert_shows(&r, "네이버 D2");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "/7");
	reader_close(&r);
}

static void
a_change_of_the_cache_keeps_the_cursor_on_its_feed(void **state)
{
	struct reader r;

	(void)state;
	open_seven(&r, 24, 80);
	reader_type(&r, "gHG");
	reader_assert_shows(&r, "바쁜 서버 https://busy.example/rss");
	fetched(&r, 1, (struct feeds_fetch){ .status = 500, .error = str_lit("status 500"), .held_until = CLOCK_NONE }, READER_NOW);
	app_reload(r.app);
	reader_assert_shows(&r, "바쁜 서버 https://busy.example/rss");
	reader_assert_shows(&r, "7/7");
	reader_type(&r, "gg");
	reader_assert_shows(&r, "4 need a look");
	reader_close(&r);
}

static void
without_feeds_it_leads_to_the_catalogue(void **state)
{
	struct reader r;

	(void)state;
	reader_open_empty(&r, 24, 80);
	reader_type(&r, "gH");
	reader_assert_shows(&r, "There are no feeds yet.");
	reader_type(&r, "\raxro/x\r?q");
	assert_int_equal(r.app->focus, APP_HEALTH);
	reader_close(&r);
}

static void
posts_a_week_are_never_more_than_there_are(void **state)
{
	const struct screen_box box = { 0, 0, 1, 100 };
	const struct health_row w = health_row_columns(box.cols);
	struct feeds_row feed = { .name = str_lit("이사한 블로그"), .gap_s = 60, .total = 5, .last_ok = READER_NOW, .held_until = CLOCK_NONE, .due = CLOCK_NONE };
	const struct health health = { .feed = &feed, .state = HEALTH_FINE };
	struct screen s = { 0 };
	struct buf text = { 0 };

	(void)state;
	screen_resize(&s, box.rows, box.cols);
	health_row_draw(&s, box, &w, &(struct name_apart){ 0 }, &health, READER_NOW);
	screen_text(&s, &text);
	assert_true(str_has(buf_str(&text), " 5.0"));
	feed.total = 20000;
	health_row_draw(&s, box, &w, &(struct name_apart){ 0 }, &health, READER_NOW);
	buf_clear(&text);
	screen_text(&s, &text);
	assert_true(str_has(buf_str(&text), " 10080"));
	buf_free(&text);
	screen_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worst_stands_first_at_every_size),
		cmocka_unit_test(what_is_wrong_and_what_to_do_stands_below),
		cmocka_unit_test(enter_shows_the_posts_of_the_feed),
		cmocka_unit_test(a_move_is_taken_and_undone),
		cmocka_unit_test(unsubscribing_asks_and_is_undone),
		cmocka_unit_test(what_stays_of_a_feed_is_told),
		cmocka_unit_test(another_feed_than_the_one_asked_about_is_not_removed),
		cmocka_unit_test(words_narrow_the_list_and_esc_has_it_as_it_was),
		cmocka_unit_test(a_change_of_the_cache_keeps_the_cursor_on_its_feed),
		cmocka_unit_test(posts_a_week_are_never_more_than_there_are),
		cmocka_unit_test(without_feeds_it_leads_to_the_catalogue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
