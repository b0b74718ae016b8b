/*
 * sync/sync_access.h: who waits for a password, and how many commands run.
 */
#include "unit.h"

#include "base/limits.h"
#include "sync/sync_access.h"

enum { FEEDS = 40 };

struct world {
	struct arena arena;
	struct subs subs;
	struct sync_access access;
};

static struct str
url_of(struct world *w, size_t i)
{
	return arena_printf(&w->arena, "http://blog%zu.example/rss", i);
}

/* Lines with a command of their own each. */
static void
read_lines(struct world *w, const char *command)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < FEEDS; i++)
		(void)buf_printf(&text, "http://blog%zu.example/rss login=me password-command=\"%s %zu\"\n", i, command, i);
	subs_parse(&w->arena, arena_dup(&w->arena, buf_str(&text)), "feeds", &w->subs);
	buf_free(&text);
	assert_int_equal(w->subs.n_problems, 0);
	sync_access_read(&w->access, NULL, &w->subs);
}

static void
free_world(struct world *w)
{
	sync_access_free(&w->access);
	arena_free(&w->arena);
}

static size_t
running(const struct world *w)
{
	struct pollfd polled[FEEDS];

	return sync_access_polled(&w->access, polled, FEEDS);
}

/* Whether all wait. */
static void
ask_all(struct world *w)
{
	const struct access *how;
	struct err err = { 0 };

	for (size_t i = 0; i < FEEDS; i++)
		assert_int_equal(sync_access_ask(&w->access, url_of(w, i), i, &how, &err), SYNC_ACCESS_LATER);
}

static void
only_a_few_commands_run_at_once(void **state)
{
	struct world w = { 0 };
	size_t visit;

	(void)state;
	read_lines(&w, "sleep 60");
	ask_all(&w);
	assert_int_equal(running(&w), LIMIT_PASSWORDS);
	assert_false(sync_access_next(&w.access, &visit));
	assert_int_equal(running(&w), LIMIT_PASSWORDS);
	free_world(&w);
}

static void
all_of_many_commands_have_their_turn(void **state)
{
	struct world w = { 0 };
	struct pollfd polled[FEEDS];
	const struct access *how;
	struct err err = { 0 };
	bool seen[FEEDS] = { 0 };
	size_t visit;

	(void)state;
	read_lines(&w, "echo");
	ask_all(&w);
	for (size_t n = 0; n < FEEDS;) {
		if (!sync_access_next(&w.access, &visit)) {
			assert_true(poll(polled, sync_access_polled(&w.access, polled, FEEDS), 10000) > 0);
			continue;
		}
		assert_false(seen[visit]);
		seen[visit] = true;
		n++;
		assert_int_equal(sync_access_ask(&w.access, url_of(&w, visit), visit, &how, &err), SYNC_ACCESS_NOW);
		assert_string_equal(how->password, arena_printf(&w.arena, "%zu", visit).p);
	}
	assert_null(w.access.waiting);
	free_world(&w);
}

/* Nobody stands still for the password of a page. */
static void
a_page_is_told_to_come_again(void **state)
{
	struct world w = { 0 };
	struct pollfd polled[FEEDS];
	const struct access *how;
	struct err err = { 0 };
	struct str near = str_lit("http://blog0.example/2"), far = str_lit("http://elsewhere.example/2");

	(void)state;
	read_lines(&w, "echo");
	assert_int_equal(sync_access_get(&w.access, url_of(&w, 0), near, &how, &err), SYNC_ACCESS_LATER);
	assert_int_equal(sync_access_get(&w.access, url_of(&w, 1), far, &how, &err), SYNC_ACCESS_NOW);
	assert_int_equal(running(&w), 1);
	assert_true(poll(polled, sync_access_polled(&w.access, polled, FEEDS), 10000) > 0);
	sync_access_step(&w.access);
	assert_int_equal(sync_access_get(&w.access, url_of(&w, 0), near, &how, &err), SYNC_ACCESS_NOW);
	assert_string_equal(how->password, "0");
	free_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_few_commands_run_at_once),
		cmocka_unit_test(all_of_many_commands_have_their_turn),
		cmocka_unit_test(a_page_is_told_to_come_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
