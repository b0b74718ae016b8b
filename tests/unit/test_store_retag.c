#include "unit.h"

#include <glob.h>

#include "store/alias.h"
#include "store_fixture.h"
#include "text/tag.h"

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
	int64_t ids[64];
	size_t n = 0;

	while (first <= last)
		ids[n++] = first++;
	fixture_ok(f, state_apply(f->s, ids, n, &(struct state_change){ .add = names, .n_add = 1 }, NULL, &f->err));
}

static int
collect(void *user, struct str line)
{
	struct buf *out = user;
	struct str rest = str_sub(line, str_find(line, str_lit("\"do\"")), line.n); /* without number and time */

	(void)buf_add(out, rest);
	return buf_putc(out, '\n');
}

/* All state, in the arena. Dumps list tags in the order of their rows, which is not state: the lines are sorted. */
static struct str
dump(struct fixture *f)
{
	struct buf out = { 0 }, sorted = { 0 };
	struct str lines[256], rest, ret;
	size_t n = 0;

	fixture_ok(f, state_dump(f->s, true, collect, &out, &f->err));
	rest = buf_str(&out);
	for (struct str line; n < 256 && str_line(&rest, &line); n++) {
		size_t at = n;

		for (; at > 0 && str_cmp(lines[at - 1], line) > 0; at--)
			lines[at] = lines[at - 1];
		lines[at] = line;
	}
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&sorted, "%.*s\n", STR(lines[i]));
	ret = arena_dup(&f->a, buf_str(&sorted));
	buf_free(&out);
	buf_free(&sorted);
	return ret;
}

/* The cache made again from the journal, and its posts from the feed. */
static void
rebuild(struct fixture *f, int n)
{
	fixture_anew(f);
	fixture_merge(f, 1, n);
}

