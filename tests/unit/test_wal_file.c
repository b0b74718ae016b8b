#include "unit.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/wal_file.h"

enum { FULL_NEVER = -1 };

/* What writes a log before ours does: it counts, and can have no room. */
static struct {
	sqlite3_vfs vfs;
	sqlite3_vfs *before;
	sqlite3_io_methods methods;
	int (*write)(sqlite3_file *file, const void *p, int n, sqlite3_int64 at);
	int writes, left;
} under = { .left = FULL_NEVER };

static char path[64];

static int
write_counted(sqlite3_file *file, const void *p, int n, sqlite3_int64 at)
{
	under.writes++;
	if (!under.left)
		return SQLITE_FULL;
	under.left -= under.left > 0;
	return under.write(file, p, n, at);
}

static int
open_counted(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *got)
{
	int code = under.before->xOpen(under.before, name, file, flags, got);

	(void)vfs;
	if (code != SQLITE_OK || !(flags & SQLITE_OPEN_WAL))
		return code;
	under.write = file->pMethods->xWrite;
	under.methods = *file->pMethods;
	under.methods.xWrite = write_counted;
	file->pMethods = &under.methods;
	return code;
}

static int
set_up_group(void **state)
{
	(void)state;
	under.before = sqlite3_vfs_find(NULL);
	under.vfs = *under.before;
	under.vfs.zName = "counted";
	under.vfs.pNext = NULL;
	under.vfs.xOpen = open_counted;
	assert_int_equal(sqlite3_vfs_register(&under.vfs, 1), SQLITE_OK);
	wal_file_set();
	return 0;
}

static void
run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

/* With few pages in memory: those of a large transaction go to the log before its end, and are written over there. */
static int
set_up(void **state)
{
	sqlite3 *db;

	strcpy(path, "/tmp/sosik-wal-XXXXXX");
	assert_non_null(mkdtemp(path));
	strcat(path, "/db");
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = 20; PRAGMA wal_autocheckpoint = 0;"
	    "CREATE TABLE row(id INTEGER PRIMARY KEY, key INTEGER, text TEXT); CREATE INDEX row_by_key ON row(key)");
	*state = db;
	return 0;
}

static int
tear_down(void **state)
{
	sqlite3_close(*state);
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	return 0;
}

/* Rows whose keys stand all over the index. */
static void
add_rows(sqlite3 *db, int n)
{
	char sql[256];

	snprintf(sql, sizeof sql, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
	    " INSERT INTO row(key, text) SELECT i * 2654435761 %% 65537, hex(zeroblob(200)) FROM n", n);
	run(db, sql);
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

/* As one sees it who knows nothing of this file. */
static void
check_from_outside(int64_t rows)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, "unix"), SQLITE_OK);
	assert_int_equal(number(db, "SELECT count(*) FROM row"), rows);
	assert_int_equal(number(db, "SELECT count(*) FROM row INDEXED BY row_by_key WHERE key >= 0"), rows);
	assert_int_equal(number(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check != 'ok'"), 0);
	sqlite3_close(db);
}

static void
what_is_done_is_seen_by_others(void **state)
{
	int64_t rows = 0;

	for (int n = 1; n < 3000; rows += n, n *= 3) {
		add_rows(*state, n);
		check_from_outside(rows + n);
	}
}

static void
what_is_taken_back_is_not_there(void **state)
{
	sqlite3 *db = *state;

	add_rows(db, 100);
	for (int i = 1; i < 4; i++) {
		run(db, "BEGIN");
		add_rows(db, 1000);
		assert_int_equal(number(db, "SELECT count(*) FROM row"), 100 * i + 1000);
		run(db, "ROLLBACK");
		add_rows(db, 100);
		check_from_outside(100 * i + 100);
	}
}

/* SQLite looks at nothing of the log to take it back where the log has just begun anew. */
static void
what_is_taken_back_never_comes_over_what_others_write(void **state)
{
	sqlite3 *db = *state, *other;

	add_rows(db, 1000);
	run(db, "PRAGMA wal_checkpoint(TRUNCATE); BEGIN; UPDATE row SET text = hex(randomblob(200)); ROLLBACK");
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	add_rows(other, 2000);
	assert_int_equal(number(db, "SELECT count(*) FROM row"), 3000);
	sqlite3_close(other);
	check_from_outside(3000);
}

static void
the_log_begins_anew(void **state)
{
	sqlite3 *db = *state;

	for (int i = 1; i < 5; i++) {
		add_rows(db, 500);
		check_from_outside(500 * i);
		run(db, i % 2 ? "PRAGMA wal_checkpoint(RESTART)" : "PRAGMA wal_checkpoint(TRUNCATE)");
		check_from_outside(500 * i);
	}
}

static void
pages_are_written_many_at_a_time(void **state)
{
	sqlite3 *db = *state;

	run(db, "PRAGMA cache_size = 2000");
	under.writes = 0;
	add_rows(db, 2000);
	assert_in_range(number(db, "PRAGMA page_count"), 100, 400);
	assert_in_range(under.writes, 8, 40);
}

/* Wherever it ends: the transaction has failed, and all before it is there. */
static void
without_room_a_transaction_fails_as_a_whole(void **state)
{
	sqlite3 *db = *state;

	add_rows(db, 100);
	for (int room = 0; room < 12; room += 3) {
		under.left = room;
		assert_int_equal(sqlite3_exec(db, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
		    " INSERT INTO row(key, text) SELECT i * 2654435761 % 65537, hex(zeroblob(200)) FROM n", NULL, NULL, NULL), SQLITE_FULL);
		under.left = FULL_NEVER;
		check_from_outside(100);
	}
	add_rows(db, 100);
	check_from_outside(200);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_done_is_seen_by_others),
		TEST(what_is_taken_back_is_not_there),
		TEST(what_is_taken_back_never_comes_over_what_others_write),
		TEST(the_log_begins_anew),
		TEST(pages_are_written_many_at_a_time),
		TEST(without_room_a_transaction_fails_as_a_whole),
	};

	return cmocka_run_group_tests(tests, set_up_group, NULL);
}
