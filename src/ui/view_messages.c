#include "ui/view_messages.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/tr.h"
#include "text/date.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/paragraph.h"
#include "ui/status.h"
#include "ui/theme.h"

enum { DATE_COLS = 5, DATE_MAX = 13, FEW = 3, MANY = 6, MANY_FROM = 16 };

struct view_messages {
	struct view view;
	struct list list;
	size_t shown[MESSAGES_MAX]; /* list.n of them: what the words find */
	struct narrow narrow;
};

static struct view_messages *
self(struct view *v)
{
	return (struct view_messages *)v;
}

/* Shows what the words find. */
static void
pick(struct view_messages *m)
{
	const struct messages *all = &m->view.app->messages;

	m->list.n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct str text = buf_str(&messages_at(all, i)->text);

		if (narrow_has(&m->narrow, &text, 1))
			m->shown[m->list.n++] = i;
	}
	list_go(&m->list, m->list.at);
}

static void
narrowed(struct view *v)
{
	pick(self(v));
	list_go(&self(v)->list, self(v)->list.n - 1);
}

void
view_messages_open(struct view *v)
{
	narrowed(v);
	trail_open(v->app, APP_MESSAGES);
}

static const struct messages_one *
at(const struct view_messages *m, int index)
{
	return messages_at(&m->view.app->messages, m->shown[index]);
}

static void
draw_row(struct screen *s, struct screen_box box, const struct messages_one *one, int date_cols)
{
	unsigned style = one->is_error ? THEME_ERROR : THEME_TEXT;
	int col = box.col + 1, end = box.col + box.cols - 1;
	struct buf text = { 0 };

	date_list_clock(&text, one->time, clock_now());
	screen_fit(s, box.row, col, date_cols, THEME_DATE, buf_str(&text));
	col += date_cols + 1;
	if (one->is_error)
		(void)screen_put(s, box.row, col, 1, style, str_lit("!"));
	col += 2;
	if (one->times > 1) {
		buf_clear(&text);
		(void)buf_printf(&text, "×%zu", one->times);
		end = screen_put_right(s, box.row, end, box.cols / 4, THEME_COUNT, buf_str(&text)) - 1;
	}
	screen_fit(s, box.row, col, end - col, style, buf_str(&one->text));
	buf_free(&text);
}

/* As wide as the times of the rows in sight: a day is named where it is not today. */
static int
widest_date(const struct view_messages *m, int rows)
{
	struct buf text = { 0 };
	int cols = DATE_COLS;

	for (int i = m->list.top; i < m->list.n && i < m->list.top + rows; i++) {
		int date;

		buf_clear(&text);
		date_list_clock(&text, at(m, i)->time, clock_now());
		date = width_str(buf_str(&text));
		if (date > cols)
			cols = date;
	}
	buf_free(&text);
	return cols < DATE_MAX ? cols : DATE_MAX;
}

/* The whole of the one under the cursor. */
static void
draw_detail(struct screen *s, struct screen_box box, const struct messages_one *one)
{
	struct buf text = { 0 };

	date_full(&text, one->time);
	screen_pad(s, box.row, box.col, box.cols, THEME_BAR, STR_NONE);
	screen_fit(s, box.row, box.col + 1, box.cols - 2, THEME_BAR, buf_str(&text));
	(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 1, box.rows - 1, box.cols - 2 },
		one->is_error ? THEME_ERROR : THEME_TEXT, buf_str(&one->text));
	buf_free(&text);
}

static void
messages_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_messages *m = self(v);
	int below = box.rows < MANY_FROM ? FEW : MANY, rows = box.rows - below, dates;
	bool is_last = m->list.at == m->list.n - 1;

	pick(m);
	if (is_last)
		list_go(&m->list, m->list.n - 1); /* it follows what is said meanwhile */
	list_show(&m->list, rows);
	if (!m->list.n) {
		(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 }, THEME_TEXT,
			str_of(m->narrow.words.n ? tr("No message matches. F shows all again.") : tr("Nothing was said yet.")));
		return;
	}
	dates = widest_date(m, rows);
	for (int i = 0; i < rows && m->list.top + i < m->list.n; i++) {
		draw_row(s, (struct screen_box){ box.row + i, box.col, 1, box.cols }, at(m, m->list.top + i), dates);
		if (m->list.top + i == m->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	draw_detail(s, (struct screen_box){ box.row + rows, box.col, below, box.cols }, at(m, m->list.at));
}

static bool
messages_act(struct view *v, enum action action, int count)
{
	struct view_messages *m = self(v);

	pick(m);
	if (list_act(&m->list, action, count))
		return true;
	switch (action) {
	case ACTION_FILTER:
		narrow_ask(v->app, &m->narrow);
		return true;
	case ACTION_CLEAR_FILTER:
		(void)narrow_clear(&m->narrow);
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
messages_reload(struct view *v)
{
	(void)v;
}

static void
messages_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_messages *m = self(v);

	(void)buf_puts(left, tr("Messages"));
	if (m->narrow.words.n)
		status_add(left, buf_str(&m->narrow.words));
	status_list(v->app, left, right, m->narrow.words.n ? tr("F: all") : tr("q: back, /: find"), &m->list);
}

static void
free_view(struct view *v)
{
	narrow_free(&self(v)->narrow);
	free(self(v));
}

struct list *
view_messages_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops messages_ops = {
	'M', messages_draw, messages_act, messages_reload, messages_status, free_view,
};

struct view *
view_messages_new(struct app *app)
{
	struct view_messages *m = mem_zalloc(1, sizeof *m);

	m->view = (struct view){ &messages_ops, app };
	narrow_init(&m->narrow, &m->view, narrowed);
	return &m->view;
}
