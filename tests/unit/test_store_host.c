#include "unit.h"

#include <sqlite3.h>

#include "store/index_tokenizer.h"
#include "store/schema.h"
#include "store_fixture.h"

/* Posts whose host is not that of their link's key, by SQLite's own functions. */
static int64_t
wrong(sqlite3 *db)
{
	sqlite3_stmt *st;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM post WHERE host IS NOT substr(link_key, 9,"
	    " instr(substr(link_key, 9) || '/', '/') - 1)", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

static sqlite3 *
beside(struct fixture *f)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	return db;
}

static void
assert_right(struct fixture *f)
{
	sqlite3 *db = beside(f);

	assert_int_equal(wrong(db), 0);
	sqlite3_close(db);
}

static void
merge(struct fixture *f, const char *id, const char *link)
{
	struct post post = fixture_post(f, 1);

	post.id = str_of(id);
	post.title = str_of(id);
	post.link = str_of(link);
	(void)fixture_merge_posts(f, 1, &post, 1, NULL);
}

static void
posts_are_found_by_the_host_of_their_link(void **state)
{
	static const char *const links[] = { "https://blog.example/1", "http://www.blog.example", "https://blog.example:8080/a?b=c/d", "",
		"https://가람.example/글", "mailto:a@blog.example", "https://blog.example?a=1" };
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/rss\n");
	for (size_t i = 0; i < sizeof links / sizeof *links; i++)
		merge(f, arena_printf(&f->a, "g-%zu", i).p, links[i]);
	fixture_merge(f, 1, 30); /* many at once */
	assert_right(f);
	assert_int_equal(fixture_find(f, "site:other.example"), 0);
	merge(f, "g-0", "https://other.example/1");
	assert_right(f);
	assert_int_equal(fixture_find(f, "site:other.example"), 1);
}

/* Of what is starred the journal tells the link: the post is there before its feed gives it, and keeps its host. */
static void
posts_that_only_the_journal_knows_have_one(void **state)
{
	struct fixture *f = *state;
	const int64_t one = 1;

	fixture_subscribe(f, "https://a.example/rss\n");
	merge(f, "g-1", "https://blog.example/1");
	fixture_ok(f, state_apply(f->s, &one, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err));
	fixture_anew(f);
	assert_right(f);
	assert_int_equal(fixture_find(f, "site:blog.example"), 1);
	merge(f, "g-1", "https://blog.example/1");
	assert_right(f);
}

static void
a_link_of_another_form_changes_it(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, "https://a.example/rss\n");
	merge(f, "g-1", "https://m.blog.example/1");
	merge(f, "g-2", "https://blog.example/2");
	db = beside(f);
	assert_int_equal(sqlite3_exec(db, "UPDATE post SET link_key = 'https://x.example/1', host = 'x.example'; UPDATE feed SET link_form = 0",
	    NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	fixture_reopen(f);
	merge(f, "g-2", "https://blog.example/2");
	assert_right(f);
	assert_int_equal(fixture_find(f, "site:x.example"), 0);
	assert_int_equal(fixture_find(f, "site:blog.example"), 2);
}

static void
a_cache_of_version_27_gets_them(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_path(f, "old.db");
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3_stmt *st;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, path, steps, 27, NULL, &f->err));
	assert_int_equal(sqlite3_exec(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example');"
	    "INSERT INTO post(feed_id, guid, first_seen, sort, link_key) VALUES(1, 'a', 2000, 1000, 'https://a.example/1'),"
	    " (1, 'b', 2000, 1000, NULL), (1, 'c', 2000, 1000, 'https://b.example')", NULL, NULL, NULL), SQLITE_OK);
	/* of a sync that still runs, and would go on without them */
	assert_int_equal(sqlite3_prepare_v2(db, "INSERT INTO post(feed_id, guid, first_seen, sort, is_cut_off) VALUES(1, 'd', 1, 1, 0)",
	    -1, &st, NULL), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, path, steps, newest, NULL, &f->err));
	assert_int_equal(sqlite3_step(st), SQLITE_ERROR);
	sqlite3_finalize(st);
	assert_int_equal(wrong(db), 0);
	assert_int_equal(sqlite3_exec(db, "PRAGMA integrity_check", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(posts_are_found_by_the_host_of_their_link),
		STORE_TEST(posts_that_only_the_journal_knows_have_one),
		STORE_TEST(a_link_of_another_form_changes_it),
		STORE_TEST(a_cache_of_version_27_gets_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
