#include "ui/view_help.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/help_rows.h"
#include "ui/list.h"
#include "ui/paragraph.h"
#include "ui/status.h"
#include "ui/theme.h"

struct view_help {
	struct view view;
	struct list list;
	struct help_rows help;
	struct narrow narrow;
};

enum { KEYS_COLS = 22, NAME_COLS = 16, NAMES_FROM = 90, NARROW_BELOW = 60, TOLD_ROWS = 4 /* at most, below the list */ };

static struct view_help *
self(struct view *v)
{
	return (struct view_help *)v;
}

static void
make(struct view_help *h)
{
	const struct app *app = h->view.app;

	help_rows_make(&h->help, app, app->views[trail_before(app)]->ops->letter, &h->narrow);
	h->list = (struct list){ .n = (int)h->help.rows.n, .rows = h->list.rows };
}

static void
narrowed(struct view *v)
{
	make(self(v));
}

void
view_help_open(struct view *v)
{
	struct view_help *h = self(v);

	trail_open(v->app, APP_HELP);
	buf_clear(&h->narrow.words);
	make(h);
}

void
view_help_find(struct view *v, struct str words)
{
	narrow_set(&self(v)->narrow, words);
}

static int
keys_cols(int cols)
{
	return cols < NARROW_BELOW ? cols / 4 : KEYS_COLS;
}

static int
names_cols(int cols)
{
	return cols >= NAMES_FROM ? NAME_COLS + 1 : 0;
}

/* Whether the row has no room for all of its keys or text. */
static bool
is_cut(const struct help_row *row, int cols)
{
	if (row->is_heading || (!row->name.n && !row->keys.n))
		return width_str(row->text) > cols - 2;
	return width_str(row->keys) > keys_cols(cols) || width_str(row->text) > cols - 3 - keys_cols(cols) - names_cols(cols);
}

static void
draw_row(struct screen *s, struct screen_box box, const struct help_row *row)
{
	int keys = keys_cols(box.cols), col = box.col + 2;

	if (row->is_heading || !row->name.n) {
		screen_fit(s, box.row, row->is_heading ? box.col + 1 : col, box.cols - 2, row->is_heading ? THEME_GROUP : THEME_TEXT, row->text);
		return;
	}
	screen_fit(s, box.row, col, keys, THEME_KEY, row->keys);
	col += keys + 1;
	if (box.cols >= NAMES_FROM) {
		screen_fit(s, box.row, col, NAME_COLS, THEME_MUTED, row->name);
		col += NAME_COLS + 1;
	}
	screen_fit(s, box.row, col, box.col + box.cols - col, THEME_TEXT, row->text);
}

/* What the row under the cursor has no room for is told whole in the last rows of the box. Returns the rows that are left. */
static int
draw_told(const struct view_help *h, struct screen *s, struct screen_box box)
{
	const struct help_row *row = h->list.n ? &h->help.rows.v[h->list.at] : NULL;
	struct buf text = { 0 };
	int rows;

	if (!row || !is_cut(row, box.cols))
		return box.rows;
	(void)buf_printf(&text, "%.*s%s%.*s", STR(row->keys), row->keys.n ? ": " : "", STR(row->text));
	rows = paragraph_rows(buf_str(&text), box.cols - 2);
	if (rows > TOLD_ROWS)
		rows = TOLD_ROWS;
	if (rows > box.rows / 2)
		rows = box.rows / 2;
	box.row += box.rows - rows;
	screen_fill(s, (struct screen_box){ box.row, box.col, rows, box.cols }, THEME_BAR);
	(void)paragraph_draw(s, (struct screen_box){ box.row, box.col + 1, rows, box.cols - 2 }, THEME_BAR, buf_str(&text));
	buf_free(&text);
	return box.rows - rows;
}

static void
help_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_help *h = self(v);

	(void)has_focus;
	box.rows = draw_told(h, s, box);
	list_show(&h->list, box.rows);
	if (!h->list.n)
		(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 }, THEME_TEXT,
			str_of(tr("Nothing in the help matches. F shows all again.")));
	for (int i = 0; i < box.rows && h->list.top + i < h->list.n; i++) {
		struct screen_box row = { box.row + i, box.col, 1, box.cols };

		draw_row(s, row, &h->help.rows.v[h->list.top + i]);
		if (h->list.top + i == h->list.at)
			screen_add_style(s, row.row, row.col, row.cols, THEME_SELECTED);
	}
}

static bool
help_act(struct view *v, enum action action, int count)
{
	struct view_help *h = self(v);

	if (list_act(&h->list, action, count))
		return true;
	switch (action) {
	case ACTION_FILTER:
		narrow_ask(v->app, &h->narrow);
		return true;
	case ACTION_CLEAR_FILTER:
		(void)narrow_clear(&h->narrow);
		return true;
	case ACTION_BACK:
	case ACTION_LEFT:
		trail_close(v->app);
		return true;
	default:
		return false;
	}
}

static void
help_reload(struct view *v)
{
	(void)v;
}

static void
help_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_help *h = self(v);

	if (h->narrow.words.n)
		(void)buf_printf(left, tr("Keys: %.*s"), STR(buf_str(&h->narrow.words)));
	else
		(void)buf_puts(left, tr("Keys"));
	status_list(v->app, left, right, h->narrow.words.n ? tr("F: all") : tr("q: back, /: find"), &h->list);
}

static void
help_free(struct view *v)
{
	struct view_help *h = self(v);

	help_rows_free(&h->help);
	narrow_free(&h->narrow);
	free(h);
}

struct list *
view_help_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops help_ops = { 'H', help_draw, help_act, help_reload, help_status, help_free };

struct view *
view_help_new(struct app *app)
{
	struct view_help *h = mem_zalloc(1, sizeof *h);

	h->view = (struct view){ &help_ops, app };
	narrow_init(&h->narrow, &h->view, narrowed);
	return &h->view;
}
