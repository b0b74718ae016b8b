/*
 * A store whose search index is looked into.
 */
#ifndef INDEX_FIXTURE_H
#define INDEX_FIXTURE_H

#include <sqlite3.h>

#include "store/index.h"
#include "store/index_tokenizer.h"
#include "store_fixture.h"

__attribute__((unused)) static const char subscriptions[] = "https://blog.example/rss\nhttps://planet.example/rss\n";

/* A connection beside the store's, as another process has it. */
__attribute__((unused)) static sqlite3 *
beside(struct fixture *f)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, arena_printf(&f->a, "ATTACH '%s' AS search", fixture_path(f, "data/sosik/index.db")).p, NULL, NULL,
	    NULL), SQLITE_OK);
	return db;
}

__attribute__((unused)) static void
sql(sqlite3 *db, const char *text)
{
	char *message = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &message) == SQLITE_OK)
		return;
	print_error("%s: %s\n", text, message);
	fail();
}

__attribute__((unused)) static int64_t
number(sqlite3 *db, const char *text)
{
	sqlite3_stmt *st;
	int64_t n;

	if (sqlite3_prepare_v2(db, text, -1, &st, NULL) != SQLITE_OK || sqlite3_step(st) != SQLITE_ROW) {
		print_error("%s: %s\n", text, sqlite3_errmsg(db));
		fail();
	}
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

__attribute__((unused)) static int64_t
behind(struct fixture *f)
{
	int64_t n;

	fixture_ok(f, index_behind(f->s, &n, &f->err));
	return n;
}

__attribute__((unused)) static void
catch_up(struct fixture *f)
{
	bool is_done = false;

	while (!is_done)
		fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
	assert_int_equal(behind(f), 0);
}

/* Posts that an expression finds in the index, the lowest number and how many: 100 * number + count. */
__attribute__((unused)) static int64_t
hits(struct fixture *f, const char *expression)
{
	sqlite3 *db = beside(f);
	int64_t n = number(db, arena_printf(&f->a, "SELECT coalesce(100 * min(rowid) + count(*), 0) FROM post_index WHERE post_index"
	    " MATCH '%s'", expression).p);

	sqlite3_close(db);
	return n;
}

__attribute__((unused)) static void
merge_text(struct fixture *f, int i, const char *title, const char *xhtml)
{
	struct post post = fixture_post(f, i);

	post.title = str_of(title);
	fixture_merge_posts(f, 1, &post, 1, xhtml);
}

/* Every place of every word is the same when all posts are brought in anew. */
__attribute__((unused)) static void
check_exact(struct fixture *f)
{
	sqlite3 *db = beside(f);
	bool is_whole;

	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	sql(db, "CREATE VIRTUAL TABLE temp.words USING fts5vocab(search, post_index, instance);"
	    "CREATE TEMP TABLE before AS SELECT * FROM temp.words");
	fixture_ok(f, index_start_over(f->s, &f->err));
	catch_up(f);
	assert_int_equal(number(db, "SELECT count(*) FROM (SELECT term, doc, col, offset FROM before EXCEPT"
	    " SELECT term, doc, col, offset FROM temp.words)"), 0);
	assert_int_equal(number(db, "SELECT count(*) - (SELECT count(*) FROM temp.words) FROM before"), 0);
	sqlite3_close(db);
}

#endif
