#include "unit.h"

#include "store/bulk.h"
#include "store_fixture.h"

enum { POSTS = 2000 };

static void
setup_many(struct fixture *f)
{
	struct post *posts = arena_new(&f->a, struct post, POSTS);

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 0; i < POSTS; i++) {
		posts[i] = fixture_post(f, i);
		posts[i].id = arena_printf(&f->a, "%d", i);
		posts[i].link = arena_printf(&f->a, "https://a.example/%d", i);
	}
	fixture_merge_posts(f, 1, posts, POSTS, "<p>x</p>");
}

/* Says stop when it has been asked so often, and from then on. */
struct patience {
	int asked, limit;
};

static bool
is_at_its_end(void *user)
{
	struct patience *p = user;

	return p->asked++ >= p->limit;
}

static int
count_slowly(struct fixture *f, int64_t *n)
{
	struct query *query;

	fixture_ok(f, query_parse(&f->a, str_lit("-site:없다 -site:velog -feed:없다"), NULL, &query, &f->err));
	return posts_count(f->s, &(struct posts_view){ .query = query }, n, &f->err);
}

static void
a_query_that_runs_is_stopped(void **state)
{
	struct fixture *f = *state;
	struct patience p = { .limit = 1000000 };
	int64_t n;
	int asked;

	setup_many(f);
	assert_int_equal(count_slowly(f, &n), 0); /* the search index is made at the first */
	store_watch(f->s, is_at_its_end, &p);
	assert_int_equal(count_slowly(f, &n), 0);
	asked = p.asked;
	assert_true(asked > 2); /* not only before it */
	for (int limit = 0; limit < asked; limit++) {
		p = (struct patience){ .limit = limit };
		assert_int_equal(count_slowly(f, &n), -1);
		assert_int_equal(f->err.code, ERR_STOPPED);
	}
	store_watch(f->s, NULL, NULL);
	assert_int_equal(count_slowly(f, &n), 0);
	assert_int_equal(n, POSTS);
}

static int64_t
tagged(struct fixture *f)
{
	int64_t n;

	fixture_ok(f, posts_count(f->s, &(struct posts_view){ .tag = str_lit("ai") }, &n, &f->err));
	return n;
}

/* What is done by then is whole slices, and one undo takes them back. */
static void
a_change_is_stopped_behind_a_slice(void **state)
{
	const struct str name = str_lit("ai");
	const struct state_change add = { .add = &name, .n_add = 1 };
	struct fixture *f = *state;
	int64_t ids[POSTS], changed;
	int rc = -1, parts = 0;

	setup_many(f);
	for (int i = 0; i < POSTS; i++)
		ids[i] = i + 1;
	for (int limit = 0; rc < 0; limit++) {
		struct patience p = { .limit = limit };

		store_watch(f->s, is_at_its_end, &p);
		rc = state_apply(f->s, ids, POSTS, &add, &changed, &f->err);
		store_watch(f->s, NULL, NULL);
		if (rc < 0)
			assert_int_equal(f->err.code, ERR_STOPPED);
		assert_true(changed == 0 || changed == BULK_POSTS || changed == POSTS);
		assert_int_equal(tagged(f), changed);
		fixture_reopen(f);
		assert_int_equal(tagged(f), changed);
		parts += changed == BULK_POSTS;
		if (changed)
			fixture_ok(f, state_undo(f->s, NULL, &f->err));
		assert_int_equal(tagged(f), 0);
	}
	assert_true(parts > 0);
	assert_int_equal(changed, POSTS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_query_that_runs_is_stopped),
		STORE_TEST(a_change_is_stopped_behind_a_slice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
