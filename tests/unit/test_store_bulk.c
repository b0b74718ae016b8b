#include "unit.h"

#include <signal.h>
#include <sys/wait.h>

#include "store/bulk.h"
#include "store/purge.h"
#include "store/rules.h"
#include "store_fixture.h"

enum { POSTS = 2500, SLICES = 3, ROUNDS = 6, PURGED = 100 };

static const struct str name = { "큰일", sizeof "큰일" - 1 };
static const struct state_change add = { .add = &name, .n_add = 1 };

static void
setup_many(struct fixture *f, int64_t ids[POSTS])
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	/* Any order will do. */
	for (int i = 0; i < POSTS; i++)
		ids[i] = POSTS - i;
}

static int64_t
tagged(struct fixture *f, const char *tag)
{
	int64_t n;

	fixture_ok(f, posts_count(f->s, &(struct posts_view){ .tag = str_of(tag) }, &n, &f->err));
	return n;
}

static int
add_line(void *user, struct str text)
{
	struct buf *lines = user;

	return buf_add(lines, text) < 0 || buf_putc(lines, '\n') < 0;
}

/* All state, in the arena. */
static struct str
dump(struct fixture *f)
{
	struct buf lines = { 0 };
	struct str ret;

	fixture_ok(f, state_dump(f->s, true, add_line, &lines, &f->err));
	ret = arena_dup(&f->a, buf_str(&lines));
	buf_free(&lines);
	return ret;
}

static void
take_steps(struct fixture *f, struct bulk *b, int n)
{
	for (int i = 0; i < n; i++)
		assert_int_equal(bulk_step(b, &f->err), 1);
}

/* By another process, as far as the two know. */
static void
another_tags(struct fixture *f, int64_t id, const char *tag)
{
	const struct str other = str_of(tag);
	struct store *s;

	fixture_ok(f, store_open(&s, STORE_WRITE, NULL, &f->err));
	fixture_ok(f, state_apply(s, &id, 1, &(struct state_change){ .add = &other, .n_add = 1 }, NULL, &f->err));
	store_close(s);
}

static void
others_get_in_between_and_one_undo_takes_it_back(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct state_undone done;
	struct bulk b;

	setup_many(f, ids);
	fixture_ok(f, bulk_change(&b, f->s, ids, POSTS, &add, &f->err));
	assert_int_equal(bulk_step(&b, &f->err), 1);
	assert_int_equal(b.done, BULK_POSTS);
	another_tags(f, 7, "남");
	assert_int_equal(bulk_step(&b, &f->err), 1);
	another_tags(f, 8, "남");
	fixture_ok(f, bulk_step(&b, &f->err));
	assert_int_equal(b.changed, POSTS);
	bulk_end(&b, NULL);
	assert_int_equal(tagged(f, "큰일"), POSTS);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(done.posts, POSTS);
	assert_string_equal(done.what, "+큰일");
	assert_int_equal(tagged(f, "큰일"), 0);
	assert_int_equal(tagged(f, "남"), 2);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_int_equal(tagged(f, "큰일"), POSTS);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+남");
	assert_int_equal(tagged(f, "남"), 1);
}

static void
what_was_stopped_is_undone_as_it_stands(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct state_undone done;
	struct bulk b;
	struct str before, stopped;

	setup_many(f, ids);
	before = dump(f);
	fixture_ok(f, bulk_change(&b, f->s, ids, POSTS, &add, &f->err));
	take_steps(f, &b, SLICES - 1);
	bulk_end(&b, NULL);
	fixture_reopen(f);
	stopped = dump(f);
	assert_int_equal(tagged(f, "큰일"), 2 * BULK_POSTS);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(done.posts, 2 * BULK_POSTS);
	assert_true(str_eq(dump(f), before));
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_true(str_eq(dump(f), stopped));
}

