#include "unit.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include "store/full.h"
#include "store/has.h"
#include "store/index.h"
#include "store/index_prepare.h"
#include "store/index_settle.h"
#include "store/index_tokenizer.h"
#include "store/index_write.h"
#include "store/schema.h"
#include "store/state.h"
#include "store/stmt.h"
#include "store/store_impl.h"
#include "index_fixture.h"

static void
posts_wait_and_are_brought_in(void **state)
{
	struct fixture *f = *state;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 40);
	assert_int_equal(behind(f), 40);
	fixture_ok(f, index_run(f->s, 16, &is_done, &f->err));
	assert_false(is_done);
	assert_int_equal(behind(f), 24);
	assert_int_equal(hits(f, "\"요약\""), 2516); /* the newest */
	catch_up(f);
	assert_int_equal(hits(f, "\"요약\""), 140);
	fixture_merge(f, 1, 40);
	assert_int_equal(behind(f), 0);
}

/* What was held in memory for the first is gone. */
static void
after_a_rest_it_goes_on(void **state)
{
	struct fixture *f = *state;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 40);
	fixture_ok(f, index_run(f->s, 16, &is_done, &f->err));
	index_rest(f->s);
	catch_up(f);
	index_rest(f->s);
	assert_int_equal(hits(f, "\"요약\""), 140);
}

static void
columns_have_what_is_shown(void **state)
{
	static const char text[] = "<article><h2>1. 들어가며</h2><p>나뭇잎을 <a href=\"https://hidden.example/\">모으는</a> 함수</p>"
		"<pre>collect_leaves()</pre><table><tr><td>참나무</td></tr></table><h2>2. 맺으며</h2><p>끝</p></article>";
	struct fixture *f = *state;
	struct post post = fixture_post(f, 1);

	fixture_subscribe(f, subscriptions);
	post.title = str_lit("가을 이야기");
	post.author = str_lit("도토리");
	fixture_merge_posts(f, 1, &post, 1, text);
	catch_up(f);
	assert_int_equal(hits(f, "title : \"가을이야기\""), 101);
	assert_int_equal(hits(f, "author : \"도토리\""), 101);
	assert_int_equal(hits(f, "section : \"들어가며\""), 101);
	assert_int_equal(hits(f, "section : \"나뭇잎\""), 0);
	assert_int_equal(hits(f, "body : \"collect_leaves\""), 101);
	assert_int_equal(hits(f, "body : \"참나무\""), 101);
	assert_int_equal(hits(f, "body : \"모으는 함수\""), 101);
	assert_int_equal(hits(f, "initials : \"ㄱㅇㅇㅇㄱ\""), 101);
	assert_int_equal(hits(f, "\"hidden\""), 0);
	assert_int_equal(hits(f, "\"요약\""), 0);
}

static void
a_post_without_a_text_has_its_excerpt(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	merge_text(f, 1, "제목", "");
	catch_up(f);
	assert_int_equal(hits(f, "\"요약\""), 101);
	merge_text(f, 1, "제목", "<article><p>이제는 본문</p></article>");
	catch_up(f);
	assert_int_equal(hits(f, "\"요약\""), 0);
	assert_int_equal(hits(f, "\"본문\""), 101);
}

