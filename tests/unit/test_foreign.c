#include "unit.h"

#include <sqlite3.h>

#include "base/limits.h"
#include "store/foreign.h"
#include "store/subscribe.h"
#include "store_fixture.h"

/* The tables as the two readers make them, as far as they matter. */
static const char newsboat[] =
    "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL);"
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,"
    " author VARCHAR(1024) NOT NULL DEFAULT '', url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL,"
    " pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL DEFAULT '', unread INTEGER(1) NOT NULL,"
    " enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0);";
static const char newsraft[] =
    "CREATE TABLE items(feed_url TEXT NOT NULL, guid TEXT, title TEXT, link TEXT, content TEXT,"
    " publication_date INTEGER NOT NULL DEFAULT 0, update_date INTEGER NOT NULL DEFAULT 0,"
    " unread INTEGER NOT NULL DEFAULT 0, important INTEGER NOT NULL DEFAULT 0);";

static const char *
make_db(struct fixture *f, const char *schema, const char *rows)
{
	const char *path = fixture_path(f, "foreign.db");
	sqlite3 *db;

	(void)unlink(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, schema, NULL, NULL, NULL) || sqlite3_exec(db, rows, NULL, NULL, NULL))
		fail_msg("%s", sqlite3_errmsg(db));
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	return path;
}

static struct foreign
read_db(struct fixture *f, const char *schema, const char *rows)
{
	struct foreign ret;

	fixture_ok(f, foreign_read(make_db(f, schema, rows), &f->a, &ret, &f->err));
	return ret;
}

/* Subscribes the lines of text, with the state of the database. */
static struct subscribe_count
import(struct fixture *f, const char *text, const struct foreign *state)
{
	struct subscribe_count count;
	struct subscribe what = { .posts = state->posts, .n_posts = state->n, .count = &count };
	struct subs subs;

	subs_parse(&f->a, str_of(text), "", &subs);
	what.feeds = subs.feeds;
	what.n = subs.n;
	fixture_ok(f, subscribe_add(f->s, &what, &f->err));
	return count;
}

static int64_t
feed_of(struct fixture *f, const char *url)
{
	struct feeds_row row;

	fixture_ok(f, feeds_find(f->s, &f->a, str_of(url), &row, &f->err));
	return row.id;
}

static void
state_waits_for_the_posts(void **state)
{
	struct fixture *f = *state;
	struct foreign db = read_db(f, newsboat,
	    "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread, flags, deleted) VALUES"
	    "('g-1','글 1','https://blog.example/1','https://blog.example/rss',1700000000,0,NULL,0),"
	    "('g-2','글 2','https://blog.example/2','https://blog.example/rss',1700000000,1,'sX',0),"
	    "('g-3','글 3','https://blog.example/3','https://blog.example/rss',1700000000,1,'',0),"
	    "('g-4','글 4','https://blog.example/4','https://blog.example/rss',1700000000,1,'',1),"
	    "('x','남의 글','https://else.example/1','https://else.example/rss',1700000000,0,'',0);");
	struct subscribe_count n = import(f, "https://blog.example/rss\n", &db);
	struct state_undone done;

	assert_int_equal(db.n, 4);
	assert_int_equal(n.read, 2);
	assert_int_equal(n.starred, 1);
	assert_int_equal(n.hidden, 1);
	assert_int_equal(n.tagged, 2);
	assert_int_equal(n.strange, 1);
	/* A star is shown before its post is there; what was read is not. */
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 1);
	fixture_merge(f, feed_of(f, "https://blog.example/rss"), 5);
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 4);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 3);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("flag/s") }), 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("flag/x") }), 1);
	/* One undo takes back the feed and what came with it. */
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 0);
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 4);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 3);
}

