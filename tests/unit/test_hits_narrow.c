#include "unit.h"

#include "store/hits_narrow.h"
#include "store/posts.h"
#include "store/snapshot.h"
#include "store/state.h"
#include "store_fixture.h"

enum { POSTS = 600, FEW = 60 };

/* Of the posts 1 to POSTS, the first feed has all but every fourth; every tenth has 열, every third 셋/가, all but FEW 거의. */
static void
setup_posts(struct fixture *f)
{
	static const struct {
		const char *tag;
		int each, from;
	} tags[] = { { "열", 10, 1 }, { "셋/가", 3, 1 }, { "거의", 1, FEW + 1 } };
	struct post *posts = arena_new(&f->a, struct post, 2 * POSTS);
	size_t n[2] = { 0, 0 };

	fixture_subscribe(f, "https://a.example/rss\nhttps://b.example/rss name=\"둘째\" #통\n");
	for (int i = 1; i <= POSTS; i++)
		posts[(i % 4 ? 0 : POSTS) + n[i % 4 == 0]++] = fixture_post(f, i);
	(void)fixture_merge_posts(f, 1, posts, n[0], NULL);
	(void)fixture_merge_posts(f, 2, posts + POSTS, n[1], NULL);
	for (size_t k = 0; k < sizeof tags / sizeof *tags; k++) {
		const struct state_change change = { .add = &(struct str){ tags[k].tag, strlen(tags[k].tag) }, .n_add = 1 };
		int64_t ids[POSTS];
		size_t m = 0;

		for (int i = tags[k].from; i <= POSTS; i++)
			if (i % tags[k].each == 0)
				ids[m++] = i;
		fixture_ok(f, state_apply(f->s, ids, m, &change, NULL, &f->err));
	}
}

