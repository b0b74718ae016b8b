#include "unit.h"

#include "ui/idle.h"
#include "ui/view_posts_order.h"
#include "ui_reader.h"

/* One story, told by the three feeds of the reader: posts 31 (newest), 32 and 33. */
static const struct {
	int64_t feed;
	const char *id, *link, *title;
	int64_t hours;
} told[] = {
	{ 3, "t3", "https://news.example/pqc", "양자내성암호 전환, 지금 시작해야 하는 까닭", 3 },
	{ 1, "t1", "https://namu.example/pqc", "양자내성암호 전환, 지금 시작해야 하는 까닭", 30 },
	{ 2, "t2", "https://d2.example/pqc", "양자내성암호 전환, 지금 시작해야 하는 까닭", 80 },
};

static const char body[] = "<article><p>이 글에서는 양자내성암호로 바꾸는 일을 왜 미룰 수 없는지, 개발팀이 무엇부터 해야 하는지 차례로 살펴봅니다.</p></article>";

static void
add_told(struct reader *r, size_t i, const char *text)
{
	const struct feeds_fetch fetch = { .status = 200, .held_until = CLOCK_NONE };
	struct feed feed = { .format = FEED_RSS_20, .title = str_of(reader_names[told[i].feed - 1]), .updated = CLOCK_NONE, .ttl_min = -1 };
	struct post post = { .id = str_of(told[i].id), .link = str_of(told[i].link), .title = str_of(told[i].title),
		.published = READER_NOW - told[i].hours * 3600, .updated = CLOCK_NONE };
	struct merge_post given = { .post = &post, .letters = 60, .excerpt = str_lit("요약"), .xhtml = str_of(text) };
	struct merge_count count;
	struct merge *m;
	struct err err;

	reader_must(merge_begin(r->store, told[i].feed, &m, &err), &err);
	reader_must(merge_post(m, &given, &err), &err);
	reader_must(merge_end(m, &feed, &fetch, &count, &err), &err);
}

static void
open_told(struct reader *r, int rows, int cols)
{
	reader_open(r, rows, cols);
	for (size_t i = 0; i < 3; i++)
		add_told(r, i, body);
	app_reload(r->app);
}

static int64_t
unread_of(struct reader *r, int64_t id)
{
	struct arena a = { 0 };
	struct posts_row row;
	struct err err;

	reader_must(posts_get(r->store, &a, id, &row, &err), &err);
	arena_free(&a);
	return !row.is_read;
}

static void
a_story_is_one_row(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_assert_shows(&r, "1/31");
	reader_assert_file(&r, "story-80x24");
	reader_type(&r, "jjza");
	reader_assert_shows(&r, "3/33");
	reader_assert_file(&r, "story-unfolded-80x24");
	reader_type(&r, "jjㅋㅁ"); /* with the input method on */
	reader_assert_shows(&r, "3/31");
	app_resize(r.app, 16, 200);
	reader_assert_file(&r, "story-200x16");
	app_resize(r.app, 10, 40);
	reader_assert_file(&r, "story-40x10");
	reader_close(&r);
}

static void
a_story_is_unread_until_its_last_post_is_read(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "3gg\r");
	reader_assert_shows(&r, "also in: 지식 나무, 네이버 D2");
	reader_assert_shows(&r, "전자신문");
	assert_true(!unread_of(&r, 31) && unread_of(&r, 32) && unread_of(&r, 33));
	reader_type(&r, "q");
	reader_assert_shows(&r, "●  3 h ago     ▸");
	/* The next one that is unread is opened. */
	reader_type(&r, "\rq");
	assert_true(!unread_of(&r, 32) && unread_of(&r, 33));
	reader_type(&r, "\rq");
	assert_false(unread_of(&r, 33));
	reader_assert_hides(&r, "●  3 h ago     ▸");
	reader_assert_shows(&r, "3 h ago     ▸");
	reader_type(&r, "u");
	reader_assert_shows(&r, "●  3 h ago     ▸");
	reader_close(&r);
}

static void
stories_are_rows_in_any_order(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "3gg\rq5S"); /* its newest post is read */
	reader_type(&r, "k3S");
	reader_type(&r, "3gg");
	reader_assert_shows(&r, "3/31");
	reader_assert_shows(&r, "●  3 h ago     ▸");
	reader_type(&r, "za");
	reader_assert_shows(&r, "3/33");
	reader_assert_shows(&r, "●  3 days ago  └");
	reader_type(&r, "jjjjNN"); /* the first of it that is unread */
	reader_assert_shows(&r, "4/33");
	reader_type(&r, "jN");
	reader_assert_shows(&r, "4/33");
	reader_type(&r, "za2ggVjjV;t+pqc\r");
	reader_assert_shows(&r, "put #pqc on 5 posts");
	reader_type(&r, ":search 양자내성암호\r");
	reader_assert_shows(&r, "1/1");
	reader_close(&r);
}

