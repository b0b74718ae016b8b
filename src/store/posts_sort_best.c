#include "store/posts_sort_best.h"

#include "store/posts_fold.h"
#include "store/posts_view.h"

/* The posts that the rows of the hits are read by. */
static int
find_rows(struct store *s, struct arena *a, const struct posts_view *view, const struct hits *hits, struct posts_row **ret, struct err *err)
{
	struct posts_row *rows = arena_new(a, struct posts_row, hits->n);

	for (size_t i = 0; i < hits->n; i++)
		rows[i] = (struct posts_row){ .id = hits->v[i].id, .story_id = hits->v[i].story };
	if (posts_view_folds(view) && posts_fold_rows(s, a, view, rows, hits->n, err) < 0)
		return -1;
	for (size_t i = 0; i < hits->n; i++)
		if (rows[i].n_members)
			rows[i].id = rows[i].members[0].id;
	*ret = rows;
	return 0;
}

static bool
is_among(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

int
posts_sort_best(struct store *s, const struct posts_view *view, int64_t *ids, size_t *n, bool *is_all, struct err *err)
{
	struct posts_row *rows = NULL;
	struct arena a = { 0 };
	struct hits hits;
	int rc = hits_find(s, &a, view, &hits, err);

	*n = 0;
	*is_all = !rc && hits.is_ranked && !hits.is_cut;
	if (!rc && hits.is_ranked)
		rc = find_rows(s, &a, view, &hits, &rows, err);
	for (size_t i = 0; rows && i < hits.n; i++)
		if (!is_among(ids, *n, rows[i].id)) /* the story of a better one */
			ids[(*n)++] = rows[i].id;
	arena_free(&a);
	return rc;
}