static void
a_change_takes_the_old_text_out(void **state)
{
	struct fixture *f = *state;
	struct full_text page = { .xhtml = str_lit("<article><p>페이지의 긴 글</p></article>"), .url = str_lit("https://blog.example/1"),
		.published = CLOCK_NONE, .letters = 100, .pages = 1 };
	bool is_page;

	fixture_subscribe(f, subscriptions);
	merge_text(f, 1, "첫 제목", "<article><p>옛 글은 소나무</p></article>");
	catch_up(f);
	merge_text(f, 1, "첫 제목", "<article><p>새 글은 전나무</p></article>");
	merge_text(f, 1, "다른 제목", "<article><p>새 글은 잣나무</p></article>");
	assert_int_equal(behind(f), 1);
	catch_up(f);
	assert_int_equal(hits(f, "\"소나무\""), 0);
	assert_int_equal(hits(f, "\"전나무\""), 0);
	assert_int_equal(hits(f, "\"첫제목\""), 0);
	assert_int_equal(hits(f, "\"잣나무\""), 101);
	fixture_ok(f, full_store(f->s, 1, &page, &f->err));
	catch_up(f);
	assert_int_equal(hits(f, "\"잣나무\""), 0);
	assert_int_equal(hits(f, "\"페이지\""), 101);
	fixture_ok(f, full_show(f->s, 1, false, &is_page, &f->err));
	catch_up(f);
	assert_int_equal(hits(f, "\"잣나무\""), 101);
	assert_int_equal(hits(f, "\"페이지\""), 0);
}

/* ---- exactly what a new index has */

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 16) % n;
}

static const char *
random_text(struct fixture *f, unsigned *seed)
{
	static const char *const words[] = { "소나무", "韓美", "숲", "index", "C++", "가지치기", "<b>굵은</b> 뿌리", "\xe1\x84\x92\xe1\x85\xa1", "9월" };
	struct str text = str_lit("<article><h2>");

	for (unsigned i = 0, n = 1 + random_below(seed, 8); i < n; i++)
		text = arena_printf(&f->a, "%.*s %s%s", STR(text), words[random_below(seed, 9)], i ? "" : "</h2><p>");
	return arena_printf(&f->a, "%.*s</p></article>", STR(text)).p;
}

static void
change_at_random(struct fixture *f, unsigned *seed, sqlite3 *db)
{
	int64_t id = 1 + random_below(seed, 12);
	const char *text = random_text(f, seed);
	struct full_text page = { .xhtml = str_of(text), .url = str_lit("https://blog.example/p"), .published = CLOCK_NONE,
		.letters = 100, .pages = 1, .author = str_lit("페이지 글쓴이") };
	bool is_page, is_done;

	switch (random_below(seed, 8)) {
	case 0:
		fixture_ok(f, full_store(f->s, id, &page, &f->err));
		break;
	case 1:
		fixture_ok(f, full_show(f->s, id, random_below(seed, 2), &is_page, &f->err));
		break;
	case 2:
		sql(db, arena_printf(&f->a, "DELETE FROM full WHERE post_id = %d; DELETE FROM body WHERE post_id = %d;"
		    "DELETE FROM post_tag WHERE post_id = %d; DELETE FROM position WHERE post_id = %d; DELETE FROM post WHERE id = %d",
		    (int)id, (int)id, (int)id, (int)id, (int)id).p);
		break;
	case 3:
		sql(db, arena_printf(&f->a, "DELETE FROM body WHERE post_id = %d", (int)id).p);
		break;
	case 4:
		fixture_ok(f, index_run_on(f->s, 1 + random_below(seed, 6), random_below(seed, 4), &is_done, &f->err));
		break;
	default:
		merge_text(f, (int)id, random_below(seed, 2) ? "늘 같은 제목" : arena_printf(&f->a, "제목 %u", random_below(seed, 9)).p, text);
	}
}

static void
after_any_changes_it_is_as_if_made_anew(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 12);
	db = beside(f);
	for (unsigned round = 0; round < 12; round++) {
		unsigned seed = round;

		for (int i = 0; i < 40; i++)
			change_at_random(f, &seed, db);
		catch_up(f);
		check_exact(f);
	}
	sql(db, "DELETE FROM full; DELETE FROM body; DELETE FROM post");
	catch_up(f);
	sql(db, "CREATE VIRTUAL TABLE temp.words USING fts5vocab(search, post_index, instance)");
	assert_int_equal(number(db, "SELECT count(*) FROM temp.words"), 0);
	assert_int_equal(number(db, "SELECT count(*) FROM post_index_docsize"), 0);
	sqlite3_close(db);
}

