#include "unit.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/reconcile.h"
#include "store/subs_edit.h"
#include "store/subscribe.h"
#include "store/subscribe_line.h"
#include "store/subscribe_tag.h"
#include "store_fixture.h"

/* The lines of text as feeds. */
static struct subs
subs_of(struct fixture *f, const char *text)
{
	struct subs subs;

	subs_parse(&f->a, str_of(text), "", &subs);
	return subs;
}

static void
add(struct fixture *f, const char *text, bool is_tagging, enum subscribe_outcome *outcomes)
{
	struct subs subs = subs_of(f, text);
	struct subscribe what = { .feeds = subs.feeds, .n = subs.n, .is_tagging = is_tagging, .outcomes = outcomes };

	fixture_ok(f, subscribe_add(f->s, &what, &f->err));
}

/* "name #tag | name" of all that is subscribed, as the cache has it. */
static const char *
listed(struct fixture *f)
{
	struct buf text = { 0 };
	struct feeds_row *rows;
	struct str ret;
	size_t n;

	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++) {
		(void)buf_printf(&text, "%s%.*s", i ? " | " : "", STR(rows[i].name));
		for (size_t k = 0; k < rows[i].n_tags; k++)
			(void)buf_printf(&text, " #%.*s", STR(rows[i].tags[k]));
	}
	ret = arena_dup(&f->a, buf_str(&text));
	buf_free(&text);
	return ret.n ? ret.p : "";
}

static void
undo(struct fixture *f, const char *what)
{
	struct state_undone done;

	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, what);
}

static void
redo(struct fixture *f)
{
	struct state_undone done;

	fixture_ok(f, state_redo(f->s, &done, &f->err));
}

static void
delete_cache(struct fixture *f)
{
	struct subs subs;

	fixture_anew(f);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
}

static void
several_feeds_are_one_action(void **state)
{
	struct fixture *f = *state;
	struct state_undone done;

	fixture_write_feeds(f, "# 내 구독\nhttps://a.example/ name=가 # 처음\n");
	add(f, "https://b.example/ name=\"나 블로그\" #x every=1h\nhttps://c.example/ name=다 #x #y\n", false, NULL);
	fixture_assert_feeds(f, "# 내 구독\nhttps://a.example/ name=가 # 처음\n"
	    "https://b.example/ name=\"나 블로그\" #x every=1h\nhttps://c.example/ name=다 #x #y\n");
	assert_string_equal(listed(f), "가 | 나 블로그 #x | 다 #x #y");
	undo(f, "subscribe 2 feeds");
	fixture_assert_feeds(f, "# 내 구독\nhttps://a.example/ name=가 # 처음\n");
	assert_string_equal(listed(f), "가");
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	redo(f);
	assert_string_equal(listed(f), "가 | 나 블로그 #x | 다 #x #y");
	fixture_assert_feeds(f, "# 내 구독\nhttps://a.example/ name=가 # 처음\n"
	    "https://b.example/ name=\"나 블로그\" #x every=1h\nhttps://c.example/ name=다 #x #y\n");
	delete_cache(f);
	assert_string_equal(listed(f), "가 | 나 블로그 #x | 다 #x #y");
	undo(f, "subscribe 2 feeds");
	assert_string_equal(listed(f), "가");
	delete_cache(f);
	assert_string_equal(listed(f), "가");
}

static void
a_feed_that_is_there_is_not_added_twice(void **state)
{
	struct fixture *f = *state;
	enum subscribe_outcome outcomes[5];

	fixture_subscribe(f, "https://old.example/rss name=옛\nhttps://www.a.example/rss/ #Ai # 메모\n");
	add(f, "http://a.example/rss #ai #더 name=다른이름\nhttps://n.example/1\nhttp://n.example/1/\nhttp://old.example/rss\n"
	    "https://www.a.example/rss/?utm_source=x\n", false, outcomes);
	assert_int_equal(outcomes[0], SUBSCRIBE_KNOWN);
	assert_int_equal(outcomes[1], SUBSCRIBE_NEW);
	assert_int_equal(outcomes[2], SUBSCRIBE_KNOWN);
	assert_int_equal(outcomes[3], SUBSCRIBE_KNOWN);
	assert_int_equal(outcomes[4], SUBSCRIBE_KNOWN);
	fixture_assert_feeds(f, "https://old.example/rss name=옛\nhttps://www.a.example/rss/ #Ai # 메모\nhttps://n.example/1\n");
	undo(f, "subscribe https://n.example/1");
	assert_string_equal(listed(f), "옛 | www.a.example/rss #Ai");
}

static void
the_address_a_feed_moved_from_means_it(void **state)
{
	struct fixture *f = *state;
	enum subscribe_outcome outcome;

	fixture_ok(f, state_restore(f->s, str_lit("{\"do\":\"subscribe\",\"feed\":\"aaaa\",\"url\":\"https://old.example/rss\",\"line\":\"name=하나\"}\n"
		"{\"do\":\"move\",\"feed\":\"aaaa\",\"url\":\"https://new.example/feed\"}\n"), NULL, &f->err));
	fixture_assert_feeds(f, "https://new.example/feed name=하나\n");
	add(f, "http://old.example/rss name=둘\n", false, &outcome);
	assert_int_equal(outcome, SUBSCRIBE_KNOWN);
	assert_string_equal(listed(f), "하나");
}

static void
missing_tags_come_and_go_with_the_action(void **state)
{
	struct fixture *f = *state;
	enum subscribe_outcome outcomes[3];

	fixture_write_feeds(f, "https://a.example/ #Ai name=가 # 메모 #x\r\nhttps://b.example/ #둘\n");
	add(f, "https://a.example/ #ai #서버 #x\nhttps://b.example/ #둘\nhttps://c.example/ #새\n", true, outcomes);
	assert_int_equal(outcomes[0], SUBSCRIBE_TAGGED);
	assert_int_equal(outcomes[1], SUBSCRIBE_KNOWN);
	assert_int_equal(outcomes[2], SUBSCRIBE_NEW);
	fixture_assert_feeds(f, "https://a.example/ #Ai name=가 #서버 #x # 메모 #x\r\nhttps://b.example/ #둘\nhttps://c.example/ #새\n");
	assert_string_equal(listed(f), "가 #Ai #서버 #x | b.example #둘 | c.example #새");
	undo(f, "subscribe https://c.example/, change the tags of 1 feed");
	fixture_assert_feeds(f, "https://a.example/ #Ai name=가 # 메모 #x\r\nhttps://b.example/ #둘\n");
	assert_string_equal(listed(f), "가 #Ai | b.example #둘");
	redo(f);
	assert_string_equal(listed(f), "가 #Ai #서버 #x | b.example #둘 | c.example #새");
}