/* "언어:3 언어/go:2", by name. */
static const char *
tags(struct fixture *f)
{
	struct buf out = { 0 };
	struct state_tag *list;
	const char *ret;
	size_t n;

	fixture_ok(f, state_tags(f->s, &f->a, &list, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		for (size_t k = i; k > 0 && str_cmp(list[k - 1].name, list[k].name) > 0; k--) {
			struct state_tag other = list[k];

			list[k] = list[k - 1];
			list[k - 1] = other;
		}
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&out, "%s%.*s:%lld", i ? " " : "", STR(list[i].name), (long long)list[i].total);
	ret = arena_printf(&f->a, "%s", buf_cstr(&out)).p;
	buf_free(&out);
	return ret;
}

/* After the action the tags are these; undone, done again and rebuilt it is as it should be. */
static void
check_action(struct fixture *f, int posts, const char *want, struct str before)
{
	struct str after = dump(f);

	assert_string_equal(tags(f), want);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
	fixture_ok(f, state_redo(f->s, NULL, &f->err));
	assert_str(dump(f), after.p);
	rebuild(f, posts);
	assert_str(dump(f), after.p);
	assert_string_equal(tags(f), want);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
}

static struct retag_done
rename_tag(struct fixture *f, const char *from, const char *to)
{
	struct retag_done done = { 0 };

	fixture_ok(f, fixture_retag(f->s, str_of(from), str_of(to), &done, &f->err));
	return done;
}

static void
a_tag_is_renamed_with_all_under_it(void **state)
{
	struct fixture *f = *state;
	struct retag_done done;
	struct str before;

	setup_posts(f, 6);
	tag(f, 1, 1, "언어");
	tag(f, 1, 3, "언어/Rust");
	tag(f, 4, 4, "언어/go/x");
	tag(f, 5, 5, "언어학");
	before = dump(f);
	done = rename_tag(f, "언어", "Lang");
	assert_int_equal(done.tags, 3);
	assert_int_equal(done.joined, 0);
	assert_int_equal(done.posts, 4);
	check_action(f, 6, "Lang:1 Lang/Rust:3 Lang/go/x:1 언어학:1", before);
}

static void
one_that_is_there_is_joined_and_taken_apart_again(void **state)
{
	struct fixture *f = *state;
	struct retag_done done;
	struct str before;

	setup_posts(f, 6);
	tag(f, 1, 3, "a");
	tag(f, 4, 4, "a/x");
	tag(f, 5, 5, "a/y");
	tag(f, 3, 4, "b");
	tag(f, 6, 6, "b/X");
	before = dump(f);
	done = rename_tag(f, "a", "b");
	assert_int_equal(done.tags, 3);
	assert_int_equal(done.joined, 2);
	assert_int_equal(done.posts, 5);
	check_action(f, 6, "b:4 b/X:2 b/y:1", before);
}

static void
a_join_is_told_by_its_names(void **state)
{
	struct fixture *f = *state;
	struct state_undone undone;

	setup_posts(f, 6);
	tag(f, 1, 3, "a");
	tag(f, 4, 4, "a/x");
	tag(f, 3, 4, "b");
	rename_tag(f, "a", "b");
	fixture_ok(f, state_undo(f->s, &undone, &f->err));
	assert_string_equal(undone.what, "a → b");
	fixture_ok(f, state_redo(f->s, &undone, &f->err));
	assert_string_equal(undone.what, "a → b");
	fixture_ok(f, fixture_retag(f->s, str_lit("b/x"), STR_NONE, NULL, &f->err));
	fixture_ok(f, state_undo(f->s, &undone, &f->err));
	assert_string_equal(undone.what, "-b/x");
}

static void
names_may_move_into_one_another(void **state)
{
	struct fixture *f = *state;
	struct str before;

	setup_posts(f, 4);
	tag(f, 1, 1, "a");
	tag(f, 2, 2, "a/a");
	tag(f, 3, 3, "a/a/a");
	before = dump(f);
	rename_tag(f, "a", "a/a");
	check_action(f, 4, "a/a:1 a/a/a:1 a/a/a/a:1", before);
	rename_tag(f, "a/a", "b");
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
	rename_tag(f, "a/a", "a"); /* a/a meets a, a/a/a takes the name it leaves */
	check_action(f, 4, "a:2 a/a:1", before);
}

static void
another_case_is_another_name_of_the_same_tag(void **state)
{
	struct fixture *f = *state;
	struct retag_done done;
	struct str before;

	setup_posts(f, 2);
	tag(f, 1, 2, "ai");
	tag(f, 1, 1, "ai/llm");
	before = dump(f);
	done = rename_tag(f, "AI", "AI");
	assert_int_equal(done.tags, 2);
	check_action(f, 2, "AI:2 AI/llm:1", before);
	done = rename_tag(f, "ai", "ai");
	assert_int_equal(done.tags, 0);
}

static void
a_name_that_a_tag_has_left_is_free(void **state)
{
	struct fixture *f = *state;
	struct str before, names[] = { str_lit("B") };
	const int64_t id = 1;

	setup_posts(f, 3);
	tag(f, 1, 1, "B");
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .remove = names, .n_remove = 1 }, NULL, &f->err));
	tag(f, 2, 3, "a");
	before = dump(f);
	assert_int_equal(rename_tag(f, "a", "b").joined, 0);
	check_action(f, 3, "b:2", before);
}

static void
a_tag_is_deleted_with_all_under_it(void **state)
{
	struct fixture *f = *state;
	struct retag_done done = { 0 };
	struct str before;

	setup_posts(f, 4);
	tag(f, 1, 2, "a");
	tag(f, 2, 3, "a/b");
	tag(f, 3, 3, "ab");
	before = dump(f);
	fixture_ok(f, fixture_retag(f->s, str_lit("A"), STR_NONE, &done, &f->err));
	assert_int_equal(done.tags, 2);
	assert_int_equal(done.posts, 3);
	check_action(f, 4, "ab:1", before);
}

