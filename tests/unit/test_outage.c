/*
 * net/outage.h: when nobody answers, whose fault it is; and what is waited for
 * when the machine has slept.
 */
#include "unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "net/outage.h"
#include "net/outcome.h"

static bool can_leave, can_name, is_known_dead;
static int questions; /* that name servers were asked */

static bool
leaves(void)
{
	return can_leave;
}

static bool
names(void)
{
	questions++;
	return can_name;
}

static bool
unknown(struct str host)
{
	(void)host;
	return is_known_dead;
}

struct world {
	struct arena arena;
	struct outage outage;
	struct queue done;
};

static int
set_up(void **state)
{
	struct world *w = mem_zalloc(1, sizeof *w);

	w->outage = (struct outage){ .has_route = leaves, .has_names = names, .is_unknown = unknown };
	can_leave = can_name = true;
	is_known_dead = false;
	questions = 0;
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;

	queue_free(&w->done);
	queue_free(&w->outage.doubted);
	arena_free(&w->arena);
	free(w);
	return 0;
}

/* A transfer to url that ended so. */
static struct transfer *
ended(struct world *w, const char *url, enum fetch_class class)
{
	struct transfer *t = arena_new(&w->arena, struct transfer, 1);

	assert_true(transfer_init(t, &w->arena, &(struct fetch_request){ .url = str_of(url) }));
	t->answer.class = class;
	return t;
}

static void
take(struct world *w, const char *url, enum fetch_class class)
{
	outage_take(&w->outage, ended(w, url, class), &w->done);
}

static void
take_failures(struct world *w, size_t n)
{
	for (size_t i = 0; i < n && !w->outage.is_certain; i++)
		take(w, arena_printf(&w->arena, "https://blog%zu.example/", i).p, FETCH_NETWORK);
}

static size_t
offline(const struct world *w)
{
	size_t n = 0;

	for (const struct transfer *t = w->done.first; t; t = t->next)
		n += t->answer.is_offline;
	return n;
}

static void
without_a_way_out_the_first_failure_is_enough(void **state)
{
	struct world *w = *state;

	can_leave = false;
	take(w, "http://localhost/", FETCH_NETWORK);
	assert_false(w->outage.is_certain);
	take_failures(w, 3);
	assert_true(w->outage.is_certain);
	assert_int_equal(w->done.n, 2);
	assert_int_equal(offline(w), 1);
	assert_string_equal(w->done.first->next->answer.err.text, "there is no network");
}

static void
a_failure_is_the_hosts_once_another_answers(void **state)
{
	struct world *w = *state;

	take_failures(w, 3);
	assert_int_equal(w->done.n, 0);
	take(w, "https://answers.example/", FETCH_HTTP);
	assert_int_equal(w->done.n, 4);
	assert_int_equal(offline(w), 0);
	can_leave = false; /* of one dead host after that nothing follows */
	take(w, "https://dead.example/", FETCH_NETWORK);
	assert_false(w->outage.is_certain);
	take_failures(w, 9);
	assert_true(w->outage.is_certain);
	assert_int_equal(offline(w), 6);
}

static void
dead_name_servers_are_found_out_about(void **state)
{
	struct world *w = *state;

	can_name = false;
	take_failures(w, 100);
	assert_true(w->outage.is_certain);
	assert_int_equal(w->done.n, 6);
	for (int i = 0; i < 20; i++) /* what ran meanwhile */
		take(w, "https://late.example/", FETCH_NETWORK);
	assert_true(w->outage.is_certain);
	assert_int_equal(offline(w), 26);
	assert_int_equal(questions, 1);
}

static void
many_dead_hosts_are_no_outage_while_names_are_known(void **state)
{
	struct world *w = *state;

	take_failures(w, 40);
	assert_false(w->outage.is_certain);
	assert_int_equal(questions, 3); /* of 6, 12 and 24 */
	outage_settle(&w->outage, &w->done);
	assert_int_equal(w->done.n, 40);
	assert_int_equal(offline(w), 0);
}

static void
however_many_dead_hosts_are_no_outage_while_names_are_known(void **state)
{
	struct world *w = *state;

	take_failures(w, 400);
	assert_false(w->outage.is_certain);
	assert_int_equal(questions, 7); /* of 6, 12 … 384 */
	can_leave = false;
	take(w, "https://late.example/", FETCH_NETWORK);
	assert_true(w->outage.is_certain);
	assert_int_equal(offline(w), 401);
}

static void
at_the_end_a_single_failure_is_the_hosts(void **state)
{
	struct world *w = *state;

	take_failures(w, 1);
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 0);
	take(w, "https://answers.example/", FETCH_OK);
	can_name = false;
	take_failures(w, 1);
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 0); /* others did answer */
	assert_int_equal(questions, 1);
	can_leave = false;
	take(w, "https://other.example/", FETCH_NETWORK);
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 1);
}

