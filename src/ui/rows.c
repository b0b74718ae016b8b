#include "ui/rows.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/posts_fold.h"
#include "ui/rows_sorted.h"

struct posts_key
rows_key(const struct posts_row *row)
{
	return (struct posts_key){ row->sort, row->id };
}

struct posts_row *
rows_at(const struct rows *r, int index)
{
	return index >= r->base && index < r->base + r->n ? &r->v[index - r->base] : NULL;
}

int
rows_find(const struct rows *r, int64_t id)
{
	for (int i = 0; i < r->n; i++)
		if (r->v[i].id == id)
			return r->base + i;
	return -1;
}

static void
forget_order(struct rows *r)
{
	free(r->order);
	r->order = NULL;
	r->is_part = false;
}

void
rows_free(struct rows *r)
{
	arena_free(&r->arena);
	forget_order(r);
	r->is_due = false;
	r->v = NULL;
	r->n = r->base = r->total = 0;
}

static int
to_int(int64_t n)
{
	return n > INT_MAX ? INT_MAX : (int)n;
}

static int
count(struct rows *r, struct err *err)
{
	int64_t total;

	if (posts_count(r->store, &r->what, &total, err) < 0)
		return -1;
	r->total = to_int(total);
	return 0;
}

/* Makes the window newer + older, older beginning at row index. Ends that were reached correct what was counted before the cache changed. */
static void
set_window(struct rows *r, struct arena *a, int index, const struct posts_row *newer, int n_newer,
	const struct posts_row *older, int n_older)
{
	r->v = arena_new(a, struct posts_row, (size_t)(n_newer + n_older));
	if (n_newer)
		memcpy(r->v, newer, (size_t)n_newer * sizeof *r->v);
	if (n_older)
		memcpy(r->v + n_newer, older, (size_t)n_older * sizeof *r->v);
	r->n = n_newer + n_older;
	r->base = index - n_newer > 0 ? index - n_newer : 0;
	arena_free(&r->arena);
	r->arena = *a;
}

/* Loads max rows from the key on, which is row index, and the slack before it. */
static int
load(struct rows *r, const struct posts_key *key, int index, int max, struct err *err)
{
	const struct posts_key after = { key->sort, key->id + 1 };
	struct posts_row *newer, *older;
	size_t n_newer, n_older;
	struct arena a = { 0 };

	if (posts_page(r->store, &a, &r->what, key, POSTS_NEWER, ROWS_SLACK, &newer, &n_newer, err) < 0 ||
		posts_page(r->store, &a, &r->what, &after, POSTS_OLDER, (size_t)max, &older, &n_older, err) < 0) {
		arena_free(&a);
		return -1;
	}
	if (n_newer < ROWS_SLACK)
		index = (int)n_newer;
	if (n_older < (size_t)max)
		r->total = index + (int)n_older;
	set_window(r, &a, index, newer, (int)n_newer, older, (int)n_older);
	return 0;
}

/* The first rows of the list, or the last ones. */
static int
load_end(struct rows *r, enum posts_order order, int max, struct err *err)
{
	struct posts_row *rows;
	struct arena a = { 0 };
	size_t n;

	if (posts_page(r->store, &a, &r->what, NULL, order, (size_t)max, &rows, &n, err) < 0) {
		arena_free(&a);
		return -1;
	}
	if (n < (size_t)max || r->total < (int)n)
		r->total = (int)n;
	set_window(r, &a, order == POSTS_OLDER ? 0 : r->total - (int)n, NULL, 0, rows, (int)n);
	return 0;
}

int
rows_open(struct rows *r, struct err *err)
{
	int rc;

	forget_order(r); /* of other posts */
	rc = rows_sorted_open(r, err);
	if (rc <= 0)
		return rc;
	if (count(r, err) < 0)
		return -1;
	return load_end(r, POSTS_OLDER, ROWS_SLACK, err);
}

/* True when the rows [first, first + n) are there. */
static bool
is_covered(const struct rows *r, int first, int n)
{
	return !r->total || (r->n && first >= r->base && first + n <= r->base + r->n);
}

/* One step of the window towards row first. */
static int
step(struct rows *r, int first, int n, struct err *err)
{
	int anchor = first;
	struct posts_key key;

	if (first < ROWS_SLACK)
		return load_end(r, POSTS_OLDER, first + n + ROWS_SLACK, err);
	if (r->total - first < n + ROWS_SLACK)
		return load_end(r, POSTS_NEWER, r->total - first + ROWS_SLACK, err);
	if (!r->n)
		return load_end(r, POSTS_OLDER, n + ROWS_SLACK, err);
	if (anchor < r->base)
		anchor = r->base;
	if (anchor > r->base + r->n - 1)
		anchor = r->base + r->n - 1;
	key = rows_key(rows_at(r, anchor));
	return load(r, &key, anchor, n + ROWS_SLACK, err);
}

