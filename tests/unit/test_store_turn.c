#include "unit.h"

#include <sched.h>
#include <signal.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "store_fixture.h"

enum { SOON_MS = 5000 };

/* A process that waits for a byte and writes then. */
static pid_t
start_writer(int told)
{
	struct store *s;
	pid_t child = fork();
	char byte;

	if (child)
		return child;
	if (read(told, &byte, 1) != 1 || store_open(&s, STORE_WRITE, NULL, NULL) < 0)
		_exit(2);
	if (store_begin(s, NULL) < 0 || store_commit(s, NULL) < 0)
		_exit(3);
	store_close(s);
	_exit(0);
}

/* Whether it is within a time that is enough for all. */
static bool
is_soon_wanted(struct store *s)
{
	int64_t until_ms = clock_mono_ms() + SOON_MS;

	while (!store_is_wanted(s) && clock_mono_ms() < until_ms)
		(void)sched_yield();
	return store_is_wanted(s);
}

/* Begins a transaction, for the end of which a process waits from then on. */
static pid_t
begin_beside_one(struct fixture *f)
{
	int told[2];
	pid_t child;

	store_close(f->s);
	assert_int_equal(pipe(told), 0);
	child = start_writer(told[0]);
	fixture_open(f, STORE_CHECK);
	fixture_ok(f, store_begin(f->s, &f->err));
	assert_false(store_is_wanted(f->s));
	assert_int_equal(write(told[1], "x", 1), 1);
	assert_true(is_soon_wanted(f->s));
	(void)close(told[0]);
	(void)close(told[1]);
	return child;
}

static void
who_waits_to_write_is_seen_until_it_was_let_in(void **state)
{
	struct fixture *f = *state;
	pid_t child = begin_beside_one(f);
	int status;

	fixture_ok(f, store_commit(f->s, &f->err));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && !WEXITSTATUS(status));
	assert_false(store_is_wanted(f->s));
}

/* One that is killed. */
static void
who_gives_up_asks_no_more(void **state)
{
	struct fixture *f = *state;
	pid_t child = begin_beside_one(f);
	int status;

	(void)kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_false(store_is_wanted(f->s));
	store_rollback(f->s);
}

/* Who does not wait asks all the same, until he has had his turn. */
static void
who_comes_again_asks_meanwhile(void **state)
{
	struct fixture *f = *state;
	struct store *other;

	fixture_ok(f, store_open(&other, STORE_WRITE, NULL, &f->err));
	store_hurry(other, true);
	fixture_ok(f, store_begin(f->s, &f->err));
	assert_int_equal(store_begin(other, &f->err), -1);
	assert_int_equal(f->err.code, ERR_BUSY);
	assert_true(store_is_wanted(f->s));
	fixture_ok(f, store_commit(f->s, &f->err));
	assert_true(store_is_wanted(f->s));
	fixture_ok(f, store_begin(other, &f->err));
	assert_false(store_is_wanted(f->s));
	store_rollback(other);
	store_close(other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(who_waits_to_write_is_seen_until_it_was_let_in),
		STORE_TEST(who_gives_up_asks_no_more),
		STORE_TEST(who_comes_again_asks_meanwhile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