static void
at_the_end_a_single_failure_is_nobodys_where_name_servers_are_dead(void **state)
{
	struct world *w = *state;

	can_name = false;
	take_failures(w, 1);
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 1);
}

static void
hosts_of_the_own_network_say_nothing(void **state)
{
	static const char *const urls[] = { "http://127.0.0.1/", "http://nas.local/", "http://10.0.0.1/", "http://[fd00::1]/" };
	struct world *w = *state;

	can_leave = can_name = false;
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		take(w, urls[i], FETCH_NETWORK);
	assert_int_equal(w->done.n, 4);
	assert_int_equal(offline(w), 0);
}

static void
behind_a_proxy_only_many_say_something(void **state)
{
	struct world *w = *state;

	can_leave = can_name = false;
	for (int i = 0; i < 96; i++) {
		struct transfer *t = ended(w, arena_printf(&w->arena, "https://blog%d.example/", i).p, FETCH_NETWORK);

		assert_false(w->outage.is_certain);
		t->has_proxy = true;
		outage_take(&w->outage, t, &w->done);
	}
	assert_true(w->outage.is_certain);
	assert_int_equal(offline(w), 96);
}

static void
take_by(struct world *w, int i, const char *proxy, bool is_down)
{
	struct transfer *t = ended(w, arena_printf(&w->arena, "https://blog%d.example/", i).p, FETCH_NETWORK);

	t->has_proxy = true;
	t->proxy = proxy;
	t->answer.is_proxy_down = is_down;
	t->answer.why = str_lit("no-proxy proxy.example:3128");
	outage_take(&w->outage, t, &w->done);
}

static void
a_proxy_that_is_down_is_no_outage_and_no_hosts_fault(void **state)
{
	static const struct access by = { .proxy = "http://proxy.example:3128" }, other = { .proxy = "http://other.example:3128" };
	struct world *w = *state;
	struct transfer *rest = ended(w, "https://rest.example/", FETCH_OK);

	can_leave = can_name = false;
	for (int i = 0; i < 95; i++)
		take_by(w, i, by.proxy, true);
	assert_false(outage_has_end(&w->outage));
	take_by(w, 95, by.proxy, true);
	assert_int_equal(w->done.n, 96); /* none is held back */
	assert_int_equal(offline(w), 0);
	assert_true(outage_has_end(&w->outage));
	rest->access = &other;
	assert_false(outage_ends(&w->outage, rest));
	rest->access = &by;
	assert_true(outage_ends(&w->outage, rest));
	outage_tell(&w->outage, rest);
	assert_true(rest->answer.is_proxy_down);
	assert_string_equal(rest->answer.err.text, "cannot connect to the proxy proxy.example:3128");
	take_by(w, 96, by.proxy, false); /* what is a host's fault came by it */
	assert_false(outage_has_end(&w->outage));
	transfer_free(rest);
}

/* It took too long: of a proxy that drops what comes it is not the host's fault. */
static void
a_proxy_that_never_takes_a_connection_is_down(void **state)
{
	struct world *w = *state;

	for (int is_linked = 0; is_linked < 2; is_linked++) {
		struct transfer *t = ended(w, "https://blog.example/", FETCH_OK);

		t->has_proxy = true;
		t->proxy = "http://proxy.example:3128";
		t->socket = 1;
		t->is_linked = is_linked;
		t->breach = TRANSFER_SLOW;
		outcome_tell(t, CURLE_ABORTED_BY_CALLBACK);
		assert_int_equal(t->answer.is_proxy_down, !is_linked);
		assert_str(t->answer.why, is_linked ? "slow" : "no-proxy proxy.example:3128");
		transfer_free(t);
	}
}

static void
take_unknown(struct world *w, const char *url)
{
	struct transfer *t = ended(w, url, FETCH_NETWORK);

	t->answer.why = str_lit("no-host blog.example");
	outage_take(&w->outage, t, &w->done);
}

static void
when_no_name_of_several_hosts_is_known_it_is_nobodys_fault(void **state)
{
	struct world *w = *state;

	take_unknown(w, "https://a.example/1");
	take_unknown(w, "https://a.example/2");
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 0); /* one host */
	take_unknown(w, "https://a.example/3");
	take_unknown(w, "https://b.example/");
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 2);
	assert_false(w->outage.is_certain); /* others may be known */
	take_unknown(w, "https://a.example/4");
	take(w, "https://b.example/", FETCH_NETWORK); /* a name, and nobody there */
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 2);
	take(w, "https://answers.example/", FETCH_OK);
	take_unknown(w, "https://a.example/5");
	take_unknown(w, "https://b.example/5");
	outage_settle(&w->outage, &w->done);
	assert_int_equal(offline(w), 2);
}