static void
an_undo_that_was_stopped_goes_on_or_back(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct state_undone done;
	struct bulk b;
	struct str before, after;

	setup_many(f, ids);
	before = dump(f);
	fixture_ok(f, state_apply(f->s, ids, POSTS, &add, NULL, &f->err));
	after = dump(f);
	bulk_undo(&b, f->s, UNDO_BACK, &(int64_t){ 0 });
	take_steps(f, &b, 1);
	bulk_end(&b, &done);
	assert_int_equal(done.posts, POSTS - 2 * BULK_POSTS);
	assert_int_equal(tagged(f, "큰일"), 2 * BULK_POSTS);
	fixture_reopen(f);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_true(str_eq(dump(f), after));
	bulk_undo(&b, f->s, UNDO_BACK, &(int64_t){ 0 });
	take_steps(f, &b, 2);
	bulk_end(&b, NULL);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(done.posts, BULK_POSTS);
	assert_true(str_eq(dump(f), before));
	bulk_undo(&b, f->s, UNDO_AGAIN, &(int64_t){ 0 });
	take_steps(f, &b, 2);
	bulk_end(&b, NULL);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_true(str_eq(dump(f), after));
}

static void
put(struct fixture *f, int64_t id, const char *tag)
{
	const struct str added = str_of(tag);

	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .add = &added, .n_add = 1 }, NULL, &f->err));
}

/* One of several; what it did. */
static const char *
undo_next(struct fixture *f, enum undo_way way, int64_t *until)
{
	struct state_undone done;
	struct bulk b;

	bulk_undo(&b, f->s, way, until);
	if (bulk_run(&b, &f->err) < 0) {
		assert_int_equal(f->err.code, ERR_NOT_FOUND);
		bulk_end(&b, NULL);
		return "";
	}
	bulk_end(&b, &done);
	return arena_dup(&f->a, str_of(done.what)).p;
}

static void
what_others_do_between_several_undos_is_none_of_them(void **state)
{
	struct fixture *f = *state;
	int64_t until = 0, ids[POSTS];

	setup_many(f, ids);
	put(f, 1, "가");
	put(f, 1, "나");
	put(f, 1, "다");
	assert_string_equal(undo_next(f, UNDO_BACK, &until), "+다");
	put(f, 2, "남의것");
	fixture_write_feeds(f, "# 손으로\nhttps://blog.example/rss\nhttps://other.example/rss\n");
	assert_string_equal(undo_next(f, UNDO_BACK, &until), "+나");
	assert_string_equal(undo_next(f, UNDO_BACK, &until), "+가");
	assert_string_equal(undo_next(f, UNDO_BACK, &until), "");
	assert_int_equal(tagged(f, "남의것"), 1);
	/* Again, while somebody undoes his own. */
	until = 0;
	assert_string_equal(undo_next(f, UNDO_AGAIN, &until), "+가");
	fixture_ok(f, state_undo(f->s, NULL, &f->err)); /* +남의것 */
	assert_string_equal(undo_next(f, UNDO_AGAIN, &until), "+나");
	assert_string_equal(undo_next(f, UNDO_AGAIN, &until), "");
	assert_int_equal(tagged(f, "남의것"), 0);
}

