#include "unit.h"

#include "base/limits.h"
#include "feed/feed.h"
#include "store/interval.h"

enum { NOW = 1738700000, MINUTE = 60, HOUR = 3600, DAY = 86400 }; /* Tuesday, 2025-02-04 20:13:20 UTC */

/* What a feed is left alone for, in minutes. */
static int
wait_min(struct interval what)
{
	what.tried = NOW;
	return (int)((interval_due(&what) - NOW) / MINUTE);
}

static void
what_is_not_known_is_asked_every_hour(void **state)
{
	(void)state;
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE }), 57);
}

static void
a_feed_is_asked_as_often_as_it_posts(void **state)
{
	(void)state;
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .gap_s = 5 * MINUTE }), 28);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .gap_s = 8 * HOUR }), 115);
	assert_int_equal(wait_min((struct interval){ .newest = NOW - DAY, .gap_s = DAY }), 355);
	/* It has been silent for longer than that. */
	assert_int_equal(wait_min((struct interval){ .newest = NOW - 8 * DAY, .gap_s = DAY }), 715);
	assert_int_equal(wait_min((struct interval){ .newest = NOW - 900 * DAY, .gap_s = DAY }), 1435);
	assert_int_equal(wait_min((struct interval){ .newest = NOW + 900 * DAY }), 28);
}

static void
a_feed_and_its_server_may_ask_for_more_time(void **state)
{
	(void)state;
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .ttl_s = 100 * MINUTE }), 95);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fresh_s = 3 * HOUR, .ttl_s = 100 * MINUTE }), 180);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fresh_s = 60, .ttl_s = -60 }), 28);
	/* What is a little less than it would wait anyway is no less kept. */
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .gap_s = 8 * HOUR, .fresh_s = 118 * MINUTE }), 118);
	/* But for a day at most. */
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .ttl_s = 99999999LL * MINUTE, .fresh_s = INT64_MAX }), 1440);
}

static void
the_user_says_how_often(void **state)
{
	(void)state;
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .every_s = 30 * MINUTE, .ttl_s = DAY }), 28);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .every_s = 7 * DAY }), 7 * 1440 - 5);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .every_s = 1 }), 4);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .every_s = 30 * MINUTE, .fresh_s = HOUR }), 60);
	/* A try after a failure comes sooner than that. */
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .every_s = 7 * DAY, .fails = 1 }), 30);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .every_s = 10 * MINUTE, .fails = 1 }), 10);
}

static void
failures_take_longer_and_longer(void **state)
{
	int64_t due[2];

	(void)state;
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fails = 1 }), 30);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fails = 2 }), 60);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fails = 3 }), 120);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fails = 9 }), 1440);
	assert_int_equal(wait_min((struct interval){ .newest = NOW, .fails = INT64_MAX }), 1440);
	for (unsigned i = 0; i < 2; i++)
		due[i] = interval_due(&(struct interval){ .tried = NOW, .newest = NOW, .fails = 4, .seed = i ? 255 : 100 });
	assert_in_range(due[0], NOW + 3 * HOUR, NOW + 4 * HOUR);
	assert_in_range(due[1], NOW + 3 * HOUR, due[0] - 1);
}

static void
hours_and_days_of_rest_are_kept(void **state)
{
	const int64_t tuesday = 1LL << (FEED_SKIP_DAYS + 2), wednesday = tuesday << 1;

	(void)state;
	/* 21 and 22 o'clock GMT: it would be due at 21:10. */
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = 1 << 21 | 1 << 22 }), 166);
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = 1 << 20 }), 57);
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = tuesday }), 226);
	/* Never longer than a day. */
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = tuesday | wednesday }), 1440);
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = (1 << 24) - 1 }), 57);
	assert_int_equal(wait_min((struct interval){ .newest = CLOCK_NONE, .skip = 0x7fLL << FEED_SKIP_DAYS }), 57);
}

static void
a_clock_that_jumps_does_no_harm(void **state)
{
	(void)state;
	assert_true(interval_is_due(CLOCK_NONE, CLOCK_NONE, 0, NOW));
	assert_true(interval_is_due(NOW, NOW - HOUR, 0, NOW));
	assert_false(interval_is_due(NOW + 1, NOW - HOUR, 0, NOW));
	/* It went back: the feed was asked in the future, or is due later than an interval can be. */
	assert_true(interval_is_due(NOW + HOUR, NOW + 1, 0, NOW));
	assert_true(interval_is_due(NOW + DAY + 1, NOW - HOUR, 0, NOW));
	assert_false(interval_is_due(NOW + DAY + 1, NOW - HOUR, 7 * DAY, NOW));
	assert_true(interval_is_due(NOW + 8 * DAY, NOW - HOUR, 7 * DAY, NOW));
	assert_true(interval_is_held(NOW + DAY, NOW));
	assert_false(interval_is_held(NOW + DAY + 1, NOW));
	assert_false(interval_is_held(NOW, NOW));
	assert_false(interval_is_held(CLOCK_NONE, NOW));
}

static void
the_gap_between_posts_is_that_of_the_newest(void **state)
{
	(void)state;
	assert_int_equal(interval_gap((const int64_t[]){ NOW, NOW - HOUR, NOW - 4 * HOUR }, 3), 2 * HOUR);
	assert_int_equal(interval_gap((const int64_t[]){ NOW }, 1), 0);
	assert_int_equal(interval_gap((const int64_t[]){ NOW, NOW, NOW }, 3), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_known_is_asked_every_hour),
		cmocka_unit_test(a_feed_is_asked_as_often_as_it_posts),
		cmocka_unit_test(a_feed_and_its_server_may_ask_for_more_time),
		cmocka_unit_test(the_user_says_how_often),
		cmocka_unit_test(failures_take_longer_and_longer),
		cmocka_unit_test(hours_and_days_of_rest_are_kept),
		cmocka_unit_test(a_clock_that_jumps_does_no_harm),
		cmocka_unit_test(the_gap_between_posts_is_that_of_the_newest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
