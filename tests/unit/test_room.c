/*
 * How much the bodies of transfers may hold (net/room.h).
 */
#include "unit.h"

#include "net/room.h"
#include "net/running.h"

enum { MB = 1 << 20 };

static void
without_a_limit_everything_fits(void **state)
{
	struct room room = { 0 };
	struct room_share share;

	(void)state;
	room_begin(&room, &share, 5000);
	assert_true(room_fits(&room, &share, 16 * MB, 5000));
	room_keep(&room, &share, 16 * MB);
	room_end(&room, &share);
	assert_int_equal(room.shares, 0);
}

static void
shares_grow_while_there_is_room(void **state)
{
	struct room room = { .limit = MB };
	struct room_share a, b;

	(void)state;
	room_begin(&room, &a, 5000);
	room_begin(&room, &b, 5000);
	assert_int_equal(room.shares, 0);
	assert_true(room_fits(&room, &a, MB / 2, 5000));
	assert_false(room_fits(&room, &b, MB, 5000));
	assert_true(room.shares <= MB);
	room_keep(&room, &a, MB / 4);
	assert_int_equal(room.shares, room_of(&room, &b) + MB / 4 - ROOM_FIRST);
	room_end(&room, &a);
	assert_int_equal(room.shares, room_of(&room, &b));
	assert_true(room_fits(&room, &b, MB, 5000));
	room_end(&room, &b);
	assert_int_equal(room.shares, 0);
}

static void
what_waits_to_be_worked_on_takes_room(void **state)
{
	struct room room = { .limit = MB, .behind = MB, .is_still = true };
	struct room_share a;

	(void)state;
	room_begin(&room, &a, 5000);
	assert_true(room_fits(&room, &a, ROOM_FIRST, 5000));
	assert_false(room_grow(&room, &a, 5000));
	room.behind = 0;
	assert_true(room_grow(&room, &a, 5000));
}

/* Else a body larger than the room would stop all for good. */
static void
one_passes_the_limit_when_nothing_else_goes_on(void **state)
{
	struct room room = { .limit = ROOM_FIRST / 2, .is_idle = true, .is_still = true };
	struct room_share a, b;

	(void)state;
	room_begin(&room, &a, 5000);
	room_begin(&room, &b, 5000);
	assert_true(room_grow(&room, &a, 5000));
	assert_int_equal(a.n, 2 * ROOM_FIRST);
	assert_false(room_grow(&room, &b, 5000 + ROOM_PATIENCE_MS - 1));
	assert_true(room_grow(&room, &b, 5000 + ROOM_PATIENCE_MS));
	room.is_idle = false;
	assert_false(room_grow(&room, &a, 50000));
}

static void
slow_ones_leave_room_for_others_up_to_a_point(void **state)
{
	struct room room = { .limit = MB };
	struct room_share shares[20];
	size_t n = 0;

	(void)state;
	for (int64_t now_ms = 5000; n < 20; n++, now_ms += ROOM_PATIENCE_MS) {
		room_begin(&room, &shares[n], now_ms);
		if (!room_fits(&room, &shares[n], MB, now_ms))
			break;
		assert_false(room_is_slow(&shares[n], now_ms));
		assert_true(room_is_slow(&shares[n], now_ms + ROOM_PATIENCE_MS));
		room.slow = room.shares;
	}
	assert_int_equal(n, ROOM_TIMES);
}

/* What stands still half-way for minutes is not to keep hundreds of usual feeds from coming, nor memory from being bounded. */
static void
many_slow_ones_keep_large_ones_waiting_and_no_small_ones(void **state)
{
	struct room room = { .limit = MB, .shares = ROOM_TIMES * MB, .slow = ROOM_TIMES * MB, .is_idle = true, .passed_ms = 5000 };
	struct room_share small, large;

	(void)state;
	room_begin(&room, &small, 5000);
	room_begin(&room, &large, 5000);
	assert_true(room_fits(&room, &small, 2 * ROOM_SMALL, 5000));
	assert_false(room_fits(&room, &large, MB, 5000 + ROOM_FULL_MS - 1));
	assert_int_equal(large.n, 2 * ROOM_SMALL);
	assert_true(room_grow(&room, &large, 5000 + ROOM_FULL_MS));
	room.shares = room.slow = 2 * ROOM_TIMES * MB; /* so much that none is small enough */
	room_begin(&room, &small, 5000);
	assert_false(room_grow(&room, &small, 5000 + ROOM_FULL_MS));
	room.shares = room.slow = MB; /* few */
	assert_true(room_fits(&room, &large, MB, 5000 + ROOM_FULL_MS));
}

static void
the_least_goes_on_where_the_first_may_not(void **state)
{
	struct transfer large = { .paused_ms = 1, .share.n = MB }, small = { .paused_ms = 2, .share.n = ROOM_FIRST }, moves = { .share.n = 1 };
	struct transfer *const running[] = { &moves, &large, &small };
	struct room room = { .limit = MB, .shares = MB - ROOM_FIRST };

	(void)state;
	assert_ptr_equal(running_next(running, 3, &room), &small);
	assert_int_equal(small.share.n, 2 * ROOM_FIRST);
	assert_null(running_next(running, 3, &room));
	room.shares = 0;
	assert_ptr_equal(running_next(running, 3, &room), &large);
	assert_null(running_next(running, 1, &room));
}

static void
transfers_become_more_as_they_come_through(void **state)
{
	struct room room = { .limit = MB, .is_idle = true };

	(void)state;
	assert_int_equal(room_jobs(&room, 0, 64), ROOM_JOBS);
	assert_int_equal(room_jobs(&room, 10, 64), ROOM_JOBS + 10);
	assert_int_equal(room_jobs(&room, 1000, 64), 64);
	assert_int_equal(room_jobs(&room, 0, 4), 4);
	room.n_still = 1;
	assert_int_equal(room_jobs(&room, 1000, 64), 64);
	room.is_idle = false;
	assert_int_equal(room_jobs(&room, 1000, 64), 0);
	room.n_still = 0;
	assert_int_equal(room_jobs(&room, 1000, 64), ROOM_BUSY);
	room.is_idle = true;
	room.n_still = ROOM_STILL; /* what they would bring has no room either */
	assert_int_equal(room_jobs(&room, 1000, 64), 0);
	room = (struct room){ .limit = MB, .behind = MB - 1 };
	assert_int_equal(room_jobs(&room, 1000, 64), ROOM_BUSY);
	room.behind = MB; /* small bodies take nothing of the limit while they come, but while they wait */
	assert_int_equal(room_jobs(&room, 1000, 64), 0);
	room = (struct room){ 0 };
	assert_int_equal(room_jobs(&room, 0, 64), 64);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_limit_everything_fits),
		cmocka_unit_test(shares_grow_while_there_is_room),
		cmocka_unit_test(what_waits_to_be_worked_on_takes_room),
		cmocka_unit_test(one_passes_the_limit_when_nothing_else_goes_on),
		cmocka_unit_test(transfers_become_more_as_they_come_through),
		cmocka_unit_test(slow_ones_leave_room_for_others_up_to_a_point),
		cmocka_unit_test(the_least_goes_on_where_the_first_may_not),
		cmocka_unit_test(many_slow_ones_keep_large_ones_waiting_and_no_small_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
