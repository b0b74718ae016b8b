#include "unit.h"

#include <fcntl.h>
#include <sqlite3.h>

#include "store/full.h"
#include "store/full_why.h"
#include "store/hold.h"
#include "store/index_tokenizer.h"
#include "store/schema.h"
#include "store_fixture.h"

static const char subscriptions[] = "https://blog.example/rss\nhttps://planet.example/rss\n";

static const char page[] = "<article><p>페이지의 글은 피드의 글보다 깁니다.</p></article>";

static struct full_text
page_text(const char *xhtml, int64_t letters)
{
	return (struct full_text){ .xhtml = str_of(xhtml), .url = str_lit("https://blog.example/1"), .published = CLOCK_NONE,
		.letters = letters, .pages = 1 };
}

static struct posts_row
row_of(struct fixture *f, int64_t id)
{
	struct posts_row row;

	fixture_ok(f, posts_get(f->s, &f->a, id, &row, &f->err));
	return row;
}

static struct str
shown(struct fixture *f, int64_t id)
{
	struct str text;

	fixture_ok(f, posts_text(f->s, &f->a, id, &text, &f->err));
	return text;
}

static void
store_page(struct fixture *f, int64_t id, struct full_text text)
{
	fixture_ok(f, full_store(f->s, id, &text, &f->err));
}

static void
a_page_is_shown_in_place_of_the_feed(void **state)
{
	struct fixture *f = *state;
	struct full full;
	struct str text;
	bool is_page;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 2);
	fixture_ok(f, full_get(f->s, &f->a, 1, &full, &f->err));
	assert_int_equal(full.tried, CLOCK_NONE);
	assert_int_equal(row_of(f, 1).full, 0);
	store_page(f, 1, page_text(page, 1200));
	assert_int_equal(row_of(f, 1).full, POSTS_FULL_THERE | POSTS_FULL_SHOWN);
	assert_int_equal(row_of(f, 1).letters, 1200);
	assert_str(shown(f, 1), page);
	assert_str(shown(f, 2), "<p>본문 2</p>");
	fixture_ok(f, full_get(f->s, &f->a, 1, &full, &f->err));
	assert_int_equal(full.fetched, FIXTURE_NOW);
	assert_str(full.url, "https://blog.example/1");
	fixture_ok(f, full_show(f->s, 1, false, &is_page, &f->err));
	assert_false(is_page);
	assert_str(shown(f, 1), "<p>본문 1</p>");
	assert_int_equal(row_of(f, 1).letters, 4);
	fixture_ok(f, full_page_text(f->s, &f->a, 1, &text, &f->err));
	assert_str(text, page);
	fixture_ok(f, full_show(f->s, 1, true, &is_page, &f->err));
	assert_true(is_page);
	fixture_ok(f, full_feed_text(f->s, &f->a, 1, &text, &f->err));
	assert_str(text, "<p>본문 1</p>");
	fixture_ok(f, full_show(f->s, 2, true, &is_page, &f->err));
	assert_false(is_page);
}

static void
a_page_says_who_and_when_where_the_feed_does_not(void **state)
{
	struct full_text text = page_text(page, 1200);
	struct fixture *f = *state;
	struct post posts[2];

	fixture_subscribe(f, subscriptions);
	posts[0] = fixture_post(f, 1);
	posts[0].published = CLOCK_NONE;
	posts[1] = fixture_post(f, 2);
	posts[1].author = str_lit("피드의 글쓴이");
	fixture_merge_posts(f, 1, posts, 2, NULL);
	text.author = str_lit("페이지의 글쓴이");
	text.published = FIXTURE_NOW - 5000;
	store_page(f, 1, text);
	store_page(f, 2, text);
	assert_str(row_of(f, 1).author, "페이지의 글쓴이");
	assert_int_equal(row_of(f, 1).published, FIXTURE_NOW - 5000);
	assert_str(row_of(f, 2).author, "피드의 글쓴이");
	assert_int_equal(row_of(f, 2).published, posts[1].published);
	posts[0].title = str_lit("다른 제목");
	fixture_merge_posts(f, 1, posts, 2, NULL);
	assert_str(row_of(f, 1).author, "페이지의 글쓴이");
	text.published = FIXTURE_NOW + 100000;
	store_page(f, 1, text);
	assert_int_equal(row_of(f, 1).published, CLOCK_NONE);
}

static void
a_post_without_a_text_has_one_then(void **state)
{
	struct fixture *f = *state;
	struct post post = fixture_post(f, 1);

	fixture_subscribe(f, subscriptions);
	fixture_merge_posts(f, 1, &post, 1, "");
	assert_false(row_of(f, 1).has_text);
	store_page(f, 1, page_text(page, 1200));
	assert_true(row_of(f, 1).has_text);
}

