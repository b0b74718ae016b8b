#include "unit.h"

#include "store/hits.h"
#include "store/index.h"
#include "store_fixture.h"

enum { POSTS = 20 };

/* A sync beside: before one of the statements of a query it brings all that waits into the index. */
struct sync {
	struct fixture *f;
	struct store *s;
	int calls, at;
};

static bool
step(void *user)
{
	struct sync *sync = user;
	bool is_done = ++sync->calls != sync->at;

	while (!is_done)
		fixture_ok(sync->f, index_run(sync->s, INDEX_SLICE, &is_done, &sync->f->err));
	return false;
}

static void
begin_sync(struct fixture *f, struct sync *sync)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	*sync = (struct sync){ .f = f };
	fixture_ok(f, store_open(&sync->s, STORE_WRITE, f->notice, &f->err));
	store_watch(f->s, step, sync);
}

/* Everything waits again. */
static void
start_over(struct fixture *f, struct sync *sync, int at)
{
	sync->calls = sync->at = 0;
	fixture_ok(f, index_start_over(sync->s, &f->err));
	sync->calls = 0;
	sync->at = at;
}

static struct query *
parse(struct fixture *f, const char *text)
{
	struct query *query;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &query, &f->err));
	return query;
}

static void
check_ids(struct fixture *f, const char *text, size_t wanted)
{
	const struct posts_view view = { .query = parse(f, text) };
	int64_t *ids;
	size_t n;

	fixture_ok(f, posts_ids(f->s, &view, &ids, &n, &f->err));
	free(ids);
	assert_int_equal(n, wanted);
}

static void
lists_are_whole_while_a_sync_indexes(void **state)
{
	struct fixture *f = *state;
	struct sync sync;

	begin_sync(f, &sync);
	for (int at = 1; sync.calls >= sync.at; at++) {
		start_over(f, &sync, at);
		check_ids(f, "\"글 7\"", 1);
		check_ids(f, "요약", POSTS);
	}
	assert_true(sync.at > POSTS);
	store_close(sync.s);
}

static void
hits_are_whole_while_a_sync_indexes(void **state)
{
	struct fixture *f = *state;
	const struct posts_view view = { .query = parse(f, "요약") };
	struct sync sync;
	struct hits hits;

	begin_sync(f, &sync);
	for (int at = 1; sync.calls >= sync.at; at++) {
		start_over(f, &sync, at);
		fixture_ok(f, hits_find(f->s, &f->a, &view, &hits, &f->err));
		assert_int_equal(hits.n, POSTS);
	}
	assert_true(sync.at > POSTS);
	store_close(sync.s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(lists_are_whole_while_a_sync_indexes),
		STORE_TEST(hits_are_whole_while_a_sync_indexes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