/* Each comes as a part of its own, sixteen of which become one; who looks in between remembers none of them. */
static void
parts_are_merged_and_looked_through(void **state)
{
	struct fixture *f = *state;
	bool is_whole;

	fixture_subscribe(f, subscriptions);
	for (int i = 1; i <= 40; i++) {
		merge_text(f, i, "소나무", "<article><p>가지치기</p></article>");
		catch_up(f);
		if (i % 3)
			continue;
		fixture_ok(f, index_check(f->s, &is_whole, &f->err));
		assert_true(is_whole);
	}
	assert_int_equal(hits(f, "\"가지치기\""), 140);
	check_exact(f);
}

/* ---- killed in the middle */

/* Says a byte before each slice, so that a signal behind it comes while one is made. */
static void
bring_in_aloud(int told)
{
	struct store *s;
	bool is_done = false;

	if (store_open(&s, STORE_WRITE, NULL, NULL) < 0)
		_exit(1);
	while (!is_done && write(told, "x", 1) == 1)
		if (index_run_on(s, 3, 1, &is_done, NULL) < 0)
			_exit(1);
	_exit(0);
}

static void
kill_in_slice(int n)
{
	int told[2], status;
	char byte;
	pid_t child;

	assert_int_equal(pipe(told), 0);
	child = fork();
	if (!child)
		bring_in_aloud(told[1]);
	close(told[1]);
	for (int i = 0; i < n; i++)
		(void)!read(told[0], &byte, 1);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	assert_false(WIFEXITED(status) && WEXITSTATUS(status));
	close(told[0]);
}

static void
killed_at_any_time_nothing_is_lost_or_doubled(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 60);
	catch_up(f);
	for (int round = 0; round < 8; round++) {
		for (int i = 1; i <= 60; i += 2)
			merge_text(f, i, arena_printf(&f->a, "제목 %d", round).p, arena_printf(&f->a, "<article><p>글 %d</p></article>", round * 100 + i).p);
		store_close(f->s);
		kill_in_slice(1 + round);
		fixture_open(f, STORE_CHECK);
		assert_str(str_of(f->notice), "");
		catch_up(f);
		check_exact(f);
	}
}

/* A process that is gone before one of the statements of a slice. */
static bool
is_gone_at(void *user)
{
	int *left = user;

	if (!(*left)--)
		_exit(1);
	return false;
}

/* Whether all was brought in before it was gone. */
static bool
bring_in_until(int at, int64_t least)
{
	struct store *s;
	int status;
	bool is_done = false;
	pid_t child = fork();

	if (!child) {
		if (store_open(&s, STORE_WRITE, NULL, NULL) < 0)
			_exit(2);
		store_watch(s, is_gone_at, &at);
		while (!is_done)
			if (index_run_on(s, 5, least, &is_done, NULL) < 0)
				_exit(2);
		_exit(0);
	}
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
	return !WEXITSTATUS(status);
}

/* Also where posts change before the next process finds out how far it was. least: of a slice that is taken ahead; 0: none is. */
static void
be_gone_before_any_statement(struct fixture *f, int64_t least)
{
	bool was_done = false;

	for (int at = 1; !was_done; at++) {
		for (int i = 1; i <= 9; i++)
			merge_text(f, i, arena_printf(&f->a, "제목 %d", at).p, arena_printf(&f->a, "<article><p>글 %d</p></article>", at * 100 + i).p);
		store_close(f->s);
		was_done = bring_in_until(at, least);
		fixture_open(f, STORE_WRITE);
		for (int i = 1; i <= 9 && at % 2; i += 2)
			merge_text(f, i, "다시 바뀐 제목", arena_printf(&f->a, "<article><p>다른 글 %d</p></article>", at * 100 + i).p);
		catch_up(f);
		check_exact(f);
	}
}

