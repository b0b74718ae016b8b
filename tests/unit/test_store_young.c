#include "unit.h"

#include <sched.h>
#include <signal.h>
#include <sys/wait.h>

#include "store/db.h"
#include "store/index.h"
#include "store/rebuild.h"
#include "store/store_impl.h"
#include "store/wal.h"
#include "store/young.h"
#include "store_fixture.h"

enum { POSTS = 60, STARRED = 3 };

#define MARK "data/sosik/sosik.db-young"

/* As a sync opens it. */
static void
open_first(struct fixture *f)
{
	store_close(f->s);
	f->s = NULL;
	fixture_wipe(f);
	fixture_open(f, STORE_CHECK);
}

static void
fill(struct fixture *f)
{
	const int64_t id = STARRED;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err));
}

static bool
waits_for_disk(struct fixture *f, struct store *s)
{
	int64_t how;

	fixture_ok(f, db_pragma(s->db, "PRAGMA synchronous", &how, &f->err));
	return how;
}

/* The process that sees to it goes on for a moment. */
static void
wait_until_settled(struct fixture *f)
{
	const int64_t end_ms = clock_mono_ms() + 20000;

	while (fixture_exists(f, MARK) && clock_mono_ms() < end_ms)
		(void)sched_yield();
	assert_false(fixture_exists(f, MARK));
}

static void
check_posts(struct fixture *f)
{
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), POSTS);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_starred = true }), 1);
}

/* A sync that is killed, with posts in the file and in its log. */
static void
kill_sync(struct fixture *f)
{
	pid_t child;
	int status;

	store_close(f->s);
	f->s = NULL;
	fixture_wipe(f);
	child = fork();
	if (!child) {
		fixture_open(f, STORE_CHECK);
		fill(f);
		wal_carry(f->s);
		(void)raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_true(fixture_exists(f, MARK));
}

static void
stop_machine(struct fixture *f)
{
	fixture_ok(f, file_replace(fixture_path(f, MARK), str_lit("00000000-0000-0000-0000-000000000000"), &f->err));
}

static void
a_first_sync_waits_for_the_disk_once(void **state)
{
	struct fixture *f = *state;

	open_first(f);
	assert_true(fixture_exists(f, MARK));
	assert_false(waits_for_disk(f, f->s));
	fill(f);
	fixture_reopen(f);
	assert_true(waits_for_disk(f, f->s));
	assert_string_equal(f->notice, "");
	check_posts(f);
	wait_until_settled(f);
}

/* Opened by others before, with nothing fetched so far. */
static void
one_without_posts_is_young(void **state)
{
	struct fixture *f = *state;
	struct store *other = f->s;

	f->s = NULL;
	fixture_open(f, STORE_CHECK);
	assert_true(fixture_exists(f, MARK));
	assert_false(waits_for_disk(f, f->s));
	fill(f);
	store_close(f->s);
	wait_until_settled(f);
	f->s = other;
	assert_true(waits_for_disk(f, f->s));
	check_posts(f);
}

static void
one_with_posts_is_not(void **state)
{
	struct fixture *f = *state;

	fill(f);
	fixture_reopen(f);
	assert_false(fixture_exists(f, MARK));
	assert_true(waits_for_disk(f, f->s));
}

static void
the_last_of_two_ends_it(void **state)
{
	struct fixture *f = *state;
	struct store *beside, *reader;
	bool is_done = false;

	open_first(f);
	fill(f);
	fixture_ok(f, store_open(&beside, STORE_BESIDE, f->notice, &f->err));
	assert_false(waits_for_disk(f, beside));
	while (!is_done)
		fixture_ok(f, index_run(beside, INDEX_SLICE, &is_done, &f->err));
	fixture_ok(f, store_open(&reader, STORE_WRITE, f->notice, &f->err));
	assert_true(waits_for_disk(f, reader));
	store_close(f->s);
	assert_true(fixture_exists(f, MARK));
	store_close(beside);
	wait_until_settled(f);
	f->s = reader;
	check_posts(f);
	assert_int_equal(fixture_find(f, "요약"), POSTS);
	fixture_ok(f, store_open(&beside, STORE_BESIDE, f->notice, &f->err));
	assert_true(waits_for_disk(f, beside));
	store_close(beside);
}

static void
of_one_that_was_killed_nothing_is_lost(void **state)
{
	static const enum store_mode modes[] = { STORE_CHECK, STORE_WRITE, STORE_EITHER, STORE_BESIDE };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		kill_sync(f);
		fixture_open(f, modes[i]);
		assert_false(fixture_exists(f, MARK));
		assert_true(waits_for_disk(f, f->s));
		assert_string_equal(f->notice, "");
		check_posts(f);
	}
}

