#include "ui/sidebar_draw.h"

#include "text/width.h"
#include "ui/app.h"
#include "ui/sidebar_row.h"
#include "ui/tag_paint.h"

static void
add_text(struct buf *out, struct str text)
{
	(void)buf_add_bytes(out, &text.n, sizeof text.n);
	(void)buf_add(out, text);
}

/* All that a row is made of. */
static void
add_key(struct buf *out, const struct app *app, const struct sidebar_entry *e, bool is_shown)
{
	const struct saved_count *count = e->kind == SIDEBAR_SAVED ? &app->saved.counts[e->saved] : NULL;
	const int64_t numbers[] = { e->kind, (int64_t)e->own_part, e->unread, e->total, e->depth, e->state,
		is_shown << 2 | e->has_below << 1 | e->is_folded, count ? count->unread : 0, count ? count->posts : 0,
		e->kind == SIDEBAR_TAG ? tag_paint_color(app->tags, app->n_tags, e->name) : -1 };

	(void)buf_add_bytes(out, numbers, sizeof numbers);
	add_text(out, e->name);
}

static void
draw_row(struct screen *s, struct screen_box box, const struct app *app, const struct sidebar_drawn *d, const struct name_apart *all, int index)
{
	const struct sidebar_entry *e = &d->rows->entries.v[index];
	struct buf key = { 0 };
	struct kept_row *kept;

	add_key(&key, app, e, index == d->shown);
	kept = kept_row(d->kept, index, buf_str(&key));
	buf_free(&key);
	if (kept_put(d->kept, kept, s, box.row, box.col, STR_NONE))
		return;
	sidebar_row_draw(s, box, app, all, e, index == d->shown);
	kept_take(d->kept, kept, s, box);
}

/* Names that are too long are cut so that they differ from the others in sight. */
static void
find_look(struct kept *kept, const struct name_apart *all, int cols)
{
	const int how[] = { cols, width_ambiguous() };
	struct buf look = { 0 };

	(void)buf_add_bytes(&look, how, sizeof how);
	for (size_t i = 0; i < all->names.n; i++)
		add_text(&look, all->names.v[i]);
	kept_look(kept, buf_str(&look));
	buf_free(&look);
}

void
sidebar_draw_rows(struct screen *s, struct screen_box box, const struct app *app, const struct sidebar_drawn *d)
{
	struct name_apart all = { 0 };
	int n = d->list->n - d->list->top < box.rows ? d->list->n - d->list->top : box.rows;

	for (int i = 0; i < n; i++)
		*vec_add(&all.names) = sidebar_row_name(&d->rows->entries.v[d->list->top + i]);
	kept_begin(d->kept, n);
	find_look(d->kept, &all, box.cols);
	for (int i = 0; i < n; i++)
		draw_row(s, (struct screen_box){ box.row + i, box.col, 1, box.cols }, app, d, &all, d->list->top + i);
	vec_free(&all.names);
}
