#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/db.h"
#include "store/index.h"
#include "store/schema.h"
#include "store/store_open.h"
#include "store_fixture.h"

enum { POSTS = 5, ASKED = 5 };

static int64_t
count(struct fixture *f)
{
	int64_t n = -1;

	fixture_ok(f, posts_count(f->s, &(struct posts_view){ 0 }, &n, &f->err));
	return n;
}

/* Posts with a word in their text. */
static int64_t
found(struct fixture *f, const char *word)
{
	struct query *q;
	int64_t n = -1;

	fixture_ok(f, query_parse(&f->a, str_of(word), NULL, &q, &f->err));
	fixture_ok(f, posts_count(f->s, &(struct posts_view){ .query = q }, &n, &f->err));
	return n;
}

static int
star(struct fixture *f, int64_t id)
{
	return state_apply(f->s, &id, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err);
}

/* Posts, one of them starred; closed. */
static void
setup_posts(struct fixture *f)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	fixture_ok(f, star(f, 2));
	store_close(f->s);
	f->s = NULL;
}

static void
remove_cache(struct fixture *f)
{
	assert_int_equal(remove(fixture_path(f, "data/sosik/sosik.db")), 0);
}

/* As if the disk were full. */
static void
set_room(rlim_t bytes)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
a_full_disk_can_be_read(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	set_room(100);
	fixture_open(f, STORE_READ);
	assert_int_equal(count(f), POSTS);
	store_close(f->s);
	f->s = NULL;
	assert_int_equal(store_open(&f->s, STORE_WRITE, f->notice, &f->err), -1);
	assert_int_equal(f->err.code, ERR_IO);
	assert_non_null(strstr(f->err.text, "sosik.db is full"));
	fixture_open(f, STORE_EITHER);
	assert_non_null(strstr(f->notice, "sosik.db is full"));
	assert_int_equal(count(f), POSTS);
	set_room(RLIM_INFINITY);
	assert_int_equal(star(f, 1), -1);
	assert_non_null(strstr(f->err.text, "only be read"));
}

static void
index_all(struct fixture *f)
{
	bool is_done = false;

	fixture_open(f, STORE_WRITE);
	while (!is_done)
		fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
	store_close(f->s);
	f->s = NULL;
}

static void
a_full_disk_can_be_searched(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	index_all(f);
	set_room(100);
	fixture_open(f, STORE_READ);
	assert_int_equal(found(f, "요약"), POSTS);
	store_close(f->s);
	fixture_open(f, STORE_EITHER);
	assert_int_equal(found(f, "요약"), POSTS);
	set_room(RLIM_INFINITY);
}

/* What the write-ahead log of one who was killed holds is read, too. */
static void
a_full_disk_can_be_read_after_a_kill(void **state)
{
	struct fixture *f = *state;
	pid_t child;
	int status;

	setup_posts(f);
	child = fork();
	if (!child) {
		struct post posts[3];
		bool is_done = false;

		fixture_open(f, STORE_WRITE);
		for (int i = 0; i < 3; i++)
			posts[i] = fixture_post(f, 100 + i);
		fixture_merge_posts(f, 1, posts, 3, NULL);
		while (!is_done)
			fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
		(void)raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	set_room(100);
	fixture_open(f, STORE_READ);
	assert_int_equal(count(f), POSTS + 3);
	assert_int_equal(found(f, "요약"), POSTS + 3);
	store_close(f->s);
	set_room(RLIM_INFINITY);
	fixture_open(f, STORE_CHECK);
	assert_int_equal(count(f), POSTS + 3);
	assert_string_equal(f->notice, "");
}

static void
an_older_cache_is_brought_up_by_reading(void **state)
{
	struct fixture *f = *state;
	bool has_wal;
	sqlite3 *db;
	int newest;
	const char *const *steps = schema_steps(&newest);

	setup_posts(f);
	remove_cache(f);
	fixture_ok(f, db_open(&db, fixture_path(f, "data/sosik/sosik.db"), DB_WRITE, &has_wal, &f->err));
	fixture_ok(f, schema_migrate(db, NULL, steps, newest - 1, NULL, &f->err));
	sqlite3_close(db);
	fixture_open(f, STORE_READ);
	assert_int_equal(count(f), 1);
	assert_true(fixture_exists(f, arena_printf(&f->a, "data/sosik/sosik.db.v%d", newest - 1).p));
}

/* All of an empty database, a line for each thing; its rows are to be none. */
static struct str
form_of(struct fixture *f, sqlite3 *db)
{
	struct buf out = { 0 };
	sqlite3_stmt *st;
	int64_t rows;
	struct str ret;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY rowid", -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(st, 1);

		for (int i = 0; i < 4; i++)
			buf_printf(&out, "%s%c", (const char *)sqlite3_column_text(st, i), i < 3 ? ' ' : '\n');
		if (strcmp((const char *)sqlite3_column_text(st, 0), "table") != 0)
			continue;
		fixture_ok(f, db_pragma(db, arena_printf(&f->a, "SELECT count(*) FROM %s", name).p, &rows, &f->err));
		assert_int_equal(rows, 0);
	}
	sqlite3_finalize(st);
	ret = arena_dup(&f->a, buf_str(&out));
	buf_free(&out);
	return ret;
}

