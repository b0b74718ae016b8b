/*
 * net/mute.h: which hosts are let be since they never answer, and how long one
 * is waited for before others begin in its place.
 */
#include "unit.h"

#include <stdlib.h>

#include "base/mem.h"
#include "net/mute.h"

struct world {
	struct arena arena;
	struct mute mute;
};

static int
set_up(void **state)
{
	*state = mem_zalloc(1, sizeof(struct world));
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;

	mute_free(&w->mute);
	arena_free(&w->arena);
	free(w);
	return 0;
}

static struct transfer *
transfer(struct world *w, const char *url)
{
	struct transfer *t = arena_new(&w->arena, struct transfer, 1);

	assert_true(transfer_init(t, &w->arena, &(struct fetch_request){ .url = str_of(url) }));
	return t;
}

/* It ended so: why is the code of its answer, "" for a good one. */
static struct transfer *
ended(struct world *w, const char *url, const char *why)
{
	struct transfer *t = transfer(w, url);

	t->answer.class = *why ? FETCH_NETWORK : FETCH_OK;
	t->answer.why = str_of(why);
	t->header_bytes = *why ? 0 : 100;
	return t;
}

static void
note(struct world *w, const char *url, const char *why)
{
	mute_note(&w->mute, ended(w, url, why));
}

static bool
is_mute(struct world *w, const char *url)
{
	return mute_is(&w->mute, transfer(w, url));
}

static void
a_host_that_was_silent_twice_is_mute(void **state)
{
	struct world *w = *state;

	assert_false(is_mute(w, "https://blog.example/1"));
	note(w, "https://blog.example/1", "no-answer blog.example");
	assert_false(is_mute(w, "https://blog.example/3"));
	note(w, "https://blog.example/2", "no-answer blog.example");
	assert_true(is_mute(w, "https://blog.example/3"));
	assert_true(is_mute(w, "https://blog.example:443/3"));
	assert_false(is_mute(w, "http://blog.example/3")); /* another port is another program */
	assert_false(is_mute(w, "https://blog.example:8443/3"));
	assert_false(is_mute(w, "https://other.example/3"));
	assert_false(is_mute(w, "https://www.blog.example/3"));
}

static void
who_answers_is_not_mute_and_begins_anew(void **state)
{
	struct world *w = *state;

	note(w, "https://blog.example/1", "no-answer blog.example");
	note(w, "https://blog.example/2", "");
	for (int i = 0; i < MUTE_LATER - 1; i++) /* the network may have stood still for a while */
		note(w, "https://blog.example/3", "no-answer blog.example");
	assert_false(is_mute(w, "https://blog.example/4"));
	note(w, "https://blog.example/4", "no-answer blog.example");
	assert_true(is_mute(w, "https://blog.example/5"));
	note(w, "https://blog.example/6", ""); /* it was on its way meanwhile */
	assert_false(is_mute(w, "https://blog.example/7"));
}

static void
other_failures_are_no_silence(void **state)
{
	static const char *const whys[] = { "no-host blog.example", "no-connection blog.example", "broke-off blog.example", "unsafe blog.example" };
	struct world *w = *state;

	for (size_t i = 0; i < sizeof whys / sizeof *whys; i++)
		note(w, "https://blog.example/", whys[i]);
	assert_false(is_mute(w, "https://blog.example/"));
}

/* Whoever sends a byte at a time is there. */
static void
slow_is_silent_only_without_a_byte(void **state)
{
	struct world *w = *state;

	for (size_t bytes = 0; bytes < 2; bytes++) {
		const char *url = bytes ? "https://drips.example/" : "https://hangs.example/";

		for (int i = 0; i < MUTE_AFTER; i++) {
			struct transfer *t = ended(w, url, "slow");

			t->breach = TRANSFER_SLOW;
			t->header_bytes = bytes;
			mute_note(&w->mute, t);
		}
	}
	assert_true(is_mute(w, "https://hangs.example/"));
	assert_false(is_mute(w, "https://drips.example/"));
}

static void
what_a_proxy_does_says_nothing_of_the_host(void **state)
{
	struct world *w = *state;

	for (int i = 0; i < MUTE_AFTER; i++) {
		struct transfer *t = ended(w, "https://blog.example/", "no-answer blog.example");

		t->has_proxy = true;
		t->answered_ms = 9000;
		mute_note(&w->mute, t);
	}
	assert_false(is_mute(w, "https://blog.example/"));
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_FIRST_MS);
}

static void
take_answers(struct world *w, int n, int64_t ms)
{
	for (int i = 0; i < n; i++) {
		struct transfer *t = ended(w, "https://blog.example/", "");

		t->answered_ms = ms;
		mute_note(&w->mute, t);
	}
}

static void
hosts_of_the_own_network_do_not_say_how_fast_others_are(void **state)
{
	struct world *w = *state;
	struct transfer *t = ended(w, "http://192.168.0.2/", "");

	t->answered_ms = 1;
	mute_note(&w->mute, t);
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_FIRST_MS);
}

static void
how_long_one_is_waited_for_is_told_by_the_others(void **state)
{
	struct world *w = *state;

	assert_int_equal(mute_wait_ms(&w->mute), MUTE_FIRST_MS);
	take_answers(w, 1, 50);
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_LEAST_MS);
	take_answers(w, 20, 900); /* a slow network */
	assert_in_range(mute_wait_ms(&w->mute), 3400, 3600);
	take_answers(w, 20, 8000);
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_MOST_MS);
	take_answers(w, 20, 50); /* it is quick again */
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_LEAST_MS);
}

static void
after_mute_free_nothing_is_known(void **state)
{
	struct world *w = *state;

	take_answers(w, 1, 5000);
	note(w, "https://mute.example/", "no-answer mute.example");
	note(w, "https://mute.example/", "no-answer mute.example");
	mute_free(&w->mute);
	assert_false(is_mute(w, "https://mute.example/"));
	assert_int_equal(mute_wait_ms(&w->mute), MUTE_FIRST_MS);
	note(w, "https://mute.example/", "no-answer mute.example");
	assert_false(is_mute(w, "https://mute.example/"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_host_that_was_silent_twice_is_mute, set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_answers_is_not_mute_and_begins_anew, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_failures_are_no_silence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(slow_is_silent_only_without_a_byte, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_a_proxy_does_says_nothing_of_the_host, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hosts_of_the_own_network_do_not_say_how_fast_others_are, set_up, tear_down),
		cmocka_unit_test_setup_teardown(how_long_one_is_waited_for_is_told_by_the_others, set_up, tear_down),
		cmocka_unit_test_setup_teardown(after_mute_free_nothing_is_known, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
