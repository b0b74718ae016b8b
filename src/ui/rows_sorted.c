#include "ui/rows_sorted.h"

#include <limits.h>
#include <stdlib.h>

#include "ui/marks.h"

static int
load(struct rows *r, int first, int n, struct err *err)
{
	int from = first > ROWS_SLACK ? first - ROWS_SLACK : 0;
	int to = r->total - first - n > ROWS_SLACK ? first + n + ROWS_SLACK : r->total;
	struct arena a = { 0 };

	if (posts_sort_rows(r->store, &a, &r->what, r->order + from, (size_t)(to - from), &r->v, err) < 0) {
		arena_free(&a);
		r->v = NULL;
		r->n = 0;
		return -1;
	}
	arena_free(&r->arena);
	r->arena = a;
	r->base = from;
	r->n = to - from;
	return 0;
}

/* As rows_sorted_open(). */
static int
read_order(struct rows *r, enum posts_sort_time time, struct err *err)
{
	int64_t *order;
	size_t n;
	int rc = posts_sort_ids(r->store, &r->what, r->sort, time, &order, &n, err);

	if (rc < 0)
		return -1;
	r->is_due = rc > 0;
	if (rc && (r->order || !n)) { /* what is there meanwhile is more of the list */
		free(order);
		return 1;
	}
	free(r->order);
	r->order = order;
	r->is_part = r->is_due;
	r->total = n > INT_MAX ? INT_MAX : (int)n;
	r->base = r->n = 0;
	return 0;
}

int
rows_sorted_open(struct rows *r, struct err *err)
{
	int rc = 1;

	r->is_due = false;
	if (r->sort != POSTS_SORT_NEWEST)
		rc = read_order(r, POSTS_SORT_NOW, err);
	return rc;
}

int
rows_sorted_run(struct rows *r, const struct posts_key *key, int *index, struct err *err)
{
	if (read_order(r, POSTS_SORT_WHOLE, err) < 0)
		return -1;
	*index = rows_sorted_find(r, key->id, *index);
	return rows_sorted_cover(r, *index, r->total ? 1 : 0, err);
}

int
rows_sorted_cover(struct rows *r, int first, int n, struct err *err)
{
	return n && (!r->n || first < r->base || first + n > r->base + r->n) ? load(r, first, n, err) : 0;
}

int
rows_sorted_find(const struct rows *r, int64_t id, int at)
{
	for (int i = 0; i < r->total; i++)
		if (r->order[i] == id)
			return i;
	at = at < r->total ? at : r->total - 1;
	return at > 0 ? at : 0;
}

/* Moves *index to one that is loaded already; whether there is one on that side. */
static bool
is_near(const struct rows *r, int *index, enum posts_order order)
{
	int step = order == POSTS_OLDER ? 1 : -1;
	const struct posts_row *row;

	for (int at = *index + step; (row = rows_at(r, at)); at += step)
		if (!row->is_read && row->id) {
			*index = at;
			return true;
		}
	return false;
}

int
rows_sorted_unread(struct rows *r, int *index, enum posts_order order, bool *has_any, struct err *err)
{
	struct marks unread = { 0 };
	int64_t *ids;
	size_t n;

	*has_any = is_near(r, index, order);
	if (*has_any)
		return 0;
	if (posts_sort_unread(r->store, &r->what, &ids, &n, err) < 0)
		return -1;
	marks_add(&unread, ids, n);
	free(ids);
	for (int i = 1; i <= r->total && !*has_any; i++) {
		int at = (*index + (order == POSTS_OLDER ? i : r->total - i)) % r->total;

		*has_any = marks_has(&unread, r->order[at]);
		if (*has_any)
			*index = at;
	}
	marks_free(&unread);
	return 0;
}