/* schema_whole, and the steps. */
static void
a_new_cache_is_what_the_steps_lead_to(void **state)
{
	struct fixture *f = *state;
	struct str forms[2];
	int newest;
	const char *const *steps = schema_steps(&newest);

	for (int i = 0; i < 2; i++) {
		bool has_wal;
		sqlite3 *db;
		int64_t version;

		fixture_ok(f, db_open(&db, NULL, DB_MEMORY, &has_wal, &f->err));
		if (i)
			fixture_ok(f, schema_migrate(db, NULL, steps, newest - 1, NULL, &f->err));
		fixture_ok(f, schema_migrate(db, NULL, steps, newest, NULL, &f->err));
		fixture_ok(f, db_pragma(db, "PRAGMA user_version", &version, &f->err));
		assert_int_equal(version, newest);
		forms[i] = form_of(f, db);
		sqlite3_close(db);
	}
	assert_string_equal(forms[0].p, forms[1].p);
}

/* SQLite's file format: a connection that reads the WAL holds a lock on these bytes. */
enum { SHARED_FIRST = 0x40000002, SHARED_SIZE = 510 };

/* Whether another process would find that lock. */
static bool
is_locked(const char *path)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE };
	pid_t child = fork();
	int status;

	if (!child) {
		int fd = open(path, O_RDWR);

		_exit(fd < 0 || fcntl(fd, F_GETLK, &lock) < 0 ? 2 : lock.l_type != F_UNLCK);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
	return WEXITSTATUS(status);
}

static void
a_second_opening_leaves_the_locks_of_the_first(void **state)
{
	struct fixture *f = *state;
	const char *path;
	sqlite3 *first, *second;
	bool has_wal;

	setup_posts(f);
	store_close(f->s);
	f->s = NULL;
	path = fixture_path(f, "data/sosik/sosik.db");
	fixture_ok(f, db_open(&first, path, DB_WRITE, &has_wal, &f->err));
	assert_true(is_locked(path));
	fixture_ok(f, db_open(&second, path, DB_WRITE, &has_wal, &f->err));
	assert_true(is_locked(path));
	sqlite3_close(second);
	assert_true(is_locked(path));
	sqlite3_close(first);
	assert_false(is_locked(path));
}

/* Who only reads has the index that is gone made by another opening of the cache, beside its own. */
static void
an_index_made_for_who_reads_leaves_its_locks(void **state)
{
	struct fixture *f = *state;
	const char *path = fixture_path(f, "data/sosik/sosik.db");

	setup_posts(f);
	fixture_open(f, STORE_READ);
	assert_true(is_locked(path));
	assert_false(fixture_exists(f, "data/sosik/index.db"));
	assert_int_equal(found(f, "요약"), POSTS);
	assert_true(fixture_exists(f, "data/sosik/index.db"));
	assert_true(is_locked(path));
	store_close(f->s);
	f->s = NULL;
	assert_false(is_locked(path));
}

struct told {
	int n, steps, stops_at;
};

static void
take_step(void *user, int step, int steps)
{
	struct told *told = user;

	assert_int_equal(step, told->n++);
	told->steps = steps;
}

static bool
stops(void *user)
{
	struct told *told = user;

	return told->n > told->stops_at;
}

