#include "ui/view_sidebar.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/sidebar.h"
#include "ui/sidebar_act.h"
#include "ui/sidebar_count.h"
#include "ui/sidebar_draw.h"
#include "ui/sidebar_fold.h"
#include "ui/sidebar_memory.h"
#include "ui/sidebar_show.h"
#include "ui/sidebar_step.h"
#include "ui/status.h"
#include "ui/theme.h"
#include "ui/view_posts.h"
#include "ui/view_posts_draw.h"

enum { WEIGHT_MAX = 1000 }; /* of what is read before the next frame: half of one */

struct view_sidebar {
	struct view view;
	struct list list;
	struct sidebar rows;
	struct sidebar_entry shown; /* what the list shows, in the arena */
	struct arena shown_arena;
	struct kept kept;
	struct narrow find; /* the words by which rows are found */
	bool is_due;      /* its numbers are still to be read */
	bool has_started; /* something was shown: what the last time was shown is not waited for any more */
};

static struct view_sidebar *
self(const struct view *v)
{
	union {
		const struct view *view;
		struct view_sidebar *sidebar;
	} u = { v };

	return u.sidebar;
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
	struct err err;
	int rc = sidebar_renew(&b->rows, v->app, &b->list.at, &err);

	b->is_due = rc < 0 && err.code == ERR_STOPPED;
	if (rc < 0 && !b->is_due)
		app_fail(v->app, &err);
	if (b->rows.entries.n)
		skip_group(b, 1);
}

void
view_sidebar_follow(struct view *v)
{
	const struct posts_view unread = { .is_unread = true };
	struct view_sidebar *b = self(v);

	if (b->rows.weight <= WEIGHT_MAX) {
		sidebar_reload(v);
	} else {
		(void)posts_count(v->app->store, &unread, &v->app->unread, NULL);
		b->is_due = true;
	}
}

void
view_sidebar_show_read(struct view *v, const struct posts_row *post)
{
	sidebar_count_show(&self(v)->rows, v->app, post);
}

bool
view_sidebar_read(struct view *v, const struct posts_row *post)
{
	struct view_sidebar *b = self(v);
	bool is_other = true;
	struct err err;

	if (b->is_due || b->rows.weight > WEIGHT_MAX + (int64_t)v->app->n_feeds)
		view_sidebar_follow(v);
	else if (sidebar_count_read(&b->rows, v->app, post, &is_other, &err) < 0)
		app_fail(v->app, &err);
	return is_other;
}

bool
view_sidebar_due(const struct view *v)
{
	return self(v)->is_due;
}

void
view_sidebar_run(struct view *v, bool (*wants_stop)(void *user), void *user)
{
	store_watch(v->app->store, wants_stop, user);
	sidebar_reload(v);
	store_watch(v->app->store, NULL, NULL);
}

/* The row of what is shown, -1 where it has none. */
static int
shown_at(const struct view_sidebar *b)
{
	return sidebar_find(&b->rows, b->shown.kind, b->shown.name, b->shown.feed_id);
}

static void
sidebar_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_sidebar *b = self(v);

	b->list.n = (int)b->rows.entries.n;
	list_show(&b->list, box.rows);
	if (b->list.at == 1 && b->list.top == 1)
		b->list.top = 0; /* the first heading is seen with the first entry */
	sidebar_draw_rows(s, box, v->app, &(struct sidebar_drawn){ &b->rows, &b->list, &b->kept, shown_at(b) });
	if (has_focus && b->list.n)
		screen_add_style(s, box.row + b->list.at - b->list.top, box.col, box.cols, THEME_SELECTED);
}

static void
set_shown(struct view_sidebar *b, const struct sidebar_entry *e)
{
	struct arena a = { 0 };

	b->shown = sidebar_copy(&a, e);
	arena_free(&b->shown_arena);
	b->shown_arena = a;
}

