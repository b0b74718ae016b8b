#include "unit.h"

#include <fcntl.h>

#include "store/index.h"
#include "sync/sync_rest.h"
#include "store_fixture.h"

static bool
is_never_over(const void *user)
{
	(void)user;
	return false;
}

/* Beside this test there is no sosik-sync that could be started. */
static void
without_a_process_the_sync_itself_brings_posts_in(void **state)
{
	struct fixture *f = *state;
	const struct sync_opts opts = { 0 };
	struct sync_rest rest;
	int64_t left;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_ok(f, sync_rest_begin(&rest, f->s, &opts, &f->err));
	fixture_merge(f, 1, 20);
	sync_rest_add(&rest, INDEX_SLICE);
	sync_rest_step(&rest, 1, 2);
	assert_int_equal(rest.pid, 0);
	fixture_ok(f, index_behind(f->s, &left, &f->err));
	assert_int_equal(left, 20);
	fixture_ok(f, sync_rest_end(&rest, is_never_over, NULL, &f->err));
	fixture_ok(f, index_behind(f->s, &left, &f->err));
	assert_int_equal(left, 0);
	sync_rest_close(&rest);
}

/* What the process was told, 0: nothing. */
static char
word_of(int from)
{
	char word = 0;

	return read(from, &word, 1) == 1 ? word : 0;
}

static void
slices_are_as_large_as_what_is_still_to_come(void **state)
{
	const struct {
		int64_t come;
		size_t done, total;
		int64_t enough;
	} cases[] = {
		{ INDEX_SLICE, 1, 100, INDEX_ENOUGH },
		{ INDEX_ENOUGH + 1, 50, 100, INDEX_ENOUGH },
		{ INDEX_ENOUGH - 1, 50, 100, INDEX_ENOUGH - 1 },
		{ 1000, 10, 15, 500 },
		{ 1000, 80, 100, 250 },
		{ INDEX_FEW + 1, 50, 100, INDEX_FEW + 1 },
		{ INDEX_FEW - 1, 50, 100, INDEX_FEW },
		{ 5000, 100, 100, INDEX_FEW },
	};
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sync_rest rest = { .come = cases[i].come, .pid = 1, .to = ends[1], .fresh = cases[i].enough - 1 };

		sync_rest_step(&rest, cases[i].done, cases[i].total);
		assert_int_equal(rest.fresh, cases[i].enough - 1);
		assert_int_equal(word_of(ends[0]), 0);
		rest.fresh++;
		sync_rest_step(&rest, cases[i].done, cases[i].total);
		assert_int_equal(rest.fresh, 0);
		assert_int_equal(word_of(ends[0]), SYNC_REST_MORE);
	}
	(void)close(ends[0]);
	(void)close(ends[1]);
}

/* Posts are told of some at a time; those that are in no slice yet come into one later. */
static void
some_posts_are_told_before_they_are_a_slice(void **state)
{
	struct sync_rest rest = { .pid = 1 };
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	rest.to = ends[1];
	sync_rest_add(&rest, INDEX_FIRST - 1);
	sync_rest_step(&rest, 1, 100);
	assert_int_equal(word_of(ends[0]), 0);
	sync_rest_add(&rest, 1);
	sync_rest_step(&rest, 1, 100);
	assert_int_equal(word_of(ends[0]), SYNC_REST_SOME);
	sync_rest_step(&rest, 1, 100);
	assert_int_equal(word_of(ends[0]), 0);
	sync_rest_add(&rest, INDEX_ENOUGH - INDEX_FIRST);
	sync_rest_step(&rest, 1, 100);
	assert_int_equal(word_of(ends[0]), SYNC_REST_MORE);
	(void)close(ends[0]);
	(void)close(ends[1]);
}

/* Where there is no program to start nothing comes of it, but that it was tried. */
static void
a_process_begins_early_where_many_are_to_come(void **state)
{
	const struct {
		int64_t come, fresh;
		size_t done, total;
		bool begins;
	} cases[] = {
		{ INDEX_FIRST, INDEX_FIRST, 1, 100, true },
		{ INDEX_FIRST - 1, INDEX_FIRST - 1, 1, 100, false },
		{ INDEX_SLICE, INDEX_FIRST, 50, 100, false },
		{ INDEX_SLICE + 1, INDEX_FIRST, 50, 100, true },
		{ INDEX_ENOUGH - 1, INDEX_ENOUGH - 1, 100, 100, false },
		{ INDEX_ENOUGH, INDEX_ENOUGH, 100, 100, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sync_rest rest = { .to = -1, .come = cases[i].come, .fresh = cases[i].fresh, .untold = cases[i].fresh };

		sync_rest_step(&rest, cases[i].done, cases[i].total);
		assert_int_equal(rest.untold, cases[i].begins ? 0 : cases[i].fresh);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(without_a_process_the_sync_itself_brings_posts_in),
		cmocka_unit_test(slices_are_as_large_as_what_is_still_to_come),
		cmocka_unit_test(some_posts_are_told_before_they_are_a_slice),
		cmocka_unit_test(a_process_begins_early_where_many_are_to_come),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