static void
an_upgrade_is_told_and_can_be_stopped(void **state)
{
	struct told told = { .stops_at = 2 };
	const struct store_opening how = { take_step, stops, &told };
	struct fixture *f = *state;
	bool has_wal;
	sqlite3 *db;
	int newest;
	const char *const *steps = schema_steps(&newest);

	setup_posts(f);
	remove_cache(f);
	fixture_ok(f, db_open(&db, fixture_path(f, "data/sosik/sosik.db"), DB_WRITE, &has_wal, &f->err));
	fixture_ok(f, schema_migrate(db, NULL, steps, newest - 4, NULL, &f->err));
	sqlite3_close(db);
	assert_int_equal(store_open_told(&f->s, STORE_EITHER, &how, f->notice, &f->err), -1);
	assert_int_equal(f->err.code, ERR_STOPPED);
	assert_int_equal(told.steps, 4);
	assert_int_equal(told.n, 3); /* the copy, one step that was done, and one that was not */
	told = (struct told){ .stops_at = 99 };
	fixture_ok(f, store_open_told(&f->s, STORE_EITHER, &how, f->notice, &f->err));
	assert_int_equal(told.steps, 3);
	assert_int_equal(told.n, 4);
	assert_int_equal(count(f), 1);
	store_close(f->s);
	told = (struct told){ 0 };
	fixture_ok(f, store_open_told(&f->s, STORE_WRITE, &how, f->notice, &f->err));
	assert_int_equal(told.n, 0); /* nothing to do, nothing told */
}

/* Another process that copies the cache just now. */
struct another {
	struct fixture *f;
	const char *copy;
	int lock, asked;
};

static void
pass_step(void *user, int step, int steps)
{
	(void)user;
	(void)step;
	(void)steps;
}

static bool
is_through(void *user)
{
	struct another *other = user;

	if (++other->asked == ASKED) {
		assert_false(fixture_exists(other->f, other->copy));
		assert_int_equal(close(other->lock), 0);
	}
	return false;
}

static void
an_upgrade_waits_for_another_that_copies(void **state)
{
	struct fixture *f = *state;
	struct another other = { .f = f };
	const struct store_opening how = { pass_step, is_through, &other };
	bool has_wal;
	sqlite3 *db;
	int newest;
	const char *const *steps = schema_steps(&newest);

	setup_posts(f);
	remove_cache(f);
	other.copy = arena_printf(&f->a, "data/sosik/sosik.db.v%d", newest - 1).p;
	other.lock = file_lock(fixture_path(f, "data/sosik/sosik.db-upgrade.lock"), false, &f->err);
	assert_true(other.lock >= 0);
	fixture_ok(f, db_open(&db, fixture_path(f, "data/sosik/sosik.db"), DB_WRITE, &has_wal, &f->err));
	fixture_ok(f, schema_migrate(db, NULL, steps, newest - 1, NULL, &f->err));
	sqlite3_close(db);
	fixture_ok(f, store_open_told(&f->s, STORE_WRITE, &how, f->notice, &f->err));
	assert_true(other.asked > ASKED);
	assert_true(fixture_exists(f, other.copy));
	assert_int_equal(count(f), 1);
}

static void
a_cache_that_is_gone_is_made_again_by_reading(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	remove_cache(f);
	fixture_open(f, STORE_READ);
	assert_int_equal(count(f), 1); /* the starred one, from the journal */
	assert_non_null(strstr(f->notice, "the cache was gone"));
	assert_int_equal(star(f, 1), -1);
}

static void
a_cache_that_was_emptied_is_told_as_damaged(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	remove_cache(f);
	fixture_ok(f, file_replace(fixture_path(f, "data/sosik/sosik.db"), STR_NONE, &f->err));
	fixture_open(f, STORE_CHECK);
	assert_int_equal(count(f), 1);
	assert_non_null(strstr(f->notice, "the cache was damaged"));
}