static void
nothing_to_undo_is_told(void **state)
{
	struct fixture *f = *state;
	struct bulk b;

	bulk_undo(&b, f->s, UNDO_BACK, &(int64_t){ 0 });
	assert_int_equal(bulk_step(&b, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	bulk_end(&b, NULL);
}

/* ---- killed */

/* Each step is told; it never ends by itself. */
static void
work_until_killed(struct store *s, const int64_t *ids, int out)
{
	const struct str other = str_lit("다른/큰일");
	struct bulk b;
	struct err err;
	int rc;

	for (int round = 0;; round++) {
		int64_t until = 0;

		if (round % 4 == 0)
			(void)bulk_change(&b, s, ids, POSTS, &add, &err);
		else
			bulk_undo(&b, s, round % 4 == 2 ? UNDO_AGAIN : UNDO_BACK, &until);
		do {
			rc = bulk_step(&b, &err);
			if (write(out, "x", 1) != 1 || rc < 0)
				_exit(1);
		} while (rc > 0);
		bulk_end(&b, NULL);
		if (round % 4 == 2 && (fixture_retag(s, name, other, NULL, &err) < 0 || write(out, "x", 1) != 1))
			_exit(1);
	}
}

/* All that are left: a new cache has given them other numbers. */
static void
purge_until_killed(struct store *s, const int64_t *ids, int out)
{
	int64_t *left, gone;
	struct err err;
	size_t n;

	(void)ids;
	if (posts_ids(s, &(struct posts_view){ 0 }, &left, &n, &err) < 0)
		_exit(1);
	for (size_t at = 0; at < n; at += PURGED)
		if (purge_run(s, left + at, PURGED, &gone, &err) < 0 || gone != PURGED || write(out, "x", 1) != 1)
			_exit(1);
	(void)pause();
}

static void
kill_after(struct fixture *f, const int64_t *ids, int steps, void (*work)(struct store *s, const int64_t *ids, int out))
{
	int fds[2], status;
	char byte;
	pid_t child;

	store_close(f->s);
	f->s = NULL;
	assert_int_equal(pipe(fds), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		(void)close(fds[0]);
		if (!store_open(&f->s, STORE_WRITE, NULL, &f->err))
			work(f->s, ids, fds[1]);
		_exit(1);
	}
	(void)close(fds[1]);
	for (int i = 0; i < steps; i++)
		assert_int_equal(read(fds[0], &byte, 1), 1);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	(void)close(fds[0]);
}

/* The cache as it was left, and one made anew from the journal, hold the same. */
static void
compare_with_journal(struct fixture *f)
{
	struct str left;

	fixture_open(f, STORE_CHECK);
	assert_string_equal(f->notice, "");
	left = dump(f);
	store_close(f->s);
	f->s = NULL;
	(void)unlink(fixture_path(f, "data/sosik/sosik.db"));
	(void)unlink(fixture_path(f, "data/sosik/sosik.db-wal"));
	(void)unlink(fixture_path(f, "data/sosik/sosik.db-shm"));
	fixture_open(f, STORE_WRITE);
	fixture_merge(f, 1, POSTS);
	assert_true(str_eq(dump(f), left));
}

static void
whoever_is_killed_leaves_whole_slices(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct str before;

	setup_many(f, ids);
	before = dump(f);
	for (int round = 0; round < ROUNDS; round++) {
		kill_after(f, ids, 1 + round * 3, work_until_killed);
		compare_with_journal(f);
		assert_int_equal((tagged(f, "큰일") + tagged(f, "다른/큰일")) % (POSTS % BULK_POSTS), 0);
		while (!state_undo(f->s, NULL, &f->err))
			continue;
		assert_int_equal(f->err.code, ERR_NOT_FOUND);
		assert_true(str_eq(dump(f), before));
	}
}

static void
whoever_is_killed_deletes_whole_slices(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS], left = POSTS;

	setup_many(f, ids);
	fixture_ok(f, state_apply(f->s, ids, POSTS, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	for (int steps = 1; left > 0; steps = left / PURGED < steps + 3 ? (int)(left / PURGED) : steps + 3) {
		int64_t before = left;

		kill_after(f, ids, steps, purge_until_killed);
		compare_with_journal(f);
		fixture_ok(f, posts_count(f->s, &(struct posts_view){ 0 }, &left, &f->err));
		assert_int_equal(left % PURGED, 0);
		assert_true(left <= before - (int64_t)steps * PURGED);
	}
}

/* Joins two tags, takes them apart, joins them again. */
static void
join_until_killed(struct store *s, const int64_t *ids, int out)
{
	const struct str other = str_lit("다른/큰일");
	const struct state_change add_other = { .add = &other, .n_add = 1 };
	struct bulk b;
	struct err err;
	int rc;

	if (state_apply(s, ids, POSTS, &add, NULL, &err) < 0 || state_apply(s, ids, POSTS / 2, &add_other, NULL, &err) < 0)
		_exit(1);
	for (int round = 0;; round++) {
		int64_t until = 0;

		if (round % 2)
			bulk_undo(&b, s, UNDO_BACK, &until);
		else
			bulk_retag(&b, s, name, other);
		do {
			rc = bulk_step(&b, &err);
			if (write(out, "x", 1) != 1 || rc < 0)
				_exit(1);
		} while (rc > 0);
		bulk_end(&b, NULL);
	}
}

static void
whoever_is_killed_joins_whole_slices(void **state)
{
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct str before;

	setup_many(f, ids);
	before = dump(f);
	for (int round = 0; round < ROUNDS; round++) {
		int64_t left;

		kill_after(f, ids, 1 + round, join_until_killed);
		compare_with_journal(f);
		left = tagged(f, "큰일");
		assert_true(left % BULK_POSTS == 0 || left % BULK_POSTS == POSTS % BULK_POSTS);
		assert_true(left + tagged(f, "다른/큰일") >= POSTS);
		while (!state_undo(f->s, NULL, &f->err))
			continue;
		assert_int_equal(f->err.code, ERR_NOT_FOUND);
		assert_true(str_eq(dump(f), before));
	}
}

static int64_t told; /* how often */

static void
count_told(const struct bulk *b)
{
	assert_int_equal(b->total, POSTS);
	told++;
}

static void
a_join_tells_how_far_it_is_and_can_be_stopped(void **state)
{
	const struct str other = str_lit("다른");
	struct fixture *f = *state;
	int64_t ids[POSTS];
	struct str before;
	struct bulk b;

	setup_many(f, ids);
	fixture_ok(f, state_apply(f->s, ids, POSTS, &add, NULL, &f->err));
	fixture_ok(f, state_apply(f->s, ids, 10, &(struct state_change){ .add = &other, .n_add = 1 }, NULL, &f->err));
	before = dump(f);
	bulk_retag(&b, f->s, name, other);
	assert_int_equal(bulk_step(&b, &f->err), 1);
	assert_int_equal(b.done, BULK_POSTS);
	assert_int_equal(b.total, POSTS);
	bulk_end(&b, NULL); /* stopped: the rest keeps its tag */
	assert_int_equal(tagged(f, "큰일"), POSTS - BULK_POSTS);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_true(str_eq(dump(f), before));
	told = 0;
	bulk_retag(&b, f->s, name, other);
	b.tell = count_told;
	fixture_ok(f, bulk_run(&b, &f->err));
	bulk_end(&b, NULL);
	assert_int_equal(told, SLICES - 1);
	assert_int_equal(tagged(f, "다른"), POSTS);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_true(str_eq(dump(f), before));
}

static void
rules_tell_how_far_they_are(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule = { .change = add };
	int64_t ids[POSTS], found, changed;

	setup_many(f, ids);
	fixture_ok(f, query_parse(&f->a, str_lit("is:unread"), NULL, &rule.query, &f->err));
	told = 0;
	fixture_ok(f, rules_apply(f->s, &rule, 1, count_told, &found, &changed, &f->err));
	assert_int_equal(changed, POSTS);
	assert_int_equal(told, SLICES - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(others_get_in_between_and_one_undo_takes_it_back),
		STORE_TEST(what_was_stopped_is_undone_as_it_stands),
		STORE_TEST(an_undo_that_was_stopped_goes_on_or_back),
		STORE_TEST(what_others_do_between_several_undos_is_none_of_them),
		STORE_TEST(nothing_to_undo_is_told),
		STORE_TEST(whoever_is_killed_joins_whole_slices),
		STORE_TEST(a_join_tells_how_far_it_is_and_can_be_stopped),
		STORE_TEST(rules_tell_how_far_they_are),
		STORE_TEST(whoever_is_killed_leaves_whole_slices),
		STORE_TEST(whoever_is_killed_deletes_whole_slices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