/* Whatever came to the disk: what can be read is taken over, and the journal has the rest. */
static void
after_the_machine_has_stopped_it_is_made_anew(void **state)
{
	static const enum store_mode modes[] = { STORE_CHECK, STORE_WRITE, STORE_READ };
	struct fixture *f = *state;
	struct stat st;

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		kill_sync(f);
		stop_machine(f);
		assert_int_equal(unlink(fixture_path(f, "data/sosik/sosik.db-wal")), 0);
		assert_int_equal(stat(fixture_path(f, "data/sosik/sosik.db"), &st), 0);
		assert_int_equal(truncate(fixture_path(f, "data/sosik/sosik.db"), st.st_size / 2), 0);
		fixture_open(f, modes[i]);
		assert_false(fixture_exists(f, MARK));
		assert_non_null(strstr(f->notice, ".bad-"));
		fixture_reopen(f);
		fixture_subscribe(f, "https://blog.example/rss\n");
		fixture_merge(f, 1, POSTS);
		check_posts(f);
	}
}

/* What was set aside is taken over by whoever comes next, when the one who was to do it was killed. */
static void
what_was_set_aside_is_taken_over_in_the_end(void **state)
{
	static const enum store_mode modes[] = { STORE_CHECK, STORE_WRITE, STORE_READ, STORE_BESIDE };
	struct fixture *f = *state;
	struct path bad;

	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		open_first(f);
		fill(f);
		store_close(f->s);
		fixture_open(f, STORE_WRITE);
		fixture_ok(f, rebuild_set_aside(f->s, &bad, &f->err));
		store_close(f->s);
		fixture_ok(f, file_replace(fixture_path(f, "data/sosik/sosik.db"), STR_NONE, &f->err)); /* as far as the other came */
		fixture_open(f, modes[i]);
		assert_non_null(strstr(f->notice, ".bad-"));
		check_posts(f);
		fixture_reopen(f);
		assert_string_equal(f->notice, "");
		check_posts(f);
	}
}

/* A mark that is left says nothing of a cache that has posts by now. */
static void
nobody_goes_along_with_a_mark_alone(void **state)
{
	struct fixture *f = *state;
	struct store *beside;
	struct buf boot = { 0 };

	open_first(f);
	fixture_ok(f, file_read(fixture_path(f, MARK), 100, &boot, &f->err));
	fill(f);
	fixture_reopen(f);
	fixture_ok(f, file_replace(fixture_path(f, MARK), buf_str(&boot), &f->err));
	fixture_ok(f, store_open(&beside, STORE_BESIDE, f->notice, &f->err));
	assert_true(waits_for_disk(f, beside));
	assert_false(fixture_exists(f, MARK));
	store_close(beside);
	buf_free(&boot);
}

/* It stopped before there was a cache, or what says so was not written whole. */
static void
a_mark_alone_is_nothing(void **state)
{
	struct fixture *f = *state;

	store_close(f->s);
	f->s = NULL;
	fixture_wipe(f);
	fixture_ok(f, file_mkdirs(fixture_path(f, "data/sosik"), &f->err));
	fixture_ok(f, file_replace(fixture_path(f, MARK), STR_NONE, &f->err));
	fixture_open(f, STORE_CHECK);
	assert_string_equal(f->notice, "");
	assert_false(waits_for_disk(f, f->s));
	fill(f);
	fixture_reopen(f);
	check_posts(f);
	wait_until_settled(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_first_sync_waits_for_the_disk_once),
		STORE_TEST(one_without_posts_is_young),
		STORE_TEST(one_with_posts_is_not),
		STORE_TEST(the_last_of_two_ends_it),
		STORE_TEST(of_one_that_was_killed_nothing_is_lost),
		STORE_TEST(after_the_machine_has_stopped_it_is_made_anew),
		STORE_TEST(what_was_set_aside_is_taken_over_in_the_end),
		STORE_TEST(nobody_goes_along_with_a_mark_alone),
		STORE_TEST(a_mark_alone_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