static void
a_page_with_less_than_the_feed_is_kept_but_not_shown(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(page, 3);

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 1);
	text.how = FULL_SHORTER;
	text.error = str_lit("less than the feed has");
	store_page(f, 1, text);
	assert_int_equal(row_of(f, 1).full, POSTS_FULL_THERE);
	assert_str(shown(f, 1), "<p>본문 1</p>");
}

/* Merges post 1 anew with another text. */
static void
feed_says(struct fixture *f, const char *xhtml, int64_t letters)
{
	struct feeds_fetch fetch = { .status = 200, .held_until = CLOCK_NONE };
	struct post post = fixture_post(f, 1);
	struct merge_post given = { .post = &post, .xhtml = str_of(xhtml), .letters = letters, .excerpt = str_lit("요약") };
	struct merge_count count;
	struct merge *m;

	fixture_ok(f, merge_begin(f->s, 1, &m, &f->err));
	fixture_ok(f, merge_post(m, &given, &f->err));
	fixture_ok(f, merge_end(m, NULL, &fetch, &count, &f->err));
	assert_int_equal(count.changed, 1);
}

static void
a_sync_leaves_it_unless_the_feed_gives_more(void **state)
{
	struct fixture *f = *state;
	struct str text;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 1);
	store_page(f, 1, page_text(page, 1200));
	feed_says(f, "<p>피드의 글이 바뀌었습니다</p>", 30);
	assert_str(shown(f, 1), page);
	fixture_ok(f, full_feed_text(f->s, &f->a, 1, &text, &f->err));
	assert_str(text, "<p>피드의 글이 바뀌었습니다</p>");
	feed_says(f, "<p>한 글자가 바뀌었습니다</p>", 1300);
	assert_str(shown(f, 1), page);
	feed_says(f, "<p>이제 전부 줍니다</p>", 1600);
	assert_str(shown(f, 1), "<p>이제 전부 줍니다</p>");
	assert_int_equal(row_of(f, 1).full, POSTS_FULL_THERE);
}

static void
what_the_user_chose_stays(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(page, 1200);
	bool is_page;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 1);
	text.how = FULL_SHORTER;
	store_page(f, 1, text);
	fixture_ok(f, full_show(f->s, 1, true, &is_page, &f->err));
	assert_true(is_page);
	feed_says(f, "<p>피드의 글이 바뀌었습니다</p>", 2000);
	assert_str(shown(f, 1), page);
	store_page(f, 1, text);
	assert_str(shown(f, 1), page);
	/* One who turned away from a page wants to see what is fetched anew. */
	fixture_ok(f, full_show(f->s, 1, false, &is_page, &f->err));
	text.how = FULL_FINE;
	store_page(f, 1, text);
	assert_str(shown(f, 1), page);
}

