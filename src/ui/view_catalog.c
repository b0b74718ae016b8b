#include "ui/view_catalog.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/blog_row.h"
#include "ui/blogs.h"
#include "ui/list.h"
#include "ui/paragraph.h"
#include "ui/status.h"
#include "ui/theme.h"

/* More feeds at once than these are asked about. */
enum { MANY = 10 };

struct view_catalog {
	struct view view;
	struct list list;
	struct blogs blogs;
	struct buf before;   /* the filter when its prompt was opened */
	struct buf question, label;
	bool is_for_marked;  /* what the question is about; else all shown */
};

static struct view_catalog *
self(struct view *v)
{
	return (struct view_catalog *)v;
}

static struct view_catalog *
of_app(struct app *app)
{
	return self(app->views[APP_CATALOG]);
}

static const struct catalog_row *
current(const struct view_catalog *c)
{
	return c->list.at < c->list.n ? c->blogs.rows[c->list.at] : NULL;
}

/* Other rows are shown: from the first on. */
static void
restart(struct view_catalog *c)
{
	c->list = (struct list){ .n = (int)c->blogs.n, .rows = c->list.rows };
}

static void
set_filter(struct view_catalog *c, struct str words)
{
	blogs_filter(&c->blogs, words);
	restart(c);
}

/* What the prompt is called: it says which kind alone is searched. */
static const char *
find_label(struct view_catalog *c)
{
	buf_clear(&c->label);
	if (c->blogs.kind)
		(void)buf_printf(&c->label, tr("Find (%s): "), tr(c->blogs.kind->label));
	else
		(void)buf_puts(&c->label, tr("Find: "));
	return buf_cstr(&c->label);
}

void
view_catalog_open(struct view *v)
{
	struct view_catalog *c = self(v);
	struct err err = { 0 };

	if (blogs_load(&c->blogs, v->app->store, &err) < 0) {
		app_fail(v->app, &err);
		return;
	}
	c->list.n = (int)c->blogs.n;
	trail_open(v->app, APP_CATALOG);
	if (c->blogs.all.n_problems)
		app_say(v->app, "%.*s", STR(c->blogs.all.problems[0]));
}