static void
what_no_post_has_or_no_name_is_refused(void **state)
{
	struct fixture *f = *state;

	setup_posts(f, 1);
	tag(f, 1, 1, "a");
	assert_int_equal(fixture_retag(f->s, str_lit("b"), str_lit("c"), NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	assert_int_equal(fixture_retag(f->s, str_lit("b"), STR_NONE, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	assert_int_equal(fixture_retag(f->s, str_lit("a"), str_lit("b//c"), NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	assert_int_equal(fixture_retag(f->s, str_lit("a"), str_lit("c:x"), NULL, &f->err), -1);
	assert_string_equal(tags(f), "a:1");
	fixture_ok(f, state_undo(f->s, NULL, &f->err)); /* nothing of it stands in the journal */
	assert_string_equal(tags(f), "");
}

static void
an_alias_stands_for_its_tag_unless_posts_have_it(void **state)
{
	struct fixture *f = *state;
	struct str before;

	setup_posts(f, 4);
	tag(f, 1, 2, "k8s");
	tag(f, 3, 3, "k8s/sub");
	fixture_ok(f, alias_add(f->s, str_lit("k8s"), str_lit("쿠버"), &f->err));
	tag(f, 2, 4, "쿠버");
	before = dump(f);
	assert_int_equal(rename_tag(f, "k8s", "쿠버").joined, 1);
	assert_string_equal(tags(f), "쿠버:4 쿠버/sub:1");
	rename_tag(f, "K8s", "k"); /* no post has it now */
	assert_string_equal(tags(f), "k:4 k/sub:1");
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
	fixture_ok(f, fixture_retag(f->s, str_lit("k8s"), STR_NONE, NULL, &f->err));
	assert_string_equal(tags(f), "");
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
}

/* The feeds file after the action, undone, and done again. */
static void
check_feeds(struct fixture *f, const char *want, const char *back, const char *what)
{
	struct state_undone undone;

	fixture_assert_feeds(f, want);
	fixture_ok(f, state_undo(f->s, &undone, &f->err));
	assert_string_equal(undone.what, what);
	fixture_assert_feeds(f, back);
	fixture_ok(f, state_redo(f->s, &undone, &f->err));
	assert_string_equal(undone.what, what);
	fixture_assert_feeds(f, want);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	fixture_assert_feeds(f, back);
}

static void
a_tag_of_feeds_gets_its_name_where_it_stands(void **state)
{
	static const char feeds[] = "# 회사\nhttps://blog.example/rss  name=\"#회사\" #회사 every=6h #회사/개발 # #회사\nhttps://b.example/rss #AI\t#회사\n"
		"https://c.example/rss #회사원\n";
	struct fixture *f = *state;
	struct retag_done done;

	fixture_subscribe(f, feeds);
	fixture_merge(f, 1, 3);
	done = rename_tag(f, "회사", "직장");
	assert_int_equal(done.tags, 2);
	assert_int_equal(done.feeds, 2);
	assert_int_equal(done.posts, 0);
	assert_int_equal(done.joined, 0);
	assert_int_equal(fixture_find(f, "tag:직장/개발"), 3);
	check_feeds(f, "# 회사\nhttps://blog.example/rss  name=\"#회사\" #직장 every=6h #직장/개발 # #회사\nhttps://b.example/rss #AI\t#직장\n"
		"https://c.example/rss #회사원\n", feeds, "회사 → 직장");
	assert_int_equal(fixture_find(f, "tag:회사"), 3);
}

static void
posts_and_feeds_are_one_action(void **state)
{
	static const char feeds[] = "https://blog.example/rss #회사\nhttps://b.example/rss #회사/개발\n";
	struct fixture *f = *state;
	struct retag_done done;
	struct str before, after;
	struct subs subs;

	fixture_subscribe(f, feeds);
	fixture_merge(f, 1, 4);
	tag(f, 1, 2, "회사");
	tag(f, 3, 3, "직장");
	before = dump(f);
	done = rename_tag(f, "회사", "직장");
	assert_int_equal(done.tags, 2);
	assert_int_equal(done.feeds, 2);
	assert_int_equal(done.posts, 2);
	assert_string_equal(tags(f), "직장:3");
	after = dump(f);
	rebuild(f, 4);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err)); /* the lines are the file's */
	assert_str(dump(f), after.p);
	check_feeds(f, "https://blog.example/rss #직장\nhttps://b.example/rss #직장/개발\n", feeds, "회사 → 직장");
	assert_str(dump(f), before.p);
	fixture_ok(f, fixture_retag(f->s, str_lit("회사"), STR_NONE, &done, &f->err));
	assert_int_equal(done.feeds, 2);
	assert_int_equal(done.posts, 2);
	check_feeds(f, "https://blog.example/rss\nhttps://b.example/rss\n", feeds, "-회사");
	assert_str(dump(f), before.p);
}

static void
in_a_line_names_meet_and_come_apart(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/rss #a #x #a/y #B\n");
	assert_int_equal(rename_tag(f, "a", "b").joined, 1);
	check_feeds(f, "https://a.example/rss #x #b/y #B\n", "https://a.example/rss #x #a/y #B #a\n", "a → b");
	fixture_subscribe(f, "https://a.example/rss #a #a/a #a/a/a\n");
	assert_int_equal(rename_tag(f, "a", "a/a").tags, 3);
	check_feeds(f, "https://a.example/rss #a/a #a/a/a #a/a/a/a\n", "https://a.example/rss #a #a/a #a/a/a\n", "a → a/a");
	rename_tag(f, "a/a", "a"); /* a/a meets a, a/a/a takes the name it leaves */
	check_feeds(f, "https://a.example/rss #a #a/a\n", "https://a.example/rss #a #a/a/a #a/a\n", "a/a → a");
	fixture_subscribe(f, "https://a.example/rss #ai\n");
	assert_int_equal(rename_tag(f, "AI", "AI").feeds, 1);
	check_feeds(f, "https://a.example/rss #AI\n", "https://a.example/rss #ai\n", "AI → AI");
	assert_int_equal(rename_tag(f, "ai", "ai").tags, 0);
}

static void
an_alias_on_a_line_gives_way_to_its_tag(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://blog.example/rss #k8s\nhttps://b.example/rss #쿠버\n");
	fixture_merge(f, 1, 2);
	fixture_ok(f, alias_add(f->s, str_lit("k8s"), str_lit("쿠버"), &f->err));
	tag(f, 1, 1, "쿠버");
	assert_int_equal(rename_tag(f, "k8s", "쿠버").feeds, 1);
	fixture_assert_feeds(f, "https://blog.example/rss #쿠버\nhttps://b.example/rss #쿠버\n");
	assert_int_equal(rename_tag(f, "k8s", "k").feeds, 2); /* now it stands for the other */
	fixture_assert_feeds(f, "https://blog.example/rss #k\nhttps://b.example/rss #k\n");
	assert_string_equal(tags(f), "k:1");
}

static void
a_name_that_is_none_leaves_the_lines_alone(void **state)
{
	struct fixture *f = *state;
	struct buf name = { 0 };

	fixture_subscribe(f, "https://blog.example/rss #a/bbb\n");
	assert_int_equal(fixture_retag(f->s, str_lit("a"), str_lit("b//c"), NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_USAGE);
	for (int i = 0; i < TAG_LETTERS; i++)
		(void)buf_putc(&name, 'x');
	assert_int_equal(fixture_retag(f->s, str_lit("a"), buf_str(&name), NULL, &f->err), -1); /* too long with what stands under it */
	assert_int_equal(f->err.code, ERR_USAGE);
	buf_free(&name);
	fixture_assert_feeds(f, "https://blog.example/rss #a/bbb\n");
	assert_int_equal(state_undo(f->s, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

/* The bytes of the longest line of the journal. */
static size_t
longest_line(struct fixture *f)
{
	struct buf text = { 0 };
	struct str rest, line;
	size_t ret = 0;
	glob_t found;

	assert_int_equal(glob(fixture_path(f, "data/sosik/journal/*.jsonl"), 0, NULL, &found), 0);
	fixture_ok(f, file_read(found.gl_pathv[0], 64 << 20, &text, &f->err));
	rest = buf_str(&text);
	while (str_line(&rest, &line))
		ret = line.n > ret ? line.n : ret;
	globfree(&found);
	buf_free(&text);
	return ret;
}

static void
many_tags_are_several_lines_of_one_action(void **state)
{
	enum { POSTS = 60, TAGS = 40 };
	struct fixture *f = *state;
	struct post posts[POSTS];
	struct str before, after;

	fixture_subscribe(f, "https://blog.example/rss\n");
	for (int i = 0; i < POSTS; i++) {
		posts[i] = fixture_post(f, i + 1);
		posts[i].id = arena_printf(&f->a, "g-%0*d", 1000, i + 1);
	}
	fixture_merge_posts(f, 1, posts, POSTS, NULL);
	for (int i = 1; i <= TAGS; i++)
		tag(f, 1, POSTS, arena_printf(&f->a, "p/%d", i).p);
	before = dump(f);
	fixture_ok(f, fixture_retag(f->s, str_lit("p"), STR_NONE, NULL, &f->err));
	assert_in_range(longest_line(f), 3 << 18, 5 << 18);
	after = dump(f);
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
	assert_str(dump(f), before.p);
	fixture_ok(f, state_redo(f->s, NULL, &f->err));
	assert_str(dump(f), after.p);
	assert_string_equal(tags(f), "");
}

static unsigned
roll(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 16) % n;
}

/* One thing that may happen to tags. */
static void
happen(struct fixture *f, unsigned *seed)
{
	static const char *const names[] = { "a", "a/b", "a/b/c", "A/D", "b", "b/c", "ẞ", "ss/x", "언어", "언어/go" };
	const char *one = names[roll(seed, 10)], *other = names[roll(seed, 10)];
	struct str name = str_of(one);
	const int64_t id = 1 + roll(seed, 8);

	switch (roll(seed, 8)) {
	case 0:
		(void)fixture_retag(f->s, name, str_of(other), NULL, NULL);
		break;
	case 1:
		(void)fixture_retag(f->s, name, STR_NONE, NULL, NULL);
		break;
	case 2:
		fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .remove = &name, .n_remove = 1 }, NULL, &f->err));
		break;
	case 3:
		(void)state_undo(f->s, NULL, NULL);
		break;
	case 4:
		(void)state_redo(f->s, NULL, NULL);
		break;
	default:
		tag(f, id, id + roll(seed, 3) > 8 ? 8 : id, one);
	}
}

static void
whatever_was_done_the_journal_brings_it_back(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 7;
	struct str was;

	setup_posts(f, 8);
	was = dump(f);
	for (int round = 0; round < 12; round++) {
		struct str is;

		for (int i = 0; i < 25; i++)
			happen(f, &seed);
		is = dump(f);
		rebuild(f, 8);
		assert_str(dump(f), is.p);
	}
	while (!state_undo(f->s, NULL, NULL))
		;
	assert_string_equal(tags(f), "");
	(void)was;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_tag_is_renamed_with_all_under_it),
		STORE_TEST(one_that_is_there_is_joined_and_taken_apart_again),
		STORE_TEST(a_join_is_told_by_its_names),
		STORE_TEST(names_may_move_into_one_another),
		STORE_TEST(another_case_is_another_name_of_the_same_tag),
		STORE_TEST(a_name_that_a_tag_has_left_is_free),
		STORE_TEST(a_tag_is_deleted_with_all_under_it),
		STORE_TEST(an_alias_stands_for_its_tag_unless_posts_have_it),
		STORE_TEST(a_tag_of_feeds_gets_its_name_where_it_stands),
		STORE_TEST(posts_and_feeds_are_one_action),
		STORE_TEST(in_a_line_names_meet_and_come_apart),
		STORE_TEST(an_alias_on_a_line_gives_way_to_its_tag),
		STORE_TEST(a_name_that_is_none_leaves_the_lines_alone),
		STORE_TEST(many_tags_are_several_lines_of_one_action),
		STORE_TEST(what_no_post_has_or_no_name_is_refused),
		STORE_TEST(whatever_was_done_the_journal_brings_it_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
