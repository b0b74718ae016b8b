#include "unit.h"

#include "store/alias.h"
#include "store/category.h"
#include "store/compose.h"
#include "store/store_impl.h"
#include "store/tag_sql.h"
#include "store/tag_tree.h"
#include "store/tag_words.h"
#include "store_fixture.h"

static void
setup_posts(struct fixture *f, int n)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, n);
}

static void
tag(struct fixture *f, int64_t first, int64_t last, const char *name)
{
	struct str names[] = { str_of(name) };

	for (int64_t id = first; id <= last; id++)
		fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .add = names, .n_add = 1 }, NULL, &f->err));
}

/* A post with these categories; a NULL ends them. */
static struct post
categorised(struct fixture *f, int i, const char *const *names)
{
	struct post post = fixture_post(f, i);

	post.categories = arena_new(&f->a, struct str, 8);
	for (size_t n = 0; names[n]; n++)
		post.categories[post.n_categories++] = str_of(names[n]);
	return post;
}

static const char *
categories_of(struct fixture *f, int64_t id)
{
	struct buf out = { 0 };
	struct str *names;
	size_t n;
	const char *ret;

	fixture_ok(f, category_list(f->s, &f->a, id, &names, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&out, "%s%.*s", i ? "|" : "", STR(names[i]));
	ret = arena_printf(&f->a, "%s", buf_cstr(&out)).p;
	buf_free(&out);
	return ret;
}

static void
a_tag_is_found_by_name_by_what_is_under_it_and_by_a_pattern(void **state)
{
	struct fixture *f = *state;

	setup_posts(f, 10);
	tag(f, 1, 1, "언어");
	tag(f, 2, 3, "언어/Rust");
	tag(f, 3, 4, "언어/go");
	tag(f, 5, 5, "언어학");
	tag(f, 6, 6, "a[b]?");
	assert_int_equal(fixture_find(f, "tag:언어"), 1);
	assert_int_equal(fixture_find(f, "tag:#언어"), 1);
	assert_int_equal(fixture_find(f, "tag:언어/rust"), 2);
	assert_int_equal(fixture_find(f, "tag:언어/*"), 3);
	assert_int_equal(fixture_find(f, "tag:언어*"), 5);
	assert_int_equal(fixture_find(f, "tag:*/GO"), 2);
	assert_int_equal(fixture_find(f, "tag:*"), 6);
	assert_int_equal(fixture_find(f, "-tag:*"), 4);
	assert_int_equal(fixture_find(f, "tag:a[b]?"), 1);
	assert_int_equal(fixture_find(f, "tag:a[b]?*"), 1);
	assert_int_equal(fixture_find(f, "tag:a[b]*x"), 0);
	assert_int_equal(fixture_find(f, "tag:없음"), 0);
}

static void
a_tag_of_a_feed_is_one_of_its_posts(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://blog.example/rss #AI #회사/개발\nhttps://other.example/rss\n");
	fixture_merge(f, 1, 3);
	fixture_merge(f, 2, 2);
	tag(f, 4, 4, "ai");
	assert_int_equal(fixture_find(f, "tag:ai"), 4);
	assert_int_equal(fixture_find(f, "tag:회사/*"), 3);
	assert_int_equal(fixture_find(f, "tag:*"), 4);
	assert_int_equal(fixture_find(f, "-tag:ai"), 1);
	fixture_subscribe(f, "https://blog.example/rss #é\nhttps://other.example/rss\n");
	assert_int_equal(fixture_find(f, "tag:ai"), 1);
	assert_int_equal(fixture_find(f, "tag:E\u0301"), 3);
}

static void
an_alias_finds_the_tag_and_what_is_called_so(void **state)
{
	struct fixture *f = *state;

	setup_posts(f, 4);
	tag(f, 1, 1, "쿠버네티스");
	tag(f, 2, 2, "K8s");
	assert_int_equal(fixture_find(f, "tag:k8s"), 1);
	fixture_ok(f, alias_add(f->s, str_lit("k8s"), str_lit("쿠버네티스"), &f->err));
	assert_int_equal(fixture_find(f, "tag:K8S"), 2);
	assert_int_equal(fixture_find(f, "tag:쿠버네티스"), 1);
	tag(f, 3, 3, "k8S");
	assert_int_equal(fixture_find(f, "tag:쿠버네티스"), 2);
}

static void
an_alias_reaches_what_stands_under_its_tag(void **state)
{
	struct fixture *f = *state;

	setup_posts(f, 5);
	fixture_ok(f, alias_add(f->s, str_lit("lang"), str_lit("언어"), &f->err));
	fixture_ok(f, alias_add(f->s, str_lit("lang/c"), str_lit("언어/씨"), &f->err));
	fixture_ok(f, alias_add(f->s, str_lit("q?"), str_lit("[물음]"), &f->err));
	tag(f, 1, 1, "Lang/go");
	tag(f, 2, 2, "lang/C/23");
	tag(f, 3, 3, "language");
	tag(f, 4, 4, "Q?/x");
	assert_int_equal(fixture_find(f, "tag:언어/go"), 1);
	assert_int_equal(fixture_find(f, "tag:언어/씨/23"), 1);
	assert_int_equal(fixture_find(f, "tag:LANG/go"), 1);
	assert_int_equal(fixture_find(f, "tag:lang/c/23"), 1);
	assert_int_equal(fixture_find(f, "tag:lang/*"), 2);
	assert_int_equal(fixture_find(f, "tag:lang/*o"), 1);
	assert_int_equal(fixture_find(f, "tag:lang*"), 1);
	assert_int_equal(fixture_find(f, "tag:[물음]/x"), 1);
	assert_int_equal(fixture_find(f, "tag:q?/*"), 1);
}

static int
change(struct fixture *f, const char *words)
{
	struct state_change change;
	const int64_t id = 1;

	fixture_ok(f, tag_words_read(&f->a, str_of(words), &change, &f->err));
	return state_apply(f->s, &id, 1, &change, NULL, &f->err);
}

static void
a_tag_and_its_alias_are_one(void **state)
{
	struct fixture *f = *state;

	setup_posts(f, 1);
	tag(f, 1, 1, "gke");
	fixture_ok(f, alias_add(f->s, str_lit("gke"), str_lit("kube"), &f->err));
	tag(f, 1, 1, "kube");
	fixture_ok(f, change(f, "-GKE"));
	assert_int_equal(fixture_find(f, "tag:*"), 0);
	assert_int_equal(change(f, "+kube -gke"), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	assert_int_equal(change(f, "-kube +x +gke"), -1);
	fixture_ok(f, change(f, "+kube +gke -x"));
	assert_int_equal(fixture_find(f, "tag:kube"), 1);
}

static void
categories_come_with_the_posts(void **state)
{
	struct fixture *f = *state;
	const char *const first[] = { "Machine Learning", "장애 회고", "#Dev/Java", NULL };
	const char *const second[] = { "machine-learning", "MACHINE_LEARNING", "", NULL };
	struct post posts[2];
	struct category_row *rows;
	size_t n;

	fixture_subscribe(f, "https://blog.example/rss\n");
	posts[0] = categorised(f, 1, first);
	posts[1] = categorised(f, 2, second);
	fixture_merge_posts(f, 1, posts, 2, NULL);
	assert_string_equal(categories_of(f, 1), "Machine Learning|장애 회고|Dev/Java");
	assert_string_equal(categories_of(f, 2), "Machine Learning");
	assert_int_equal(fixture_find(f, "tag:c:machine_learning"), 2);
	assert_int_equal(fixture_find(f, "tag:\"C:장애 회고\""), 1);
	assert_int_equal(fixture_find(f, "tag:c:장애-회고"), 1);
	assert_int_equal(fixture_find(f, "tag:c:dev/*"), 1);
	assert_int_equal(fixture_find(f, "tag:c:*"), 2);
	assert_int_equal(fixture_find(f, "tag:*"), 0);
	fixture_ok(f, category_rows(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	assert_str(rows[0].name, "c:Machine Learning");
	assert_int_equal(rows[0].total, 2);
	assert_int_equal(rows[0].unread, 2);
}

static void
categories_of_a_dropped_merge_are_made_again(void **state)
{
	struct fixture *f = *state;
	const char *const dropped[] = { "첫째", NULL }, *const kept[] = { "둘째", "첫째", NULL };
	struct post post;
	struct merge *m;

	fixture_subscribe(f, "https://blog.example/rss\n");
	post = categorised(f, 1, dropped);
	fixture_ok(f, merge_begin(f->s, 1, &m, &f->err));
	fixture_ok(f, merge_post(m, &(struct merge_post){ .post = &post }, &f->err));
	merge_drop(m);
	post = categorised(f, 1, kept);
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, NULL).added, 1);
	assert_string_equal(categories_of(f, 1), "둘째|첫째");
}

static void
categories_follow_the_feed_but_are_not_taken_away_by_its_silence(void **state)
{
	struct fixture *f = *state;
	const char *const was[] = { "a", "b", NULL }, *const is[] = { "b", "c", NULL }, *const none[] = { NULL };
	struct post post;
	struct merge_count merged;

	fixture_subscribe(f, "https://blog.example/rss\n");
	post = categorised(f, 1, none);
	fixture_merge_posts(f, 1, &post, 1, NULL);
	assert_string_equal(categories_of(f, 1), "");
	post = categorised(f, 1, was);
	merged = fixture_merge_posts(f, 1, &post, 1, NULL);
	assert_int_equal(merged.same, 1); /* as after the step that brought the table */
	assert_string_equal(categories_of(f, 1), "a|b");
	post = categorised(f, 1, is);
	fixture_merge_posts(f, 1, &post, 1, NULL);
	assert_string_equal(categories_of(f, 1), "b|c");
	post = categorised(f, 1, none);
	fixture_merge_posts(f, 1, &post, 1, NULL);
	assert_string_equal(categories_of(f, 1), "b|c");
}

/* A list by which a statement is driven finds what the question to each post does, and the kept counts are near. */
static void
both_ways_of_asking_find_the_same(void **state)
{
	struct fixture *f = *state;
	const char *const names[] = { "언어", "언어/*", "*", "ai", "c:x", "c:*", "없음" };
	const char *const x[] = { "x", NULL };
	struct post post = categorised(f, 1, x);

	fixture_subscribe(f, "https://blog.example/rss #ai\nhttps://other.example/rss\n");
	fixture_merge_posts(f, 1, &post, 1, NULL);
	fixture_merge(f, 2, 8);
	tag(f, 2, 4, "언어");
	tag(f, 4, 6, "언어/go");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int64_t n[2], most;

		for (int way = TAG_SQL_PROBE; way <= TAG_SQL_LIST; way++) {
			struct compose c = { 0 };
			sqlite3_stmt *st;

			compose_add(&c, "SELECT count(*) FROM post p WHERE ");
			tag_sql(&c, &f->a, str_of(names[i]), way);
			st = compose_prepare(&c, f->s, &f->err);
			assert_non_null(st);
			fixture_ok(f, stmt_int(f->s, st, -1, &n[way], &f->err));
			sqlite3_finalize(st);
			compose_free(&c);
		}
		fixture_ok(f, tag_sql_count(f->s, str_of(names[i]), &most, &f->err));
		assert_int_equal(n[0], n[1]);
		assert_true(most >= n[0] && most <= 2 * n[0]);
	}
}

/* "언어 5/4 0; 언어/go 3/3 1": all, all unread, depth. */
static const char *
tree(struct fixture *f)
{
	struct buf out = { 0 };
	struct tag_tree_row *rows;
	const char *ret;
	size_t n;

	fixture_ok(f, tag_tree_read(f->s, &f->a, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&out, "%s%*s%.*s%s %lld/%lld of %lld", i ? "; " : "", 2 * rows[i].depth, "", STR(rows[i].name),
			rows[i].is_tag ? "" : "?", (long long)rows[i].total, (long long)rows[i].unread, (long long)rows[i].all);
	ret = arena_printf(&f->a, "%s", buf_cstr(&out)).p;
	buf_free(&out);
	return ret;
}

static void
the_tree_counts_a_post_once(void **state)
{
	struct fixture *f = *state;
	const int64_t read[] = { 1, 2 };

	setup_posts(f, 9);
	tag(f, 1, 1, "언어");
	tag(f, 1, 3, "언어/rust");
	tag(f, 3, 5, "언어/go");
	tag(f, 3, 3, "언어/go/x");
	tag(f, 6, 9, "b/c");
	fixture_ok(f, state_apply(f->s, read, 2, &(struct state_change){ .read = STATE_ON, .hide = STATE_KEEP }, NULL, &f->err));
	assert_string_equal(tree(f), "언어 1/0 of 5;   언어/go 3/3 of 3;     언어/go/x 1/1 of 1;   언어/rust 3/1 of 3;"
		" b? 0/0 of 4;   b/c 4/4 of 4");
}

static void
tags_of_feeds_stand_in_the_tree(void **state)
{
	struct fixture *f = *state;
	struct tag_tree_row *rows;
	size_t n;

	fixture_subscribe(f, "https://blog.example/rss #AI #회사/개발\nhttps://other.example/rss\n");
	fixture_merge(f, 1, 3);
	fixture_merge(f, 2, 2);
	tag(f, 3, 4, "ai");
	tag(f, 5, 5, "회사");
	assert_string_equal(tree(f), "ai 4/4 of 4; 회사 1/1 of 4;   회사/개발 3/3 of 3");
	fixture_ok(f, tag_tree_read(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(rows[0].feeds, 1);
	assert_int_equal(rows[1].feeds, 0);
	fixture_subscribe(f, "https://other.example/rss\n");
	assert_string_equal(tree(f), "ai 2/1 of 2; 회사 1/1 of 1");
}

static void
words_of_a_change_are_tags_and_states(void **state)
{
	struct fixture *f = *state;
	struct str rest = str_lit("+ai -later +read -별표 +#읽음 +AI -- -x is:all");
	struct state_change change;

	fixture_ok(f, tag_words_take(&f->a, &rest, &change, &f->err));
	assert_str(rest, " -x is:all");
	assert_int_equal(change.n_add, 2);
	assert_str(change.add[0], "ai");
	assert_str(change.add[1], "읽음");
	assert_int_equal(change.n_remove, 1);
	assert_int_equal(change.read, STATE_ON);
	assert_int_equal(change.star, STATE_OFF);
	assert_int_equal(change.hide, STATE_KEEP);
	rest = str_lit("-unread +hidden title:x +y");
	fixture_ok(f, tag_words_take(&f->a, &rest, &change, &f->err));
	assert_str(rest, " title:x +y");
	assert_int_equal(change.read, STATE_ON);
	assert_int_equal(change.hide, STATE_ON);
	fixture_ok(f, tag_words_read(&f->a, str_lit("ai #통신 -old +안읽음 star"), &change, &f->err));
	assert_int_equal(change.n_add, 3); /* without a sign it is a tag */
	assert_int_equal(change.read, STATE_OFF);
	rest = str_lit("+ai -AI x");
	assert_int_equal(tag_words_take(&f->a, &rest, &change, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	rest = str_lit("+read +unread x");
	assert_int_equal(tag_words_take(&f->a, &rest, &change, &f->err), -1);
	rest = str_lit("-star +x +starred x");
	assert_int_equal(tag_words_take(&f->a, &rest, &change, &f->err), -1);
	rest = str_lit("+unstar -unhide x");
	fixture_ok(f, tag_words_take(&f->a, &rest, &change, &f->err));
	assert_int_equal(change.star, STATE_OFF);
	assert_int_equal(change.hide, STATE_ON);
	rest = str_lit("+x -is:읽음 시험");
	assert_int_equal(tag_words_take(&f->a, &rest, &change, &f->err), -1);
	assert_non_null(strstr(f->err.text, "‘is:읽음’ belongs to the query, behind --; a tag of that name is written #is:읽음"));
	assert_int_equal(tag_words_read(&f->a, str_lit("제목:가"), &change, &f->err), -1);
	rest = str_lit("+x -#is:읽음 +web:3");
	fixture_ok(f, tag_words_take(&f->a, &rest, &change, &f->err));
	assert_int_equal(change.n_add + change.n_remove, 3);
	fixture_ok(f, tag_words_read(&f->a, str_lit("  "), &change, &f->err));
	assert_false(tag_words_any(&change));
}

static void
what_would_be_changed_is_picked(void **state)
{
	struct fixture *f = *state;
	struct str names[] = { str_lit("a"), str_lit("b") };
	const struct state_change change = { .add = names, .n_add = 2 };
	int64_t ids[] = { 3, 1, 2 };
	size_t n = 3;

	setup_posts(f, 3);
	tag(f, 1, 1, "a");
	tag(f, 1, 1, "b");
	tag(f, 2, 2, "b");
	fixture_ok(f, state_pick(f->s, ids, &n, &change, &f->err));
	assert_int_equal(n, 2);
	assert_int_equal(ids[0], 3);
	assert_int_equal(ids[1], 2);
	assert_int_equal(fixture_find(f, "tag:a"), 1);
	fixture_ok(f, state_pick(f->s, ids, &n, &(struct state_change){ 0 }, &f->err));
	assert_int_equal(n, 0);
}

static int
collect(void *user, struct str line)
{
	(void)buf_add(user, line);
	return buf_putc(user, '\n');
}

static void
names_of_all_kinds_go_out_and_come_back(void **state)
{
	static const char *const names[] = { "\"q'\\", "{\"do\":1}", "50%", "%s", "a';--", "$p", "[x]?", "*nix", "🦀", "👩🏽‍💻",
		"e\u0301", "ẞ", "İ", "ＡＩ", "c", "a:b", "언어/C++", "null", "(", "한글·점" };
	struct fixture *f = *state;
	struct state_tag *before, *after;
	struct buf lines = { 0 };
	size_t n = sizeof names / sizeof *names, n_before, n_after;

	setup_posts(f, (int)n);
	for (size_t i = 0; i < n; i++)
		tag(f, (int64_t)i + 1, (int64_t)i + 1, names[i]);
	fixture_ok(f, state_tags(f->s, &f->a, &before, &n_before, &f->err));
	assert_int_equal(n_before, n);
	fixture_ok(f, state_dump(f->s, true, collect, &lines, &f->err));
	store_close(f->s);
	f->s = NULL;
	setenv("XDG_DATA_HOME", fixture_path(f, "other"), 1);
	fixture_open(f, STORE_WRITE);
	setup_posts(f, (int)n);
	fixture_ok(f, state_restore(f->s, buf_str(&lines), NULL, &f->err));
	fixture_ok(f, state_tags(f->s, &f->a, &after, &n_after, &f->err));
	assert_int_equal(n_after, n_before);
	for (size_t i = 0; i < n; i++)
		assert_true(str_eq(before[i].name, after[i].name) && after[i].total == 1);
	buf_free(&lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_tag_is_found_by_name_by_what_is_under_it_and_by_a_pattern),
		STORE_TEST(a_tag_of_a_feed_is_one_of_its_posts),
		STORE_TEST(an_alias_finds_the_tag_and_what_is_called_so),
		STORE_TEST(an_alias_reaches_what_stands_under_its_tag),
		STORE_TEST(a_tag_and_its_alias_are_one),
		STORE_TEST(categories_come_with_the_posts),
		STORE_TEST(categories_of_a_dropped_merge_are_made_again),
		STORE_TEST(categories_follow_the_feed_but_are_not_taken_away_by_its_silence),
		STORE_TEST(both_ways_of_asking_find_the_same),
		STORE_TEST(the_tree_counts_a_post_once),
		STORE_TEST(tags_of_feeds_stand_in_the_tree),
		STORE_TEST(words_of_a_change_are_tags_and_states),
		STORE_TEST(what_would_be_changed_is_picked),
		STORE_TEST(names_of_all_kinds_go_out_and_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