/* Of an unfolded story the posts on the cursor's own side are meant, in any order of the list. */
static void
below_and_above_part_an_unfolded_story(void **state)
{
	static const char *const orders[] = { "1S", "5S" };
	struct reader r;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		open_told(&r, 24, 80);
		reader_type(&r, ":search 양자내성암호\r");
		reader_type(&r, orders[i]);
		reader_type(&r, "zajj:tag below +end\r");
		reader_assert_shows(&r, "put #end on 1 post (u: undo)");
		reader_type(&r, ":tag above +all\r");
		reader_assert_shows(&r, "put #all on 3 posts (u: undo)");
		reader_type(&r, "k:tag above +up\r");
		reader_assert_shows(&r, "put #up on 2 posts (u: undo)");
		reader_type(&r, "k:tag below +down\r");
		reader_assert_shows(&r, "put #down on 3 posts (u: undo)");
		reader_type(&r, "FF3ggza:tag below +rest\r");
		reader_assert_shows(&r, "put #rest on 31 posts (u: undo)");
		reader_close(&r);
	}
}

static bool
never(void *user)
{
	(void)user;
	return false;
}

/* The rows that are in sight are meant, in any order of the list. */
static void
a_range_parts_an_unfolded_story(void **state)
{
	static const char *const orders[] = { "1S", "5S" };
	struct reader r;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		open_told(&r, 24, 80);
		reader_type(&r, "3gg"); /* the story */
		reader_type(&r, orders[i]);
		reader_type(&r, "zajVj;t+end\r");
		reader_assert_shows(&r, "put #end on 2 posts");
		reader_type(&r, "\033kVk");
		reader_type(&r, i ? ";t+up\r" : "V;t+up\r");
		reader_assert_shows(&r, "put #up on 2 posts");
		reader_type(&r, "\033jVj2j;t+down\r");
		reader_assert_shows(&r, "put #down on 4 posts");
		reader_type(&r, "\0333k2m");
		reader_assert_shows(&r, "2 posts marked read");
		assert_true(unread_of(&r, 31) + unread_of(&r, 32) + unread_of(&r, 33) == 1);
		reader_close(&r);
	}
}

static void
the_cursor_stays_on_its_post_of_a_story(void **state)
{
	struct reader r;
	struct view *posts;

	(void)state;
	open_told(&r, 24, 80);
	posts = r.app->views[APP_POSTS];
	reader_type(&r, "3ggzajjV");
	app_reload(r.app);
	assert_int_equal(view_posts_at(posts), 4);
	reader_type(&r, "k;t+two\r");
	reader_assert_shows(&r, "put #two on 2 posts");
	reader_type(&r, "\033j");
	reader_sync(r.store, READER_POSTS, 20000);
	app_reload(r.app);
	assert_int_equal(view_posts_row(posts)->id, 33);
	reader_type(&r, "5S"); /* an order that takes its time */
	assert_true(view_posts_order_due(posts));
	idle_run(r.app, never, NULL);
	assert_false(view_posts_order_due(posts));
	assert_int_equal(view_posts_row(posts)->id, 33);
	assert_int_equal(listing_total(view_posts_listing(posts)), 20003);
	reader_close(&r);
}

static void
keys_act_on_all_posts_of_a_folded_story(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "3ggt+pqc\r");
	reader_assert_shows(&r, "put #pqc on 3 posts (u: undo)");
	reader_type(&r, "s");
	reader_assert_shows(&r, "starred 3 posts (u: undo)");
	reader_type(&r, "m");
	reader_assert_shows(&r, "3 posts marked read (u: undo)");
	reader_type(&r, "m");
	reader_assert_shows(&r, "3 posts marked unread (u: undo)");
	reader_type(&r, "d");
	reader_assert_shows(&r, "3 posts marked read (u: undo)");
	reader_type(&r, "u");
	reader_type(&r, "3ggv");
	reader_assert_shows(&r, "3 marked");
	reader_type(&r, "3ggv");
	reader_assert_hides(&r, "marked ");
	/* Unfolded, each is a row of its own. */
	reader_type(&r, "3ggzajm");
	assert_true(unread_of(&r, 31) && !unread_of(&r, 32) && unread_of(&r, 33));
	reader_type(&r, "t+own\r");
	reader_assert_shows(&r, "put #own on 1 post (u: undo)");
	reader_close(&r);
}

