#include "unit.h"

#include "store_fixture.h"

#include "query/query_rule.h"
#include "store/errand.h"
#include "store/index.h"
#include "store/met.h"
#include "store/rules.h"

/* ---- the text of a rule */

static struct query_rule
read_rule(struct fixture *f, const char *text)
{
	struct query_rule_fault fault = { 0 };
	struct query_rule rule = { 0 };

	if (query_rule_parse(&f->a, str_of(text), &rule, &fault) < 0)
		fail_msg("%s: %zu: %s", text, fault.at, fault.what);
	return rule;
}

static void
assert_fault(struct fixture *f, const char *text, size_t at, const char *part)
{
	struct query_rule_fault fault = { 0 };
	struct query_rule rule;

	if (!query_rule_parse(&f->a, str_of(text), &rule, &fault))
		fail_msg("%s: no fault", text);
	assert_int_equal(fault.at, at);
	if (!strstr(fault.what, part))
		fail_msg("%s: %s", text, fault.what);
}

static void
a_rule_is_a_query_and_actions(void **state)
{
	struct fixture *f = *state;
	struct query_rule rule = read_rule(f, "  feed:해솔 \"a -> b\" -광고 -> +회사/백엔드 -나중에 star read ");

	assert_str(rule.query, "feed:해솔 \"a -> b\" -광고");
	assert_str(rule.actions, "+회사/백엔드 -나중에 star read");
	assert_int_equal(rule.n_add, 1);
	assert_str(rule.add[0], "회사/백엔드");
	assert_int_equal(rule.n_remove, 1);
	assert_str(rule.remove[0], "나중에");
	assert_int_equal(rule.does, QUERY_RULE_STAR | QUERY_RULE_READ);
	assert_null(rule.exec);
}

static void
what_a_post_is_may_have_a_sign(void **state)
{
	struct fixture *f = *state;
	struct query_rule rule = read_rule(f, "글 -> +read -star -숨김 +#읽음 +hideous");

	assert_int_equal(rule.does, QUERY_RULE_READ | QUERY_RULE_UNSTAR | QUERY_RULE_UNHIDE);
	assert_int_equal(rule.n_add, 2);
	assert_str(rule.add[0], "읽음");
	assert_str(rule.add[1], "hideous");
	assert_int_equal(rule.n_remove, 0);
	assert_int_equal(read_rule(f, "글 -> unread 별표해제 unhide").does, QUERY_RULE_UNREAD | QUERY_RULE_UNSTAR | QUERY_RULE_UNHIDE);
	assert_int_equal(read_rule(f, "글 -> read 읽음 +READ -안읽음").does, QUERY_RULE_READ);
}

static void
on_and_off_at_once_is_refused(void **state)
{
	struct fixture *f = *state;

	assert_fault(f, "글 -> +Ai -ai", 11, "at once");
	assert_fault(f, "글 -> -ai +x +AI", 14, "at once");
	assert_fault(f, "글 -> star -star", 12, "is the contrary of a word before it");
	assert_fault(f, "글 -> +read unread", 13, "is the contrary of a word before it");
}

static void
a_program_takes_the_rest_of_the_line(void **state)
{
	struct fixture *f = *state;
	struct query_rule rule = read_rule(f, "글 → 알림 exec:\"/opt/내 것/run\" +x \"두 낱말\" read");

	assert_int_equal(rule.does, QUERY_RULE_NOTIFY | QUERY_RULE_EXEC);
	assert_int_equal(rule.n_add, 0);
	assert_string_equal(rule.exec[0], "/opt/내 것/run");
	assert_string_equal(rule.exec[1], "+x");
	assert_string_equal(rule.exec[2], "두 낱말");
	assert_string_equal(rule.exec[3], "read");
	assert_null(rule.exec[4]);
}

static void
a_wrong_rule_says_where(void **state)
{
	struct fixture *f = *state;

	assert_fault(f, "글 +x", 6, "expected ->");
	assert_fault(f, "글->hide", 9, "expected ->");
	assert_fault(f, "-> hide", 0, "expected a query");
	assert_fault(f, "글 ->", 6, "expected something to do");
	assert_fault(f, "글 -> hidde", 7, "did you mean ‘hide’?");
	assert_fault(f, "글 -> frobnicate", 7, "there is no action ‘frobnicate’");
	assert_fault(f, "글 -> + hide", 7, "the tag");
	assert_fault(f, "글 -> +a,b", 7, "a,b");
	assert_fault(f, "글 -> exec: run", 7, "directly behind exec:");
	assert_fault(f, "글 -> +a exec:run \"x", 19, "not closed");
}

/* ---- running */

static struct rules_rule
make(struct fixture *f, const char *text)
{
	const struct query_rule rule = read_rule(f, text);
	struct rules_rule made;

	fixture_ok(f, rules_make(&f->a, &rule, NULL, &made, &f->err));
	return made;
}

static void
index_all(struct fixture *f)
{
	bool is_done = false;

	while (!is_done)
		fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
}