/* False after the error has been told. */
static bool
open_entry(struct view_sidebar *b, const struct sidebar_entry *e)
{
	if (!sidebar_show(b->view.app, e))
		return false;
	b->has_started = true;
	set_shown(b, e);
	sidebar_memory_put(b->view.app, &b->shown); /* the next start begins there */
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

/* Whether the program gave it its name. */
static bool
is_ours(const struct sidebar_entry *e)
{
	return e->kind == SIDEBAR_ALL || e->kind == SIDEBAR_UNREAD || e->kind == SIDEBAR_STARRED;
}

void
view_sidebar_translate(struct view *v)
{
	struct view_sidebar *b = self(v);
	int at;

	if (!b->rows.entries.n || str_is(b->rows.entries.v[0].name, tr("Views")))
		return;
	sidebar_reload(v);
	at = shown_at(b);
	if (at < 0 || !is_ours(&b->shown))
		return;
	set_shown(b, &b->rows.entries.v[at]);
	view_posts_draw_as(v->app->views[APP_POSTS], b->shown.name);
}

/* What the user picks. */
static bool
pick(struct view_sidebar *b, int index)
{
	struct app *app = b->view.app;

	if (index < 0)
		return false;
	trail_pick(app);
	if (open_at(b, index)) {
		trail_picked(app);
		return true;
	}
	(void)trail_back(app);
	return false;
}

const struct sidebar_entry *
view_sidebar_shown(const struct view *v)
{
	return &self(v)->shown;
}

bool
view_sidebar_return(struct view *v, const struct sidebar_entry *e)
{
	struct view_sidebar *b = self(v);
	int index = sidebar_find(&b->rows, e->kind, e->name, e->feed_id);

	return index < 0 && e->kind != SIDEBAR_SAVED ? open_entry(b, e) : open_at(b, index);
}

void
view_sidebar_step(struct view *v, int by)
{
	struct view_sidebar *b = self(v);
	int at = sidebar_step(&b->rows, shown_at(b), by);

	if (at >= 0)
		(void)pick(b, at);
	else
		app_say(v->app, "%s", by > 0 ? tr("this is the last line of the sidebar") : tr("this is the first line of the sidebar"));
}

void
view_sidebar_step_unread(struct view *v, int by)
{
	struct view_sidebar *b = self(v);
	int at = sidebar_step_unread(&b->rows, shown_at(b), by);

	if (at >= 0)
		(void)pick(b, at);
	else
		app_say(v->app, "%s", tr("no other feed has unread posts"));
}

bool
view_sidebar_show(struct view *v, enum sidebar_kind kind, struct str name)
{
	struct view_sidebar *b = self(v);

	return pick(b, sidebar_find(&b->rows, kind, name, 0));
}

bool
view_sidebar_start(struct view *v)
{
	struct view_sidebar *b = self(v);

	if (b->has_started || !open_at(b, sidebar_memory_find(v->app, &b->rows)))
		return false;
	if (b->shown.kind != SIDEBAR_FEED && !listing_total(view_posts_listing(v->app->views[APP_POSTS])))
		(void)view_sidebar_return(v, &(struct sidebar_entry){ .kind = SIDEBAR_ALL }); /* an empty feed says why it is so */
	return true;
}

/* To the next row with the words, past the end to the other end. */
static void
go_found(struct view_sidebar *b, int by)
{
	int at = sidebar_step_found(&b->rows, &b->find, b->list.at, by);

	if (at >= 0)
		b->list.at = at;
	else
		app_say(b->view.app, "%s", tr("no line of the sidebar has that"));
}

/* While it is typed. */
static void
find_changed(struct view *v)
{
	struct view_sidebar *b = self(v);
	int at = b->find.words.n ? sidebar_step_found(&b->rows, &b->find, b->list.at - 1, 1) : -1;

	if (at >= 0)
		b->list.at = at;
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
			(void)pick(b, b->list.at);
		return true;
	case ACTION_FOLD:
		if (b->rows.entries.n && sidebar_fold_at(&b->rows, v->app, &b->list.at))
			sidebar_reload(v);
		return true;
	case ACTION_FOLD_ALL:
		sidebar_fold_all(&b->rows, v->app, &b->list.at, true);
		sidebar_reload(v);
		return true;
	case ACTION_UNFOLD_ALL:
		while (sidebar_fold_has_any(&b->rows)) { /* what was under a folded one may be folded, too */
			sidebar_fold_all(&b->rows, v->app, &b->list.at, false);
			sidebar_reload(v);
		}
		return true;
	case ACTION_BACK:
	case ACTION_CLEAR_FILTER:
	case ACTION_SIDEBAR:
		app_focus(v->app, APP_POSTS);
		return true;
	case ACTION_LEFT:
		return true;
	case ACTION_FIND:
		narrow_ask(v->app, &b->find);
		return true;
	case ACTION_NEXT_MATCH:
	case ACTION_PREV_MATCH:
		go_found(b, action == ACTION_NEXT_MATCH ? 1 : -1);
		return true;
	default:
		return b->rows.entries.n && sidebar_act_on(v->app, &b->rows.entries.v[b->list.at], action);
	}
}

static void
sidebar_status(struct view *v, struct buf *left, struct buf *right)
{
	(void)buf_puts(left, tr("Sidebar"));
	status_keys(v->app, left, right, tr("Enter: its posts, za: fold, A: all read, /: find, t: tags, e: back"));
}

static void
free_view(struct view *v)
{
	struct view_sidebar *b = self(v);

	sidebar_free(&b->rows);
	arena_free(&b->shown_arena);
	narrow_free(&b->find);
	kept_free(&b->kept);
	free(b);
}

const struct sidebar *
view_sidebar_rows(const struct view *v)
{
	return &self(v)->rows;
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
	b->shown.kind = SIDEBAR_ALL;
	b->list.at = 1;
	narrow_init(&b->find, &b->view, find_changed);
	return &b->view;
}