static void
a_list_folds_only_what_it_holds(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "f제목:양자 피드:나무\r");
	reader_assert_shows(&r, "1/1");
	reader_assert_hides(&r, "▸");
	reader_type(&r, "Ff제목:양자 -피드:전자\r");
	reader_assert_shows(&r, "1/1");
	reader_assert_shows(&r, "▸ 양자");
	reader_assert_shows(&r, "지식 나무 +1");
	reader_type(&r, "T+two\r");
	reader_assert_shows(&r, "put #two on 2 posts (u: undo)");
	reader_type(&r, "\033Gzr");
	reader_assert_shows(&r, "33/33");
	reader_type(&r, "zm");
	reader_assert_shows(&r, "31/31");
	reader_close(&r);
}

static void
next_unread_stops_at_stories_once(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "A"); /* all read */
	reader_type(&r, "3ggzaGkkm"); /* row 31 of 33 */
	reader_type(&r, "3gg2jmza");   /* the oldest of the story */
	reader_assert_shows(&r, "3/31");
	reader_assert_shows(&r, "●  3 h ago     ▸");
	reader_type(&r, "ggn");
	reader_assert_shows(&r, "3/31");
	reader_type(&r, "n");
	reader_assert_shows(&r, "29/31");
	reader_type(&r, "n");
	reader_assert_shows(&r, "3/31"); /* from the top again */
	reader_type(&r, "N");
	reader_assert_shows(&r, "29/31");
	reader_type(&r, "N");
	reader_assert_shows(&r, "3/31");
	reader_type(&r, "zan");
	reader_assert_shows(&r, "5/33");
	reader_type(&r, "n");
	reader_assert_shows(&r, "31/33");
	reader_close(&r);
}

static void
a_story_keeps_its_row_while_posts_come(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	reader_type(&r, "3ggza");
	reader_assert_shows(&r, "3/33");
	reader_sync(r.store, READER_POSTS, READER_POSTS + 6);
	app_refresh(r.app);
	reader_assert_shows(&r, "3/39");
	reader_assert_shows(&r, "▾ 양자");
	reader_close(&r);
}

static void
a_changed_post_says_so_until_it_is_opened(void **state)
{
	struct reader r;

	(void)state;
	open_told(&r, 24, 80);
	add_told(&r, 0, "<article><p>전혀 다른 글로 고쳤습니다. 이제는 아무 데도 없는 글입니다. 길이는 서른 글자가 넘습니다.</p></article>");
	app_reload(r.app);
	reader_assert_shows(&r, "[changed] 양자");
	reader_type(&r, "fis:changed\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "· changed");
	reader_type(&r, "q\033");
	reader_assert_hides(&r, "[changed]");
	reader_close(&r);
}

/* A text long enough that a word more leaves it the same story. */
static void
long_text(struct buf *out, const char *last)
{
	static const char *const words[] = { "암호", "서버", "장애", "색인", "배포", "회고", "성능", "추론", "인증", "캐시", "로그", "설계", "알림" };

	buf_puts(out, "<article><p>");
	for (size_t i = 0; i < 200; i++)
		buf_printf(out, "%s %s ", words[i * 7 % 13], words[(i * i + i / 5) % 13]);
	buf_printf(out, "%s</p></article>", last);
}

static void
a_change_is_told_of_the_post_that_is_shown(void **state)
{
	struct buf text = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	long_text(&text, "끝");
	for (size_t i = 0; i < 3; i++)
		add_told(&r, i, buf_cstr(&text));
	buf_clear(&text);
	long_text(&text, "마침");
	add_told(&r, 2, buf_cstr(&text));
	app_reload(r.app);
	reader_assert_shows(&r, "▸ 양자");
	reader_assert_hides(&r, "[changed]");
	reader_type(&r, "jjza");
	reader_assert_shows(&r, "[changed]");
	buf_free(&text);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_story_is_one_row),
		cmocka_unit_test(a_story_is_unread_until_its_last_post_is_read),
		cmocka_unit_test(stories_are_rows_in_any_order),
		cmocka_unit_test(below_and_above_part_an_unfolded_story),
		cmocka_unit_test(a_range_parts_an_unfolded_story),
		cmocka_unit_test(the_cursor_stays_on_its_post_of_a_story),
		cmocka_unit_test(keys_act_on_all_posts_of_a_folded_story),
		cmocka_unit_test(a_list_folds_only_what_it_holds),
		cmocka_unit_test(next_unread_stops_at_stories_once),
		cmocka_unit_test(a_story_keeps_its_row_while_posts_come),
		cmocka_unit_test(a_changed_post_says_so_until_it_is_opened),
		cmocka_unit_test(a_change_is_told_of_the_post_that_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