static void
a_feed_that_comes_back_is_the_same_one(void **state)
{
	struct fixture *f = *state;
	struct feeds_row row;
	struct str uid;

	add(f, "https://a.example/ name=가\n", false, NULL);
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("가"), &row, &f->err));
	uid = row.uid;
	fixture_merge(f, row.id, 3);
	undo(f, "subscribe https://a.example/");
	redo(f);
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("가"), &row, &f->err));
	assert_true(str_eq(row.uid, uid));
	assert_int_equal(row.total, 3);
	undo(f, "subscribe https://a.example/");
	add(f, "http://a.example name=나\n", false, NULL);
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("나"), &row, &f->err));
	assert_true(str_eq(row.uid, uid));
	assert_int_equal(row.total, 3);
}

static void
a_name_given_since_outlives_undo_and_redo(void **state)
{
	struct fixture *f = *state;
	struct subs_edit renamed = { .kind = SUBS_EDIT_RENAME,
		.feed = { .url = str_lit("https://a.example/"), .name = str_lit("새 이름") } };
	struct subs subs;

	add(f, "https://a.example/ name=가\nhttps://b.example/ name=나\n", false, NULL);
	fixture_ok(f, subs_edit_run(&renamed, 1, &f->err));
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	undo(f, "subscribe 2 feeds");
	redo(f);
	fixture_assert_feeds(f, "https://a.example/ name=\"새 이름\"\nhttps://b.example/ name=나\n");
	assert_string_equal(listed(f), "새 이름 | 나");
}

/* Edits by hand that no command has looked at since. */
static void
edits_by_hand_outlive_undo_and_redo(void **state)
{
	struct fixture *f = *state;

	add(f, "https://a.example/rss #x\nhttps://b.example/rss\n", false, NULL);
	fixture_write_feeds(f, "https://a.example/rss #x #mine name=\"My name\"\nhttp://b.example/rss\n");
	undo(f, "subscribe 2 feeds");
	fixture_assert_feeds(f, "");
	assert_string_equal(listed(f), "");
	redo(f);
	fixture_assert_feeds(f, "https://a.example/rss name=\"My name\" #x #mine\nhttp://b.example/rss\n");
	assert_string_equal(listed(f), "My name #x #mine | b.example/rss");
}

static void
a_line_taken_out_by_hand_is_the_last_action(void **state)
{
	struct fixture *f = *state;

	add(f, "https://a.example/\nhttps://b.example/\n", false, NULL);
	fixture_write_feeds(f, "https://b.example/\n");
	undo(f, "unsubscribe https://a.example/");
	assert_string_equal(listed(f), "a.example | b.example");
	undo(f, "subscribe 2 feeds");
	fixture_assert_feeds(f, "");
}

static void
what_an_edit_by_hand_takes_out_is_one_action(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/ name=가\nhttps://b.example/ #x\nhttps://c.example/\nhttps://d.example/\n");
	fixture_subscribe(f, "https://d.example/\nhttps://e.example/\n");
	undo(f, "unsubscribe 3 feeds");
	assert_string_equal(listed(f), "가 | b.example #x | c.example | d.example | e.example");
	redo(f);
	fixture_assert_feeds(f, "https://d.example/\nhttps://e.example/\n");
}

static void
what_an_edit_by_hand_takes_out_comes_back_where_it_stood(void **state)
{
	static const char before[] = "\xef\xbb\xbf# 위\nhttps://a.example/ # 메모\n\n# 회사\nhttps://b.example/   every=2h\nhttps://c.example/ #x\r\n\n"
		"# 끝\nhttps://d.example/";
	struct fixture *f = *state;

	fixture_subscribe(f, before);
	fixture_subscribe(f, "\xef\xbb\xbf# 위\nhttps://a.example/ # 메모\n\n# 회사\nhttps://b.example/   every=2h\n\n# 끝\nhttps://d.example/");
	undo(f, "unsubscribe https://c.example/");
	fixture_assert_feeds(f, before);
	/* With the lines around them. */
	fixture_subscribe(f, "\xef\xbb\xbf# 위\nhttps://a.example/ # 메모\n\n# 끝\nhttps://d.example/");
	undo(f, "unsubscribe 2 feeds");
	fixture_assert_feeds(f, "\xef\xbb\xbf# 위\nhttps://a.example/ # 메모\nhttps://b.example/   every=2h\nhttps://c.example/ #x\r\n\n"
	    "# 끝\nhttps://d.example/");
	/* A comment counts, also one that came since. */
	fixture_subscribe(f, "https://z.example/\nhttps://a.example/\n# 사이\nhttps://b.example/\n");
	fixture_subscribe(f, "https://z.example/\n# 머리\nhttps://a.example/\n\n# 사이\nhttps://b.example/\n");
	fixture_subscribe(f, "# 새로\nhttps://z.example/\n# 머리\n\n# 사이\n");
	delete_cache(f);
	undo(f, "unsubscribe 2 feeds");
	fixture_assert_feeds(f, "# 새로\nhttps://z.example/\n# 머리\nhttps://a.example/\n\n# 사이\nhttps://b.example/\n");
	assert_string_equal(listed(f), "z.example | a.example | b.example");
}

