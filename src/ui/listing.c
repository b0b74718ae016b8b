#include "ui/listing.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/posts_fold.h"
#include "ui/rows_sorted.h"

struct listing_ids {
	vec(int64_t) list;
};

static void
fold_all(struct listing *l)
{
	l->open.n = 0;
	arena_free(&l->arena);
}

int
listing_open(struct listing *l, struct err *err)
{
	fold_all(l);
	return rows_open(&l->rows, err);
}

void
listing_free(struct listing *l)
{
	fold_all(l);
	vec_free(&l->open);
	rows_free(&l->rows);
}

int
listing_total(const struct listing *l)
{
	int total = l->rows.total;

	for (size_t i = 0; i < l->open.n; i++)
		total += l->open.v[i].n - 1;
	return total;
}

/* The row of struct rows that an index is of; *story is the unfolded one it is in, *nth its post there. */
static int
to_row(const struct listing *l, int index, const struct listing_story **story, int *nth)
{
	*story = NULL;
	for (size_t i = 0; i < l->open.n; i++) {
		const struct listing_story *s = &l->open.v[i];

		if (index < s->at)
			return index;
		if (index < s->at + s->n) {
			*story = s;
			*nth = index - s->at;
			return s->at;
		}
		index -= s->n - 1;
	}
	return index;
}

static int
row_of(const struct listing *l, int index)
{
	const struct listing_story *story;
	int nth;

	return to_row(l, index, &story, &nth);
}

static int
from_row(const struct listing *l, int row)
{
	int index = row;

	for (size_t i = 0; i < l->open.n && l->open.v[i].at < row; i++)
		index += l->open.v[i].n - 1;
	return index;
}

int
listing_cover(struct listing *l, int first, int n, struct err *err)
{
	return rows_cover(&l->rows, row_of(l, first), n, err);
}

struct posts_row *
listing_at(const struct listing *l, int index, enum listing_kind *kind)
{
	const struct listing_story *story;
	enum listing_kind unused;
	int nth, row = to_row(l, index, &story, &nth);
	struct posts_row *found;

	kind = kind ? kind : &unused;
	if (story) {
		*kind = nth ? LISTING_MEMBER : LISTING_HEAD;
		return &story->posts[nth];
	}
	found = rows_at(&l->rows, row);
	*kind = found && found->n_members ? LISTING_FOLDED : LISTING_POST;
	return found;
}

struct listing_spot
listing_spot(const struct listing *l, int index)
{
	const struct listing_story *story;
	int nth, row = to_row(l, index, &story, &nth);
	const struct posts_row *found = story ? &story->posts[0] : rows_at(&l->rows, row);

	return found ? (struct listing_spot){ rows_key(found), story ? story->posts[nth].id : found->id } : (struct listing_spot){ 0 };
}

/* The index of a post whose row stands there; in a folded story that of the story. */
static int
index_of(const struct listing *l, int row, int64_t post)
{
	const struct listing_story *story;
	int index = from_row(l, row), nth;

	(void)to_row(l, index, &story, &nth);
	for (int i = 0; story && i < story->n; i++)
		if (story->posts[i].id == post)
			return index + i;
	return index;
}

/* Adds a story in its place; the row at it must be loaded and folded. */
static int
unfold(struct listing *l, int at, struct err *err)
{
	const struct posts_row *row = rows_at(&l->rows, at);
	struct listing_story story = { .at = at, .n = (int)row->n_members };
	size_t to = l->open.n;

	story.posts = arena_new(&l->arena, struct posts_row, row->n_members);
	for (int i = 0; i < story.n; i++)
		if (posts_get(l->rows.store, &l->arena, row->members[i].id, &story.posts[i], err) < 0)
			return -1;
	(void)vec_add(&l->open);
	for (; to && l->open.v[to - 1].at > at; to--)
		l->open.v[to] = l->open.v[to - 1];
	l->open.v[to] = story;
	return 0;
}

int
listing_toggle(struct listing *l, int *index, struct err *err)
{
	const struct listing_story *story;
	int nth, at = to_row(l, *index, &story, &nth);
	const struct posts_row *row = rows_at(&l->rows, at);

	if (story) {
		size_t i = (size_t)(story - l->open.v);

		memmove(&l->open.v[i], &l->open.v[i + 1], (--l->open.n - i) * sizeof *l->open.v);
		*index = from_row(l, at);
		return 1;
	}
	if (!row || !row->n_members)
		return 0;
	return unfold(l, at, err) < 0 ? -1 : 1;
}

/* After the rows have been read anew: those that are found again are unfolded again. */
static int
unfold_again(struct listing *l, struct err *err)
{
	vec(int64_t) ids = { 0 };
	int rc = 0;

	for (size_t i = 0; i < l->open.n; i++)
		*vec_add(&ids) = l->open.v[i].posts[0].story_id;
	fold_all(l);
	for (int i = 0; i < l->rows.n && !rc; i++)
		for (size_t j = 0; j < ids.n && l->rows.v[i].n_members && !rc; j++)
			if (l->rows.v[i].story_id == ids.v[j])
				rc = unfold(l, l->rows.base + i, err);
	vec_free(&ids);
	return rc;
}

int
listing_go(struct listing *l, const struct listing_spot *spot, int *index, struct err *err)
{
	*index = row_of(l, *index);
	if (rows_go(&l->rows, &spot->key, index, err) < 0 || unfold_again(l, err) < 0)
		return -1;
	*index = index_of(l, *index, spot->post);
	return 0;
}

