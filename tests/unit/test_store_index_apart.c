#include "unit.h"

#include <sched.h>
#include <sys/wait.h>

#include "index_fixture.h"
#include "store/index_apart.h"
#include "store/index_file.h"
#include "store/index_hand.h"
#include "store/index_join.h"
#include "store/index_prepare.h"
#include "store/index_settle.h"
#include "store/index_write.h"
#include "store/index_write_parts.h"

static void
begin(struct fixture *f, bool is_on)
{
	fixture_ok(f, index_apart_begin(f->s, &f->err));
	assert_int_equal(index_apart_is_on(f->s), is_on);
}

/* All that waits. */
static void
tell(struct fixture *f)
{
	bool is_all = false;

	while (!is_all)
		fixture_ok(f, index_apart_tell(f->s, &is_all, &f->err));
}

static void
cut(struct fixture *f)
{
	fixture_ok(f, index_apart_cut(f->s, &f->err));
}

/* Some tens of what waits. */
static void
tell_some(struct fixture *f)
{
	bool is_all;

	fixture_ok(f, index_apart_tell(f->s, &is_all, &f->err));
	assert_false(is_all);
}

static void
end(struct fixture *f)
{
	fixture_ok(f, index_apart_end(f->s, &f->err));
	assert_false(index_apart_is_on(f->s));
	assert_false(fixture_exists(f, "data/sosik/index.new"));
}

static void
its_posts_wait_until_it_is_in_its_place(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 40);
	begin(f, true);
	assert_true(index_is_held(f->s));
	tell(f);
	cut(f);
	cut(f);
	fixture_merge(f, 2, 5);
	tell(f);
	assert_int_equal(behind(f), 45);
	assert_int_equal(hits(f, "\"요약\""), 0);
	assert_true(fixture_exists(f, "data/sosik/index.new"));
	end(f);
	assert_false(index_is_held(f->s));
	assert_int_equal(behind(f), 0);
	assert_int_equal(hits(f, "\"요약\""), 145);
	check_exact(f);
}

/* What is known of posts is there with the part, for lists. */
static void
a_long_part_is_made_by_itself(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, INDEX_SLICE + 100);
	begin(f, true);
	tell(f);
	db = beside(f);
	assert_in_range(number(db, "SELECT count(*) FROM index_hand"), INDEX_SLICE, INDEX_SLICE + INDEX_READ_POSTS);
	assert_true(number(db, "SELECT seconds FROM post WHERE id = 1") > 0);
	assert_int_equal(number(db, "SELECT seconds FROM post ORDER BY id DESC LIMIT 1"), 0);
	sqlite3_close(db);
	end(f);
	check_exact(f);
}

static int64_t
parts(struct fixture *f)
{
	int64_t n, pages;

	fixture_ok(f, index_write_parts_count(f->s, &n, &pages, &f->err));
	return n;
}

static int64_t
in_hand(struct fixture *f)
{
	int64_t n;

	fixture_ok(f, index_hand_left(f->s, &n, &f->err));
	return n;
}

/* Posts of which so few become a part as are read at a time. */
static void
merge_long(struct fixture *f, int n)
{
	sqlite3 *db;

	fixture_merge(f, 1, n);
	db = beside(f);
	sql(db, arena_printf(&f->a, "UPDATE post SET letters = %d", INDEX_LETTERS / INDEX_READ_POSTS + 1).p);
	sqlite3_close(db);
}

/* While more is to be told: the cache is written once for them. */
static void
several_parts_come_in_hand_together(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	merge_long(f, 3 * INDEX_READ_POSTS + 4);
	begin(f, true);
	tell(f);
	assert_int_equal(parts(f), 3);
	assert_int_equal(in_hand(f), 0);
	cut(f);
	assert_int_equal(parts(f), 4);
	assert_int_equal(in_hand(f), 3 * INDEX_READ_POSTS + 4);
	end(f);
	assert_int_equal(behind(f), 0);
	check_exact(f);
}