static void
gone_before_any_statement_nothing_is_lost_or_doubled(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 9);
	catch_up(f);
	be_gone_before_any_statement(f, 0);
	be_gone_before_any_statement(f, 1);
}

/* ---- ahead */

static int64_t
in_hand(struct fixture *f)
{
	sqlite3 *db = beside(f);
	int64_t n = number(db, "SELECT count(*) FROM index_hand");

	sqlite3_close(db);
	return n;
}

static void
run_on(struct fixture *f, int64_t budget, int64_t least)
{
	bool is_done;

	fixture_ok(f, index_run_on(f->s, budget, least, &is_done, &f->err));
	assert_false(is_done);
}

/* It waits as others do, unless it would be too small; who wants fewer puts it back. */
static void
a_slice_taken_ahead_is_the_next(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 40);
	run_on(f, 10, 10);
	assert_int_equal(in_hand(f), 10);
	assert_int_equal(behind(f), 30);
	merge_text(f, 25, "그사이 바뀐 제목", "<article><p>그사이</p></article>");
	run_on(f, 10, 30);
	assert_int_equal(in_hand(f), 0);
	assert_int_equal(behind(f), 21);
	run_on(f, 5, 1);
	assert_int_equal(in_hand(f), 5);
	run_on(f, 3, 0);
	assert_int_equal(in_hand(f), 0);
	assert_int_equal(behind(f), 13);
	catch_up(f);
	assert_int_equal(hits(f, "\"그사이\""), 2501);
	check_exact(f);
}

/* ---- others */

struct beside {
	struct fixture *f;
	struct store *s;
	int changes;
};

/* Another process changes posts, and does not wait for the cache. */
static bool
change_beside(void *user)
{
	struct beside *b = user;
	const struct state_change on = { .add = &(struct str)STR_INIT("나중에"), .n_add = 1 }, off = { .remove = on.add, .n_remove = 1 };
	const int64_t id = 1 + b->changes / 2 % 40;

	fixture_ok(b->f, state_apply(b->s, &id, 1, b->changes++ % 2 ? &off : &on, NULL, &b->f->err));
	return false;
}

/* Counted, not timed: at no statement of a slice that is being written is the cache found held. */
static void
tags_never_wait_for_a_slice(void **state)
{
	struct fixture *f = *state;
	struct beside b = { .f = f };

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 200);
	fixture_ok(f, store_open(&b.s, STORE_WRITE, f->notice, &f->err));
	assert_int_equal(sqlite3_busy_timeout(b.s->db, 0), SQLITE_OK);
	store_watch(f->s, change_beside, &b);
	catch_up(f);
	store_watch(f->s, NULL, NULL);
	assert_true(b.changes > 20);
	assert_int_equal(hits(f, "\"요약\""), 300);
	store_close(b.s);
}

/* What changes between the reading of a text and the transaction waits for the next slice. */
static void
a_post_that_changes_meanwhile_waits_on(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;
	int64_t turn;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 3);
	db = beside(f);
	turn = number(db, "SELECT turn FROM index_queue WHERE post_id = 2");
	sql(db, "UPDATE post SET title = '딴 제목' WHERE id = 2");
	assert_int_equal(number(db, "SELECT turn FROM index_queue WHERE post_id = 2"), turn + 1);
	sql(db, "UPDATE post SET is_read = 1, is_starred = 1, has = 3 WHERE id = 2; UPDATE body SET hash = 1 WHERE post_id = 2");
	assert_int_equal(number(db, "SELECT turn FROM index_queue WHERE post_id = 2"), turn + 1);
	catch_up(f);
	sql(db, "UPDATE post SET is_read = 0, has = 0 WHERE id = 2");
	assert_int_equal(behind(f), 0);
	sqlite3_close(db);
}