int
listing_sort(struct listing *l, const struct listing_spot *spot, int *index, struct err *err)
{
	int at = row_of(l, *index);

	if (rows_sorted_run(&l->rows, &spot->key, &at, err) < 0 || unfold_again(l, err) < 0)
		return -1;
	*index = index_of(l, at, spot->post);
	return 0;
}

int
listing_find(struct listing *l, const struct listing_spot *spot, int *index, struct err *err)
{
	if (rows_index(&l->rows, &spot->key, index, err) < 0)
		return -1;
	*index = index_of(l, *index, spot->post);
	return 0;
}

/* Appends the posts of an unfolded story from the nth one to another, both of them too. */
static void
add_members(struct listing_ids *out, const struct listing_story *story, int from, int to)
{
	for (int i = from; i <= to; i++)
		*vec_add(&out->list) = story->posts[i].id;
}

static int
add_rows(struct listing *l, struct listing_ids *out, int from, int to, struct err *err)
{
	int64_t *ids = NULL;
	size_t n = 0;

	if (from <= to && rows_range(&l->rows, from, to, &ids, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*vec_add(&out->list) = ids[i];
	free(ids);
	return 0;
}

int
listing_range(struct listing *l, int from, int to, int64_t **ids, size_t *n, struct err *err)
{
	const struct listing_story *upper, *lower;
	struct listing_ids out = { 0 };
	int first = 0, last = 0, row = to_row(l, from, &upper, &first), end = to_row(l, to, &lower, &last);

	if (upper)
		add_members(&out, upper, first, upper == lower ? last : upper->n - 1);
	if (add_rows(l, &out, upper ? row + 1 : row, lower ? end - 1 : end, err) < 0) {
		vec_free(&out.list);
		return -1;
	}
	if (lower && lower != upper)
		add_members(&out, lower, 0, last);
	*ids = out.list.v;
	*n = out.list.n;
	return 0;
}

size_t
listing_ids(const struct listing *l, int index, enum posts_order order, int64_t **ids)
{
	const struct listing_story *story;
	int nth, row = to_row(l, index, &story, &nth), first, n;

	if (!story)
		return posts_fold_ids(rows_at(&l->rows, row), ids);
	first = order == POSTS_OLDER ? nth : 0;
	n = order == POSTS_OLDER ? story->n - nth : nth + 1;
	*ids = mem_zalloc((size_t)n, sizeof **ids);
	for (int i = 0; i < n; i++)
		(*ids)[i] = story->posts[first + i].id;
	return (size_t)n;
}

int
listing_beyond(struct listing *l, int index, enum posts_order order, int64_t **ids, size_t *n, struct err *err)
{
	int row = row_of(l, index), from = order == POSTS_OLDER ? row + 1 : 0, to = order == POSTS_OLDER ? l->rows.total - 1 : row - 1;

	*ids = NULL;
	*n = 0;
	return from <= to ? rows_range(&l->rows, from, to, ids, n, err) : 0;
}

/* Of an unfolded story the next unread post from nth on, to either side; -1 for none. */
static int
unread_in(const struct listing_story *story, int nth, int step)
{
	for (; nth >= 0 && nth < story->n; nth += step)
		if (!story->posts[nth].is_read)
			return nth;
	return -1;
}

/* The unread post of a row that the cursor goes to: in an unfolded story the first one. */
static int
arrive(const struct listing *l, int row)
{
	const struct listing_story *story;
	int index = from_row(l, row), nth;

	(void)to_row(l, index, &story, &nth);
	nth = story ? unread_in(story, 0, 1) : 0;
	return index + (nth > 0 ? nth : 0);
}

int
listing_unread(struct listing *l, int *index, enum posts_order order, bool *has_any, struct err *err)
{
	const struct listing_story *story;
	struct listing_spot spot = listing_spot(l, *index);
	int nth, row = to_row(l, *index, &story, &nth), step = order == POSTS_OLDER ? 1 : -1;

	nth = story ? unread_in(story, nth + step, step) : -1;
	if (nth >= 0) {
		*index = from_row(l, row) + nth;
		*has_any = true;
		return 0;
	}
	if (l->rows.order) {
		if (rows_sorted_unread(&l->rows, &row, order, has_any, err) < 0)
			return -1;
		*index = *has_any ? arrive(l, row) : *index;
		return 0;
	}
	if (rows_unread(&l->rows, &spot.key, order, has_any, err) < 0)
		return -1;
	if (!*has_any)
		return 0;
	row = rows_find(&l->rows, spot.key.id);
	if (row < 0) {
		if (listing_go(l, &spot, index, err) < 0)
			return -1;
		row = row_of(l, *index);
	}
	*index = arrive(l, row);
	return 0;
}

bool
listing_show_read(struct listing *l, int64_t id)
{
	bool was_other = rows_show_read(&l->rows, id);

	for (size_t i = 0; i < l->open.n; i++)
		for (int j = 0; j < l->open.v[i].n; j++) {
			struct posts_row *post = &l->open.v[i].posts[j];

			was_other |= post->id == id && !post->is_read;
			post->is_read |= post->id == id;
		}
	return was_other;
}

int
listing_refresh(struct listing *l, const int64_t *ids, size_t n, struct err *err)
{
	for (size_t i = 0; i < l->open.n; i++)
		for (int j = 0; j < l->open.v[i].n; j++)
			for (size_t k = 0; k < n; k++) {
				struct posts_row *post = &l->open.v[i].posts[j];

				if (post->id == ids[k] && posts_get(l->rows.store, &l->arena, post->id, post, err) < 0)
					return -1;
			}
	return rows_refresh(&l->rows, ids, n, err);
}