/* A small one answers fast enough as it is. */
static void
parts_of_a_large_one_become_few(void **state)
{
	struct fixture *f = *state;
	const int n = (INDEX_JOIN_PARTS + 3) * INDEX_READ_POSTS;
	bool is_done = false;

	fixture_subscribe(f, subscriptions);
	merge_long(f, n);
	begin(f, true);
	tell(f);
	fixture_ok(f, index_apart_settle(f->s, INDEX_SETTLE_PAGES, &is_done, &f->err));
	assert_true(is_done);
	assert_int_equal(parts(f), INDEX_JOIN_PARTS + 3);
	assert_int_equal(in_hand(f), n);
	fixture_ok(f, index_apart_settle(f->s, 1, &is_done, &f->err));
	assert_false(is_done);
	assert_int_equal(parts(f), 1 + 3);
	while (!is_done)
		fixture_ok(f, index_apart_settle(f->s, 1, &is_done, &f->err));
	assert_int_equal(parts(f), 2);
	end(f);
	assert_int_equal(behind(f), 0);
	assert_int_equal(hits(f, "\"요약\""), 100 + n);
	merge_text(f, 2, "나중에 바뀐 제목", "<article><p>나중에</p></article>");
	catch_up(f);
	assert_int_equal(hits(f, "\"나중에\""), 201);
	check_exact(f);
}

/* Of those that stand in hand the index has the older text, which is known. */
static void
what_changes_behind_a_part_comes_later(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	begin(f, true);
	tell(f);
	cut(f);
	merge_text(f, 2, "그사이 바뀐 제목", "<article><p>그사이</p></article>");
	db = beside(f);
	sql(db, "DELETE FROM body WHERE post_id = 5; DELETE FROM post WHERE id = 5");
	sqlite3_close(db);
	fixture_merge(f, 2, 3);
	tell(f);
	end(f);
	assert_int_equal(behind(f), 2);
	assert_int_equal(hits(f, "\"그사이\""), 0);
	catch_up(f);
	assert_int_equal(hits(f, "\"그사이\""), 201);
	check_exact(f);
}

/* Nobody knows the older text, which words were told of. */
static void
what_changes_before_a_part_is_made_ends_it(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	begin(f, true);
	tell(f);
	merge_text(f, 2, "그사이 바뀐 제목", "<article><p>그사이</p></article>");
	assert_int_equal(index_apart_cut(f->s, &f->err), -1);
	assert_false(index_apart_is_on(f->s));
	assert_int_equal(behind(f), 20);
	catch_up(f);
	assert_int_equal(hits(f, "\"그사이\""), 201);
	check_exact(f);
}

static void
what_is_gone_has_no_words(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	db = beside(f);
	sql(db, "DELETE FROM body WHERE post_id = 5; DELETE FROM post WHERE id = 5");
	sqlite3_close(db);
	begin(f, true);
	tell(f);
	end(f);
	assert_int_equal(behind(f), 0);
	assert_int_equal(hits(f, "\"요약\""), 119);
	check_exact(f);
}

static void
it_may_end_before_all_is_in(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 100);
	begin(f, true);
	tell_some(f);
	end(f);
	assert_int_equal(behind(f), 100 - INDEX_READ_POSTS);
	assert_int_equal(hits(f, "\"요약\""), 100 + INDEX_READ_POSTS);
	catch_up(f);
	check_exact(f);
}

static void
one_without_posts_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct index_mark before, after;

	fixture_subscribe(f, subscriptions);
	begin(f, true);
	fixture_ok(f, index_file_wanted(f->s, &before, &f->err));
	end(f);
	fixture_ok(f, index_file_wanted(f->s, &after, &f->err));
	assert_int_equal(before.id, after.id);
	fixture_merge(f, 1, 3);
	catch_up(f);
	check_exact(f);
}

/* One that has something is written as it is, and so is one whose slice another process has left. */
static void
only_the_first_index_is_made_apart(void **state)
{
	struct fixture *f = *state;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	fixture_ok(f, index_run_on(f->s, 5, 5, &is_done, &f->err));
	begin(f, false);
	assert_false(index_is_held(f->s));
	catch_up(f);
	begin(f, false);
	check_exact(f);
}