static void
hosts_that_are_known_not_to_be_there_are_to_blame(void **state)
{
	struct world *w = *state;

	is_known_dead = true;
	take_unknown(w, "https://a.example/");
	take_unknown(w, "https://b.example/");
	outage_settle(&w->outage, &w->done);
	assert_int_equal(w->done.n, 2);
	assert_int_equal(offline(w), 0);
}

/* One of several by a proxy, which brought this. */
static struct transfer *
brought(struct world *w, int i, enum fetch_class class, int status, const char *why)
{
	struct transfer *t = ended(w, arena_printf(&w->arena, "https://blog%d.example/", i).p, class);

	t->has_proxy = true;
	t->proxy = "http://proxy.example:3128";
	t->answer.status = status;
	t->answer.why = str_of(why);
	outage_take(&w->outage, t, &w->done);
	return t;
}

static void
a_proxy_that_reaches_nobody_is_held_against_nobody(void **state)
{
	struct world *w = *state;
	struct transfer *refused, *gateway, *alone;

	refused = brought(w, 1, FETCH_NETWORK, 0, "proxy-refuses proxy.example:3128");
	gateway = brought(w, 2, FETCH_HTTP, 503, "status 503");
	gateway->answer.held_until = 1000; /* its own word, not that of the host */
	assert_int_equal(w->done.n, 0);
	outage_settle(&w->outage, &w->done);
	assert_true(refused->answer.is_proxy_down);
	assert_true(gateway->answer.is_offline);
	assert_int_equal(gateway->answer.held_until, CLOCK_NONE);
	assert_false(w->outage.is_certain); /* the next one is tried */
	alone = brought(w, 3, FETCH_NETWORK, 0, "proxy-refuses proxy.example:3128");
	outage_settle(&w->outage, &w->done);
	assert_false(fetch_is_excused(&alone->answer)); /* one host says nothing of the proxy */
}

static void
what_a_proxy_does_not_reach_beside_others_is_to_blame(void **state)
{
	struct world *w = *state;
	struct transfer *refused = brought(w, 1, FETCH_NETWORK, 0, "proxy-refuses proxy.example:3128");
	struct transfer *gateway = brought(w, 2, FETCH_HTTP, 503, "status 503"), *late;

	(void)brought(w, 3, FETCH_OK, 200, "");
	assert_int_equal(w->done.n, 3);
	late = brought(w, 4, FETCH_HTTP, 502, "status 502");
	outage_settle(&w->outage, &w->done);
	assert_false(fetch_is_excused(&refused->answer) || fetch_is_excused(&gateway->answer) || fetch_is_excused(&late->answer));
}

static void
after_a_sleep_the_network_is_waited_for(void **state)
{
	struct world *w = *state;
	struct transfer *outside = ended(w, "https://blog.example/", FETCH_OK), *inside = ended(w, "http://127.0.0.1/", FETCH_OK);

	assert_true(outage_may_start(&w->outage, outside, 1000));
	outage_wake(&w->outage, 1000);
	can_leave = false;
	assert_false(outage_may_start(&w->outage, outside, 1000));
	assert_true(outage_may_start(&w->outage, inside, 1000));
	can_leave = true;
	assert_false(outage_may_start(&w->outage, outside, 1500)); /* it is not looked for all the time */
	can_name = false;
	assert_false(outage_may_start(&w->outage, outside, 2000));
	can_name = true;
	assert_true(outage_may_start(&w->outage, outside, 3000));
	can_leave = false;
	assert_true(outage_may_start(&w->outage, outside, 3001));
}

static void
after_a_sleep_it_is_not_waited_for_for_ever(void **state)
{
	struct world *w = *state;
	struct transfer *outside = ended(w, "https://blog.example/", FETCH_OK);

	outage_wake(&w->outage, 1000);
	can_leave = false;
	assert_false(outage_may_start(&w->outage, outside, 20000));
	assert_true(outage_may_start(&w->outage, outside, 21000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(without_a_way_out_the_first_failure_is_enough, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_failure_is_the_hosts_once_another_answers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dead_name_servers_are_found_out_about, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_dead_hosts_are_no_outage_while_names_are_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(however_many_dead_hosts_are_no_outage_while_names_are_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(at_the_end_a_single_failure_is_the_hosts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(at_the_end_a_single_failure_is_nobodys_where_name_servers_are_dead, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hosts_of_the_own_network_say_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(behind_a_proxy_only_many_say_something, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_proxy_that_is_down_is_no_outage_and_no_hosts_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_proxy_that_never_takes_a_connection_is_down, set_up, tear_down),
		cmocka_unit_test_setup_teardown(when_no_name_of_several_hosts_is_known_it_is_nobodys_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hosts_that_are_known_not_to_be_there_are_to_blame, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_proxy_that_reaches_nobody_is_held_against_nobody, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_a_proxy_does_not_reach_beside_others_is_to_blame, set_up, tear_down),
		cmocka_unit_test_setup_teardown(after_a_sleep_the_network_is_waited_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(after_a_sleep_it_is_not_waited_for_for_ever, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