static int64_t
found(struct fixture *f, const char *expression)
{
	const char *text = arena_printf(&f->a, "SELECT count(*) FROM post p WHERE p.id IN (SELECT rowid FROM post_index WHERE post_index"
	    " MATCH '%s' AND rowid NOT IN (SELECT post_id FROM index_queue) UNION ALL SELECT rowid FROM temp.post_waiting WHERE"
	    " post_waiting MATCH '%s')", expression, expression).p;
	sqlite3_stmt *st;
	int64_t n;

	st = stmt_compose(f->s, text, &f->err);
	fixture_ok(f, st ? 0 : -1);
	fixture_ok(f, stmt_int(f->s, st, 0, &n, &f->err));
	sqlite3_finalize(st);
	return n;
}

static void
what_waits_is_found(void **state)
{
	struct fixture *f = *state;
	int64_t left;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	catch_up(f);
	merge_text(f, 1, "글 1", "<article><p>새로 쓴 글은 자작나무</p></article>");
	merge_text(f, 30, "글 30", "<article><p>또 자작나무</p></article>");
	store_close(f->s);
	fixture_open(f, STORE_READ);
	fixture_ok(f, index_prepare(f->s, &left, &f->err));
	assert_int_equal(left, 0);
	assert_int_equal(found(f, "\"자작나무\""), 2);
	assert_int_equal(found(f, "\"요약\""), 19);
	fixture_ok(f, index_prepare(f->s, &left, &f->err));
	assert_int_equal(found(f, "\"자작나무\""), 2);
	fixture_reopen(f);
	fixture_ok(f, index_prepare(f->s, &left, &f->err));
	assert_int_equal(found(f, "\"자작나무\""), 2);
	catch_up(f);
	fixture_ok(f, index_prepare(f->s, &left, &f->err));
	assert_int_equal(found(f, "\"자작나무\""), 2);
	fixture_merge(f, 2, INDEX_PREPARE_POSTS + 200);
	fixture_ok(f, index_prepare(f->s, &left, &f->err));
	assert_in_range(left, 100, 200);
	assert_int_equal(found(f, "\"요약\"") + left, 19 + INDEX_PREPARE_POSTS + 200);
}

static void
an_index_of_other_rules_is_made_anew(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;
	bool is_done;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	catch_up(f);
	db = beside(f);
	sql(db, "UPDATE search.mark SET form = 1");
	fixture_reopen(f);
	fixture_ok(f, index_run(f->s, 2, &is_done, &f->err));
	assert_int_equal(behind(f), 3);
	catch_up(f);
	check_exact(f);
	sqlite3_close(db);
}

static void
a_damaged_index_is_made_anew(void **state)
{
	struct fixture *f = *state;
	bool is_whole;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 30);
	catch_up(f);
	db = beside(f);
	sql(db, "UPDATE post_index_data SET block = zeroblob(length(block)) WHERE id > 100");
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_false(is_whole);
	fixture_ok(f, index_start_over(f->s, &f->err));
	catch_up(f);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	sql(db, "DELETE FROM post_index_docsize WHERE id = 7");
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_false(is_whole);
	sqlite3_close(db);
}

/* A process may be killed before it has made the file: the next one makes it. */
static void
an_index_that_is_not_begun_is_no_damage(void **state)
{
	struct fixture *f = *state;
	bool is_whole;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	(void)unlink(fixture_path(f, "data/sosik/index.db"));
	fixture_reopen(f);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	catch_up(f);
	fixture_reopen(f);
	assert_int_equal(unlink(fixture_path(f, "data/sosik/index.db")), 0);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_false(is_whole);
}

static void
what_stands_where_a_part_is_written_is_damage(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	catch_up(f);
	db = beside(f);
	sql(db, "INSERT INTO search.post_index_data(id, block) VALUES((2 << 37) + 1, x'00')");
	sqlite3_close(db);
	merge_text(f, 6, "첫 제목", "<article><p>소나무</p></article>");
	catch_up(f);
	assert_int_equal(hits(f, "소나무"), 601);
	check_exact(f);
}