static void
catalog_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_catalog *c = self(v);
	struct blog_row w = blog_row_columns(box.cols);

	list_show(&c->list, box.rows);
	if (!c->list.n)
		(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 }, THEME_TEXT,
			str_of(tr("No blog matches. F shows all again.")));
	for (int i = 0; i < box.rows && c->list.top + i < c->list.n; i++) {
		int index = c->list.top + i;
		const struct catalog_row *row = c->blogs.rows[index];

		blog_row_draw(s, (struct screen_box){ box.row + i, box.col, 1, box.cols }, &w, row, blogs_is_subscribed(&c->blogs, row),
			blogs_is_marked(&c->blogs, row));
		if (index == c->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
}

static void
subscribe(struct view_catalog *c, const struct catalog_row *const *rows, size_t n)
{
	struct app *app = c->view.app;
	struct err err = { 0 };
	size_t added;

	if (!n) {
		app_say(app, "%s", tr("subscribed already"));
		return;
	}
	if (blogs_subscribe(&c->blogs, app->store, rows, n, &added, &err) < 0) {
		app_fail(app, &err);
		return;
	}
	marks_clear(&c->blogs.marks);
	app_reload(app);
	app_say(app, tr_n("subscribed to %zu feed (u: undo, R: fetch its posts)", "subscribed to %zu feeds (u: undo, R: fetch their posts)", added),
		added);
}

static void subscribe_some(struct view_catalog *c, bool is_for_marked, bool is_sure);

static void
confirm(struct app *app, bool is_yes)
{
	if (is_yes)
		subscribe_some(of_app(app), of_app(app)->is_for_marked, true);
	else
		app_say(app, "%s", tr("nothing was subscribed"));
}

static const struct ask many_ask = { .chosen = confirm };

/* The marked blogs, or all shown; many only after a question. */
static void
subscribe_some(struct view_catalog *c, bool is_for_marked, bool is_sure)
{
	const struct catalog_row **rows;
	struct arena a = { 0 };
	size_t n = is_for_marked ? blogs_marked(&c->blogs, &a, &rows) : blogs_shown(&c->blogs, &a, &rows);

	if (!is_for_marked && !c->blogs.n) {
		app_say(c->view.app, "%s", tr("no blog is shown here to subscribe to"));
	} else if (n > MANY && !is_sure) {
		c->is_for_marked = is_for_marked;
		buf_clear(&c->question);
		(void)buf_printf(&c->question, tr_n("Add %zu feed? y/n: ", "Add %zu feeds? y/n: ", n), n);
		ask_open(c->view.app, &many_ask, buf_cstr(&c->question), STR_NONE);
	} else {
		subscribe(c, rows, n);
	}
	arena_free(&a);
}

/* The marked blogs, else the one under the cursor. */
static void
subscribe_current(struct view_catalog *c)
{
	const struct catalog_row *row = current(c);

	if (c->blogs.marks.ids.n)
		subscribe_some(c, true, false);
	else if (row)
		subscribe(c, &row, blogs_is_subscribed(&c->blogs, row) ? 0 : 1);
}

static void
mark(struct view_catalog *c, int count)
{
	for (int i = 0; i < (count ? count : 1) && current(c); i++) {
		int at = c->list.at;

		blogs_toggle(&c->blogs, current(c));
		list_go(&c->list, at + 1);
		if (c->list.at == at)
			return;
	}
}

static void
browse(struct view_catalog *c)
{
	const struct catalog_row *row = current(c);

	if (row)
		browser_show(c->view.app, row->site);
}

/* While the filter is typed, what the words find so far is shown. */
static void
find_typed(struct app *app, struct str words)
{
	set_filter(of_app(app), words);
}

static int
find_done(struct app *app, struct str words)
{
	set_filter(of_app(app), words);
	return 0;
}

static void
find_dropped(struct app *app)
{
	set_filter(of_app(app), buf_str(&of_app(app)->before));
}

static void
next_kind(struct view_catalog *c)
{
	blogs_next_kind(&c->blogs);
	restart(c);
}

static void
find_next_kind(struct app *app, int step)
{
	(void)step;
	next_kind(of_app(app));
	prompt_label(&app->prompt, find_label(of_app(app)));
}

static const struct ask find_ask = { .done = find_done, .typed = find_typed, .tab = find_next_kind, .dropped = find_dropped };

static void
ask_filter(struct view_catalog *c)
{
	buf_clear(&c->before);
	(void)buf_add(&c->before, buf_str(&c->blogs.filter));
	ask_open(c->view.app, &find_ask, find_label(c), buf_str(&c->before));
}

static void
clear(struct view_catalog *c)
{
	if (c->blogs.marks.ids.n) {
		marks_clear(&c->blogs.marks);
	} else if (c->blogs.filter.n || c->blogs.kind) {
		c->blogs.kind = NULL;
		set_filter(c, STR_NONE);
	}
}

static bool
catalog_act(struct view *v, enum action action, int count)
{
	struct view_catalog *c = self(v);

	if (list_act(&c->list, action, count))
		return true;
	switch (action) {
	case ACTION_SUBSCRIBE:
		subscribe_current(c);
		return true;
	case ACTION_SUBSCRIBE_ALL:
		subscribe_some(c, false, false);
		return true;
	case ACTION_MARK:
		mark(c, count);
		return true;
	case ACTION_MARK_ALL:
		blogs_toggle_all(&c->blogs);
		return true;
	case ACTION_NEXT_KIND:
		next_kind(c);
		return true;
	case ACTION_FILTER:
		ask_filter(c);
		return true;
	case ACTION_CLEAR_FILTER:
		clear(c);
		return true;
	case ACTION_BROWSER:
		browse(c);
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
catalog_reload(struct view *v)
{
	struct view_catalog *c = self(v);
	struct err err = { 0 };

	if (c->blogs.is_loaded && blogs_refresh(&c->blogs, v->app->store, &err) < 0)
		app_fail(v->app, &err);
}

static void
catalog_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_catalog *c = self(v);

	(void)buf_puts(left, tr("Catalogue"));
	if (c->blogs.kind)
		status_add(left, str_of(tr(c->blogs.kind->label)));
	if (c->blogs.filter.n)
		status_add(left, buf_str(&c->blogs.filter));
	if (c->blogs.marks.ids.n)
		(void)buf_printf(right, tr("%zu marked"), c->blogs.marks.ids.n);
	status_list(v->app, left, right, c->blogs.filter.n ? tr("Enter: subscribe, F: all, Tab: kinds") :
		tr("Enter: subscribe, /: find, Tab: kinds"), &c->list);
}

static void
catalog_free(struct view *v)
{
	struct view_catalog *c = self(v);

	blogs_free(&c->blogs);
	buf_free(&c->before);
	buf_free(&c->question);
	buf_free(&c->label);
	free(c);
}

struct list *
view_catalog_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops catalog_ops = { 'C', catalog_draw, catalog_act, catalog_reload, catalog_status, catalog_free };

struct view *
view_catalog_new(struct app *app)
{
	struct view_catalog *c = mem_zalloc(1, sizeof *c);

	c->view = (struct view){ &catalog_ops, app };
	return &c->view;
}
