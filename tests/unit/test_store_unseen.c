#include "unit.h"

#include "store/index.h"
#include "store/index_prepare.h"
#include "store/index_unseen.h"
#include "store_fixture.h"

enum { CODE = 6, POSTS = INDEX_PREPARE_POSTS + 100 };

static const char code[] = "<article><p>글</p><pre>main()</pre></article>";

static struct query *
parse(struct fixture *f, const char *text)
{
	struct query *query;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &query, &f->err));
	return query;
}

static int64_t
count(struct fixture *f, const char *text)
{
	const struct posts_view view = { .query = parse(f, text) };
	int64_t n;

	fixture_ok(f, posts_count(f->s, &view, &n, &f->err));
	return n;
}

static int64_t
unseen(struct fixture *f, const char *text)
{
	int64_t n;

	fixture_ok(f, index_unseen(f->s, parse(f, text), &n, &f->err));
	return n;
}

static void
merge_code(struct fixture *f, const char *text)
{
	for (int i = 1; i <= CODE; i++) {
		struct post post = fixture_post(f, i);

		fixture_merge_posts(f, 1, &post, 1, text);
	}
}

static void
setup_posts(struct fixture *f)
{
	fixture_subscribe(f, "https://blog.example/rss\nhttps://planet.example/rss\n");
	merge_code(f, code);
}

static void
what_is_not_known_is_neither_so_nor_not(void **state)
{
	static const char *const queries[] = { "has:code", "-has:code", "lang:ko", "-lang:ko", "len:<1m", "-len:<1m" };
	struct fixture *f = *state;

	setup_posts(f);
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		assert_int_equal(count(f, queries[i]), 0);
		assert_int_equal(unseen(f, queries[i]), CODE);
	}
	assert_int_equal(count(f, "has:code or 글"), CODE);
	assert_int_equal(unseen(f, "글"), 0);
	assert_int_equal(unseen(f, "is:unread"), 0);
	fixture_ok(f, index_unseen_finish(f->s, parse(f, "is:unread"), NULL, &f->err));
	assert_int_equal(unseen(f, "is:unread (글 or -has:code)"), CODE);
	fixture_ok(f, index_unseen_finish(f->s, parse(f, "-has:code"), NULL, &f->err));
	assert_int_equal(count(f, "has:code"), CODE);
	assert_int_equal(count(f, "-has:code"), 0);
	assert_int_equal(unseen(f, "has:code"), 0);
}

static void
what_has_changed_is_not_known(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	fixture_ok(f, index_unseen_finish(f->s, parse(f, "has:code"), NULL, &f->err));
	merge_code(f, "<article><p>글만</p></article>");
	assert_int_equal(count(f, "has:code"), 0);
	assert_int_equal(count(f, "-has:code"), 0);
	fixture_ok(f, index_unseen_finish(f->s, parse(f, "has:code"), NULL, &f->err));
	assert_int_equal(count(f, "-has:code"), CODE);
}

static void
words_of_all_are_seen(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	fixture_merge(f, 2, POSTS);
	assert_true(unseen(f, "-요약") > 0);
	fixture_ok(f, index_unseen_finish(f->s, parse(f, "-요약"), NULL, &f->err));
	assert_int_equal(unseen(f, "-요약"), 0);
	assert_int_equal(count(f, "-요약"), CODE);
	assert_int_equal(count(f, "요약"), POSTS);
}

/* Symbols beside words are nothing to look for, whatever the query is about. */
static void
symbols_beside_others_are_left_out(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	assert_int_equal(count(f, "!!! 글"), CODE);
	assert_int_equal(count(f, "!!! 글 is:all"), CODE);
	assert_int_equal(count(f, "is:all !!!"), CODE);
	assert_int_equal(count(f, "(is:all or is:hidden) -!!!"), CODE);
}

static bool
stop(void *user)
{
	(void)user;
	return true;
}

static void
it_stops(void **state)
{
	struct fixture *f = *state;
	struct query *query = parse(f, "has:code");

	setup_posts(f);
	store_watch(f->s, stop, NULL);
	assert_int_equal(index_unseen_finish(f->s, query, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_STOPPED);
	store_watch(f->s, NULL, NULL);
	assert_int_equal(unseen(f, "has:code"), CODE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_is_not_known_is_neither_so_nor_not),
		STORE_TEST(what_has_changed_is_not_known),
		STORE_TEST(words_of_all_are_seen),
		STORE_TEST(symbols_beside_others_are_left_out),
		STORE_TEST(it_stops),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