static void
what_is_so_already_is_no_change(void **state)
{
	struct fixture *f = *state;
	const int64_t first = 1;
	struct foreign db = read_db(f, newsraft,
	    "INSERT INTO items(feed_url, guid, title, link, publication_date, unread, important) VALUES"
	    "('http://www.blog.example/rss/','g-1','글 1','https://blog.example/1',1700000000,0,0),"
	    "('http://www.blog.example/rss/','g-2','글 2','https://blog.example/2',1700000000,0,1),"
	    "('http://www.blog.example/rss/','other','글 3','https://www.blog.example/3/?utm_source=x',1700000000,0,0),"
	    "('http://www.blog.example/rss/',NULL,'글 4','https://blog.example/4',1700000000,1,0);");
	struct subscribe_count n;
	struct state_undone done;
	int64_t changed;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 4);
	fixture_ok(f, state_apply(f->s, &first, 1, &(struct state_change){ .read = STATE_ON }, &changed, &f->err));
	n = import(f, "", &db);
	assert_int_equal(n.read, 2);
	assert_int_equal(n.starred, 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 1);
	n = import(f, "", &db);
	assert_int_equal(n.read + n.starred + n.hidden + n.tagged + n.strange, 0);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "star (1 post), read (2 posts)");
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 3);
}

/* More than a line of the journal is to hold. */
static void
very_many_posts_are_one_action(void **state)
{
	enum { POSTS = 5000 };
	struct fixture *f = *state;
	struct foreign many = { .posts = arena_new(&f->a, struct subscribe_post, POSTS), .n = POSTS };
	struct str title = arena_printf(&f->a, "%02000d", 1);
	struct state_undone done;

	for (int i = 0; i < POSTS; i++)
		many.posts[i] = (struct subscribe_post){ .feed = str_lit("https://a.example/"), .guid = arena_printf(&f->a, "g-%d", i),
			.title = title, .published = FIXTURE_NOW, .is_starred = true, .flags = "s" };
	assert_int_equal(import(f, "https://a.example/\nhttps://b.example/\n", &many).starred, POSTS);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), POSTS);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "subscribe 2 feeds, star (5000 posts), +flag/s (5000 posts)");
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), 0);
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	fixture_anew(f);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_string_equal(done.what, "subscribe 2 feeds, star (5000 posts), +flag/s (5000 posts)");
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), POSTS);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("flag/s") }), POSTS);
	assert_int_equal(state_redo(f->s, &done, &f->err), -1);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), 0);
}

/* Posts whose feeds give no identity: other readers make one up from link, date or title. */
static void
identities_that_readers_made_up_are_seen_through(void **state)
{
	struct fixture *f = *state;
	struct foreign db = read_db(f, newsboat,
	    "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread) VALUES"
	    "('https://www.blog.example/1/Mon, 03 Feb 2025 00:00:00 +0900','하나','https://www.blog.example/1/','https://a.example/',1,0),"
	    "('http://blog.example/2/','둘','http://blog.example/2/','https://a.example/',1,0),"
	    "('제목만','제목만','','https://a.example/',1738600000,0);");
	struct post posts[] = {
		{ .title = str_lit("하나"), .link = str_lit("https://www.blog.example/1/"), .published = 1738600000, .updated = CLOCK_NONE },
		{ .title = str_lit("둘"), .link = str_lit("http://blog.example/2/"), .published = 1738600000, .updated = CLOCK_NONE },
		{ .title = str_lit("제목만"), .published = 1738600000, .updated = CLOCK_NONE },
		{ .title = str_lit("새것"), .link = str_lit("https://blog.example/9"), .published = 1738600000, .updated = CLOCK_NONE },
	};
	struct subscribe_count n = import(f, "https://a.example/\n", &db);

	assert_int_equal(n.read, 3);
	fixture_merge_posts(f, feed_of(f, "https://a.example/"), posts, 4, "<p>본문</p>");
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 4);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 1);
}

static void
an_older_newsboat_is_read_too(void **state)
{
	struct fixture *f = *state;
	struct foreign db = read_db(f, "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid TEXT, title TEXT, url TEXT, feedurl TEXT,"
	    " pubDate INTEGER, unread INTEGER);",
	    "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread) VALUES('g','t','https://a.example/1','https://a.example/',1,0)");

	assert_int_equal(db.n, 1);
	assert_true(db.posts[0].is_read);
}

