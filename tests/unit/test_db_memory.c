#include "unit.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/sanitized.h"
#include "store/db_memory.h"
#include "store/db_setup.h"

enum { BLOCKS = 200, LARGEST = 6000 };

static void
fill(unsigned char *p, int i, int n)
{
	memset(p, i & 0xff, (size_t)n);
}

static void
assert_filled(const unsigned char *p, int i, int n)
{
	for (int k = 0; k < n; k++)
		assert_int_equal(p[k], i & 0xff);
}

/* Of all sizes, small and large, again and again. */
static void
blocks_do_not_overlap(void **state)
{
	unsigned char *blocks[BLOCKS];

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < BLOCKS; i++) {
			int n = 1 + i * i % LARGEST;

			blocks[i] = sqlite3_malloc(n);
			assert_non_null(blocks[i]);
			assert_int_equal((uintptr_t)blocks[i] % 8, 0);
			assert_true(sqlite3_msize(blocks[i]) >= (sqlite3_uint64)n);
			fill(blocks[i], i, n);
		}
		for (int i = 0; i < BLOCKS; i++) {
			assert_filled(blocks[i], i, 1 + i * i % LARGEST);
			sqlite3_free(blocks[i]);
		}
	}
}

static void
a_small_one_that_was_given_back_is_taken_again(void **state)
{
	static const int sizes[][2] = { { 100, 101 }, { 4200, 4300 } };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		void *first = sqlite3_malloc(sizes[i][0]), *second;

		sqlite3_free(first);
		second = sqlite3_malloc(sizes[i][1]);
		assert_int_equal(second == first, !IS_SANITIZED); /* a sanitizer gives no block again so soon */
		sqlite3_free(second);
	}
}

static void
what_is_in_a_block_stays_when_its_size_changes(void **state)
{
	static const int sizes[] = { 1, 8, 9, 100, 1008, 1016, 1017, 1024, 4300, 5000, 5112, 5113, 70000, 5112, 5000, 1017, 1016, 9, 8, 1 };
	unsigned char *p = sqlite3_malloc(1);

	(void)state;
	fill(p, 7, 1);
	for (size_t i = 1; i < sizeof sizes / sizeof *sizes; i++) {
		int least = sizes[i] < sizes[i - 1] ? sizes[i] : sizes[i - 1];

		p = sqlite3_realloc(p, sizes[i]);
		assert_non_null(p);
		assert_filled(p, 7, least);
		fill(p, 7, sizes[i]);
	}
	sqlite3_free(p);
}

static long
resident_bytes(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	long pages = 0;

	assert_non_null(file);
	assert_int_equal(fscanf(file, "%*d %ld", &pages), 1);
	fclose(file);
	return pages * sysconf(_SC_PAGESIZE);
}

/* Pages of a cache, of which thousands may be kept. */
static void
all_that_is_kept_can_be_given_back(void **state)
{
	void *pages[1000];
	long before;

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		pages[i] = sqlite3_malloc(8400);
		memset(pages[i], 1, 8400);
	}
	before = resident_bytes();
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		sqlite3_free(pages[i]);
	db_memory_give_back();
	if (!IS_SANITIZED)
		assert_in_range(before - resident_bytes(), 7 << 20, 10 << 20);
	pages[0] = sqlite3_malloc(8400);
	memset(pages[0], 1, 8400);
	sqlite3_free(pages[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_do_not_overlap),
		cmocka_unit_test(a_small_one_that_was_given_back_is_taken_again),
		cmocka_unit_test(all_that_is_kept_can_be_given_back),
		cmocka_unit_test(what_is_in_a_block_stays_when_its_size_changes),
	};

	db_setup();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
