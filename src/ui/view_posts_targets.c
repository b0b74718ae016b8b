#include "ui/view_posts.h"

#include "store/posts_fold.h"
#include "ui/app.h"
#include "ui/view_posts_impl.h"

/* The posts of so many rows from the cursor on, or of those that there are. */
static size_t
rows_from_cursor(struct view_posts *p, int rows, int64_t **ids)
{
	int at = p->list.at, left = listing_total(&p->listing) - at;
	size_t n = 0;
	struct err err;

	if (listing_range(&p->listing, at, at + (rows < left ? rows : left) - 1, ids, &n, &err) < 0)
		app_fail(p->view.app, &err);
	return n;
}

size_t
view_posts_targets_marked(const struct view *v)
{
	struct view_posts *p = view_posts_self(v);

	return marking_count(&p->marking, &p->listing, p->list.at);
}

size_t
view_posts_targets(struct view *v, int64_t **ids)
{
	struct view_posts *p = view_posts_self(v);
	size_t n = marking_settle(v->app);
	const struct posts_row *row = view_posts_row(v);

	*ids = NULL;
	if (n)
		return marks_copy(&p->marking.marks, ids);
	if (row && v->app->rows_meant > 1)
		return rows_from_cursor(p, v->app->rows_meant, ids);
	return row ? posts_fold_ids(row, ids) : 0;
}
