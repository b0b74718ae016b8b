#include "unit.h"

#include <sqlite3.h>

#include "store_fixture.h"

enum { POSTS = 300, FEEDS = 3 };

/* Feeds with posts of equal dates among them, some read, starred, hidden and tagged. */
static void
setup_many(struct fixture *f)
{
	fixture_subscribe(f, "https://a.example/rss\nhttps://b.example/rss\nhttps://c.example/rss\n");
	for (int feed = 1; feed <= FEEDS; feed++) {
		struct post posts[POSTS / FEEDS];

		for (int i = 0; i < POSTS / FEEDS; i++) {
			posts[i] = fixture_post(f, i * feed);
			posts[i].id = arena_printf(&f->a, "%d-%d", feed, i);
			posts[i].link = arena_printf(&f->a, "https://%c.example/%d", 'a' + feed - 1, i);
		}
		fixture_merge_posts(f, feed, posts, POSTS / FEEDS, "<p>x</p>");
	}
}

/* A small generator: the same numbers on every machine. */
static unsigned
draw(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void
change_at_random(struct fixture *f, unsigned *seed)
{
	const struct str names[] = { str_lit("ai"), str_lit("통신"), str_lit("회사") };
	struct state_change change = { 0 };
	int64_t ids[20];

	for (int i = 0; i < 20; i++)
		ids[i] = 1 + draw(seed) % POSTS;
	switch (draw(seed) % 6) {
	case 0: change.read = STATE_ON; break;
	case 1: change.read = STATE_OFF; break;
	case 2: change.star = draw(seed) % 2 ? STATE_ON : STATE_OFF; break;
	case 3: change.hide = draw(seed) % 2 ? STATE_ON : STATE_OFF; break;
	case 4: change.add = &names[draw(seed) % 3]; change.n_add = 1; break;
	default: change.remove = &names[draw(seed) % 3]; change.n_remove = 1;
	}
	fixture_ok(f, state_apply(f->s, ids, 20, &change, NULL, &f->err));
}

static int64_t
scalar(struct fixture *f, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	int64_t got;

	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	got = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return got;
}

static void
assert_counts_are_right(struct fixture *f)
{
	assert_int_equal(scalar(f, "SELECT count(*) FROM feed WHERE total != (SELECT count(*) FROM post"
	    " WHERE feed_id = feed.id AND is_hidden = 0 AND stub < 2 AND is_off = 0) OR unread != (SELECT count(*) FROM post"
	    " WHERE feed_id = feed.id AND is_hidden = 0 AND stub < 2 AND is_off = 0 AND is_read = 0)"), 0);
	assert_int_equal(scalar(f, "SELECT count(*) FROM tag WHERE total != (SELECT count(*) FROM post JOIN post_tag ON post_id = id"
	    " WHERE tag_id = tag.id AND is_hidden = 0 AND stub < 2 AND is_off = 0) OR unread != (SELECT count(*) FROM post"
	    " JOIN post_tag ON post_id = id WHERE tag_id = tag.id AND is_hidden = 0 AND stub < 2 AND is_off = 0 AND is_read = 0)"), 0);
}

static void
kept_counts_equal_a_recount_after_anything(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 7;

	setup_many(f);
	for (int i = 0; i < 120; i++) {
		change_at_random(f, &seed);
		if (i % 10 == 3)
			fixture_ok(f, state_undo(f->s, NULL, &f->err));
		if (i % 40 == 20)
			fixture_subscribe(f, "https://a.example/rss\nhttps://c.example/rss\n");
		if (i % 40 == 30)
			setup_many(f);
	}
	assert_counts_are_right(f);
	assert_true(scalar(f, "SELECT total FROM tag WHERE name = 'ai'") > 0);
	/* And made anew from the journal. */
	fixture_anew(f);
	assert_counts_are_right(f);
	setup_many(f);
	assert_counts_are_right(f);
}

/* Walks a view in pages both ways and compares with all ids. */
static void
assert_pages_equal(struct fixture *f, struct posts_view view)
{
	struct posts_key key, *from = NULL;
	struct posts_row *rows;
	int64_t *ids, total, rank;
	size_t n, all, at = 0;

	fixture_ok(f, posts_ids(f->s, &view, &ids, &all, &f->err));
	fixture_ok(f, posts_count(f->s, &view, &total, &f->err));
	assert_int_equal(total, all);
	for (;;) {
		fixture_ok(f, posts_page(f->s, &f->a, &view, from, POSTS_OLDER, 7, &rows, &n, &f->err));
		if (!n)
			break;
		for (size_t i = 0; i < n; i++, at++)
			assert_int_equal(rows[i].id, ids[at]);
		key = (struct posts_key){ rows[n - 1].sort, rows[n - 1].id };
		from = &key;
		fixture_ok(f, posts_rank(f->s, &view, &key, &rank, &f->err));
		assert_int_equal(rank, at - 1);
	}
	assert_int_equal(at, all);
	for (from = NULL;;) {
		fixture_ok(f, posts_page(f->s, &f->a, &view, from, POSTS_NEWER, 11, &rows, &n, &f->err));
		if (!n)
			break;
		at -= n;
		for (size_t i = 0; i < n; i++)
			assert_int_equal(rows[i].id, ids[at + i]);
		key = (struct posts_key){ rows[0].sort, rows[0].id };
		from = &key;
	}
	assert_int_equal(at, 0);
	free(ids);
}

static struct query *
query(struct fixture *f, const char *text)
{
	struct query *q;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &q, &f->err));
	return q;
}