/* Posts [from, to] come to feed 1; all of those before are sent again. */
static void
come(struct fixture *f, int to, bool is_first)
{
	int64_t before;

	fixture_ok(f, store_begin(f->s, &f->err));
	fixture_ok(f, rules_before(f->s, &before, &f->err));
	(void)fixture_merge(f, 1, to);
	fixture_ok(f, rules_note(f->s, 1, before, is_first, &f->err));
	fixture_ok(f, store_commit(f->s, &f->err));
	index_all(f);
}

static size_t
errands(struct fixture *f, enum errand_kind kind)
{
	struct errand *list;
	size_t n;

	fixture_ok(f, errand_list(f->s, &f->a, kind, 1000, &list, &n, &f->err));
	return n;
}

static void
rules_run_in_order_on_new_posts_only(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rules[3];
	int64_t found[3] = { 0 }, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rules[0] = make(f, "title:1 -> +하나 read");
	rules[1] = make(f, "tag:하나 -> star");
	rules[2] = make(f, "title:2 or title:12 -> hide");
	(void)fixture_merge(f, 1, 1); /* before there were rules */
	come(f, 13, false);
	fixture_ok(f, rules_arrive(f->s, rules, 3, found, &posts, &f->err));
	assert_int_equal(posts, 5); /* 2 and those four */
	assert_int_equal(found[0], 4); /* 10, 11, 12, 13 */
	assert_int_equal(found[1], 4);
	assert_int_equal(found[2], 2); /* 2, 12 */
	assert_int_equal(fixture_find(f, "tag:하나"), 3);
	assert_int_equal(fixture_find(f, "is:hidden"), 2);
	assert_int_equal(fixture_find(f, "is:all"), 13);
	assert_int_equal(fixture_find(f, "is:starred is:read"), 3);
	fixture_ok(f, rules_arrive(f->s, rules, 3, found, &posts, &f->err));
	assert_int_equal(found[0], 4);
}

static void
posts_wait_until_they_can_be_searched(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule;
	int64_t before, found = 0, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x");
	fixture_ok(f, rules_before(f->s, &before, &f->err));
	(void)fixture_merge(f, 1, 3);
	fixture_ok(f, rules_note(f->s, 1, before, false, &f->err));
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 0);
	index_all(f);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 3);
}

static void
a_post_that_changes_is_not_new(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule;
	struct post post;
	int64_t before, found = 0, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x");
	(void)fixture_merge(f, 1, 2);
	post = fixture_post(f, 2);
	post.title = str_lit("글 둘째 판");
	fixture_ok(f, rules_before(f->s, &before, &f->err));
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, "<p>달라진 본문</p>").changed, 1);
	fixture_ok(f, rules_note(f->s, 1, before, false, &f->err));
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 0);
}

static void
undo_passes_over_what_rules_did(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 3 };
	struct state_undone done;
	struct rules_rule rule;
	int64_t found = 0, changed, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x hide");
	come(f, 3, false);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	fixture_ok(f, state_apply(f->s, ids, 1, &(struct state_change){ .hide = STATE_OFF }, &changed, &f->err));
	assert_int_equal(changed, 1);
	assert_int_equal(fixture_find(f, "is:hidden"), 2);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(fixture_find(f, "is:hidden"), 3);
	assert_int_equal(fixture_find(f, "is:hidden tag:x"), 3);
}

static void
what_rules_did_outlives_the_cache(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule;
	int64_t found = 0, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x hide");
	come(f, 3, false);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	fixture_anew(f);
	(void)fixture_merge(f, 1, 3);
	assert_int_equal(fixture_find(f, "is:hidden tag:x"), 3);
	assert_int_equal(fixture_find(f, ""), 0);
}

/* Of a feed that was met the first fetch into a new cache brings what had come, before the rule was written or not. */
static void
posts_that_come_again_are_not_ruled_on(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule;
	int64_t found = 0, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	come(f, 3, true);
	fixture_ok(f, rules_forget(f->s, &f->err)); /* there are none yet */
	fixture_ok(f, met_record(f->s, &f->err));
	fixture_anew(f);
	rule = make(f, "글 -> +x read");
	come(f, 3, true);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 0);
	assert_int_equal(fixture_find(f, "is:unread"), 3);
	come(f, 4, false);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 1);
}

/* As a sync that was killed when the line was on the disk and the cache not yet changed. */
static void
a_line_that_is_applied_late_is_not_ruled_on_again(void **state)
{
	struct fixture *f = *state;
	struct str x = str_lit("x");
	struct buf before = { 0 };
	struct rules_rule rule;
	const int64_t ids[] = { 1 };
	int64_t found = 0, changed, posts = 0;
	const char *file = fixture_path(f, "data/sosik/sosik.db");

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x");
	come(f, 3, false);
	store_close(f->s);
	fixture_ok(f, file_read(file, 16 << 20, &before, &f->err));
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 3);
	store_close(f->s);
	fixture_ok(f, file_replace(file, buf_str(&before), &f->err));
	fixture_open(f, STORE_WRITE);
	assert_int_equal(fixture_find(f, "tag:x"), 3);
	fixture_ok(f, state_apply(f->s, ids, 1, &(struct state_change){ .remove = &x, .n_remove = 1 }, &changed, &f->err));
	found = 0;
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 0);
	assert_int_equal(fixture_find(f, "tag:x"), 2);
	buf_free(&before);
}

