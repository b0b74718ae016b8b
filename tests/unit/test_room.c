/*
 * How much the bodies of transfers may hold (net/room.h).
 */
#include "unit.h"

#include "net/room.h"

enum { MB = 1 << 20 };

static void
without_a_limit_everything_fits(void **state)
{
	struct room room = { 0 };
	size_t share = 0;

	(void)state;
	assert_true(room_begin(&room, &share));
	assert_true(room_fits(&room, &share, 16 * MB, 0));
	room_end(&room, &share);
	assert_int_equal(room.shares, 0);
}

static void
shares_grow_while_there_is_room(void **state)
{
	struct room room = { .limit = MB };
	size_t a, b;

	(void)state;
	assert_true(room_begin(&room, &a));
	assert_true(room_begin(&room, &b));
	assert_true(room_fits(&room, &a, MB / 2, 5000));
	assert_false(room_fits(&room, &b, MB, 5000));
	assert_true(room.shares <= MB);
	room_end(&room, &a);
	assert_int_equal(room.shares, b);
	assert_true(room_fits(&room, &b, MB, 5000));
	room_end(&room, &b);
	assert_int_equal(room.shares, 0);
}

static void
what_waits_to_be_worked_on_takes_room(void **state)
{
	struct room room = { .limit = MB, .behind = MB };
	size_t a, b;

	(void)state;
	assert_true(room_begin(&room, &a)); /* the first may always begin */
	assert_false(room_begin(&room, &b));
	assert_false(room_grow(&room, &a, true, 5000));
	room.behind = 0;
	assert_true(room_begin(&room, &b));
	assert_true(room_grow(&room, &a, true, 5000));
}

/* Else a body larger than the room, or slow ones that fill it, would stop all for good. */
static void
one_passes_the_limit_when_nothing_else_goes_on(void **state)
{
	struct room room = { .limit = 2 * ROOM_SHARE, .is_idle = true };
	size_t a, b;

	(void)state;
	assert_true(room_begin(&room, &a));
	assert_true(room_begin(&room, &b));
	assert_true(room_grow(&room, &a, true, 5000));
	assert_int_equal(a, 2 * ROOM_SHARE);
	assert_false(room_grow(&room, &b, false, 5000 + ROOM_PATIENCE_MS - 1));
	assert_true(room_grow(&room, &b, false, 5000 + ROOM_PATIENCE_MS));
	room.is_idle = false;
	assert_false(room_grow(&room, &a, true, 50000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_limit_everything_fits),
		cmocka_unit_test(shares_grow_while_there_is_room),
		cmocka_unit_test(what_waits_to_be_worked_on_takes_room),
		cmocka_unit_test(one_passes_the_limit_when_nothing_else_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