static void
a_cache_of_version_9_is_queued(void **state)
{
	struct fixture *f = *state;
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, 9, NULL, &f->err));
	sql(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example');"
	    "INSERT INTO post(feed_id, guid, first_seen, sort) VALUES(1, 'a', 2000, 1000), (1, 'b', 2000, 1000)");
	fixture_ok(f, schema_migrate(db, NULL, steps, newest, NULL, &f->err));
	assert_int_equal(number(db, "SELECT count(*) FROM index_queue WHERE is_in = 0"), 2);
	sqlite3_close(db);
}

/* A sync of version 24 that still runs: its posts would not wait for the index. */
static void
a_program_of_before_adds_no_post(void **state)
{
	struct fixture *f = *state;
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3_stmt *st;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, 24, NULL, &f->err));
	sql(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example')");
	assert_int_equal(sqlite3_prepare_v2(db, "INSERT INTO post(feed_id, guid, first_seen, sort, is_cut) VALUES(1, 'a', 1, 1, 0)", -1, &st, NULL), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, newest, NULL, &f->err));
	assert_int_equal(sqlite3_step(st), SQLITE_ERROR);
	sqlite3_finalize(st);
	assert_int_equal(number(db, "SELECT count(*) FROM post"), 0);
	sqlite3_close(db);
}

static void
an_index_of_other_columns_is_made_anew(void **state)
{
	struct fixture *f = *state;
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, 13, NULL, &f->err));
	sql(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example');"
	    "INSERT INTO post(feed_id, guid, first_seen, sort, title) VALUES(1, 'a', 2000, 1000, '숲');"
	    "INSERT INTO post_index(rowid, title, author, section, body, initials) VALUES(1, '숲', '', '', '', 'ㅅ');"
	    "DELETE FROM index_queue; UPDATE post SET title = '숲길'");
	assert_int_equal(number(db, "SELECT is_in FROM index_queue"), 1);
	fixture_ok(f, schema_migrate(db, NULL, steps, newest, NULL, &f->err));
	assert_int_equal(number(db, "SELECT count(*) FROM index_queue WHERE is_in = 0"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM sqlite_schema WHERE name GLOB 'post_index*'"), 0);
	sqlite3_close(db);
}

/* ---- what a post has */

enum { LANGUAGES = HAS_KOREAN | HAS_ENGLISH | HAS_JAPANESE | HAS_CHINESE };

static int64_t
facts(struct fixture *f, const char *column)
{
	sqlite3 *db = beside(f);
	int64_t n = number(db, arena_printf(&f->a, "SELECT %s FROM post WHERE id = 1", column).p);

	sqlite3_close(db);
	return n;
}

static void
posts_say_what_they_have(void **state)
{
	static const struct {
		const char *xhtml;
		unsigned has;
	} cases[] = {
		{ "<p>글뿐</p>", 0 },
		{ "<pre>x</pre><p><code>a_b</code></p>", HAS_CODE },
		{ "<table><tr><td>칸</td></tr></table>", HAS_TABLE },
		{ "<figure><img src=\"https://a.example/i.png\" alt=\"그림\"/></figure>", HAS_IMAGE },
		{ "<p><a href=\"https://www.youtube.com/watch?v=abc\">발표</a></p>", HAS_VIDEO },
		{ "<p>글에서 <a href=\"https://www.youtube.com/watch?v=abc\">발표</a>를 말한다</p>", 0 },
		{ "<p><a href=\"https://a.example/b.mp4?x=1\">영상</a></p>", HAS_VIDEO },
		{ "<p><a href=\"https://a.example/b.mp3\">소리</a></p>", HAS_AUDIO },
		{ "<p>식 <code>\\frac{a}{b}</code></p>", HAS_FORMULA },
		{ "<pre data-lang=\"math\">a = b</pre>", HAS_FORMULA },
		{ "<p>말<sup>1</sup></p>", HAS_FOOTNOTE },
		{ "<p>말<sup>[2]</sup></p>", HAS_FOOTNOTE },
		{ "<p>m<sup>2</sup> 10<sup>6</sup></p>", 0 },
		{ "<ul><li>하나</li></ul>", HAS_LIST },
		{ "<h2>머리</h2><p>글</p><h2>꼬리</h2><p>글</p>", HAS_OUTLINE },
	};
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		merge_text(f, 1, arena_printf(&f->a, "%zu", i).p, arena_printf(&f->a, "<article>%s</article>", cases[i].xhtml).p);
		catch_up(f);
		if ((facts(f, "has") & ~LANGUAGES) != cases[i].has)
			print_error("%s\n", cases[i].xhtml);
		assert_int_equal(facts(f, "has") & ~LANGUAGES, cases[i].has);
	}
	assert_int_equal(facts(f, "seconds"), 1); /* eight letters */
	fixture_ok(f, full_store(f->s, 1, &(struct full_text){ .xhtml = str_lit("<article><p>페이지</p></article>"),
	    .url = str_lit("https://a.example"), .published = CLOCK_NONE, .letters = 90, .pages = 1 }, &f->err));
	catch_up(f);
	assert_int_equal(facts(f, "has"), HAS_FULL | HAS_KOREAN);
}