static void
a_failure_takes_nothing_away(void **state)
{
	struct fixture *f = *state;
	struct full_text part = page_text("<article><p>앞부분</p></article>", 2000);
	struct full full;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 2);
	fixture_ok(f, full_fail(f->s, 2, FULL_LOGIN, str_lit("a login is asked for"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_fail(f->s, 2, FULL_HTTP, str_lit("503"), FIXTURE_NOW + 60, &f->err));
	assert_int_equal(row_of(f, 2).full, POSTS_FULL_FAILED);
	assert_str(shown(f, 2), "<p>본문 2</p>");
	fixture_ok(f, full_get(f->s, &f->a, 2, &full, &f->err));
	assert_int_equal(full.fails, 2);
	assert_int_equal(full.how, FULL_HTTP);
	assert_int_equal(full.fetched, CLOCK_NONE);
	store_page(f, 1, page_text(page, 1200));
	fixture_ok(f, full_fail(f->s, 1, FULL_MISSING, str_lit("404"), CLOCK_NONE, &f->err));
	assert_int_equal(row_of(f, 1).full, POSTS_FULL_THERE | POSTS_FULL_SHOWN | POSTS_FULL_FAILED);
	assert_str(shown(f, 1), page);
	part.how = FULL_PART;
	part.is_part = true;
	store_page(f, 1, part);
	assert_str(shown(f, 1), page);
	part.how = FULL_SHORTER;
	store_page(f, 1, part);
	assert_str(shown(f, 1), page);
	fixture_ok(f, full_get(f->s, &f->a, 1, &full, &f->err));
	assert_false(full.is_part);
	part.how = FULL_PART;
	store_page(f, 2, part);
	assert_int_equal(row_of(f, 2).full, POSTS_FULL_THERE | POSTS_FULL_SHOWN | POSTS_FULL_PART);
	fixture_ok(f, full_get(f->s, &f->a, 2, &full, &f->err));
	assert_int_equal(full.fails, 3); /* what is there is not all */
	store_page(f, 2, page_text(page, 1200));
	fixture_ok(f, full_get(f->s, &f->a, 2, &full, &f->err));
	assert_int_equal(full.fails, 0);
	assert_int_equal(row_of(f, 2).full, POSTS_FULL_THERE | POSTS_FULL_SHOWN);
}

static void
places_that_want_to_be_left_alone_are_listed(void **state)
{
	struct fixture *f = *state;
	struct hold *held;
	size_t n;

	fixture_ok(f, hold_set(f->s, str_lit("over.example"), FIXTURE_NOW + 10, FIXTURE_NOW, &f->err));
	fixture_ok(f, hold_set(f->s, str_lit("blog.example"), FIXTURE_NOW + 600, FIXTURE_NOW, &f->err));
	fixture_ok(f, hold_set(f->s, str_lit("blog.example"), FIXTURE_NOW + 60, FIXTURE_NOW + 20, &f->err));
	fixture_ok(f, hold_list(f->s, &f->a, FIXTURE_NOW + 20, &held, &n, &f->err));
	assert_int_equal(n, 1);
	assert_str(held[0].place, "blog.example");
	assert_int_equal(held[0].until, FIXTURE_NOW + 600);
	fixture_ok(f, hold_list(f->s, &f->a, FIXTURE_NOW, &held, &n, &f->err));
	assert_int_equal(n, 1);
}

/* What was told on a day that the clock was years ahead holds nobody off. */
static void
a_place_is_not_left_alone_for_years(void **state)
{
	struct fixture *f = *state;
	const int64_t wrong = FIXTURE_NOW + 70LL * 365 * 86400;
	struct hold *held;
	size_t n;

	fixture_ok(f, hold_set(f->s, str_lit("blog.example"), wrong + 600, wrong, &f->err));
	fixture_ok(f, hold_list(f->s, &f->a, wrong, &held, &n, &f->err));
	assert_int_equal(n, 1);
	fixture_ok(f, hold_list(f->s, &f->a, FIXTURE_NOW, &held, &n, &f->err));
	assert_int_equal(n, 0);
	fixture_ok(f, hold_set(f->s, str_lit("blog.example"), FIXTURE_NOW + 600, FIXTURE_NOW, &f->err));
	fixture_ok(f, hold_list(f->s, &f->a, FIXTURE_NOW, &held, &n, &f->err));
	assert_int_equal(n, 1);
	assert_int_equal(held[0].until, FIXTURE_NOW + 600);
}

static void
nothing_is_kept_for_a_post_that_is_gone(void **state)
{
	struct fixture *f = *state;
	struct full full;

	store_page(f, 99, page_text(page, 1200));
	fixture_ok(f, full_fail(f->s, 99, FULL_HTTP, str_lit("500"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_get(f->s, &f->a, 99, &full, &f->err));
	assert_int_equal(full.tried, CLOCK_NONE);
}

/* One post in each of two feeds, of one link each. */
static void
two_posts(struct fixture *f)
{
	struct post mine = fixture_post(f, 1), theirs = fixture_post(f, 2);

	fixture_subscribe(f, subscriptions);
	mine.link = str_lit("https://blog.example/post/1");
	theirs.link = str_lit("https://planet.example/go/77");
	theirs.title = str_lit("다른 제목");
	fixture_merge_posts(f, 1, &mine, 1, NULL);
	fixture_merge_posts(f, 2, &theirs, 1, NULL);
}

static void
the_address_a_page_names_makes_one_story(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(page, 1200);

	two_posts(f);
	assert_int_equal(row_of(f, 2).story_id, 0);
	text.canonical = str_lit("https://blog.example/post/1");
	store_page(f, 2, text);
	assert_int_not_equal(row_of(f, 2).story_id, 0);
	assert_int_equal(row_of(f, 1).story_id, row_of(f, 2).story_id);
	text.canonical = STR_NONE;
	store_page(f, 2, text);
	assert_int_equal(row_of(f, 2).story_id, 0);
}

static void
a_home_page_is_no_address_of_a_story(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(page, 1200);
	struct post home = fixture_post(f, 3);

	two_posts(f);
	home.link = str_lit("https://blog.example/");
	fixture_merge_posts(f, 1, &home, 1, NULL);
	text.canonical = str_lit("https://blog.example");
	store_page(f, 2, text);
	assert_int_equal(row_of(f, 2).story_id, 0);
}

/* A theme that names one address on all pages. */
static void
an_address_that_two_pages_name_is_nobodys(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(page, 1200);
	struct post more = fixture_post(f, 4);

	two_posts(f);
	more.link = str_lit("https://planet.example/go/78");
	more.title = str_lit("또 다른 제목");
	fixture_merge_posts(f, 2, &more, 1, NULL);
	text.canonical = str_lit("https://blog.example/post/1");
	store_page(f, 2, text);
	assert_int_not_equal(row_of(f, 2).story_id, 0);
	store_page(f, 3, text);
	assert_int_equal(row_of(f, 2).story_id, 0);
	assert_int_equal(row_of(f, 3).story_id, 0);
}

static int64_t
number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

static void
a_cache_of_version_4_keeps_its_texts(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_path(f, "old.db");
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, path, steps, 4, NULL, &f->err));
	assert_int_equal(sqlite3_exec(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example');"
	    "INSERT INTO post(feed_id, guid, first_seen, sort, is_starred) VALUES(1, 'a', 2000, 1000, 1);"
	    "INSERT INTO body VALUES(1, '<article/>', 7)", NULL, NULL, NULL), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, path, steps, newest, NULL, &f->err));
	assert_true(fixture_exists(f, "old.db.v4"));
	assert_int_equal(number(db, "SELECT count(*) FROM post p, body b WHERE b.post_id = p.id AND is_starred = 1"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM full"), 0);
	sqlite3_close(db);
}

static void
texts_of_a_damaged_cache_are_saved(void **state)
{
	struct fixture *f = *state;
	char *byte;
	struct buf bytes = { 0 };
	const char *cache = fixture_path(f, "data/sosik/sosik.db");

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 200);
	store_page(f, 1, page_text(page, 1200));
	store_close(f->s);
	f->s = NULL;
	/* A page full of one feed's posts. */
	fixture_ok(f, file_read(cache, 64 << 20, &bytes, &f->err));
	byte = memmem(bytes.p, bytes.n, "https://blog.example/150", sizeof "https://blog.example/150" - 1);
	assert_non_null(byte);
	memset(bytes.p + (byte - bytes.p) / 4096 * 4096, 0xff, 4096);
	fixture_ok(f, file_replace(cache, buf_str(&bytes), &f->err));
	buf_free(&bytes);
	/* The tick of the clock may still be that of the store's own last write. */
	assert_int_equal(utimensat(AT_FDCWD, cache, (const struct timespec[2]){ { 1000, 0 }, { 1000, 0 } }, 0), 0);
	fixture_open(f, STORE_CHECK);
	assert_non_null(strstr(f->notice, ".bad-"));
	assert_str(shown(f, 1), page);
	assert_int_equal(row_of(f, 1).full, POSTS_FULL_THERE | POSTS_FULL_SHOWN);
}

static void
reasons_are_told_by_their_codes(void **state)
{
	static const struct {
		const char *why, *want;
	} cases[] = {
		{ "login", "this page asks for a login; open it in a browser" },
		{ "status 404", "404: there is nothing at this address" },
		{ "unreached a.example", "no connection to a.example" },
		{ "no-page pdf", "its link leads to a PDF file, not to a page" },
		{ "part 2 status 500", "only 2 pages of it came: 500: the server has an error" },
		{ "part 1 left-alone a.example", "only 1 page of it came: a.example wanted to be left alone" },
		{ "leads-on https://a.example/ b", "this page only leads to another one: https://a.example/ b" },
		{ "internal 10.0.0.1", "10.0.0.1 is an internal address; only a feed of that address may lead there" },
		/* what an older sosik has put into words, and what is no code */
		{ "404: there is nothing at this address", "404: there is nothing at this address" },
		{ "login needed", "login needed" }, { "unreached", "unreached" }, { "part two", "part two" }, { "part 2", "part 2" },
		{ "status 4", "status 4" }, { "", "" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_clear(&out);
		full_why_text(&out, str_of(cases[i].why), CLOCK_NONE);
		assert_str(buf_str(&out), cases[i].want);
	}
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_page_is_shown_in_place_of_the_feed),
		STORE_TEST(a_page_says_who_and_when_where_the_feed_does_not),
		STORE_TEST(a_post_without_a_text_has_one_then),
		STORE_TEST(a_page_with_less_than_the_feed_is_kept_but_not_shown),
		STORE_TEST(a_sync_leaves_it_unless_the_feed_gives_more),
		STORE_TEST(what_the_user_chose_stays),
		STORE_TEST(a_failure_takes_nothing_away),
		STORE_TEST(places_that_want_to_be_left_alone_are_listed),
		STORE_TEST(a_place_is_not_left_alone_for_years),
		STORE_TEST(nothing_is_kept_for_a_post_that_is_gone),
		STORE_TEST(the_address_a_page_names_makes_one_story),
		STORE_TEST(a_home_page_is_no_address_of_a_story),
		STORE_TEST(an_address_that_two_pages_name_is_nobodys),
		STORE_TEST(a_cache_of_version_4_keeps_its_texts),
		STORE_TEST(texts_of_a_damaged_cache_are_saved),
		cmocka_unit_test(reasons_are_told_by_their_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