static void
the_newest_copy_of_an_older_cache_is_kept_for_a_week(void **state)
{
	struct fixture *f = *state;
	const char *const names[] = { "data/sosik/sosik.db.v1", "data/sosik/sosik.db.v2", "data/sosik/sosik.db.v3" };
	const struct timespec old = { .tv_sec = FIXTURE_NOW - (SCHEMA_COPY_DAYS + 1) * 86400 };
	const int64_t days[] = { SCHEMA_COPY_DAYS + 1, SCHEMA_COPY_DAYS - 2, SCHEMA_COPY_DAYS - 1 };

	for (int i = 0; i < 3; i++) {
		struct timespec at = { .tv_sec = FIXTURE_NOW - days[i] * 86400 };

		fixture_ok(f, file_replace(fixture_path(f, names[i]), str_lit("x"), &f->err));
		assert_int_equal(utimensat(AT_FDCWD, fixture_path(f, names[i]), (struct timespec[]){ at, at }, 0), 0);
	}
	fixture_reopen(f);
	assert_false(fixture_exists(f, names[0]));
	assert_false(fixture_exists(f, names[1]));
	assert_true(fixture_exists(f, names[2]));
	assert_int_equal(utimensat(AT_FDCWD, fixture_path(f, names[2]), (struct timespec[]){ old, old }, 0), 0);
	fixture_reopen(f);
	assert_false(fixture_exists(f, names[2]));
}

/* The starred one is back from the journal: it counts among those that are left. */
static void
a_rebuilt_cache_says_how_many_posts_there_are(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	fixture_ok(f, file_replace(fixture_path(f, "data/sosik/sosik.db"), str_lit("no database, and longer than nothing"), &f->err));
	fixture_open(f, STORE_CHECK);
	assert_int_equal(count(f), 1);
	assert_non_null(strstr(f->notice, "rebuilt: 1 posts saved"));
}

static void
where_nothing_was_done_reading_makes_nothing(void **state)
{
	struct fixture *f = *state;

	store_close(f->s);
	f->s = NULL;
	fixture_wipe(f);
	fixture_open(f, STORE_READ);
	assert_int_equal(count(f), 0);
	assert_false(fixture_exists(f, "data"));
}

/* Root may write anywhere: the look into a folder of his own is another's. */
static int
read_as_nobody(struct fixture *f)
{
	struct err err = { 0 };
	int64_t n = -1;

	if (!geteuid() && setuid(65534) < 0)
		return 1;
	if (!store_open(&f->s, STORE_WRITE, f->notice, &err) || err.code != ERR_CACHE || !strstr(err.text, "/data/sosik can only be read"))
		return 2;
	if (store_open(&f->s, STORE_EITHER, f->notice, &err) < 0 || !strstr(f->notice, "cannot be written to"))
		return 3;
	if (posts_count(f->s, &(struct posts_view){ 0 }, &n, &err) < 0 || n != POSTS)
		return 4;
	return star(f, 1) < 0 && strstr(f->err.text, "only be read") ? 0 : 5;
}

static void
a_folder_that_cannot_be_written_is_read(void **state)
{
	const char *const files[] = { "", "data", "data/sosik", "data/sosik/sosik.db", "data/sosik/sosik.db-stamp", "data/sosik/device", "data/sosik/journal" };
	struct fixture *f = *state;
	pid_t child;
	int status;

	setup_posts(f);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		assert_int_equal(chmod(fixture_path(f, files[i]), 0555), 0);
	child = fork();
	if (!child)
		_exit(read_as_nobody(f));
	assert_int_equal(waitpid(child, &status, 0), child);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		assert_int_equal(chmod(fixture_path(f, files[i]), 0755), 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_full_disk_can_be_read),
		STORE_TEST(a_full_disk_can_be_searched),
		STORE_TEST(a_full_disk_can_be_read_after_a_kill),
		STORE_TEST(an_older_cache_is_brought_up_by_reading),
		STORE_TEST(a_new_cache_is_what_the_steps_lead_to),
		STORE_TEST(a_second_opening_leaves_the_locks_of_the_first),
		STORE_TEST(an_index_made_for_who_reads_leaves_its_locks),
		STORE_TEST(an_upgrade_is_told_and_can_be_stopped),
		STORE_TEST(an_upgrade_waits_for_another_that_copies),
		STORE_TEST(a_cache_that_is_gone_is_made_again_by_reading),
		STORE_TEST(a_cache_that_was_emptied_is_told_as_damaged),
		STORE_TEST(the_newest_copy_of_an_older_cache_is_kept_for_a_week),
		STORE_TEST(a_rebuilt_cache_says_how_many_posts_there_are),
		STORE_TEST(where_nothing_was_done_reading_makes_nothing),
		STORE_TEST(a_folder_that_cannot_be_written_is_read),
	};

	(void)signal(SIGXFSZ, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