static void
pages_of_any_view_are_its_whole_list(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 3;

	setup_many(f);
	for (int i = 0; i < 60; i++)
		change_at_random(f, &seed);
	for (int bits = 0; bits < 16; bits++) {
		struct posts_view view = {
			.feed_id = bits & 1 ? 2 : 0, .is_unread = bits & 2, .is_starred = bits & 4,
			.tag = bits & 8 ? str_lit("AI") : STR_NONE,
		};

		assert_pages_equal(f, view);
		view.query = query(f, "글 -title:3");
		assert_pages_equal(f, view);
		view.query = query(f, "is:all");
		assert_pages_equal(f, view);
		view.query = query(f, "is:hidden");
		assert_pages_equal(f, view);
	}
}

static size_t
found(struct fixture *f, const char *text)
{
	struct posts_view view = { .query = query(f, text) };
	int64_t *ids;
	size_t n;

	fixture_ok(f, posts_ids(f->s, &view, &ids, &n, &f->err));
	free(ids);
	return n;
}

static void
queries_find_what_they_say(void **state)
{
	struct fixture *f = *state;
	const struct str names[] = { str_lit("인공지능") };
	const int64_t ids[] = { 1, 2, 3 };
	struct post posts[3];

	fixture_subscribe(f, "https://blog.example/rss name=\"지식 나무\"\n");
	for (int i = 0; i < 3; i++)
		posts[i] = fixture_post(f, i);
	posts[0].title = str_lit("SK텔레콤의 AI 진출");
	posts[1].title = str_lit("100% 활용하는 법");
	posts[2].author = str_lit("김개발");
	fixture_merge_posts(f, 1, posts, 3, "<p>x</p>");
	fixture_ok(f, state_apply(f->s, ids, 2, &(struct state_change){ .add = names, .n_add = 1, .read = STATE_ON }, NULL, &f->err));
	assert_int_equal(found(f, ""), 3);
	assert_int_equal(found(f, "텔레콤"), 1);
	assert_int_equal(found(f, "ai sk"), 1);
	assert_int_equal(found(f, "-텔레콤"), 2);
	assert_int_equal(found(f, "100%"), 1);
	assert_int_equal(found(f, "%"), 0);
	assert_int_equal(found(f, "% 텔레콤 -_"), 1);
	assert_int_equal(found(f, "김개발"), 1);
	assert_int_equal(found(f, "요약"), 3);
	assert_int_equal(found(f, "title:\"의 AI\""), 1);
	/* Signs in quotes are text of a title. */
	assert_int_equal(found(f, "title:\"100% 활용\""), 1);
	assert_int_equal(found(f, "title:\"100％활용\""), 1);
	assert_int_equal(found(f, "title:\"[100] 활용\""), 0);
	assert_int_equal(found(f, "title:\"[활용]\""), 0);
	assert_int_equal(found(f, "-title:\"[활용]\""), 3);
	assert_int_equal(found(f, "title:\"(AI)\" or title:\"100%\""), 1);
	assert_int_equal(found(f, "요약 title:\"AI!\""), 0);
	assert_int_equal(found(f, "제목:활용"), 1);
	assert_int_equal(found(f, "tag:인공지능"), 2);
	assert_int_equal(found(f, "태그:#인공지능 -is:read"), 0);
	assert_int_equal(found(f, "is:unread"), 1);
	assert_int_equal(found(f, "안읽음"), 1);
	assert_int_equal(found(f, "-안읽음"), 2);
	assert_int_equal(found(f, "feed:나무"), 3);
	assert_int_equal(found(f, "feed:나*"), 3);
	assert_int_equal(found(f, "feed:나무,없는것"), 3);
	assert_int_equal(found(f, "피드:없음"), 0);
	assert_int_equal(found(f, "id:2"), 1);
	assert_int_equal(found(f, "'; DROP TABLE post; --"), 0);
	assert_int_equal(found(f, ""), 3);
}

