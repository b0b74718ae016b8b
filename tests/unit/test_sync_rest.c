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
		bool has_process;
		int64_t come;
		size_t done, total;
		int64_t enough;
	} cases[] = {
		{ false, 0, 0, 100, INDEX_ENOUGH },
		{ false, INDEX_SLICE, 50, 100, INDEX_ENOUGH },
		{ false, INDEX_SLICE + 1, 50, 100, INDEX_FIRST },
		{ false, INDEX_FIRST, 1, 100, INDEX_FIRST },
		{ true, INDEX_SLICE, 1, 100, INDEX_ENOUGH },
		{ true, INDEX_ENOUGH + 1, 50, 100, INDEX_ENOUGH },
		{ true, INDEX_ENOUGH - 1, 50, 100, INDEX_ENOUGH - 1 },
		{ true, 1000, 10, 15, 500 },
		{ true, 1000, 80, 100, 250 },
		{ true, INDEX_FEW + 1, 50, 100, INDEX_FEW + 1 },
		{ true, INDEX_FEW - 1, 50, 100, INDEX_FEW },
		{ true, 5000, 100, 100, INDEX_FEW },
	};
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sync_rest rest = { .come = cases[i].come, .pid = cases[i].has_process, .to = ends[1], .fresh = cases[i].enough - 1 };

		sync_rest_step(&rest, cases[i].done, cases[i].total);
		assert_int_equal(rest.fresh, cases[i].enough - 1);
		assert_int_equal(word_of(ends[0]), 0);
		rest.fresh++;
		sync_rest_step(&rest, cases[i].done, cases[i].total);
		assert_int_equal(rest.fresh, 0);
		assert_int_equal(word_of(ends[0]), cases[i].has_process ? SYNC_REST_MORE : 0);
	}
	(void)close(ends[0]);
	(void)close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(without_a_process_the_sync_itself_brings_posts_in),
		cmocka_unit_test(slices_are_as_large_as_what_is_still_to_come),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