/* Another process has the empty one open, to read and to write. */
static void
others_find_the_new_one(void **state)
{
	struct fixture *f = *state;
	struct store *other;
	struct index_mark made, later;
	int64_t n;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	fixture_ok(f, store_open(&other, STORE_WRITE, f->notice, &f->err));
	fixture_ok(f, index_run(other, 10, &is_done, &f->err));
	fixture_ok(f, index_prepare(other, &n, &f->err));
	fixture_merge(f, 1, 30);
	begin(f, true);
	tell(f);
	cut(f);
	fixture_ok(f, index_prepare(other, &n, &f->err));
	end(f);
	fixture_ok(f, index_file_wanted(f->s, &made, &f->err));
	fixture_merge(f, 2, 4);
	while (!is_done || behind(f))
		fixture_ok(f, index_run(other, 10, &is_done, &f->err));
	fixture_ok(f, index_file_wanted(other, &later, &f->err));
	assert_int_equal(made.id, later.id);
	store_close(other);
	assert_int_equal(hits(f, "\"요약\""), 134);
	check_exact(f);
}

/* Another process, which brings in posts when it is told to. */
static pid_t
start_other(int *to)
{
	struct store *other;
	bool is_done;
	char byte;
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (!child)
		_exit(read(ends[0], &byte, 1) != 1 || store_open(&other, STORE_WRITE, NULL, NULL) < 0 || index_run(other, 10, &is_done, NULL) < 0);
	(void)close(ends[0]);
	*to = ends[1];
	return child;
}

/* It is told by a byte only when the lock is taken, which it would share else. */
static void
who_waits_for_it_says_so(void **state)
{
	struct fixture *f = *state;
	int to, status;
	pid_t child;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 30);
	child = start_other(&to);
	assert_false(index_apart_is_wanted(f->s));
	begin(f, true);
	tell(f);
	assert_false(index_apart_is_wanted(f->s));
	assert_int_equal(write(to, "", 1), 1);
	while (!index_apart_is_wanted(f->s))
		(void)sched_yield();
	end(f);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(behind(f), 0);
	check_exact(f);
	(void)close(to);
}

/* ---- that fails */

static void
one_that_fails_is_given_up(void **state)
{
	struct fixture *f = *state;
	bool is_all;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 30);
	begin(f, true);
	tell(f);
	cut(f);
	fixture_merge(f, 2, 4);
	sql(index_write_db(f->s), "DROP TABLE post_index_data");
	assert_int_equal(index_apart_tell(f->s, &is_all, &f->err), -1);
	assert_false(index_apart_is_on(f->s));
	assert_false(fixture_exists(f, "data/sosik/index.new"));
	assert_int_equal(behind(f), 34);
	catch_up(f);
	assert_int_equal(hits(f, "\"요약\""), 134);
	check_exact(f);
}

static void
one_whose_parts_are_damaged_is_given_up(void **state)
{
	struct fixture *f = *state;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	merge_long(f, (INDEX_SETTLE_PARTS + 1) * INDEX_READ_POSTS);
	begin(f, true);
	tell(f);
	sql(index_write_db(f->s), "UPDATE post_index_data SET block = x'00' WHERE id = (2 << 37) + 1");
	assert_int_equal(index_apart_settle(f->s, 1, &is_done, &f->err), -1);
	assert_false(index_apart_is_on(f->s));
	assert_false(fixture_exists(f, "data/sosik/index.new"));
	catch_up(f);
	check_exact(f);
}

enum { JOIN_STEPS = 300 }; /* of SQLite, somewhere in a join */

static int
fail_at(void *user)
{
	int *left = user;

	return --*left <= 0;
}

static int
leave_at(void *user)
{
	return fail_at(user) ? _exit(0), 1 : 0;
}

/* Until what happens half-way. */
static int
join_until(struct fixture *f, int (*happens)(void *user))
{
	int left = JOIN_STEPS, rc = 0;
	bool is_done = false;

	begin(f, true);
	tell(f);
	cut(f);
	sqlite3_progress_handler(index_write_db(f->s), 1, happens, &left);
	while (!rc && !is_done)
		rc = index_apart_settle(f->s, 1, &is_done, &f->err);
	return rc;
}

static void
check_all_wait(struct fixture *f, int n)
{
	assert_int_equal(hits(f, "\"요약\""), 0);
	assert_int_equal(behind(f), n);
	catch_up(f);
	assert_int_equal(hits(f, "\"요약\""), 100 + n);
	check_exact(f);
}

