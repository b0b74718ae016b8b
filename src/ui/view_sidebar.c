#include "ui/view_sidebar.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/sidebar.h"
#include "ui/sidebar_row.h"
#include "ui/theme.h"
#include "ui/view_posts.h"

struct view_sidebar {
	struct view view;
	struct list list;
	struct sidebar rows;
	struct buf shown_name; /* what the list shows: kind and name or feed */
	enum sidebar_kind shown_kind;
	int64_t shown_feed;
	bool has_started; /* something was shown: what the last time was shown is not waited for any more */
};

/* The views as the memory calls them; of some it has the name, of feeds the permanent id. */
static const char *const kinds[] = {
	[SIDEBAR_ALL] = "all", [SIDEBAR_UNREAD] = "unread", [SIDEBAR_STARRED] = "starred", [SIDEBAR_SAVED] = "saved",
	[SIDEBAR_TAG] = "tag", [SIDEBAR_FOLDER] = "folder", [SIDEBAR_FEED] = "feed",
};

static struct view_sidebar *
self(struct view *v)
{
	return (struct view_sidebar *)v;
}

int
view_sidebar_cols(int screen_cols)
{
	int cols = screen_cols / 5;

	if (cols < 22)
		return 22;
	return cols > 34 ? 34 : cols;
}

/* Moves off a heading, downwards or else upwards. */
static void
skip_group(struct view_sidebar *b, int direction)
{
	struct list *l = &b->list;

	l->n = (int)b->rows.entries.n;
	list_go(l, l->at);
	for (int i = 0; i < 2 && b->rows.entries.v[l->at].kind == SIDEBAR_GROUP; i++, direction = -direction)
		list_go(l, l->at + direction);
}

static void
sidebar_reload(struct view *v)
{
	struct view_sidebar *b = self(v);
	struct arena old = b->rows.arena;
	struct sidebar_entry at = { 0 };
	struct err err;
	int index;

	if (b->rows.entries.n)
		at = b->rows.entries.v[b->list.at];
	b->rows.arena = (struct arena){ 0 };
	if (sidebar_read(&b->rows, v->app, &err) < 0)
		app_fail(v->app, &err);
	index = sidebar_find(&b->rows, at.kind, at.name, at.feed_id);
	if (index >= 0)
		b->list.at = index;
	arena_free(&old);
	if (b->rows.entries.n)
		skip_group(b, 1);
}

static void
sidebar_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_sidebar *b = self(v);
	int shown = sidebar_find(&b->rows, b->shown_kind, buf_str(&b->shown_name), b->shown_feed);

	b->list.n = (int)b->rows.entries.n;
	list_show(&b->list, box.rows);
	if (b->list.at == 1 && b->list.top == 1)
		b->list.top = 0; /* the first heading is seen with the first entry */
	for (int i = 0; i < box.rows && b->list.top + i < b->list.n; i++) {
		int index = b->list.top + i;

		sidebar_row_draw(s, (struct screen_box){ box.row + i, box.col, 1, box.cols }, v->app, &b->rows.entries.v[index]);
		if (index == shown)
			(void)screen_put(s, box.row + i, box.col, 1, THEME_MARKED, str_lit(">"));
		if (has_focus && index == b->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, THEME_SELECTED);
	}
}

/* False after the error has been told. */
static bool
show_query(struct view_sidebar *b, struct str query, struct str title)
{
	struct app *app = b->view.app;
	struct err err = { 0 };

	if (!view_posts_show_saved(app->views[APP_POSTS], query, title, &err))
		return true;
	app_fail(app, &err);
	return false;
}

static bool
show_posts(struct view_sidebar *b, const struct sidebar_entry *e)
{
	const struct query_view *views = b->view.app->saved.names.views;
	struct posts_view what = { .is_unread = e->kind == SIDEBAR_UNREAD, .is_starred = e->kind == SIDEBAR_STARRED };
	struct buf title = { 0 };
	bool is_shown = true;

	if (e->kind == SIDEBAR_SAVED)
		return show_query(b, views[e->saved].text, views[e->saved].name);
	if (e->kind == SIDEBAR_TAG)
		what.tag = e->name;
	what.feed_id = e->feed_id;
	(void)buf_printf(&title, "%s%.*s", e->kind == SIDEBAR_TAG ? "#" : "", STR(e->name));
	if (e->query.n)
		is_shown = show_query(b, e->query, buf_str(&title));
	else
		view_posts_show(b->view.app->views[APP_POSTS], &what, buf_str(&title));
	buf_free(&title);
	return is_shown;
}

/* The next start begins there. */
static void
remember(struct app *app, const struct sidebar_entry *e)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, "%s %.*s", kinds[e->kind], STR(e->kind == SIDEBAR_FEED ? e->uid : e->name));
	memory_put(&app->memory, "view", buf_str(&text));
	buf_free(&text);
}

/* False after the error has been told. */
static bool
open_entry(struct view_sidebar *b, const struct sidebar_entry *e)
{
	if (!show_posts(b, e))
		return false;
	b->has_started = true;
	b->view.app->list_from = APP_POSTS;
	b->shown_kind = e->kind;
	b->shown_feed = e->feed_id;
	buf_clear(&b->shown_name);
	(void)buf_add(&b->shown_name, e->name);
	remember(b->view.app, e);
	app_focus(b->view.app, APP_POSTS);
	return true;
}

static bool
open_at(struct view_sidebar *b, int index)
{
	if (index < 0)
		return false;
	b->list.at = index;
	return open_entry(b, &b->rows.entries.v[index]);
}