static void
find_all(struct fixture *f, const struct query *query, bool meets[POSTS + 1])
{
	int64_t *ids;
	size_t n;

	memset(meets, 0, sizeof *meets * (POSTS + 1));
	fixture_ok(f, posts_ids(f->s, &(struct posts_view){ .query = query }, &ids, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		meets[ids[i]] = true;
	free(ids);
}

/* Walks all posts as a search does: none that meets the query is passed over. Returns how many are read. */
static int
walk(struct fixture *f, struct hits_narrow *narrow, const bool meets[POSTS + 1])
{
	sqlite3_stmt *st = NULL;
	int n_read = 0, n_missing = 0, n_met = 0;

	for (int i = 1; i <= POSTS; i++)
		n_missing += meets[i];
	narrow->wanted = narrow->found + n_missing;
	assert_int_equal(sqlite3_prepare_v2(f->s->db, "SELECT id FROM post WHERE may_meet(?1, id) ORDER BY id DESC", -1, &st, NULL), SQLITE_OK);
	hits_narrow_bind(st, 1, narrow);
	while (sqlite3_step(st) == SQLITE_ROW) {
		bool is_met = meets[sqlite3_column_int64(st, 0)];

		n_read++;
		n_met += is_met;
		narrow->found += is_met;
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	assert_int_equal(n_met, n_missing);
	return n_read;
}

static const struct {
	const char *query;
	bool is_listed; /* the first part, once so many posts have been read */
	int n_lists;    /* in the end, of all parts */
} cases[] = {
	{ "tag:열", true, 1 }, { "tag:셋/*", true, 1 }, { "tag:열 tag:셋/가", true, 2 }, { "tag:열 feed:둘째", true, 2 },
	{ "-tag:거의", true, 1 }, { "tag:거의", true, 1 }, { "-tag:열", true, 1 }, { "tag:통", true, 1 }, { "tag:열 or tag:통", true, 1 },
	{ "-(tag:거의 or tag:열)", true, 1 }, { "id:100..120", true, 1 }, { "id:1..600", false, 0 }, { "feed:둘째", true, 1 }, { "before:2020", true, 1 },
	{ "is:starred", true, 1 }, { "is:unread", false, 0 }, { "is:read", false, 0 }, { "tag:없음", true, 1 }, { "is:tagged", false, 0 },
};

static void
check(struct fixture *f, size_t at, int64_t at_once)
{
	struct hits_narrow narrow;
	struct query *query;
	bool meets[POSTS + 1];
	int n_met = 0, n_lists = 0, n_read;

	fixture_ok(f, query_parse(&f->a, str_of(cases[at].query), NULL, &query, &f->err));
	find_all(f, query, meets);
	for (int i = 1; i <= POSTS; i++)
		n_met += meets[i];
	fixture_ok(f, snapshot_begin(f->s, &f->err));
	fixture_ok(f, hits_narrow_begin(&narrow, f->s, query, at_once, &f->err));
	if (narrow.is_none)
		assert_int_equal(n_met, 0);
	for (int i = 0; i < 3; i++)
		(void)walk(f, &narrow, meets);
	n_read = walk(f, &narrow, meets);
	for (size_t i = 0; i < narrow.n; i++)
		n_lists += narrow.parts[i].list != NULL;
	if (cases[at].is_listed != (narrow.n && narrow.parts[0].list) || (!at_once && n_lists != cases[at].n_lists))
		fail_msg("%s: %d lists", cases[at].query, n_lists);
	/* What is listed is known to a post. */
	if (n_lists && n_lists == (int)narrow.n)
		assert_int_equal(n_read, n_met);
	snapshot_end(f->s);
}

static void
lists_are_made_late_where_they_pay(void **state)
{
	struct fixture *f = *state;

	setup_posts(f);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(f, i, 0);
}

static void
short_lists_are_made_at_once(void **state)
{
	struct fixture *f = *state;
	struct hits_narrow narrow;
	struct query *query;

	setup_posts(f);
	fixture_ok(f, snapshot_begin(f->s, &f->err));
	fixture_ok(f, query_parse(&f->a, str_lit("tag:셋/가 tag:열 tag:거의"), NULL, &query, &f->err));
	fixture_ok(f, hits_narrow_begin(&narrow, f->s, query, POSTS / 3, &f->err));
	assert_true(narrow.parts[0].list && narrow.parts[0].list->ids.list.n == POSTS / 10);
	assert_true(narrow.parts[1].list && narrow.parts[1].list->ids.list.n == POSTS / 3);
	assert_null(narrow.parts[2].list);
	assert_int_equal(narrow.least, 10);
	assert_int_equal(narrow.most, POSTS - POSTS % 30);
	fixture_ok(f, query_parse(&f->a, str_lit("tag:열 tag:없음"), NULL, &query, &f->err));
	fixture_ok(f, hits_narrow_begin(&narrow, f->s, query, POSTS, &f->err));
	assert_true(narrow.is_none);
	snapshot_end(f->s);
}

/* An index on tags has the times of their posts: days asked for beside a tag make its list shorter. */
static void
times_shorten_the_list_of_a_tag(void **state)
{
	struct fixture *f = *state;
	struct hits_narrow narrow;
	struct query *query;
	bool meets[POSTS + 1];
	size_t n = 0;

	setup_posts(f);
	fixture_ok(f, query_parse(&f->a, str_lit("tag:열 after:2020"), NULL, &query, &f->err));
	for (size_t i = 0; i < query->n; i++)
		if (query->parts[i]->kind == QUERY_DATE)
			query->parts[i]->from = FIXTURE_NOW - 1000000 + 3600 * 101;
	find_all(f, query, meets);
	for (int i = 1; i <= POSTS; i++)
		n += meets[i];
	assert_in_range(n, 1, POSTS / 10 - 1);
	fixture_ok(f, snapshot_begin(f->s, &f->err));
	fixture_ok(f, hits_narrow_begin(&narrow, f->s, query, POSTS, &f->err));
	assert_non_null(narrow.parts[0].list);
	assert_int_equal(narrow.parts[0].list->ids.list.n, n);
	snapshot_end(f->s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(lists_are_made_late_where_they_pay),
		STORE_TEST(short_lists_are_made_at_once),
		STORE_TEST(times_shorten_the_list_of_a_tag),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
