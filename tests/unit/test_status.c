/*
 * The line that says how far a sync is: what it holds, and what it loses where
 * there is no room.
 */
#include "unit.h"

#include <stdlib.h>

#include "base/tr.h"
#include "front/front_status.h"
#include "text/width.h"

static const struct front_status middle = { .step = SYNC_STEP_FEEDS, .done = 12, .total = 40, .old.ms = 1000, .last_ms = 7000, .added = 31,
	.failed = 1, .bytes = 1258291 };

static void
assert_line(const struct front_status *s, int64_t now_ms, int cols, const char *want)
{
	struct buf out = { 0 };

	front_status_text(&out, s, now_ms, cols);
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static void
status_loses_the_least_missed_first(void **state)
{
	(void)state;
	assert_line(&middle, 7000, 80, "sync 12/40, 31 new, 1 failed, 1.2 MB, 15 s left");
	assert_line(&middle, 7000, 46, "sync 12/40, 31 new, 1 failed, 15 s left");
	assert_line(&middle, 7000, 38, "sync 12/40, 31 new, 1 failed");
	assert_line(&middle, 7000, 20, "sync 12/40, 1 failed");
	assert_line(&middle, 7000, 10, "sync 12/40");
	assert_line(&middle, 7000, 3, "sync 12/40"); /* which the terminal's line cuts */
}

static void
status_says_nothing_of_what_is_nothing(void **state)
{
	const struct front_status start = { .total = 40, .old.ms = 1000 };

	(void)state;
	assert_line(&start, 1000, 80, "sync 0/40");
	assert_line(&start, 90000, 80, "sync 0/40");
}

static void
status_guesses_by_the_step_it_is_in(void **state)
{
	struct front_status s = { 0 };

	(void)state;
	front_status_note(&s, SYNC_STEP_FEEDS, 0, 10, 1000);
	front_status_note(&s, SYNC_STEP_FEEDS, 10, 10, 60000);
	assert_line(&s, 60000, 80, "sync 10/10");
	front_status_note(&s, SYNC_STEP_INDEX, 500, 1500, 60000);
	assert_line(&s, 61000, 80, "search index 500/1500");
	front_status_note(&s, SYNC_STEP_INDEX, 600, 1500, 70000);
	assert_line(&s, 70000, 80, "search index 600/1500, 2 min left");
	front_status_note(&s, SYNC_STEP_TEXTS, 0, 1500, 80000);
	front_status_note(&s, SYNC_STEP_TEXTS, 1, 1500, 84000);
	assert_line(&s, 84000, 80, "full texts 1/1500, 1 h 39 min left");
}

static void
status_promises_less_and_less_while_nothing_comes(void **state)
{
	struct front_status s = { 0 };

	(void)state;
	front_status_note(&s, SYNC_STEP_FEEDS, 0, 10, 1000);
	front_status_note(&s, SYNC_STEP_FEEDS, 5, 10, 11000);
	assert_line(&s, 11000, 80, "sync 5/10, 11 s left");
	front_status_note(&s, SYNC_STEP_FEEDS, 5, 10, 17000);
	assert_line(&s, 17000, 80, "sync 5/10, 5 s left");
	front_status_note(&s, SYNC_STEP_FEEDS, 5, 10, 26000);
	assert_line(&s, 26000, 80, "sync 5/10");
	front_status_note(&s, SYNC_STEP_FEEDS, 6, 10, 31000);
	assert_line(&s, 31000, 80, "sync 6/10, 2 min left");
}

static void
status_counts_what_came(void **state)
{
	struct front_status s = { 0 };

	(void)state;
	front_status_count(&s, &(struct sync_event){ .outcome = SYNC_OK, .count.added = 3, .bytes = 100 });
	front_status_count(&s, &(struct sync_event){ .outcome = SYNC_FAILED, .bytes = 20 });
	front_status_note(&s, SYNC_STEP_FEEDS, 2, 2, 5);
	assert_line(&s, 5, 80, "sync 2/2, 3 new, 1 failed, 120 B");
}

static void
status_is_measured_in_cells(void **state)
{
	struct buf out = { 0 };

	(void)state;
	setenv("LANGUAGE", "ko", 1);
	tr_init();
	if (tr_is_korean())
		for (int cols = 12; cols < 60; cols++) {
			buf_clear(&out);
			front_status_text(&out, &middle, 7000, cols);
			assert_true(width_str(buf_str(&out)) <= cols);
		}
	buf_free(&out);
	unsetenv("LANGUAGE");
	tr_init();
}

static void
status_has_sizes_for_people(void **state)
{
	static const struct {
		int64_t bytes;
		const char *want;
	} sizes[] = { { 0, "0 B" }, { 1023, "1023 B" }, { 1024, "1.0 KB" }, { 123456, "121 KB" }, { 1023000, "999 KB" },
		{ 1048000, "1.0 MB" }, { 5LL << 30, "5.0 GB" }, { 5000LL << 30, "5000 GB" } };
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		buf_clear(&out);
		front_status_size(&out, sizes[i].bytes);
		assert_str(buf_str(&out), sizes[i].want);
	}
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(status_loses_the_least_missed_first),
		cmocka_unit_test(status_says_nothing_of_what_is_nothing),
		cmocka_unit_test(status_guesses_by_the_step_it_is_in),
		cmocka_unit_test(status_promises_less_and_less_while_nothing_comes),
		cmocka_unit_test(status_counts_what_came),
		cmocka_unit_test(status_is_measured_in_cells),
		cmocka_unit_test(status_has_sizes_for_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