int
rows_cover(struct rows *r, int first, int n, struct err *err)
{
	int steps_left = r->total / ROWS_SLACK + 4; /* each step moves the window by the slack at least */

	if (first > r->total - 1)
		first = r->total - 1;
	if (first < 0)
		first = 0;
	if (n > r->total - first)
		n = r->total - first;
	if (r->order)
		return rows_sorted_cover(r, first, n, err);
	while (!is_covered(r, first, n) && steps_left-- > 0) {
		if (step(r, first, n, err) < 0)
			return -1;
		if (n > r->total - first)
			n = r->total - first > 0 ? r->total - first : 0;
	}
	return 0;
}

int
rows_go(struct rows *r, const struct posts_key *key, int *index, struct err *err)
{
	int before = r->order ? rows_sorted_find(r, key->id, *index) : *index, rc = rows_sorted_open(r, err);
	int64_t rank;

	if (rc < 0)
		return -1;
	if (!rc || (r->is_due && r->order)) {
		r->base = r->n = 0;
		*index = rows_sorted_find(r, key->id, before);
		return rows_sorted_cover(r, *index, r->total ? 1 : 0, err);
	}
	forget_order(r);
	if (count(r, err) < 0 || posts_rank(r->store, &r->what, key, &rank, err) < 0)
		return -1;
	if (load(r, key, to_int(rank), 2 * ROWS_SLACK, err) < 0)
		return -1;
	*index = to_int(rank);
	if (*index > r->total - 1)
		*index = r->total > 0 ? r->total - 1 : 0;
	return 0;
}

int
rows_index(struct rows *r, const struct posts_key *key, int *index, struct err *err)
{
	int64_t rank;

	if (r->order) {
		*index = rows_sorted_find(r, key->id, 0);
		return 0;
	}
	if (posts_rank(r->store, &r->what, key, &rank, err) < 0)
		return -1;
	*index = rank < r->total ? to_int(rank) : r->total - 1;
	return 0;
}

int
rows_range(struct rows *r, int from, int to, int64_t **ids, size_t *n, struct err *err)
{
	struct posts_key newer, older;

	if (r->order) {
		const int64_t *first = r->order + from;

		return posts_sort_posts(r->store, &r->what, first, (size_t)(to - from + 1), ids, n, err);
	}
	if (rows_cover(r, from, 1, err) < 0)
		return -1;
	newer = rows_key(rows_at(r, from));
	if (rows_cover(r, to, 1, err) < 0)
		return -1;
	older = rows_key(rows_at(r, to));
	return posts_fold_range(r->store, &r->what, &newer, &older, ids, n, err);
}

int
rows_unread(struct rows *r, struct posts_key *key, enum posts_order order, bool *has_any, struct err *err)
{
	const struct posts_key from = *key;

	if (posts_fold_unread(r->store, &r->what, &from, order, key, has_any, err) < 0)
		return -1;
	return *has_any ? 0 : posts_fold_unread(r->store, &r->what, NULL, order, key, has_any, err);
}

static bool
is_of(const struct posts_row *row, int64_t id)
{
	for (size_t i = 0; i < row->n_members; i++)
		if (row->members[i].id == id)
			return true;
	return row->id == id;
}

/* A row is read when all its posts are. */
static void
show_read(struct posts_row *row, int64_t id)
{
	row->is_read = row->n_members || row->id == id;
	for (size_t i = 0; i < row->n_members; i++) {
		row->members[i].is_read |= row->members[i].id == id;
		row->is_read &= row->members[i].is_read;
	}
}

bool
rows_show_read(struct rows *r, int64_t id)
{
	bool was_other = false;

	for (int at = 0; at < r->n; at++) {
		bool was_read = r->v[at].is_read;

		if (!was_read && is_of(&r->v[at], id))
			show_read(&r->v[at], id);
		was_other |= r->v[at].is_read != was_read;
	}
	return was_other;
}

int
rows_refresh(struct rows *r, const int64_t *ids, size_t n, struct err *err)
{
	for (int at = 0; at < r->n; at++)
		for (size_t i = 0; i < n; i++) {
			if (!is_of(&r->v[at], ids[i]))
				continue;
			if (posts_fold_again(r->store, &r->arena, &r->v[at], err) < 0)
				return -1;
			break;
		}
	return 0;
}
