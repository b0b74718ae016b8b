#include "unit.h"

#include <sqlite3.h>

#include "store/posts_fold.h"
#include "store_fixture.h"

enum { POSTS = 120 };

/* Two feeds, a third of the posts in stories of two to five, some read, starred, tagged, of one date. */
static void
setup_stories(struct fixture *f)
{
	struct state_change tag = { .add = &(struct str)STR_INIT("ai"), .n_add = 1 };
	struct posts_row *rows;
	sqlite3 *db;
	size_t n;

	fixture_subscribe(f, "https://blog.example/rss\nhttps://velog.example/rss\n");
	fixture_merge(f, 1, POSTS / 2);
	fixture_merge(f, 2, POSTS / 2);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	assert_int_equal(n, POSTS);
	for (size_t i = 0; i < n; i++) {
		if (i * 7 % 5 < 2)
			fixture_ok(f, state_apply(f->s, &rows[i].id, 1, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
		if (i * 11 % 7 < 3)
			fixture_ok(f, state_apply(f->s, &rows[i].id, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err));
		if (i * 13 % 6 < 3)
			fixture_ok(f, state_apply(f->s, &rows[i].id, 1, &tag, NULL, &f->err));
	}
	store_close(f->s);
	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE post SET story_id = 1 + id * 37 % 31 WHERE id * 17 % 3 = 0", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE post SET story_id = NULL WHERE story_id IN"
	    " (SELECT story_id FROM post GROUP BY story_id HAVING count(*) < 2)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	fixture_open(f, STORE_WRITE);
}

/* The rows that a view must have, made from all its posts. */
struct want {
	struct posts_key keys[POSTS];
	bool is_unread[POSTS];
	size_t members[POSTS], n;
};

static void
make_want(struct fixture *f, const struct posts_view *view, struct want *want)
{
	struct posts_view plain = *view;
	struct posts_row *rows;
	int64_t stories[POSTS];
	size_t n;

	*want = (struct want){ 0 };
	plain.is_folded = false;
	fixture_ok(f, posts_page(f->s, &f->a, &plain, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++) {
		size_t at = want->n;

		for (size_t j = 0; j < want->n && rows[i].story_id; j++)
			if (stories[j] == rows[i].story_id)
				at = j;
		if (at == want->n) {
			stories[at] = rows[i].story_id;
			want->keys[want->n++] = (struct posts_key){ rows[i].sort, rows[i].id };
		}
		want->members[at]++;
		want->is_unread[at] |= !rows[i].is_read;
	}
}

static void
assert_view(struct fixture *f, const struct posts_view *view)
{
	struct posts_key from, *at = NULL;
	struct posts_row *rows;
	struct want want;
	int64_t total, rank;
	size_t n = 1, seen = 0;

	make_want(f, view, &want);
	fixture_ok(f, posts_count(f->s, view, &total, &f->err));
	assert_int_equal(total, want.n);
	while (n) {
		fixture_ok(f, posts_page(f->s, &f->a, view, at, POSTS_OLDER, 7, &rows, &n, &f->err));
		for (size_t i = 0; i < n; i++, seen++) {
			assert_true(seen < want.n);
			assert_int_equal(rows[i].id, want.keys[seen].id);
			assert_int_equal(rows[i].n_members ? rows[i].n_members : 1, want.members[seen]);
			assert_int_equal(!rows[i].is_read, want.is_unread[seen]);
			fixture_ok(f, posts_rank(f->s, view, &want.keys[seen], &rank, &f->err));
			assert_int_equal(rank, seen);
		}
		if (n)
			from = (struct posts_key){ rows[n - 1].sort, rows[n - 1].id };
		at = &from;
	}
	assert_int_equal(seen, want.n);
	fixture_ok(f, posts_page(f->s, &f->a, view, NULL, POSTS_NEWER, 9, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(rows[i].id, want.keys[want.n - n + i].id);
}

/* The next unread row from every row, on both sides. */
static void
assert_unread(struct fixture *f, const struct posts_view *view)
{
	struct want want;
	struct posts_key key;
	bool has_any;

	make_want(f, view, &want);
	for (size_t i = 0; i < want.n; i++)
		for (int order = 0; order < 2; order++) {
			size_t next = order == POSTS_OLDER ? i + 1 : i - 1;

			while (next < want.n && !want.is_unread[next])
				next += order == POSTS_OLDER ? (size_t)1 : SIZE_MAX;
			fixture_ok(f, posts_fold_unread(f->s, view, &want.keys[i], (enum posts_order)order, &key, &has_any, &f->err));
			assert_int_equal(has_any, next < want.n);
			if (has_any)
				assert_int_equal(key.id, want.keys[next].id);
		}
}

static void
every_view_folds_what_it_holds(void **state)
{
	struct fixture *f = *state;
	struct query *query;

	setup_stories(f);
	fixture_ok(f, query_parse(&f->a, str_lit("-제목:1 is:unread"), NULL, &query, &f->err));
	for (int i = 0; i < 32; i++) {
		const struct posts_view view = { .is_folded = true, .feed_id = i & 1 ? 2 : 0, .is_unread = i & 2, .is_starred = i & 4,
			.tag = i & 8 ? str_lit("AI") : STR_NONE, .query = i & 16 ? query : NULL };

		assert_view(f, &view);
		assert_unread(f, &view);
	}
}

static void
hidden_posts_and_those_of_other_feeds_leave_the_row(void **state)
{
	struct fixture *f = *state;
	const struct posts_view view = { .is_folded = true };
	struct posts_row *rows;
	int64_t id = 0;
	size_t n, i = 0;

	setup_stories(f);
	fixture_ok(f, posts_page(f->s, &f->a, &view, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	while (!rows[i].n_members)
		i++;
	id = rows[i].members[0].id;
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .hide = STATE_ON }, NULL, &f->err));
	assert_view(f, &view);
	fixture_subscribe(f, "https://velog.example/rss\n");
	assert_view(f, &view);
	assert_unread(f, &view);
	fixture_subscribe(f, "# none\n");
	assert_view(f, &view);
}

static void
a_row_tells_of_all_its_posts(void **state)
{
	struct fixture *f = *state;
	const struct posts_view view = { .is_folded = true };
	struct posts_row *rows, *others;
	size_t n, i = 0, n_others;
	int64_t *ids;

	setup_stories(f);
	fixture_ok(f, posts_page(f->s, &f->a, &view, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	while (rows[i].n_members < 3)
		i++;
	assert_int_equal(posts_fold_ids(&rows[i], &ids), rows[i].n_members);
	fixture_ok(f, state_apply(f->s, ids, rows[i].n_members, &(struct state_change){ .read = STATE_ON, .star = STATE_OFF }, NULL, &f->err));
	fixture_ok(f, state_apply(f->s, &ids[2], 1, &(struct state_change){ .read = STATE_OFF, .star = STATE_ON,
	    .add = &(struct str)STR_INIT("only"), .n_add = 1 }, NULL, &f->err));
	fixture_ok(f, posts_fold_again(f->s, &f->a, &rows[i], &f->err));
	assert_true(!rows[i].is_read && rows[i].is_starred);
	assert_str(rows[i].tags[rows[i].n_tags - 1], "only");
	assert_int_equal(posts_fold_first(&rows[i]), ids[2]);
	fixture_ok(f, posts_fold_others(f->s, &f->a, &rows[i], &others, &n_others, &f->err));
	assert_int_equal(n_others, rows[i].n_members - 1);
	assert_int_equal(others[0].id, ids[1]);
	free(ids);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(every_view_folds_what_it_holds),
		STORE_TEST(hidden_posts_and_those_of_other_feeds_leave_the_row),
		STORE_TEST(a_row_tells_of_all_its_posts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