static void
what_a_log_holds_counts(void **state)
{
	struct fixture *f = *state;
	const char *path = make_db(f, newsraft, "PRAGMA journal_mode = WAL");
	struct foreign ret;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "INSERT INTO items(feed_url, guid, unread) VALUES('https://a.example/', 'g', 0)", NULL, NULL,
	    NULL), SQLITE_OK);
	fixture_ok(f, foreign_read(path, &f->a, &ret, &f->err));
	assert_int_equal(ret.n, 1);
	sqlite3_close(db);
}

static void
rows_that_hold_what_they_should_not_are_passed_over(void **state)
{
	struct fixture *f = *state;
	struct foreign db = read_db(f, newsboat,
	    "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread, flags) VALUES"
	    "(x'00ff','t','https://a.example/1','https://a.example/',1,0,''),"
	    "(CAST(x'ff41' AS TEXT),'t','https://a.example/1','https://a.example/',1,0,''),"
	    "(printf('%.*c', 1000000, 'g'),'t','https://a.example/1','https://a.example/',1,0,''),"
	    "('','','','https://a.example/',1,0,''),"
	    "('g','t','https://a.example/1','',1,0,''),"
	    "('good' || char(27) || '[31m',printf('%.*c', 1000000, 't'),'javascript:alert(1)','https://a.example/',-5,0,'s!#ß 가');");

	assert_int_equal(db.n, 1);
	assert_int_equal(db.passed, 5);
	assert_str(db.posts[0].guid, "good");
	assert_int_equal(db.posts[0].link.n, 0);
	assert_int_equal(db.posts[0].title.n, LIMIT_TITLE);
	assert_true(db.posts[0].published == CLOCK_NONE);
	assert_string_equal(db.posts[0].flags, "s");
}

static void
a_database_is_trusted_in_nothing(void **state)
{
	static const char *const schemas[] = {
		"CREATE TABLE other(x)",
		"CREATE TABLE t(feedurl, guid, title, url, pubDate, unread, flags, deleted);"
		"CREATE VIEW rss_item AS SELECT 1 AS id, * FROM t",
		"CREATE VIRTUAL TABLE items USING fts5(feed_url, guid, title, link)",
		"CREATE TABLE items(x)",
		"CREATE TABLE items(feed_url, guid, link, publication_date, unread, important,"
		" title AS (hex(zeroblob(300000000))) VIRTUAL)",
		"CREATE TABLE rss_item(id INTEGER PRIMARY KEY, guid, title, url, feedurl, pubDate,"
		" unread INTEGER AS (length(hex(zeroblob(4000000))) * 0) STORED)",
	};
	struct fixture *f = *state;
	struct foreign ret;
	const char *path;

	for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++) {
		path = make_db(f, schemas[i], "SELECT 1");
		assert_true(foreign_is(path));
		assert_int_equal(foreign_read(path, &f->a, &ret, &f->err), -1);
		assert_int_equal(f->err.code, ERR_FORMAT);
	}
	path = make_db(f, newsboat, "INSERT INTO rss_item(guid, title, url, feedurl, pubDate, unread)"
	    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
	    " SELECT 'g' || i, 't', 'https://a.example/', 'https://a.example/', 1, 0 FROM n");
	assert_int_equal(truncate(path, 20000), 0);
	assert_int_equal(foreign_read(path, &f->a, &ret, &f->err), -1);
	assert_int_equal(f->err.code, ERR_FORMAT);
	assert_int_equal(foreign_read(fixture_path(f, "none.db"), &f->a, &ret, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	assert_false(foreign_is(fixture_path(f, "none.db")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(state_waits_for_the_posts),
		STORE_TEST(what_is_so_already_is_no_change),
		STORE_TEST(very_many_posts_are_one_action),
		STORE_TEST(identities_that_readers_made_up_are_seen_through),
		STORE_TEST(an_older_newsboat_is_read_too),
		STORE_TEST(what_a_log_holds_counts),
		STORE_TEST(rows_that_hold_what_they_should_not_are_passed_over),
		STORE_TEST(a_database_is_trusted_in_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