static void
a_join_that_fails_loses_nothing(void **state)
{
	struct fixture *f = *state;
	const int n = (INDEX_SETTLE_PARTS + 1) * INDEX_READ_POSTS;

	fixture_subscribe(f, subscriptions);
	merge_long(f, n);
	assert_int_equal(join_until(f, fail_at), -1);
	assert_false(index_apart_is_on(f->s));
	assert_false(fixture_exists(f, "data/sosik/index.new"));
	check_all_wait(f, n);
}

static void
gone_in_a_join_nothing_is_lost(void **state)
{
	struct fixture *f = *state;
	const int n = (INDEX_SETTLE_PARTS + 1) * INDEX_READ_POSTS;
	int status;
	pid_t child;

	fixture_subscribe(f, subscriptions);
	merge_long(f, n);
	store_close(f->s);
	child = fork();
	if (!child) {
		if (store_open(&f->s, STORE_WRITE, NULL, NULL) < 0)
			_exit(2);
		(void)join_until(f, leave_at);
		_exit(2);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_true(fixture_exists(f, "data/sosik/index.new"));
	fixture_ok(f, store_open(&f->s, STORE_WRITE, f->notice, &f->err));
	check_all_wait(f, n);
	assert_false(fixture_exists(f, "data/sosik/index.new"));
}

/* A process that is gone before one of the statements. */
static bool
is_gone_at(void *user)
{
	int *at = user;

	if (!(*at)--)
		_exit(1);
	return false;
}

static void
make_apart(struct store *s)
{
	bool is_all = false;

	if (index_apart_begin(s, NULL) < 0)
		_exit(2);
	while (!is_all)
		if (index_apart_tell(s, &is_all, NULL) < 0 || index_apart_cut(s, NULL) < 0)
			_exit(2);
	_exit(index_apart_end(s, NULL) < 0 ? 2 : 0);
}

/* Whether all was made before it was gone. */
static bool
make_until(int at)
{
	struct store *s;
	int status;
	pid_t child = fork();

	if (!child) {
		if (store_open(&s, STORE_WRITE, NULL, NULL) < 0)
			_exit(2);
		store_watch(s, is_gone_at, &at);
		make_apart(s);
	}
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
	return !WEXITSTATUS(status);
}

/* Also where posts change before the next process finds out how far it was. */
static void
gone_before_any_statement_nothing_is_lost_or_doubled(void **state)
{
	struct fixture *f = *state;
	bool was_done = false;

	for (int at = 1; !was_done; at++) {
		fixture_teardown(state);
		fixture_setup(state);
		f = *state;
		fixture_subscribe(f, subscriptions);
		fixture_merge(f, 1, 70);
		store_close(f->s);
		was_done = make_until(at);
		fixture_open(f, STORE_WRITE);
		for (int i = 1; i <= 9 && at % 2; i += 2)
			merge_text(f, i, "다시 바뀐 제목", arena_printf(&f->a, "<article><p>다른 글 %d</p></article>", at * 100 + i).p);
		catch_up(f);
		check_exact(f);
		assert_false(fixture_exists(f, "data/sosik/index.new"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(its_posts_wait_until_it_is_in_its_place),
		STORE_TEST(a_long_part_is_made_by_itself),
		STORE_TEST(several_parts_come_in_hand_together),
		STORE_TEST(parts_of_a_large_one_become_few),
		STORE_TEST(what_changes_behind_a_part_comes_later),
		STORE_TEST(what_changes_before_a_part_is_made_ends_it),
		STORE_TEST(what_is_gone_has_no_words),
		STORE_TEST(it_may_end_before_all_is_in),
		STORE_TEST(one_without_posts_changes_nothing),
		STORE_TEST(only_the_first_index_is_made_apart),
		STORE_TEST(others_find_the_new_one),
		STORE_TEST(who_waits_for_it_says_so),
		STORE_TEST(one_that_fails_is_given_up),
		STORE_TEST(one_whose_parts_are_damaged_is_given_up),
		STORE_TEST(a_join_that_fails_loses_nothing),
		STORE_TEST(gone_in_a_join_nothing_is_lost),
		STORE_TEST(gone_before_any_statement_nothing_is_lost_or_doubled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
