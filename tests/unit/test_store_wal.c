#include "unit.h"

#include "store/store_impl.h"
#include "store/wal.h"
#include "store_fixture.h"

/* Posts that the file has by itself, without its log. */
static int64_t
posts_in_file(struct fixture *f)
{
	sqlite3 *db;
	int64_t n;

	assert_int_equal(sqlite3_open_v2(arena_printf(&f->a, "file:%s?immutable=1", f->s->file.p).p, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
	    NULL), SQLITE_OK);
	fixture_ok(f, db_pragma(db, "SELECT count(*) FROM post", &n, &f->err));
	sqlite3_close(db);
	return n;
}

/* While another process has the cache open, who goes on writing. */
static void
what_others_have_written_comes_into_the_file(void **state)
{
	struct fixture *f = *state;
	struct store *other;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_ok(f, store_open(&other, STORE_WRITE, f->notice, &f->err));
	wal_leave(f->s, true);
	wal_watch(other);
	wal_carry(other);
	fixture_merge(f, 1, 20);
	assert_int_equal(posts_in_file(f), 0);
	wal_carry(other);
	assert_int_equal(posts_in_file(f), 20);
	fixture_merge(f, 1, 40);
	assert_int_equal(posts_in_file(f), 20);
	store_close(other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_others_have_written_comes_into_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
