#include "unit.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(without_a_process_the_sync_itself_brings_posts_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