static void
tags_are_taken_back_at_a_new_address(void **state)
{
	struct fixture *f = *state;

	fixture_write_feeds(f, "https://a.example/rss #x\n");
	add(f, "https://a.example/rss #t\n", true, NULL);
	fixture_assert_feeds(f, "https://a.example/rss #x #t\n");
	fixture_write_feeds(f, "http://a.example/rss/ #x #t\n");
	undo(f, "change the tags of 1 feed");
	fixture_assert_feeds(f, "http://a.example/rss/ #x\n");
	redo(f);
	fixture_assert_feeds(f, "http://a.example/rss/ #x #t\n");
	assert_string_equal(listed(f), "a.example/rss #x #t");
}

static void
several_removals_are_one_action(void **state)
{
	struct fixture *f = *state;
	const struct str urls[] = { str_lit("https://a.example/"), str_lit("https://c.example/"), str_lit("https://none.example/") };

	fixture_subscribe(f, "https://a.example/ name=가 #x\nhttps://b.example/\nhttps://c.example/ name=다\n");
	fixture_ok(f, subscribe_line_remove(f->s, urls, 3, &f->err));
	fixture_assert_feeds(f, "https://b.example/\n");
	undo(f, "unsubscribe 2 feeds");
	fixture_assert_feeds(f, "https://a.example/ name=가 #x\nhttps://b.example/\nhttps://c.example/ name=다\n");
	assert_string_equal(listed(f), "가 #x | b.example | 다");
	redo(f);
	fixture_assert_feeds(f, "https://b.example/\n");
}

static void
a_line_comes_back_where_it_stood_and_as_it_read(void **state)
{
	static const char before[] = "\xef\xbb\xbf# 위\n\nhttps://a.example/\n\n# 회사\r\n"
		"https://b.example/   #둘  name=\"나\"\tevery=2h # 왜 읽는지\r\nhttps://c.example/\n\n# 끝\nhttps://d.example/ # 맨 끝\n";
	struct fixture *f = *state;
	const struct str b = str_lit("https://b.example/"), all[] = { str_lit("https://a.example/"), b, str_lit("https://c.example/"),
		str_lit("https://d.example/") };

	fixture_subscribe(f, before);
	fixture_ok(f, subscribe_line_remove(f->s, &b, 1, &f->err));
	undo(f, "unsubscribe https://b.example/");
	fixture_assert_feeds(f, before);
	fixture_ok(f, subscribe_line_remove(f->s, all, 4, &f->err));
	fixture_assert_feeds(f, "\xef\xbb\xbf# 위\n\n\n# 회사\r\n\n# 끝\n");
	undo(f, "unsubscribe 4 feeds");
	fixture_assert_feeds(f, before);
	redo(f);
	undo(f, "unsubscribe 4 feeds");
	fixture_assert_feeds(f, before);
	/* Of the lines around it one is there, or none. */
	fixture_subscribe(f, "# 위\nhttps://b.example/ # 둘\n# 아래\n");
	fixture_ok(f, subscribe_line_remove(f->s, &b, 1, &f->err));
	fixture_write_feeds(f, "# 새 줄\n# 아래\n# 위와 아래\n");
	undo(f, "unsubscribe https://b.example/");
	fixture_assert_feeds(f, "# 새 줄\nhttps://b.example/ # 둘\n# 아래\n# 위와 아래\n");
	redo(f);
	fixture_write_feeds(f, "# 새 줄\n\n# 위");
	undo(f, "unsubscribe https://b.example/");
	fixture_assert_feeds(f, "# 새 줄\n\n# 위\nhttps://b.example/ # 둘\n");
	redo(f);
	fixture_write_feeds(f, "# 다른 줄\n\n");
	undo(f, "unsubscribe https://b.example/");
	fixture_assert_feeds(f, "# 다른 줄\n\nhttps://b.example/ # 둘\n");
}

