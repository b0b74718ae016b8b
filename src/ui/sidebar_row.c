#include "ui/sidebar_row.h"

#include "text/tag.h"
#include "ui/app.h"
#include "ui/health_row.h"
#include "ui/tag_paint.h"
#include "ui/theme.h"

enum { FOLD_COLS = 3 }; /* of the sign, where it is wide */

static unsigned
name_style(const struct sidebar_entry *e)
{
	switch (e->kind) {
	case SIDEBAR_GROUP:
		return THEME_GROUP;
	case SIDEBAR_FEED:
		return e->state <= HEALTH_FAILING ? THEME_ERROR : e->unread ? THEME_UNREAD : THEME_READ;
	case SIDEBAR_FOLDER:
		return e->unread ? THEME_UNREAD : THEME_READ;
	default:
		return THEME_TEXT;
	}
}

/* "unread/all"; one number where they are the same by what the entry is or there are no posts, nothing while it is not known. */
static void
add_counts(const struct app *app, const struct sidebar_entry *e, struct buf *out)
{
	int64_t unread = e->unread, total = e->total;

	if (e->kind == SIDEBAR_SAVED) {
		unread = app->saved.counts[e->saved].unread;
		total = app->saved.counts[e->saved].posts;
	}
	if (total > 0 && e->kind != SIDEBAR_UNREAD) {
		(void)buf_number(out, unread);
		(void)buf_putc(out, '/');
	}
	if (total >= 0)
		(void)buf_number(out, total);
}

/* That it has others under it; they are in sight, or not. */
static void
add_fold(struct buf *out, const struct sidebar_entry *e)
{
	if (e->has_below)
		(void)buf_puts(out, e->is_folded ? " ▸" : " ▾");
}

struct str
sidebar_row_name(const struct sidebar_entry *e)
{
	if (e->kind == SIDEBAR_TAG)
		return e->depth ? tag_leaf(e->name) : e->name;
	return str_sub(e->name, e->own_part, e->name.n);
}

/* "#lang", and under it "/c": as that begins with no "#", tag_paint() does not know it. */
static void
draw_tag(const struct app *app, const struct name_apart *all, const struct sidebar_entry *e, struct screen *s, struct screen_box box)
{
	int color = tag_paint_color(app->tags, app->n_tags, e->name);
	int indent = e->depth < box.cols / 2 ? e->depth : box.cols / 2;
	struct buf text = { 0 };

	(void)buf_puts(&text, e->depth ? "/" : "#");
	name_apart_fit(all, &text, sidebar_row_name(e), box.cols - indent - 1 - (e->has_below ? FOLD_COLS : 0));
	add_fold(&text, e);
	screen_fit(s, box.row, box.col + indent, box.cols - indent, THEME_TAG, buf_str(&text));
	if (e->depth && color >= 0)
		screen_add_style(s, box.row, box.col, box.cols, THEME_COLOR(color));
	buf_free(&text);
}

/* What is wrong with a feed, or with one in a folder whose feeds are out of sight; a blank parts it from the name where there is room. */
static void
put_sign(struct screen *s, int row, int col, const struct sidebar_entry *e)
{
	bool is_feed = e->kind == SIDEBAR_FEED || (e->kind == SIDEBAR_FOLDER && e->is_folded);

	if (is_feed && e->state <= HEALTH_MOVED)
		(void)screen_put(s, row, col, 1, health_row_style(e->state), health_row_sign(e->state));
}

void
sidebar_row_draw(struct screen *s, struct screen_box box, const struct app *app, const struct name_apart *all,
    const struct sidebar_entry *e, bool is_shown)
{
	struct buf text = { 0 };
	int end = box.col + box.cols - 1, left = box.col + 1;

	if (e->kind != SIDEBAR_GROUP) {
		left++;
		add_counts(app, e, &text);
		if (text.n)
			end = screen_put_right(s, box.row, end, box.cols * 2 / 3, THEME_COUNT, buf_str(&text)) - 1;
	}
	if (is_shown)
		(void)screen_put(s, box.row, box.col, 1, THEME_MARKED, str_lit(">"));
	put_sign(s, box.row, box.col + (e->depth || is_shown ? 1 : 0), e);
	if (e->kind == SIDEBAR_TAG) {
		draw_tag(app, all, e, s, (struct screen_box){ box.row, left, 1, end - left });
		buf_free(&text);
		return;
	}
	buf_clear(&text);
	left += e->depth;
	name_apart_fit(all, &text, sidebar_row_name(e), end - left - (e->has_below ? FOLD_COLS : 0));
	add_fold(&text, e);
	screen_fit(s, box.row, left, end - left, name_style(e), buf_str(&text));
	buf_free(&text);
}

int
sidebar_row_cols(int screen_cols)
{
	int cols = screen_cols / 5;

	if (cols < 22)
		return 22;
	return cols > 34 ? 34 : cols;
}
