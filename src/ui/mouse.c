#include "ui/mouse.h"

#include "base/clock.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/input.h"
#include "ui/list.h"
#include "ui/view_article.h"
#include "ui/view_catalog.h"
#include "ui/view_health.h"
#include "ui/view_help.h"
#include "ui/view_links.h"
#include "ui/view_messages.h"
#include "ui/view_outline.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"
#include "ui/view_tags.h"

static bool
is_in(struct screen_box box, int row, int col)
{
	return row >= box.row && row < box.row + box.rows && col >= box.col && col < box.col + box.cols;
}

/* The view that is seen there, APP_VIEWS for none: the outline may lie over another. */
static enum app_view
view_at(const struct app *app, int row, int col)
{
	enum app_view view = APP_OUTLINE;

	if (is_in(app->boxes[view], row, col))
		return view;
	for (view = 0; view < APP_VIEWS; view++)
		if (is_in(app->boxes[view], row, col))
			break;
	return view;
}

/* The rows that a view shows from the first of its box on, NULL for one that is no list. */
static struct list *
list_of(struct app *app, enum app_view view)
{
	static struct list *(*const lists[APP_VIEWS])(struct view *v) = {
		[APP_SIDEBAR] = view_sidebar_list, [APP_POSTS] = view_posts_list, [APP_OUTLINE] = view_outline_list,
		[APP_HELP] = view_help_list, [APP_CATALOG] = view_catalog_list, [APP_HEALTH] = view_health_list,
		[APP_MESSAGES] = view_messages_list, [APP_TAGS] = view_tags_list, [APP_LINKS] = view_links_list,
	};

	return lists[view] ? lists[view](app->views[view]) : NULL;
}

/* Moves the cursor of a list as its keys would, so that what the view does then is done. */
static void
go(struct view *v, struct list *l, int at)
{
	enum action action = at > l->at ? ACTION_DOWN : ACTION_UP;

	for (int left = at > l->at ? at - l->at : l->at - at, before; left > 0 && l->at != at; left--) {
		before = l->at;
		(void)v->ops->act(v, action, 0);
		if (l->at == before)
			break;
	}
}

static int
clamp(int value, int min, int max)
{
	return value < min ? min : value > max ? max : value;
}

/* The rows move under the pointer; the cursor comes along only where it would be out of sight. */
static void
scroll_list(struct view *v, struct list *l, int by)
{
	int last = l->n > l->rows ? l->n - l->rows : 0, top = clamp(l->top + by, 0, last);

	go(v, l, clamp(l->at, top, top + l->rows - 1));
	l->top = top;
}

static void
scroll(struct app *app, enum app_view view, int by)
{
	struct view *v = app->views[view];
	struct list *l = list_of(app, view);

	if (l)
		scroll_list(v, l, by);
	else
		(void)v->ops->act(v, by > 0 ? ACTION_DOWN : ACTION_UP, by > 0 ? by : -by);
}

/* Whether one click opens: where there is nothing else to do with a row. */
static bool
opens_at_once(enum app_view view)
{
	return view == APP_SIDEBAR || view == APP_OUTLINE;
}

static void
click_list(struct app *app, enum app_view view, struct list *l, int row, bool is_double)
{
	struct view *v = app->views[view];
	int index;

	row /= l->lines ? l->lines : 1;
	index = l->top + row;
	if (row >= l->rows || index >= l->n)
		return;
	go(v, l, index);
	if (l->at == index && (is_double || opens_at_once(view)) && !v->ops->act(v, ACTION_OPEN, 0))
		command_run(app, ACTION_OPEN, 0);
}

/* The parts of the first row: the name shows the keys, the number what is unread, the sync starts one. */
static void
click_bar(struct app *app, int col)
{
	if (app->focus == APP_HELP || app->focus == APP_CATALOG)
		return;
	if (col < app->mouse.bar_unread) {
		command_run(app, ACTION_HELP, 0);
	} else if (col < app->mouse.bar_sync) {
		(void)view_sidebar_show(app->views[APP_SIDEBAR], SIDEBAR_UNREAD, STR_NONE);
	} else if (!job_is_running(&app->job)) {
		command_run(app, ACTION_SYNC_ALL, 0);
	}
}

static void
click(struct app *app, int row, int col, bool is_double)
{
	enum app_view view = view_at(app, row, col);

	buf_clear(&app->message);
	keys_reset(&app->keys);
	if (row == 0)
		click_bar(app, col);
	if (view == APP_VIEWS)
		return;
	if (view != app->focus)
		app_focus(app, view);
	row -= app->boxes[view].row;
	if (view == APP_ARTICLE)
		view_article_click(app->views[view], row, col - app->boxes[view].col);
	else if (list_of(app, view))
		click_list(app, view, list_of(app, view), row, is_double);
}

static void
release(struct app *app, int row, int col)
{
	struct mouse *m = &app->mouse;
	int64_t now = clock_mono_ms();
	bool is_double = m->clicked_ms && now - m->clicked_ms <= MOUSE_DOUBLE_MS && row == m->clicked_row && col == m->clicked_col;

	if (!m->is_down || row != m->row || col != m->col)
		return;
	m->is_down = false;
	m->clicked_ms = is_double ? 0 : now;
	m->clicked_row = row;
	m->clicked_col = col;
	click(app, row, col, is_double);
}

void
mouse_key(struct app *app, int32_t key)
{
	int row, col;
	enum input_mouse what = input_mouse(key, &row, &col);
	enum app_view view = view_at(app, row, col);

	if (app->asking)
		return;
	switch (what) {
	case INPUT_MOUSE_PRESS:
		app->mouse.row = row;
		app->mouse.col = col;
		app->mouse.is_down = true;
		break;
	case INPUT_MOUSE_RELEASE:
		release(app, row, col);
		app->mouse.is_down = false;
		break;
	default:
		if (view < APP_VIEWS)
			scroll(app, view, what == INPUT_MOUSE_DOWN ? MOUSE_WHEEL_ROWS : -MOUSE_WHEEL_ROWS);
	}
}