static void
a_rename_is_undone(void **state)
{
	struct fixture *f = *state;
	const struct str a = str_lit("https://a.example/"), b = str_lit("https://b.example/");

	fixture_subscribe(f, "https://a.example/ #x # 메모\nhttps://b.example/ #y name=나 # 메모\n");
	fixture_ok(f, subscribe_line_rename(f->s, a, str_lit("가 나"), NULL, &f->err));
	fixture_ok(f, subscribe_line_rename(f->s, b, STR_NONE, NULL, &f->err));
	assert_string_equal(listed(f), "가 나 #x | b.example #y");
	undo(f, "rename 1 feed");
	undo(f, "rename 1 feed");
	fixture_assert_feeds(f, "https://a.example/ #x # 메모\nhttps://b.example/ name=나 #y # 메모\n");
	assert_string_equal(listed(f), "a.example #x | 나 #y");
	redo(f);
	assert_string_equal(listed(f), "가 나 #x | 나 #y");
	fixture_ok(f, subscribe_line_rename(f->s, b, str_lit(" 새  이름 "), NULL, &f->err));
	assert_string_equal(listed(f), "가 나 #x | 새  이름 #y");
	fixture_ok(f, subscribe_line_rename(f->s, b, str_lit("  "), NULL, &f->err)); /* no name */
	assert_string_equal(listed(f), "가 나 #x | b.example #y");
	undo(f, "rename 1 feed");
	undo(f, "rename 1 feed");
	delete_cache(f);
	undo(f, "rename 1 feed");
	assert_string_equal(listed(f), "a.example #x | 나 #y");
	assert_int_equal(subscribe_line_rename(f->s, str_lit("https://none.example/"), a, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

static void
a_feed_moves_with_all_that_it_has(void **state)
{
	struct fixture *f = *state;
	struct subscribe_move moves[] = {
		{ .from = str_lit("https://a.example/"), .to = str_lit("https://new.example/rss") },
		{ .from = str_lit("https://b.example/"), .to = str_lit("http://c.example") }, /* there in another form */
		{ .from = str_lit("https://none.example/"), .to = str_lit("https://d.example/") },
		{ .from = str_lit("https://c.example/"), .to = str_lit("https://c.example/new") },
		{ .from = str_lit("https://b.example/"), .to = str_lit("https://b.example/") },
	};
	struct feeds_row row;

	fixture_subscribe(f, "https://a.example/ #x name=가 # 메모\n  https://b.example/ every=6h\nhttps://c.example/\n");
	fixture_merge(f, 1, 3);
	fixture_ok(f, subscribe_line_move(f->s, moves, 5, &f->err));
	assert_int_equal(moves[0].outcome, SUBSCRIBE_MOVED);
	assert_int_equal(moves[1].outcome, SUBSCRIBE_TAKEN);
	assert_int_equal(moves[2].outcome, SUBSCRIBE_NOT_THERE);
	assert_int_equal(moves[3].outcome, SUBSCRIBE_MOVED);
	assert_int_equal(moves[4].outcome, SUBSCRIBE_SAME);
	fixture_assert_feeds(f, "https://new.example/rss #x name=가 # 메모\n  https://b.example/ every=6h\nhttps://c.example/new\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("https://new.example/rss"), &row, &f->err));
	assert_int_equal(row.id, 1);
	assert_int_equal(row.total, 3);
	assert_str(row.etag, "");
	undo(f, "move 2 feeds");
	fixture_assert_feeds(f, "https://a.example/ #x name=가 # 메모\n  https://b.example/ every=6h\nhttps://c.example/\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("https://a.example/"), &row, &f->err));
	assert_int_equal(row.id, 1);
	redo(f);
	fixture_assert_feeds(f, "https://new.example/rss #x name=가 # 메모\n  https://b.example/ every=6h\nhttps://c.example/new\n");
	/* The journal alone gives the same. */
	delete_cache(f);
	assert_string_equal(listed(f), "가 #x | b.example | c.example/new");
	moves[0] = (struct subscribe_move){ .from = str_lit("https://b.example/"), .to = str_lit("file:///etc/passwd") };
	assert_int_equal(subscribe_line_move(f->s, moves, 1, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	assert_string_equal(listed(f), "가 #x | b.example | c.example/new");
}

static int64_t
due(struct fixture *f)
{
	struct feeds_row *rows;
	size_t n;

	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	return rows[0].due;
}

/* A name, a tag, another address: no reason to ask again before its time. Another way to ask is one. */
static void
a_feed_is_due_when_it_was(void **state)
{
	struct fixture *f = *state;
	struct subscribe_move move = { .from = str_lit("https://a.example/"), .to = str_lit("https://new.example/") };
	int64_t when;

	fixture_subscribe(f, "https://a.example/ every=6h\n");
	(void)fixture_merge(f, 1, 1);
	when = due(f);
	assert_true(when > FIXTURE_NOW);
	fixture_ok(f, subscribe_line_rename(f->s, move.from, str_lit("가 나"), NULL, &f->err));
	assert_int_equal(due(f), when);
	add(f, "https://a.example/ #x\n", true, NULL);
	assert_int_equal(due(f), when);
	fixture_ok(f, subscribe_line_move(f->s, &move, 1, &f->err));
	assert_int_equal(due(f), when);
	undo(f, "move 1 feed");
	assert_int_equal(due(f), when);
	fixture_ok(f, subscribe_line_remove(f->s, &move.from, 1, &f->err));
	undo(f, "unsubscribe https://a.example/");
	assert_int_equal(due(f), when);
	fixture_subscribe(f, "https://a.example/ name=\"가 나\" every=1h\n");
	assert_int_equal(due(f), CLOCK_NONE);
}

static void
what_is_for_one_host_does_not_move_to_another(void **state)
{
	static const struct {
		const char *from, *to;
		enum subscribe_moved outcome;
	} moves[] = {
		{ "https://a.example/rss", "https://b.example/rss", SUBSCRIBE_BOUND },
		{ "https://a.example/rss", "https://a.example:8443/rss", SUBSCRIBE_BOUND },
		{ "https://a.example/rss", "http://a.example/feed", SUBSCRIBE_BOUND },
		{ "http://a.example:8080/rss", "https://a.example:8080/feed", SUBSCRIBE_BOUND },
		{ "http://a.example:8080/rss", "http://a.example:8080/feed", SUBSCRIBE_MOVED },
		{ "http://a.example/rss", "https://A.example/feed", SUBSCRIBE_MOVED },
	};
	static const char *const options[] = { "cookie=\"a=b\"", "header=\"X-Key: s3cret\"", "internal=yes", "login=me password-command=x",
		"every=6h" };
	struct fixture *f = *state;
	struct buf line = { 0 };

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
			struct subscribe_move move = { .from = str_of(moves[i].from), .to = str_of(moves[i].to) };
			bool is_plain = str_starts(str_of(options[k]), "every");

			buf_clear(&line);
			buf_printf(&line, "%s %s\n", moves[i].from, options[k]);
			fixture_subscribe(f, buf_cstr(&line));
			fixture_ok(f, subscribe_line_move(f->s, &move, 1, &f->err));
			assert_int_equal(move.outcome, is_plain ? SUBSCRIBE_MOVED : moves[i].outcome);
			if (move.outcome == SUBSCRIBE_BOUND)
				fixture_assert_feeds(f, buf_cstr(&line));
		}
	buf_free(&line);
}

/* What was done by hand in the file meanwhile is no part of the action. */
static void
edits_by_hand_are_not_undone_with_it(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/\nhttps://gone.example/\n");
	fixture_write_feeds(f, "https://a.example/\nhttps://hand.example/\n");
	add(f, "https://b.example/\n", false, NULL);
	assert_string_equal(listed(f), "a.example | hand.example | b.example");
	undo(f, "subscribe https://b.example/");
	assert_string_equal(listed(f), "a.example | hand.example");
	fixture_assert_feeds(f, "https://a.example/\nhttps://hand.example/\n");
}

static void
nothing_is_done_when_one_cannot_be(void **state)
{
	struct fixture *f = *state;
	struct str tag = str_lit("나쁜 태그");
	struct subs_feed wrong[] = { { .url = str_lit("https://ok.example/") },
		{ .url = str_lit("https://x.example/"), .tags = &tag, .n_tags = 1 } };
	struct state_undone done;

	fixture_write_feeds(f, "# 구독\n");
	assert_int_equal(subscribe_add(f->s, &(struct subscribe){ .feeds = wrong, .n = 2 }, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	wrong[1] = (struct subs_feed){ .url = str_lit("javascript:alert(1)") };
	assert_int_equal(subscribe_add(f->s, &(struct subscribe){ .feeds = wrong, .n = 2 }, &f->err), -1);
	wrong[1] = (struct subs_feed){ .url = str_lit("https://x.example/\nhttps://y.example/") };
	assert_int_equal(subscribe_add(f->s, &(struct subscribe){ .feeds = wrong, .n = 2 }, &f->err), -1);
	fixture_assert_feeds(f, "# 구독\n");
	assert_string_equal(listed(f), "");
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
}

static const char *
journal_of(struct fixture *f)
{
	struct buf name = { 0 };
	const char *ret;

	fixture_ok(f, file_read(fixture_path(f, "data/sosik/device"), 64, &name, &f->err));
	ret = arena_printf(&f->a, "%s/data/sosik/journal/%.*s.jsonl", f->dir, STR(str_trim(buf_str(&name)))).p;
	buf_free(&name);
	return ret;
}

/* From here on no file may grow beyond the size that the journal has now, and so much more. */
static struct rlimit
leave_room(struct fixture *f, size_t bytes)
{
	struct buf journal = { 0 };
	struct rlimit was, limit;
	struct stat st;

	fixture_ok(f, file_read(journal_of(f), 1 << 20, &journal, &f->err));
	buf_printf(&journal, "{\"do\":\"none\",\"filler\":\"%4000d\"}\n", 1);
	fixture_ok(f, file_replace(journal_of(f), buf_str(&journal), &f->err));
	buf_free(&journal);
	fixture_reopen(f);
	assert_int_equal(stat(journal_of(f), &st), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	limit = (struct rlimit){ (rlim_t)st.st_size + bytes, was.rlim_max };
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	return was;
}

/* The feeds of text as a part of the action, or its first. */
static void
add_to(struct fixture *f, int64_t *action, const char *text)
{
	struct subs subs = subs_of(f, text);

	fixture_ok(f, subscribe_add(f->s, &(struct subscribe){ .feeds = subs.feeds, .n = subs.n, .action = action }, &f->err));
}

static int
undone(struct fixture *f)
{
	struct state_undone done;

	return state_undo(f->s, &done, &f->err);
}

static void
several_lines_are_undone_as_one(void **state)
{
	static const char all[] = "# 구독\nhttps://first.example/\nhttps://a.example/ #x\nhttps://b.example/\nhttps://c.example/\nhttps://d.example/\n";
	struct fixture *f = *state;
	int64_t action = 0;

	fixture_subscribe(f, "# 구독\nhttps://first.example/\n");
	add_to(f, &action, "https://a.example/ #x\n");
	assert_true(action > 0);
	add_to(f, &action, "https://b.example/\nhttps://c.example/\n");
	add_to(f, &action, "https://a.example/\n"); /* there is nothing to do */
	add_to(f, &action, "https://d.example/\n");
	fixture_assert_feeds(f, all);
	undo(f, "subscribe 4 feeds");
	fixture_assert_feeds(f, "# 구독\nhttps://first.example/\n");
	assert_string_equal(listed(f), "first.example");
	redo(f);
	fixture_assert_feeds(f, all);
	assert_string_equal(listed(f), "first.example | a.example #x | b.example | c.example | d.example");
	delete_cache(f);
	undo(f, "subscribe 4 feeds");
	fixture_assert_feeds(f, "# 구독\nhttps://first.example/\n");
}

/* Undo goes back step by step, in the order in which all was done. */
static void
what_somebody_does_between_two_lines_ends_the_action(void **state)
{
	struct fixture *f = *state;
	int64_t action = 0, other = 0, first;

	add_to(f, &action, "https://a.example/\n");
	first = action;
	add_to(f, &other, "https://other.example/\n");
	add_to(f, &action, "https://b.example/\nhttps://c.example/\n");
	assert_true(action > other && other > first);
	undo(f, "subscribe 2 feeds");
	fixture_assert_feeds(f, "https://a.example/\nhttps://other.example/\n");
	add_to(f, &action, "https://d.example/\n"); /* behind what was taken back */
	fixture_assert_feeds(f, "https://a.example/\nhttps://other.example/\nhttps://d.example/\n");
	assert_int_equal(undone(f), 0);
	fixture_assert_feeds(f, "https://a.example/\nhttps://other.example/\n");
	assert_int_equal(undone(f), 0);
	fixture_assert_feeds(f, "https://a.example/\n");
}

/* The first line is undone in the file when the second cannot be written. */
static void
of_several_lines_all_are_undone_or_none(void **state)
{
	enum { LONG = 3000 }; /* bytes of an address: its line of the journal does not fit behind the other */
	struct fixture *f = *state;
	struct state_undone done;
	int64_t action = 0;
	struct rlimit was;
	struct str before;
	struct buf feeds = { 0 };
	int rc;

	add_to(f, &action, arena_printf(&f->a, "https://%0*d.example/\n", 40, 1).p);
	add_to(f, &action, arena_printf(&f->a, "https://b.example/%0*d\n", LONG, 1).p);
	add_to(f, &action, "https://c.example/\n");
	fixture_ok(f, file_read(fixture_feeds(f), 1 << 16, &feeds, &f->err));
	before = buf_str(&feeds);
	was = leave_room(f, LONG / 2);
	rc = state_undo(f->s, &done, &f->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(rc, -1);
	assert_int_equal(f->err.code, ERR_IO);
	fixture_assert_feeds(f, before.p);
	fixture_reopen(f);
	undo(f, "subscribe 3 feeds");
	fixture_assert_feeds(f, "");
	buf_free(&feeds);
}

static void
a_full_journal_leaves_the_file_as_it_was(void **state)
{
	struct fixture *f = *state;
	struct subs subs = subs_of(f, "https://a.example/\n");
	struct rlimit was;
	int rc;

	fixture_subscribe(f, "# 구독\nhttps://first.example/\n");
	was = leave_room(f, 0);
	rc = subscribe_add(f->s, &(struct subscribe){ .feeds = subs.feeds, .n = 1 }, &f->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(rc, -1);
	assert_int_equal(f->err.code, ERR_IO);
	fixture_assert_feeds(f, "# 구독\nhttps://first.example/\n");
	fixture_reopen(f);
	assert_string_equal(listed(f), "first.example");
	fixture_ok(f, subscribe_add(f->s, &(struct subscribe){ .feeds = subs.feeds, .n = 1 }, &f->err));
	undo(f, "subscribe https://a.example/");
}

static void
an_undo_that_cannot_be_written_is_none(void **state)
{
	struct fixture *f = *state;
	struct state_undone done;
	struct rlimit was;
	int rc;

	add(f, "https://a.example/ name=가\n", false, NULL);
	was = leave_room(f, 0);
	rc = state_undo(f->s, &done, &f->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(rc, -1);
	assert_int_equal(f->err.code, ERR_IO);
	fixture_assert_feeds(f, "https://a.example/ name=가\n");
	fixture_reopen(f);
	assert_string_equal(listed(f), "가");
	undo(f, "subscribe https://a.example/");
	fixture_assert_feeds(f, "");
}

/* Whoever is told that it failed does it again. */
static void
what_only_the_cache_has_no_room_for_is_done(void **state)
{
	enum { ROOM = 8192 }; /* for the journal and the feeds file, but no log of the cache */
	struct fixture *f = *state;
	struct subs subs = subs_of(f, "https://a.example/\n");
	struct state_undone done;
	struct rlimit was;
	int added, undone;

	add(f, "https://first.example/\n", false, NULL);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ ROOM, was.rlim_max }), 0);
	added = subscribe_add(f->s, &(struct subscribe){ .feeds = subs.feeds, .n = 1 }, &f->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(added, -1);
	assert_non_null(strstr(f->err.text, "it is done and stands in the journal"));
	fixture_assert_feeds(f, "https://first.example/\nhttps://a.example/\n");
	fixture_reopen(f);
	assert_string_equal(listed(f), "first.example | a.example");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ ROOM, was.rlim_max }), 0);
	undone = state_undo(f->s, &done, &f->err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(undone, -1);
	assert_non_null(strstr(f->err.text, "it is done and stands in the journal"));
	fixture_assert_feeds(f, "https://first.example/\n");
	undo(f, "subscribe https://first.example/");
}

static int
move_a(struct fixture *f)
{
	struct subscribe_move move = { .from = str_lit("https://a.example/"), .to = str_lit("https://new.example/rss") };

	return subscribe_line_move(f->s, &move, 1, &f->err);
}

static int
redo_last(struct fixture *f)
{
	struct state_undone done;

	return state_redo(f->s, &done, &f->err);
}

/* A process that is killed in the middle of act: at the first file that grows beyond room, or, at 0, at the journal. */
static void
die_at(struct fixture *f, int (*act)(struct fixture *), rlim_t room)
{
	pid_t child;
	int status;

	store_close(f->s);
	f->s = NULL;
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		fixture_open(f, STORE_WRITE);
		if (!room)
			(void)leave_room(f, 0);
		else
			(void)setrlimit(RLIMIT_FSIZE, &(struct rlimit){ room, RLIM_INFINITY });
		(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
		(void)signal(SIGXFSZ, SIG_DFL);
		_exit(act(f) < 0 ? 1 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGXFSZ);
}

static void
reconcile(struct fixture *f)
{
	struct subs subs;

	fixture_open(f, STORE_WRITE);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
}

/* Between the journal and the feeds file, whichever comes first, by a move and by one that is done again. */
static void
a_move_that_is_killed_makes_no_other_feed(void **state)
{
	enum { ROOM = 16 << 10 }; /* for the journal, but not for the feeds file */
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct feeds_row *rows;
	size_t n;

	for (int i = 0; i < 4; i++) {
		bool is_long = i & 1, is_again = i & 2;

		buf_clear(&text);
		buf_printf(&text, "https://a.example/ # %0*d\n", is_long ? 2 * ROOM : 1, 1);
		fixture_subscribe(f, buf_cstr(&text));
		if (!i)
			fixture_merge(f, 1, 3);
		if (is_again) {
			fixture_ok(f, move_a(f));
			undo(f, "move 1 feed");
		}
		die_at(f, is_again ? redo_last : move_a, is_long ? ROOM : 0);
		reconcile(f);
		fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
		assert_int_equal(n, 1);
		assert_int_equal(rows[0].id, 1);
		assert_int_equal(rows[0].total, 3);
	}
	buf_free(&text);
}

static void
two_thousand_feeds_are_one_rewrite(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct subs subs;

	for (int i = 0; i < 2000; i++)
		buf_printf(&text, "https://blog%d.example/rss name=\"블로그 %d\" #분류/하위\n", i, i);
	add(f, buf_cstr(&text), false, NULL);
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 2000);
	undo(f, "subscribe 2000 feeds");
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 0);
	redo(f);
	fixture_assert_feeds(f, buf_cstr(&text));
	buf_free(&text);
}

static void
a_journal_that_was_compacted_still_undoes_them(void **state)
{
	enum { TIMES = 300, FEEDS = 100 };
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct str urls[FEEDS];
	off_t largest = 0;
	struct stat st = { 0 };

	for (int i = 0; i < FEEDS; i++) {
		urls[i] = arena_printf(&f->a, "https://blog%d.example/rss", i);
		buf_printf(&text, "%.*s name=\"블로그 %d\" #분류/하위\n", STR(urls[i]), i);
	}
	add(f, buf_cstr(&text), false, NULL);
	fixture_ok(f, subscribe_line_remove(f->s, urls, FEEDS, &f->err));
	for (int i = 0; i < TIMES; i++) {
		add(f, buf_cstr(&text), false, NULL);
		undo(f, "subscribe 100 feeds");
		largest = st.st_size > largest ? st.st_size : largest;
		assert_int_equal(stat(journal_of(f), &st), 0);
		if (st.st_size < largest)
			break;
	}
	assert_true(st.st_size < largest);
	undo(f, "unsubscribe 100 feeds");
	fixture_assert_feeds(f, buf_cstr(&text));
	undo(f, "subscribe 100 feeds");
	fixture_assert_feeds(f, "");
	redo(f);
	delete_cache(f);
	fixture_assert_feeds(f, buf_cstr(&text));
	undo(f, "subscribe 100 feeds");
	assert_string_equal(listed(f), "");
	buf_free(&text);
}

/* Lines of another machine with actions on feeds in them. */
static void
such_actions_are_restored_elsewhere(void **state)
{
	struct fixture *f = *state;
	struct buf journal = { 0 };
	struct state_undone done;

	add(f, "https://a.example/ name=가 #x\nhttps://b.example/\n", false, NULL);
	add(f, "https://u:***@c.example/\n", false, NULL);
	undo(f, "subscribe https://u:***@c.example/");
	fixture_ok(f, file_read(journal_of(f), 1 << 20, &journal, &f->err));
	store_close(f->s);
	fixture_wipe(f);
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, state_restore(f->s, buf_str(&journal), NULL, &f->err));
	fixture_assert_feeds(f, "https://a.example/ name=가 #x\nhttps://b.example/\n");
	assert_string_equal(listed(f), "a.example | b.example");
	undo(f, "subscribe 2 feeds");
	fixture_assert_feeds(f, "");
	assert_string_equal(listed(f), "");
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	redo(f);
	delete_cache(f);
	fixture_assert_feeds(f, "https://a.example/ name=가 #x\nhttps://b.example/\n");
	assert_string_equal(listed(f), "가 #x | b.example");
	buf_free(&journal);
}

/* A reading of the file from before another process changed it takes nothing away. */
static void
an_old_reading_of_the_file_unsubscribes_nothing(void **state)
{
	struct fixture *f = *state;
	struct subs old = subs_of(f, "https://other.example/\n");

	add(f, "https://a.example/\n", false, NULL);
	fixture_ok(f, reconcile_run(f->s, &old, RECONCILE_WAITS, &f->err));
	assert_string_equal(listed(f), "a.example");
	undo(f, "subscribe https://a.example/");
}

/* Also one that was written between other options, and whatever has been written since. */
static void
a_tag_comes_back_where_it_stood(void **state)
{
	static const char whole[] = "https://a.example/ #가 every=1h #나 #다 name=에이 # 메모\n";
	const struct str middle = str_lit("나"), ends[] = { str_lit("다"), str_lit("가") };
	const struct subscribe_tags one = { .remove = &middle, .n_remove = 1 }, two = { .remove = ends, .n_remove = 2 };
	struct fixture *f = *state;
	struct subs old = subs_of(f, whole);
	bool is_changed;

	fixture_write_feeds(f, whole);
	fixture_ok(f, reconcile_run(f->s, &old, RECONCILE_WAITS, &f->err));
	fixture_ok(f, subscribe_tag(f->s, str_lit("https://a.example/"), &one, &is_changed, &f->err));
	fixture_assert_feeds(f, "https://a.example/ #가 every=1h #다 name=에이 # 메모\n");
	undo(f, "change the tags of 1 feed");
	fixture_assert_feeds(f, whole);
	redo(f);
	undo(f, "change the tags of 1 feed");
	fixture_assert_feeds(f, whole);
	fixture_ok(f, subscribe_tag(f->s, str_lit("https://a.example/"), &two, &is_changed, &f->err));
	fixture_assert_feeds(f, "https://a.example/ every=1h #나 name=에이 # 메모\n");
	fixture_write_feeds(f, "https://a.example/ #새것 every=1h #나 # 메모\n");
	undo(f, "change the tags of 1 feed");
	fixture_assert_feeds(f, "https://a.example/ #새것 every=1h #가 #나 #다 # 메모\n");
}

static void
edits_are_made_in_one_go(void **state)
{
	struct fixture *f = *state;
	struct str one = str_lit("하나"), two = str_lit("둘");
	struct subs_edit edits[] = {
		{ SUBS_EDIT_UNTAG, { .url = str_lit("https://a.example/"), .tags = &one, .n_tags = 1 }, false, NULL, STR_NONE },
		{ SUBS_EDIT_TAG, { .url = str_lit("https://a.example/"), .tags = &two, .n_tags = 1 }, false, NULL, STR_NONE },
		{ SUBS_EDIT_RENAME, { .url = str_lit("https://a.example/"), .name = str_lit("새 이름") }, false, NULL, STR_NONE },
		{ SUBS_EDIT_REMOVE, { .url = str_lit("https://b.example/") }, false, NULL, STR_NONE },
		{ SUBS_EDIT_ADD, { .url = str_lit("https://b.example/"), .name = str_lit("다시") }, false, NULL, STR_NONE },
		{ SUBS_EDIT_REMOVE, { .url = str_lit("https://none.example/") }, true, NULL, STR_NONE },
	};

	fixture_write_feeds(f, "\xef\xbb\xbfhttps://a.example/  #하나 every=1h #하나 # 메모\nhttps://b.example/\n");
	fixture_ok(f, subs_edit_run(edits, 6, &f->err));
	fixture_assert_feeds(f, "\xef\xbb\xbfhttps://a.example/ name=\"새 이름\" every=1h #둘 # 메모\nhttps://b.example/ name=다시\n");
	assert_true(edits[0].is_done && edits[3].is_done && edits[4].is_done);
	assert_false(edits[5].is_done);
}

/* An editor saves while a command is at work. */
static void
what_an_editor_saves_meanwhile_stays(void **state)
{
	struct fixture *f = *state;
	struct subs_edit edits[] = {
		{ SUBS_EDIT_REMOVE, { .url = str_lit("https://b.example/") }, false, NULL, STR_NONE },
		{ SUBS_EDIT_ADD, { .url = str_lit("https://c.example/") }, false, NULL, STR_NONE },
	};
	struct subs_edit_file file;

	fixture_write_feeds(f, "https://a.example/\nhttps://b.example/\n");
	fixture_ok(f, subs_edit_open(&file, &f->err));
	fixture_ok(f, subs_edit_make(&file, edits, 2, &f->err));
	fixture_write_feeds(f, "# 메모\nhttps://a.example/ #손\nhttps://b.example/\nhttps://c.example/ #손\n");
	fixture_ok(f, subs_edit_save(&file, &f->err));
	assert_int_equal(subs_edit_close(&file, 0), 0);
	fixture_assert_feeds(f, "# 메모\nhttps://a.example/ #손\nhttps://c.example/ #손\n");
	assert_true(edits[0].is_done);
	assert_false(edits[1].is_done);
}

static void
an_edit_that_is_taken_back_takes_no_other_with_it(void **state)
{
	struct fixture *f = *state;
	struct subs_edit edit = { SUBS_EDIT_ADD, { .url = str_lit("https://c.example/") }, false, NULL, STR_NONE };
	struct subs_edit_file file;

	for (int i = 0; i < 2; i++) {
		fixture_write_feeds(f, "https://a.example/\n");
		fixture_ok(f, subs_edit_open(&file, &f->err));
		fixture_ok(f, subs_edit_make(&file, &edit, 1, &f->err));
		fixture_ok(f, subs_edit_save(&file, &f->err));
		fixture_assert_feeds(f, "https://a.example/\nhttps://c.example/\n");
		if (i)
			fixture_write_feeds(f, "https://a.example/ #손\nhttps://c.example/\n");
		assert_int_equal(subs_edit_close(&file, -1), -1);
		fixture_assert_feeds(f, i ? "https://a.example/ #손\nhttps://c.example/\n" : "https://a.example/\n");
	}
}

static void
what_a_killed_process_left_is_removed(void **state)
{
	struct fixture *f = *state;
	struct subs_edit edit = { SUBS_EDIT_REMOVE, { .url = str_lit("https://none.example/") }, false, NULL, STR_NONE };

	fixture_write_feeds(f, "https://a.example/\n");
	fixture_ok(f, file_replace(fixture_path(f, "config/sosik/feeds.sosik-new"), str_lit("https://a.exa"), &f->err));
	fixture_ok(f, file_replace(fixture_path(f, "config/sosik/feeds.backup"), str_lit("mine"), &f->err));
	fixture_ok(f, subs_edit_run(&edit, 1, &f->err));
	assert_false(fixture_exists(f, "config/sosik/feeds.sosik-new"));
	assert_true(fixture_exists(f, "config/sosik/feeds.backup"));
}

static void
a_link_that_leads_to_nothing_yet_is_followed(void **state)
{
	struct fixture *f = *state;
	struct subs_edit edit = { SUBS_EDIT_ADD, { .url = str_lit("https://a.example/") }, false, NULL, STR_NONE };
	struct stat st;

	fixture_ok(f, file_mkdirs_for(fixture_feeds(f), &f->err));
	assert_int_equal(symlink("../../dotfiles/feeds", fixture_feeds(f)), 0);
	fixture_ok(f, subs_edit_run(&edit, 1, &f->err));
	assert_int_equal(lstat(fixture_feeds(f), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_true(fixture_exists(f, "dotfiles/feeds"));
	fixture_assert_feeds(f, "https://a.example/\n");
	assert_int_equal(unlink(fixture_feeds(f)), 0);
	assert_int_equal(symlink("feeds", fixture_feeds(f)), 0);
	assert_int_equal(file_replace(fixture_feeds(f), str_lit("x"), &f->err), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(several_feeds_are_one_action),
		STORE_TEST(a_feed_that_is_there_is_not_added_twice),
		STORE_TEST(the_address_a_feed_moved_from_means_it),
		STORE_TEST(missing_tags_come_and_go_with_the_action),
		STORE_TEST(a_feed_that_comes_back_is_the_same_one),
		STORE_TEST(a_name_given_since_outlives_undo_and_redo),
		STORE_TEST(edits_by_hand_outlive_undo_and_redo),
		STORE_TEST(a_line_taken_out_by_hand_is_the_last_action),
		STORE_TEST(what_an_edit_by_hand_takes_out_is_one_action),
		STORE_TEST(what_an_edit_by_hand_takes_out_comes_back_where_it_stood),
		STORE_TEST(tags_are_taken_back_at_a_new_address),
		STORE_TEST(several_removals_are_one_action),
		STORE_TEST(a_line_comes_back_where_it_stood_and_as_it_read),
		STORE_TEST(a_rename_is_undone),
		STORE_TEST(a_feed_moves_with_all_that_it_has),
		STORE_TEST(a_feed_is_due_when_it_was),
		STORE_TEST(what_is_for_one_host_does_not_move_to_another),
		STORE_TEST(edits_by_hand_are_not_undone_with_it),
		STORE_TEST(nothing_is_done_when_one_cannot_be),
		STORE_TEST(several_lines_are_undone_as_one),
		STORE_TEST(what_somebody_does_between_two_lines_ends_the_action),
		STORE_TEST(of_several_lines_all_are_undone_or_none),
		STORE_TEST(a_full_journal_leaves_the_file_as_it_was),
		STORE_TEST(an_undo_that_cannot_be_written_is_none),
		STORE_TEST(what_only_the_cache_has_no_room_for_is_done),
		STORE_TEST(a_move_that_is_killed_makes_no_other_feed),
		STORE_TEST(two_thousand_feeds_are_one_rewrite),
		STORE_TEST(a_journal_that_was_compacted_still_undoes_them),
		STORE_TEST(such_actions_are_restored_elsewhere),
		STORE_TEST(an_old_reading_of_the_file_unsubscribes_nothing),
		STORE_TEST(a_tag_comes_back_where_it_stood),
		STORE_TEST(edits_are_made_in_one_go),
		STORE_TEST(what_an_editor_saves_meanwhile_stays),
		STORE_TEST(an_edit_that_is_taken_back_takes_no_other_with_it),
		STORE_TEST(what_a_killed_process_left_is_removed),
		STORE_TEST(a_link_that_leads_to_nothing_yet_is_followed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