static void
a_wrong_query_names_the_column(void **state)
{
	struct fixture *f = *state;
	struct query *q;

	assert_int_equal(query_parse(&f->a, str_lit("가나 is:foo"), NULL, &q, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	assert_non_null(strstr(f->err.text, "column 7"));
	assert_int_equal(query_parse(&f->a, str_lit("a \"b"), NULL, &q, &f->err), -1);
	assert_non_null(strstr(f->err.text, "column 3"));
	assert_int_equal(query_parse(&f->a, str_lit("tag:"), NULL, &q, &f->err), -1);
	assert_int_equal(query_parse(&f->a, str_lit("id:x"), NULL, &q, &f->err), -1);
}

static void
a_post_is_found_by_number_and_link(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 3);
	fixture_ok(f, posts_find(f->s, str_lit("2"), &id, &f->err));
	assert_int_equal(id, 2);
	fixture_ok(f, posts_find(f->s, str_lit("id:3"), &id, &f->err));
	assert_int_equal(id, 3);
	fixture_ok(f, posts_find(f->s, str_lit("https://blog.example/1?utm_source=x#top"), &id, &f->err));
	assert_int_equal(id, 1);
	fixture_ok(f, posts_find(f->s, str_lit("https://blog.example/2#a-section"), &id, &f->err));
	assert_int_equal(id, 2);
	assert_int_equal(posts_find(f->s, str_lit("9"), &id, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	assert_int_equal(posts_find(f->s, str_lit("nonsense"), &id, &f->err), -1);
}

static void
links_are_read_without_trackers(void **state)
{
	const char *link = "https://blog.naver.example/someone/1?fromRss=true&trackingCode=rss&no=2";
	struct fixture *f = *state;
	struct posts_row row;
	struct post post;
	int64_t id;

	fixture_subscribe(f, "https://blog.example/rss\n");
	post = fixture_post(f, 1);
	post.id = STR_NONE;
	post.link = str_of(link);
	fixture_merge_posts(f, 1, &post, 1, "<p>x</p>");
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_str(row.link, "https://blog.naver.example/someone/1?no=2");
	fixture_ok(f, posts_find(f->s, str_of(link), &id, &f->err));
	assert_int_equal(id, 1);
	assert_int_equal(scalar(f, "SELECT count(*) FROM post WHERE link LIKE '%trackingCode=rss%'"), 1);
}

/* The order of a list, what a query asks of a date, and the date that is shown are one. */
static void
a_date_ahead_is_not_shown(void **state)
{
	struct fixture *f = *state;
	struct post posts[] = { fixture_post(f, 1), fixture_post(f, 2), fixture_post(f, 3) };
	struct posts_view view = { 0 };
	struct posts_row *rows;
	size_t n;

	fixture_subscribe(f, "https://a.example/\n");
	posts[1].published = CLOCK_NONE;
	posts[2].published = FIXTURE_NOW + 400 * 86400;
	(void)fixture_merge_posts(f, 1, posts, 3, NULL);
	fixture_ok(f, posts_page(f->s, &f->a, &view, NULL, POSTS_OLDER, 9, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	assert_int_equal(posts_time(&rows[0]), FIXTURE_NOW);
	assert_int_equal(posts_time(&rows[1]), FIXTURE_NOW);
	assert_int_equal(posts_time(&rows[2]), posts[0].published);
	assert_int_equal(rows[0].published, posts[2].published);
	assert_int_equal(fixture_find(f, "after:2026"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_date_ahead_is_not_shown),
		STORE_TEST(kept_counts_equal_a_recount_after_anything),
		STORE_TEST(pages_of_any_view_are_its_whole_list),
		STORE_TEST(queries_find_what_they_say),
		STORE_TEST(a_wrong_query_names_the_column),
		STORE_TEST(a_post_is_found_by_number_and_link),
		STORE_TEST(links_are_read_without_trackers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