static void
posts_have_a_language(void **state)
{
	static const struct {
		const char *text;
		unsigned want;
	} cases[] = {
		{ "모임에서 useEffect와 React Query를 함께 썼다", HAS_KOREAN },
		{ "A short note on query planners, with 한글 in it", HAS_ENGLISH },
		{ "データベースの索引を作る", HAS_JAPANESE },
		{ "数据库的索引", HAS_CHINESE },
		{ "1234 …", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct measure m = measure_text(str_of(cases[i].text));

		assert_int_equal(has_language(&m), cases[i].want);
	}
}

static int64_t
count_parts(struct fixture *f)
{
	sqlite3 *db = beside(f);
	int64_t n = number(db, "SELECT count(DISTINCT segid) FROM search.post_index_idx");

	sqlite3_close(db);
	return n;
}

/* Nothing that was found before is missing, and what comes later goes on as ever. */
static void
a_large_index_has_few_parts(void **state)
{
	struct fixture *f = *state;
	const int n = INDEX_SETTLE_PARTS + 3; /* fewer than are merged at once otherwise */
	bool is_done = false, is_whole;

	fixture_subscribe(f, subscriptions);
	for (int i = 1; i <= n; i++) {
		merge_text(f, i, "첫 제목", "<article><p>숲에는 소나무</p></article>");
		catch_up(f);
	}
	assert_int_equal(hits(f, "소나무"), 100 + n);
	assert_int_equal(count_parts(f), n);
	fixture_ok(f, index_settle(f->s, INDEX_SETTLE_PAGES, &is_done, &f->err));
	assert_true(is_done);
	for (is_done = false; !is_done;)
		fixture_ok(f, index_settle(f->s, 1, &is_done, &f->err));
	assert_int_equal(count_parts(f), 1);
	assert_int_equal(hits(f, "소나무"), 100 + n);
	merge_text(f, 3, "첫 제목", "<article><p>숲에는 전나무</p></article>");
	catch_up(f);
	assert_int_equal(hits(f, "소나무"), 100 + n - 1);
	assert_int_equal(hits(f, "전나무"), 301);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
}

/* Its next slice finds it out, and makes another; nothing is to be said of it before. */
static void
one_whose_list_of_parts_is_damaged_is_left_alone(void **state)
{
	struct fixture *f = *state;
	bool is_done = false, is_whole;
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	merge_text(f, 1, "첫 제목", "<article><p>숲에는 소나무</p></article>");
	catch_up(f);
	db = beside(f);
	sql(db, "UPDATE search.post_index_data SET block = block || x'00' WHERE id = 10");
	sqlite3_close(db);
	fixture_ok(f, index_settle(f->s, 1, &is_done, &f->err));
	assert_true(is_done);
	merge_text(f, 2, "둘째 제목", "<article><p>숲에는 전나무</p></article>");
	catch_up(f);
	assert_int_equal(hits(f, "소나무"), 101);
	assert_int_equal(hits(f, "전나무"), 201);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	check_exact(f);
}

/* Words that no other text has: the part is several pages long. */
static void
merge_many_words(struct fixture *f, int i)
{
	struct buf text = { 0 };

	for (int k = 0; k < 3000; k++)
		(void)buf_printf(&text, "%sw%dw%d", k ? " " : "<article><p>", i, k);
	(void)buf_puts(&text, "</p></article>");
	merge_text(f, i, "첫 제목", buf_cstr(&text));
	buf_free(&text);
}

/* A merge that finds nothing to do counts as one change. */
static void
merge_page(struct fixture *f, bool has_more)
{
	sqlite3 *db = index_write_db(f->s);
	int64_t before;

	sql(db, "INSERT INTO post_index(post_index, rank) VALUES('usermerge', 4)");
	before = sqlite3_total_changes64(db);
	sql(db, "INSERT INTO post_index(post_index, rank) VALUES('merge', 1)");
	assert_true(!has_more || sqlite3_total_changes64(db) - before > 1);
	sql(db, "INSERT INTO post_index(post_index, rank) VALUES('usermerge', 16)");
}

/* A merge that stops half-way goes on behind a slice: FTS5 has to look at the parts anew. */
static void
a_slice_between_two_steps_of_a_merge_stays(void **state)
{
	struct fixture *f = *state;
	bool is_whole;

	fixture_subscribe(f, subscriptions);
	for (int i = 1; i <= 6; i++) {
		merge_many_words(f, i);
		catch_up(f);
	}
	for (int i = 7; i <= 9; i++) {
		merge_page(f, i == 7);
		merge_text(f, i, "첫 제목", "<article><p>숲에는 소나무</p></article>");
		catch_up(f);
		assert_int_equal(hits(f, "소나무"), 700 + i - 6);
	}
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	check_exact(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(posts_wait_and_are_brought_in),
		STORE_TEST(after_a_rest_it_goes_on),
		STORE_TEST(columns_have_what_is_shown),
		STORE_TEST(a_post_without_a_text_has_its_excerpt),
		STORE_TEST(a_change_takes_the_old_text_out),
		STORE_TEST(after_any_changes_it_is_as_if_made_anew),
		STORE_TEST(parts_are_merged_and_looked_through),
		STORE_TEST(killed_at_any_time_nothing_is_lost_or_doubled),
		STORE_TEST(gone_before_any_statement_nothing_is_lost_or_doubled),
		STORE_TEST(a_slice_taken_ahead_is_the_next),
		STORE_TEST(tags_never_wait_for_a_slice),
		STORE_TEST(a_post_that_changes_meanwhile_waits_on),
		STORE_TEST(what_waits_is_found),
		STORE_TEST(an_index_of_other_rules_is_made_anew),
		STORE_TEST(a_damaged_index_is_made_anew),
		STORE_TEST(an_index_that_is_not_begun_is_no_damage),
		STORE_TEST(what_stands_where_a_part_is_written_is_damage),
		STORE_TEST(a_cache_of_version_9_is_queued),
		STORE_TEST(a_program_of_before_adds_no_post),
		STORE_TEST(an_index_of_other_columns_is_made_anew),
		STORE_TEST(a_large_index_has_few_parts),
		STORE_TEST(one_whose_list_of_parts_is_damaged_is_left_alone),
		STORE_TEST(a_slice_between_two_steps_of_a_merge_stays),
		STORE_TEST(posts_say_what_they_have),
		cmocka_unit_test(posts_have_a_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