void
view_sidebar_step(struct view *v, int by)
{
	struct view_sidebar *b = self(v);
	int n = (int)b->rows.entries.n, step = by < 0 ? -1 : 1, left = by < 0 ? -by : by;
	int index = sidebar_find(&b->rows, b->shown_kind, buf_str(&b->shown_name), b->shown_feed), found = index;

	while (left > 0 && (index += step) >= 0 && index < n)
		if (b->rows.entries.v[index].kind != SIDEBAR_GROUP) {
			found = index;
			left--;
		}
	if (found >= 0 && left < (by < 0 ? -by : by))
		(void)open_at(b, found);
	else
		app_say(v->app, "%s", by > 0 ? tr("this is the last line of the sidebar") : tr("this is the first line of the sidebar"));
}

bool
view_sidebar_show(struct view *v, enum sidebar_kind kind, struct str name)
{
	struct view_sidebar *b = self(v);

	return open_at(b, sidebar_find(&b->rows, kind, name, 0));
}

void
view_sidebar_show_feed(struct view *v, int64_t feed_id)
{
	struct view_sidebar *b = self(v);
	int index = sidebar_find(&b->rows, SIDEBAR_FEED, STR_NONE, feed_id);
	struct arena a = { 0 };
	struct feeds_row feed;
	struct err err;

	if (index >= 0)
		(void)open_at(b, index);
	else if (feeds_get(v->app->store, &a, feed_id, &feed, &err) < 0)
		app_fail(v->app, &err);
	else /* out of sight, in a folder */
		(void)open_entry(b, &(struct sidebar_entry){ .kind = SIDEBAR_FEED, .name = feed.name, .uid = feed.uid, .feed_id = feed_id });
	arena_free(&a);
}

void
view_sidebar_show_tag(struct view *v, struct str name)
{
	struct view_sidebar *b = self(v);
	int index = sidebar_find(&b->rows, SIDEBAR_TAG, name, 0);
	struct arena a = { 0 };

	if (index < 0)
		index = sidebar_find(&b->rows, SIDEBAR_FOLDER, name, 0);
	if (index >= 0)
		(void)open_at(b, index);
	else /* out of sight, under another */
		(void)open_entry(b, &(struct sidebar_entry){ .kind = SIDEBAR_TAG, .name = name, .query = sidebar_tag_query(&a, name, true) });
	arena_free(&a);
}

/* The entry that the memory names, -1 for none. */
static int
find_remembered(const struct view_sidebar *b)
{
	struct str text = memory_get(&b->view.app->memory, "view"), kind, name;

	if (!str_cut(text, ' ', &kind, &name)) {
		kind = text;
		name = STR_NONE;
	}
	for (size_t i = 0; i < b->rows.entries.n; i++) {
		const struct sidebar_entry *e = &b->rows.entries.v[i];

		if (e->kind == SIDEBAR_GROUP || !str_is(kind, kinds[e->kind]))
			continue;
		if (e->kind <= SIDEBAR_STARRED || str_eq(e->kind == SIDEBAR_FEED ? e->uid : e->name, name))
			return (int)i;
	}
	return -1;
}

bool
view_sidebar_start(struct view *v)
{
	struct view_sidebar *b = self(v);

	return !b->has_started && open_at(b, find_remembered(b));
}

/* Folds what the cursor is on, or what it stands under. */
static void
fold(struct view_sidebar *b)
{
	int index = b->list.at;

	if (!b->rows.entries.v[index].has_below)
		index = sidebar_above(&b->rows, index);
	if (index < 0)
		return;
	b->list.at = index;
	sidebar_fold(b->view.app, &b->rows.entries.v[index], !b->rows.entries.v[index].is_folded);
	b->view.ops->reload(&b->view);
}

static void
fold_all(struct view_sidebar *b, bool is_folded)
{
	for (int above = sidebar_above(&b->rows, b->list.at); is_folded && above >= 0; above = sidebar_above(&b->rows, above))
		b->list.at = above;
	for (size_t i = 0; i < b->rows.entries.n; i++)
		if (b->rows.entries.v[i].has_below)
			sidebar_fold(b->view.app, &b->rows.entries.v[i], is_folded);
	b->view.ops->reload(&b->view);
}

static bool
sidebar_act(struct view *v, enum action action, int count)
{
	struct view_sidebar *b = self(v);
	int at = b->list.at;

	b->list.n = (int)b->rows.entries.n;
	if (list_act(&b->list, action, count)) {
		skip_group(b, b->list.at < at ? -1 : 1);
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
		if (b->rows.entries.n)
			(void)open_at(b, b->list.at);
		return true;
	case ACTION_FOLD:
		if (b->rows.entries.n)
			fold(b);
		return true;
	case ACTION_FOLD_ALL:
	case ACTION_UNFOLD_ALL:
		if (b->rows.entries.n)
			fold_all(b, action == ACTION_FOLD_ALL);
		return true;
	case ACTION_BACK:
	case ACTION_CLEAR_FILTER:
	case ACTION_SIDEBAR:
		app_focus(v->app, APP_POSTS);
		return true;
	case ACTION_LEFT:
		return true;
	default:
		return false;
	}
}

static void
sidebar_status(struct view *v, struct buf *left, struct buf *right)
{
	(void)v;
	(void)right;
	(void)buf_puts(left, tr("Sidebar"));
}

static void
free_view(struct view *v)
{
	struct view_sidebar *b = self(v);

	sidebar_free(&b->rows);
	buf_free(&b->shown_name);
	free(b);
}

struct list *
view_sidebar_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops sidebar_ops = { 'S', sidebar_draw, sidebar_act, sidebar_reload, sidebar_status, free_view };

struct view *
view_sidebar_new(struct app *app)
{
	struct view_sidebar *b = mem_zalloc(1, sizeof *b);

	b->view = (struct view){ &sidebar_ops, app };
	b->shown_kind = SIDEBAR_ALL;
	b->list.at = 1;
	return &b->view;
}
