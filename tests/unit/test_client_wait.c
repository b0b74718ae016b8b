#include "unit.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "worker/client_wait.h"

enum { WALL_MS = LIMIT_WORKER_WALL_S * 1000, PAUSE_MS = 4 * WALL_MS };

static void
make_pair(int pair[2], bool has_answer)
{
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
	assert_int_equal(write(pair[1], "x", has_answer), has_answer);
}

static void
close_pair(const int pair[2])
{
	(void)close(pair[0]);
	(void)close(pair[1]);
}

static void
an_answer_that_is_there_is_taken_though_the_time_is_over(void **state)
{
	struct client_wait wait;
	int pair[2];

	(void)state;
	make_pair(pair, true);
	client_wait_begin(&wait);
	wait.left_ms = -1;
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, 0), 1);
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, -1), 1);
	close_pair(pair);
}

static void
where_nothing_is_there_the_time_is_over(void **state)
{
	struct client_wait wait;
	int pair[2];

	(void)state;
	make_pair(pair, false);
	client_wait_begin(&wait);
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, 0), 0);
	wait.left_ms = 0;
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, 0), -1);
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, -1), -1);
	close_pair(pair);
}

/* Both have been stopped, or another worker was listened to. */
static void
time_in_which_nobody_looked_does_not_count(void **state)
{
	struct client_wait wait;
	int pair[2];

	(void)state;
	make_pair(pair, false);
	client_wait_begin(&wait);
	wait.seen_ms -= PAUSE_MS;
	assert_int_equal(client_wait_for(&wait, pair[0], POLLIN, 0), 0);
	assert_true(wait.left_ms > WALL_MS / 2);
	assert_true(clock_mono_ms() - wait.seen_ms < PAUSE_MS);
	close_pair(pair);
}

/* Whoever looks every second finds out one that hangs in the time that a job has. */
static void
time_between_looks_counts(void **state)
{
	struct client_wait wait;
	int pair[2], n = 0;

	(void)state;
	make_pair(pair, false);
	client_wait_begin(&wait);
	for (int rc = 0; !rc; n++) {
		wait.seen_ms -= 1000;
		rc = client_wait_for(&wait, pair[0], POLLIN, 0);
		assert_true(n < LIMIT_WORKER_WALL_S);
		assert_true(rc <= 0);
	}
	close_pair(pair);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_that_is_there_is_taken_though_the_time_is_over),
		cmocka_unit_test(where_nothing_is_there_the_time_is_over),
		cmocka_unit_test(time_in_which_nobody_looked_does_not_count),
		cmocka_unit_test(time_between_looks_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