static void
errands_wait_until_they_are_taken(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rules[3];
	struct errand *list;
	int64_t found[3] = { 0 }, posts = 0;
	size_t n;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rules[0] = make(f, "글 -> fulltext notify exec:run a");
	rules[1] = make(f, "글 -> notify exec:run b");
	rules[2] = make(f, "title:2 or title:12 -> hide");
	come(f, 2, true);
	fixture_ok(f, rules_arrive(f->s, rules, 3, found, &posts, &f->err));
	assert_int_equal(errands(f, ERRAND_FULLTEXT), 1); /* the hidden one is not asked for */
	assert_int_equal(errands(f, ERRAND_NOTIFY), 0);   /* the first sync of a feed tells nothing */
	assert_int_equal(errands(f, ERRAND_EXEC), 0);
	come(f, 4, false);
	fixture_ok(f, rules_arrive(f->s, rules, 3, found, &posts, &f->err));
	fixture_reopen(f);
	assert_int_equal(errands(f, ERRAND_FULLTEXT), 3);
	assert_int_equal(errands(f, ERRAND_NOTIFY), 2);
	fixture_ok(f, errand_list(f->s, &f->a, ERRAND_EXEC, 10, &list, &n, &f->err));
	assert_int_equal(n, 4); /* two posts, two programs */
	assert_true(list[0].key == rules[0].exec_key || list[0].key == rules[1].exec_key);
	fixture_ok(f, errand_take(f->s, ERRAND_EXEC, list, 3, &f->err));
	assert_int_equal(errands(f, ERRAND_EXEC), 1);
	fixture_ok(f, errand_clear(f->s, ERRAND_NOTIFY, &f->err));
	assert_int_equal(errands(f, ERRAND_NOTIFY), 0);
}

static void
many_posts_go_in_slices(void **state)
{
	struct fixture *f = *state;
	struct rules_rule rule;
	int64_t found = 0, posts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	rule = make(f, "글 -> +x");
	come(f, 700, false);
	fixture_ok(f, rules_arrive(f->s, &rule, 1, &found, &posts, &f->err));
	assert_int_equal(found, 700);
	assert_int_equal(fixture_find(f, "tag:x"), 700);
}

/* ---- by hand */

static void
rules_on_old_posts_are_one_action(void **state)
{
	struct fixture *f = *state;
	struct state_undone done;
	struct rules_rule rules[2];
	int64_t found[2], changed[2];

	fixture_subscribe(f, "https://blog.example/rss\n");
	(void)fixture_merge(f, 1, 13);
	rules[0] = make(f, "title:1 -> +x read notify exec:false");
	rules[1] = make(f, "tag:x -> -x star hide");
	fixture_ok(f, rules_apply(f->s, rules, 2, NULL, found, changed, &f->err));
	assert_int_equal(found[0], 5); /* 1, 10 to 13 */
	assert_int_equal(changed[0], 5);
	assert_int_equal(found[1], 5);
	assert_int_equal(fixture_find(f, "tag:x"), 0);
	assert_int_equal(fixture_find(f, "is:hidden is:starred is:read"), 5);
	assert_int_equal(errands(f, ERRAND_NOTIFY), 0);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(fixture_find(f, ""), 13);
	assert_int_equal(fixture_find(f, "is:unread"), 13);
	assert_int_equal(fixture_find(f, "is:starred"), 0);
	assert_int_equal(fixture_find(f, "tag:x"), 0);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_int_equal(fixture_find(f, "is:hidden is:starred is:read"), 5);
	fixture_ok(f, rules_apply(f->s, rules, 2, NULL, found, changed, &f->err));
	assert_int_equal(found[0], 0); /* hidden posts are no rule's but one with is:hidden */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_rule_is_a_query_and_actions),
		STORE_TEST(what_a_post_is_may_have_a_sign),
		STORE_TEST(on_and_off_at_once_is_refused),
		STORE_TEST(a_program_takes_the_rest_of_the_line),
		STORE_TEST(a_wrong_rule_says_where),
		STORE_TEST(rules_run_in_order_on_new_posts_only),
		STORE_TEST(posts_wait_until_they_can_be_searched),
		STORE_TEST(a_post_that_changes_is_not_new),
		STORE_TEST(undo_passes_over_what_rules_did),
		STORE_TEST(what_rules_did_outlives_the_cache),
		STORE_TEST(posts_that_come_again_are_not_ruled_on),
		STORE_TEST(a_line_that_is_applied_late_is_not_ruled_on_again),
		STORE_TEST(errands_wait_until_they_are_taken),
		STORE_TEST(many_posts_go_in_slices),
		STORE_TEST(rules_on_old_posts_are_one_action),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
