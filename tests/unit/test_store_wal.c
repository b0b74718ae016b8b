#include "unit.h"

#include "store/store_impl.h"
#include "store/wal.h"
#include "store_fixture.h"

enum { PAGE = 512, FRAME = PAGE + 24, ROUND = 1000 };

/* With small pages, of which a long log is soon made, and without waiting for the disk but where wal.c does. */
static int
setup(void **state)
{
	struct fixture *f;

	if (fixture_setup(state) < 0)
		return -1;
	f = *state;
	fixture_ok(f, db_exec(f->s->db, "PRAGMA synchronous = OFF; PRAGMA main.journal_mode = DELETE; PRAGMA page_size = 512; VACUUM;"
	    "PRAGMA main.journal_mode = WAL; CREATE TABLE filler(bytes BLOB)", &f->err));
	return 0;
}

/* A transaction of so many pages and a few. */
static void
write_pages(struct fixture *f, struct store *s, int n)
{
	fixture_ok(f, db_exec(s->db, arena_printf(&f->a, "INSERT INTO filler VALUES(zeroblob(%d))", n * PAGE).p, &f->err));
}

static int64_t
size_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_size;
}

static int64_t
pages_of_file(const struct fixture *f)
{
	return size_of(f->s->file.p) / PAGE;
}

/* The longest that it has been: where it begins anew its file stays as it is. */
static int64_t
pages_of_log(const struct fixture *f)
{
	return size_of(f->s->wal.p) / FRAME;
}

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

static void
a_watcher_brings_in_a_long_log_which_begins_anew(void **state)
{
	struct fixture *f = *state;
	struct store *other;
	int64_t first, longest = 0;

	fixture_ok(f, store_open(&other, STORE_WRITE, f->notice, &f->err));
	wal_leave(f->s, true);
	wal_watch(other);
	wal_carry(other);
	for (int i = 0; i < 2; i++) {
		first = pages_of_file(f);
		write_pages(f, f->s, WAL_CARRY_PAGES / 2);
		write_pages(f, other, 1);
		assert_int_equal(pages_of_file(f), first);
		write_pages(f, f->s, WAL_CARRY_PAGES / 2);
		write_pages(f, other, 1);
		assert_in_range(pages_of_file(f) - first, WAL_CARRY_PAGES, WAL_CARRY_PAGES + ROUND);
		if (!i)
			longest = pages_of_log(f);
	}
	assert_in_range(longest, WAL_CARRY_PAGES, WAL_CARRY_PAGES + ROUND);
	assert_in_range(pages_of_log(f), longest, longest + ROUND);
	store_close(other);
}

static void
without_a_watcher_the_log_stays_under_its_bound(void **state)
{
	struct fixture *f = *state;
	const struct {
		bool is_left;
		int bound;
	} cases[] = { { false, WAL_ALONE_PAGES }, { true, WAL_LEFT_PAGES } };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		wal_leave(f->s, cases[i].is_left);
		for (int n = 0; n < cases[i].bound + 3 * ROUND; n += ROUND)
			write_pages(f, f->s, ROUND);
		assert_in_range(pages_of_log(f), cases[i].bound, cases[i].bound + 2 * ROUND - 1);
	}
}

/* As a full disk ends it, behind pages that were too many to wait in memory. */
static void
what_a_full_disk_ended_is_given_back(void **state)
{
	struct fixture *f = *state;
	int64_t before;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 20);
	fixture_ok(f, db_exec(f->s->db, "PRAGMA cache_size = 4", &f->err));
	before = size_of(f->s->wal.p);
	assert_int_equal((before - 32) % FRAME, 0);
	fixture_ok(f, db_exec(f->s->db, arena_printf(&f->a, "PRAGMA max_page_count = %d", (int)pages_of_file(f) + ROUND).p, &f->err));
	fixture_ok(f, store_begin(f->s, &f->err));
	for (int n = 0; !db_exec(f->s->db, "INSERT INTO filler VALUES(zeroblob(5000))", &f->err); n++)
		assert_true(n < ROUND);
	assert_int_equal(f->err.code, ERR_IO);
	assert_true(size_of(f->s->wal.p) > before + ROUND / 2 * FRAME);
	store_rollback(f->s);
	assert_in_range(size_of(f->s->wal.p), before - FRAME, before);
	fixture_merge(f, 1, 30);
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 30);
	fixture_reopen(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 30);
}

static int64_t
page_size(struct fixture *f)
{
	int64_t bytes;

	fixture_ok(f, db_pragma(f->s->db, "PRAGMA main.page_size", &bytes, &f->err));
	return bytes;
}

/* It is a thing of the file: one that was made with other pages goes on as it is. */
static void
a_new_cache_has_pages_of_8_kb(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(page_size(f), 8192);
	fixture_ok(f, db_exec(f->s->db, "PRAGMA main.journal_mode = DELETE; PRAGMA page_size = 4096; VACUUM; PRAGMA main.journal_mode = WAL", &f->err));
	fixture_reopen(f);
	assert_int_equal(page_size(f), 4096);
}

static int syncs;

static int
count_sync(sqlite3_file *file, int flags)
{
	(void)file, (void)flags;
	syncs++;
	return SQLITE_OK;
}

/* SQLite itself does so only where all of the log comes in: another process still reads what stood before the second half. */
static void
the_disk_is_waited_for_once_where_a_part_comes_in(void **state)
{
	struct fixture *f = *state;
	static sqlite3_io_methods counted;
	const sqlite3_io_methods *own;
	sqlite3_file *file;
	struct store *other;

	fixture_ok(f, store_open(&other, STORE_WRITE, f->notice, &f->err));
	wal_watch(f->s);
	wal_carry(f->s);
	write_pages(f, f->s, WAL_CARRY_PAGES / 2);
	fixture_ok(f, db_exec(other->db, "BEGIN; SELECT count(*) FROM filler", &f->err));
	assert_int_equal(sqlite3_file_control(f->s->db, "main", SQLITE_FCNTL_FILE_POINTER, &file), SQLITE_OK);
	own = file->pMethods;
	counted = *own;
	counted.xSync = count_sync;
	file->pMethods = &counted;
	syncs = 0;
	write_pages(f, f->s, WAL_CARRY_PAGES / 2);
	write_pages(f, f->s, 1);
	file->pMethods = own;
	assert_int_equal(syncs, 1);
	fixture_ok(f, db_exec(other->db, "COMMIT", &f->err));
	store_close(other);
}

#define WAL_TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_others_have_written_comes_into_the_file),
		WAL_TEST(a_watcher_brings_in_a_long_log_which_begins_anew),
		WAL_TEST(what_a_full_disk_ended_is_given_back),
		WAL_TEST(without_a_watcher_the_log_stays_under_its_bound),
		STORE_TEST(a_new_cache_has_pages_of_8_kb),
		WAL_TEST(the_disk_is_waited_for_once_where_a_part_comes_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
