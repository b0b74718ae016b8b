#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include "store/identity.h"
#include "store/index_tokenizer.h"
#include "store/schema.h"
#include "store_fixture.h"

enum { POSTS = 400 };

/* A cache with posts, of which 50 are tagged and 30 read; closed. */
static void
setup_state(struct fixture *f)
{
	const struct str names[] = { str_lit("kept") };
	int64_t ids[50];

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	for (int i = 0; i < 50; i++)
		ids[i] = 1 + i * 7;
	fixture_ok(f, state_apply(f->s, ids, 50, &(struct state_change){ .add = names, .n_add = 1 }, NULL, &f->err));
	fixture_ok(f, state_apply(f->s, ids, 30, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	store_close(f->s);
	f->s = NULL;
}

static const char *
cache(struct fixture *f)
{
	return fixture_path(f, "data/sosik/sosik.db");
}

static void
overwrite(const char *file, off_t at, size_t n, unsigned seed)
{
	int fd = open(file, O_WRONLY | O_CREAT, 0600);

	assert_true(fd >= 0);
	for (size_t i = 0; i < n; i++) {
		unsigned char byte;

		seed = seed * 1103515245u + 12345u;
		byte = (unsigned char)(seed >> 16);
		assert_int_equal(pwrite(fd, &byte, 1, at + (off_t)i), 1);
	}
	close(fd);
}

static void
damage_half(struct fixture *f)
{
	struct stat st;

	assert_int_equal(stat(cache(f), &st), 0);
	assert_int_equal(truncate(cache(f), st.st_size / 2), 0);
}

static void
damage_header(struct fixture *f)
{
	overwrite(cache(f), 0, 100, 1);
}

static void
damage_pages(struct fixture *f)
{
	for (unsigned i = 1; i <= 12; i++)
		overwrite(cache(f), 4096 * (off_t)(i * 3), 4096, i);
}

static void
damage_all(struct fixture *f)
{
	struct stat st;

	assert_int_equal(stat(cache(f), &st), 0);
	overwrite(cache(f), 0, (size_t)st.st_size, 5);
}

static void
damage_to_folder(struct fixture *f)
{
	assert_int_equal(unlink(cache(f)), 0);
	assert_int_equal(mkdir(cache(f), 0700), 0);
}

static void
damage_to_nothing(struct fixture *f)
{
	assert_int_equal(truncate(cache(f), 0), 0);
}

static void
damage_wal(struct fixture *f)
{
	overwrite(fixture_path(f, "data/sosik/sosik.db-wal"), 0, 50000, 9);
}

static void
damage_journal(struct fixture *f)
{
	overwrite(fixture_path(f, "data/sosik/sosik.db-journal"), 0, 50000, 9);
}

/* Any damage: opened, told, and after a sync all state is there. */
static void
a_damaged_cache_is_made_again(void **state)
{
	static const struct { const char *name; void (*damage)(struct fixture *f); bool is_set_aside; } cases[] = {
		{ "half", damage_half, true }, { "header", damage_header, true }, { "pages", damage_pages, true },
		{ "all", damage_all, true }, { "folder", damage_to_folder, true }, { "nothing", damage_to_nothing, false },
		{ "wal", damage_wal, false }, { "rollback journal", damage_journal, false },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		store_close(f->s);
		fixture_wipe(f);
		fixture_open(f, STORE_WRITE);
		setup_state(f);
		cases[i].damage(f);
		if (store_open(&f->s, STORE_CHECK, f->notice, &f->err) < 0)
			fail_msg("%s: %s", cases[i].name, f->err.text);
		assert_int_equal(!!strstr(f->notice, ".bad-"), cases[i].is_set_aside);
		fixture_subscribe(f, "https://blog.example/rss\n");
		fixture_merge(f, 1, POSTS);
		if (fixture_count(f, (struct posts_view){ 0 }) != POSTS ||
		    fixture_count(f, (struct posts_view){ .tag = str_lit("kept") }) != 50 ||
		    fixture_count(f, (struct posts_view){ .is_unread = true }) != POSTS - 30)
			fail_msg("%s: posts or state lost", cases[i].name);
		fixture_reopen(f);
		assert_string_equal(f->notice, "");
	}
}

/* Of a cache in whose middle one page is lost; sql: what is done to it before, or NULL. */
static size_t
count_saved(struct fixture *f, const char *sql)
{
	struct posts_row *rows;
	struct str text;
	sqlite3 *db;
	size_t n, whole = 0;

	setup_state(f);
	assert_int_equal(sqlite3_open(cache(f), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql ? sql : "", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	overwrite(cache(f), 4096 * 30, 4096, 3);
	fixture_open(f, STORE_CHECK);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++) {
		if (!rows[i].has_text)
			continue;
		fixture_ok(f, posts_text(f->s, &f->a, rows[i].id, &text, &f->err));
		assert_true(str_starts(text, "<p>본문 "));
		whole++;
	}
	assert_non_null(strstr(f->notice, ".bad-"));
	return whole;
}

static void
readable_posts_of_a_damaged_cache_are_saved(void **state)
{
	assert_true(count_saved(*state, NULL) > POSTS / 2);
}

static void
texts_are_saved_only_by_their_hash(void **state)
{
	assert_int_equal(count_saved(*state, "UPDATE body SET hash = hash + 1"), 0);
}

/* A cache of before version 28 has other hashes. */
static void
texts_are_saved_by_the_hash_of_older_versions(void **state)
{
	struct fixture *f = *state;
	static char sql[POSTS * 100];
	char *to = sql;

	for (int i = 0; i < POSTS; i++) {
		char text[40];

		(void)snprintf(text, sizeof text, "<p>본문 %d</p>", i);
		to += snprintf(to, (size_t)(sql + sizeof sql - to), "UPDATE body SET hash = %lld WHERE xhtml = '%s';",
		    (long long)identity_hash(0, str_of(text)), text);
	}
	assert_true(count_saved(f, sql) > POSTS / 2);
}

/* Programs of other versions compare it: it may change only with a step of the schema, and what was before must count. */
static void
the_hash_of_a_text_is_that_of_all_versions(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;
	sqlite3_stmt *get;

	setup_state(f);
	assert_int_equal(sqlite3_open(cache(f), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT hash FROM body WHERE xhtml = '<p>본문 7</p>'", -1, &get, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(get), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int64(get, 0), 0x313d325c776ef3d);
	assert_true(identity_is_text(str_lit("<p>본문 7</p>"), (uint64_t)-811013277449200876)); /* up to version 27 */
	sqlite3_finalize(get);
	sqlite3_close(db);
}

static void
run(struct fixture *f, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(cache(f), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void
a_newer_cache_is_left_untouched(void **state)
{
	struct fixture *f = *state;
	struct buf before = { 0 }, after = { 0 };

	setup_state(f);
	run(f, "PRAGMA user_version = 999999");
	fixture_ok(f, file_read(cache(f), 1 << 24, &before, &f->err));
	for (enum store_mode mode = STORE_READ; mode <= STORE_CHECK; mode++) {
		assert_int_equal(store_open(&f->s, mode, f->notice, &f->err), -1);
		assert_int_equal(f->err.code, ERR_CACHE);
		assert_non_null(strstr(f->err.text, "newer"));
	}
	fixture_ok(f, file_read(cache(f), 1 << 24, &after, &f->err));
	assert_true(str_eq(buf_str(&before), buf_str(&after)));
	assert_false(fixture_exists(f, "data/sosik/sosik.db-wal"));
	f->s = NULL;
	buf_free(&before);
	buf_free(&after);
}

static void
a_database_of_another_program_is_left_alone(void **state)
{
	struct fixture *f = *state;

	setup_state(f);
	run(f, "PRAGMA application_id = 77");
	assert_int_equal(store_open(&f->s, STORE_CHECK, f->notice, &f->err), -1);
	assert_int_equal(f->err.code, ERR_CACHE);
	f->s = NULL;
}

static void
an_older_cache_is_copied_and_brought_up(void **state)
{
	static const char *const steps[] = {
		"CREATE TABLE t(a)", "INSERT INTO t VALUES(1)", "INSERT INTO t VALUES(2)", "INSERT INTO missing VALUES(3)",
	};
	struct fixture *f = *state;
	const char *path = fixture_path(f, "old.db"), *copy = fixture_path(f, "old.db.v1");
	sqlite3 *db;
	sqlite3_stmt *st;
	struct stat at;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, path, steps, 1, NULL, &f->err));
	assert_false(fixture_exists(f, "old.db.v0"));
	fixture_ok(f, schema_migrate(db, path, steps, 3, NULL, &f->err));
	assert_int_equal(stat(copy, &at), 0);
	assert_int_equal(at.st_mode & 0777, 0600);
	/* A step that fails leaves the version before it. */
	assert_int_equal(schema_migrate(db, path, steps, 4, NULL, &f->err), -1);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT (SELECT count(*) FROM t), user_version FROM pragma_user_version", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(st, 0), 2);
	assert_int_equal(sqlite3_column_int(st, 1), 3);
	sqlite3_finalize(st);
	sqlite3_close(db);
}

/* Whoever reads while another process makes the cache takes it for none yet, not for an old one. */
static void
a_new_cache_is_made_at_once(void **state)
{
	static const char *const steps[] = { "CREATE TABLE t(a)", "CREATE TABLE u(a)", "INSERT INTO missing VALUES(3)" };
	struct fixture *f = *state;
	sqlite3_stmt *st;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture_path(f, "new.db"), &db), SQLITE_OK);
	assert_int_equal(schema_migrate(db, NULL, steps, 3, NULL, &f->err), -1);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT user_version FROM pragma_user_version", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(st, 0), 0);
	sqlite3_finalize(st);
	fixture_ok(f, schema_migrate(db, NULL, steps, 2, NULL, &f->err));
	sqlite3_close(db);
}

static unsigned
mode_of(struct fixture *f, const char *name)
{
	struct stat st;

	assert_int_equal(stat(fixture_path(f, name), &st), 0);
	return st.st_mode & 0777;
}

static void
nobody_else_may_read(void **state)
{
	const char *const files[] = { "sosik.db", "sosik.db-wal", "sosik.db-shm", "sosik.db-stamp", "device" };
	struct fixture *f = *state;
	mode_t old;

	store_close(f->s);
	fixture_wipe(f);
	old = umask(0);
	fixture_open(f, STORE_WRITE);
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 3);
	umask(old);
	assert_int_equal(mode_of(f, "data/sosik"), 0700);
	assert_int_equal(mode_of(f, "data/sosik/journal"), 0700);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
		assert_int_equal(mode_of(f, arena_printf(&f->a, "data/sosik/%s", files[i]).p), 0600);
}

static void
a_symlinked_cache_is_refused(void **state)
{
	struct fixture *f = *state;

	setup_state(f);
	assert_int_equal(rename(cache(f), fixture_path(f, "elsewhere")), 0);
	assert_int_equal(symlink(fixture_path(f, "elsewhere"), cache(f)), 0);
	assert_int_equal(store_open(&f->s, STORE_CHECK, f->notice, &f->err), -1);
	assert_int_equal(f->err.code, ERR_CACHE);
	assert_int_equal(store_open(&f->s, STORE_READ, f->notice, &f->err), -1);
	f->s = NULL;
}

/* Merges feed after feed until it is killed; a byte says when it begins, and when each is there. */
static void
merge_until_killed(struct fixture *f, int told)
{
	assert_int_equal(write(told, "", 1), 1);
	for (int round = 1;; round++) {
		struct post posts[20];

		for (int i = 0; i < 20; i++)
			posts[i] = fixture_post(f, round * 20 + i);
		fixture_merge_posts(f, 1 + round % 3, posts, 20, NULL);
		assert_int_equal(write(told, "", 1), 1);
	}
}

static void
a_kill_at_any_instant_leaves_whole_feeds(void **state)
{
	struct fixture *f = *state;
	int64_t before = 0;

	fixture_subscribe(f, "https://a.example/rss\nhttps://b.example/rss\nhttps://c.example/rss\n");
	/* A machine that is busy may need more time for the first feed. */
	for (int round = 0; round < 12 || (!before && round < 100); round++) {
		pid_t child;
		int status, told[2];
		int64_t now;
		char byte;

		store_close(f->s);
		f->s = NULL;
		assert_int_equal(pipe(told), 0);
		child = fork();
		if (!child) {
			fixture_open(f, STORE_WRITE);
			merge_until_killed(f, told[1]);
		}
		/* Before the first is there, or behind it. */
		for (int i = 0; i <= round % 2; i++)
			assert_int_equal(read(told[0], &byte, 1), 1);
		usleep(4100 * (unsigned)(round / 2));
		kill(child, SIGKILL);
		assert_int_equal(waitpid(child, &status, 0), child);
		(void)close(told[0]);
		(void)close(told[1]);
		fixture_open(f, STORE_CHECK);
		assert_string_equal(f->notice, "");
		now = fixture_count(f, (struct posts_view){ 0 });
		assert_true(now >= before);
		assert_int_equal(now % 20, 0);
		before = now;
	}
	assert_true(before > 0);
}

static void
reading_needs_no_write_and_no_lock(void **state)
{
	struct fixture *f = *state;
	struct store *reader;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 3);
	fixture_ok(f, store_begin(f->s, &f->err));
	fixture_ok(f, store_open(&reader, STORE_READ, NULL, &f->err));
	store_rollback(f->s);
	store_close(f->s);
	f->s = reader;
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 3);
	assert_int_equal(state_apply(f->s, (int64_t[]){ 1 }, 1, &(struct state_change){ .read = STATE_ON }, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_CACHE);
}

/* Asked before each step of a wait: counts them. */
static bool
count_step(void *steps)
{
	++*(int *)steps;
	return false;
}

static void
who_holds_the_cache_for_good_is_waited_for_once(void **state)
{
	struct fixture *f = *state;
	struct store *other;
	int steps[4] = { 0 };

	fixture_ok(f, store_open(&other, STORE_WRITE, NULL, &f->err));
	fixture_ok(f, store_begin(other, &f->err));
	for (int i = 0; i < 4; i++) {
		store_watch(f->s, count_step, &steps[i]);
		assert_int_equal(store_begin(f->s, &f->err), -1);
		assert_int_equal(f->err.code, ERR_BUSY);
	}
	store_watch(f->s, NULL, NULL);
	assert_in_range(steps[0], 4000, 6000);
	for (int i = 1; i < 4; i++)
		assert_in_range(steps[i], 1, 200);
	store_rollback(other);
	fixture_ok(f, store_begin(f->s, &f->err));
	store_rollback(f->s);
	store_close(other);
}

static void
the_version_follows_other_writers(void **state)
{
	struct fixture *f = *state;
	struct store *other;
	int64_t before = store_version(f->s);

	assert_int_equal(store_version(f->s), before);
	fixture_ok(f, store_open(&other, STORE_WRITE, NULL, &f->err));
	fixture_subscribe(f, "https://blog.example/rss\n");
	assert_int_not_equal(store_version(f->s), before);
	before = store_version(other);
	fixture_merge(f, 1, 1);
	assert_int_not_equal(store_version(other), before);
	store_close(other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_damaged_cache_is_made_again),
		STORE_TEST(readable_posts_of_a_damaged_cache_are_saved),
		STORE_TEST(texts_are_saved_only_by_their_hash),
		STORE_TEST(texts_are_saved_by_the_hash_of_older_versions),
		STORE_TEST(the_hash_of_a_text_is_that_of_all_versions),
		STORE_TEST(a_newer_cache_is_left_untouched),
		STORE_TEST(a_database_of_another_program_is_left_alone),
		STORE_TEST(an_older_cache_is_copied_and_brought_up),
		STORE_TEST(a_new_cache_is_made_at_once),
		STORE_TEST(nobody_else_may_read),
		STORE_TEST(a_symlinked_cache_is_refused),
		STORE_TEST(a_kill_at_any_instant_leaves_whole_feeds),
		STORE_TEST(reading_needs_no_write_and_no_lock),
		STORE_TEST(who_holds_the_cache_for_good_is_waited_for_once),
		STORE_TEST(the_version_follows_other_writers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
