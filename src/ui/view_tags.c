#include "ui/view_tags.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/retag.h"
#include "text/tag.h"
#include "text/tag_state.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/paragraph.h"
#include "ui/status.h"
#include "ui/tag_row.h"
#include "ui/theme.h"
#include "ui/view_sidebar_visit.h"

struct view_tags {
	struct view view;
	struct list list;
	struct arena arena;
	struct tag_tree_row *all;
	size_t n_all;
	const struct tag_tree_row **shown; /* list.n of them: what the words find */
	struct narrow narrow;
	struct buf asked, label; /* the tag that is asked about, and how */
	bool is_stale;           /* the cache has changed since it was read */
};

static struct view_tags *
self(struct view *v)
{
	return (struct view_tags *)v;
}

static const struct tag_tree_row *
current(const struct view_tags *t)
{
	return t->list.at < t->list.n ? t->shown[t->list.at] : NULL;
}

/* By its name or an alias. */
static bool
is_found(const struct view_tags *t, const struct tag_tree_row *row)
{
	const struct app *app = t->view.app;
	const struct ui_tag *config = tag_row_config(app->tags, app->n_tags, row->key);

	if (narrow_has(&t->narrow, &row->name, 1))
		return true;
	for (size_t i = 0; config && i < config->n_aliases; i++)
		if (narrow_has(&t->narrow, &config->aliases[i], 1))
			return true;
	return false;
}

/* Shows what the words find, the cursor on that tag where it is among them. */
static void
pick(struct view_tags *t, struct str name)
{
	int at = t->list.at;

	t->list.n = 0;
	for (size_t i = 0; i < t->n_all; i++) {
		if (!is_found(t, &t->all[i]))
			continue;
		if (name.n && str_eq(t->all[i].name, name))
			at = t->list.n;
		t->shown[t->list.n++] = &t->all[i];
	}
	list_go(&t->list, at);
}

static void
narrowed(struct view *v)
{
	struct view_tags *t = self(v);

	t->list.at = t->list.top = 0;
	pick(t, STR_NONE);
}

/* Reads it anew where that is due; the cursor stays on its tag. */
static void
freshen(struct view_tags *t)
{
	const struct tag_tree_row *at = current(t);
	struct arena old = t->arena;
	struct err err;

	if (!t->is_stale)
		return;
	t->is_stale = false;
	t->arena = (struct arena){ 0 };
	if (tag_tree_read(t->view.app->store, &t->arena, &t->all, &t->n_all, &err) < 0) {
		t->n_all = 0;
		app_fail(t->view.app, &err);
	}
	t->shown = arena_new(&t->arena, const struct tag_tree_row *, t->n_all + 1);
	pick(t, at ? at->name : STR_NONE);
	arena_free(&old);
}

void
view_tags_open(struct view *v)
{
	struct view_tags *t = self(v);

	t->is_stale = true;
	trail_open(v->app, APP_TAGS);
}

static const char *
why_empty(const struct view_tags *t)
{
	return t->n_all ? tr("No tag matches. F shows all again.") : tr("There are no tags yet. t tags a post.");
}

static void
tags_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_tags *t = self(v);
	const struct app *app = v->app;
	const bool is_tree = !t->narrow.words.n;
	struct name_apart all = { 0 };
	struct tag_row w;

	freshen(t);
	list_show(&t->list, box.rows);
	if (!t->list.n)
		(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 }, THEME_TEXT,
			str_of(why_empty(t)));
	w = tag_row_columns(t->shown, (size_t)t->list.n, box.cols);
	for (int i = 0; i < box.rows && t->list.top + i < t->list.n; i++)
		*vec_add(&all.names) = tag_row_name(t->shown[t->list.top + i], is_tree);
	for (int i = 0; i < box.rows && t->list.top + i < t->list.n; i++) {
		int index = t->list.top + i;

		tag_row_draw(s, (struct screen_box){ box.row + i, box.col, 1, box.cols }, &w, &all, t->shown[index], is_tree, app->tags,
			app->n_tags);
		if (index == t->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	vec_free(&all.names);
}

/* ---- other names */

static struct view_tags *
of_app(struct app *app)
{
	return self(app->views[APP_TAGS]);
}

static void
tell_renamed(struct app *app, const struct working *w)
{
	const struct retag_done *done = retag_done(w->bulk.retag);
	struct str from = retag_from(w->bulk.retag), to = retag_to(w->bulk.retag);
	struct buf what = { 0 };

	retag_tell(done, &what);
	if (done->joined)
		app_say(app, tr("#%.*s has become one with #%.*s: %s (u: undo)"), STR(from), STR(to), buf_cstr(&what));
	else
		app_say(app, tr("#%.*s is #%.*s now: %s (u: undo)"), STR(from), STR(to), buf_cstr(&what));
	buf_free(&what);
}

static int
rename_done(struct app *app, struct str typed)
{
	struct str from = buf_str(&of_app(app)->asked), to;
	struct err err;

	if (tag_state_apart(str_trim(typed), &to, &err) < 0) {
		app_fail(app, &err);
		return -1;
	}
	return to.n && !str_eq(from, to) ? working_retag(app, from, to, tell_renamed) : 0;
}

static void
tell_dropped(struct app *app, const struct working *w)
{
	struct buf what = { 0 };

	retag_tell(retag_done(w->bulk.retag), &what);
	app_say(app, tr("took #%.*s off %s (u: undo)"), STR(retag_from(w->bulk.retag)), buf_cstr(&what));
	buf_free(&what);
}

static void
drop_chosen(struct app *app, bool is_yes)
{
	if (is_yes)
		(void)working_retag(app, buf_str(&of_app(app)->asked), STR_NONE, tell_dropped);
	else
		app_say(app, "%s", tr("the tag stays"));
}

static const struct ask rename_ask = { .done = rename_done };
static const struct ask drop_ask = { .chosen = drop_chosen };

static void
remember(struct view_tags *t, const struct tag_tree_row *row)
{
	buf_clear(&t->asked);
	(void)buf_add(&t->asked, row->name);
	buf_clear(&t->label);
}

/* Whether the line of a feed has the tag, or one under it. */
static bool
is_of_feeds(const struct view_tags *t, const struct tag_tree_row *row)
{
	for (size_t i = 0; i < t->n_all; i++)
		if (t->all[i].feeds && (str_eq(t->all[i].key, row->key) || tag_is_under(t->all[i].key, row->key)))
			return true;
	return false;
}

static void
ask_rename(struct view_tags *t, const struct tag_tree_row *row)
{
	remember(t, row);
	(void)buf_printf(&t->label, tr("#%.*s, new name: "), STR(row->name));
	ask_open(t->view.app, &rename_ask, buf_cstr(&t->label), row->name);
}

static void
ask_drop(struct view_tags *t, const struct tag_tree_row *row)
{
	remember(t, row);
	if (is_of_feeds(t, row)) /* whose posts are counted, too, and have it only by their feed */
		(void)buf_printf(&t->label, tr("Take #%.*s off all posts and feeds? y/n: "), STR(row->name));
	else
		(void)buf_printf(&t->label, tr_n("Take #%.*s off %lld post? y/n: ", "Take #%.*s off %lld posts? y/n: ", (unsigned long)row->all),
			STR(row->name), (long long)row->all);
	ask_open(t->view.app, &drop_ask, buf_cstr(&t->label), STR_NONE);
}

/* What is done to the tag under the cursor; false for what is not about one. */
static bool
act_on(struct view_tags *t, const struct tag_tree_row *row, enum action action)
{
	switch (action) {
	case ACTION_OPEN:
		view_sidebar_visit_tag(t->view.app->views[APP_SIDEBAR], row->name);
		return true;
	case ACTION_RENAME_TAG:
		ask_rename(t, row);
		return true;
	case ACTION_DROP_TAG:
		ask_drop(t, row);
		return true;
	default:
		return false;
	}
}

static bool
tags_act(struct view *v, enum action action, int count)
{
	struct view_tags *t = self(v);

	freshen(t);
	if (list_act(&t->list, action, count) || (current(t) && act_on(t, current(t), action)))
		return true;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_RENAME_TAG:
	case ACTION_DROP_TAG:
		app_say(v->app, "%s", why_empty(t)); /* there is none under the cursor */
		return true;
	case ACTION_FILTER:
		narrow_ask(v->app, &t->narrow);
		return true;
	case ACTION_CLEAR_FILTER:
		(void)narrow_clear(&t->narrow);
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
tags_reload(struct view *v)
{
	self(v)->is_stale = true;
}

static void
tags_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_tags *t = self(v);

	(void)buf_puts(left, tr("Tags"));
	if (t->narrow.words.n)
		status_add(left, buf_str(&t->narrow.words));
	if (t->n_all)
		status_list(v->app, left, right, t->narrow.words.n ? tr("F: all, Enter: posts, c: new name, x: take off") :
			tr("Enter: posts, c: new name, x: take off, /: find"), &t->list);
}

static void
tags_free(struct view *v)
{
	struct view_tags *t = self(v);

	arena_free(&t->arena);
	narrow_free(&t->narrow);
	buf_free(&t->asked);
	buf_free(&t->label);
	free(t);
}

struct list *
view_tags_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops tags_ops = { 'T', tags_draw, tags_act, tags_reload, tags_status, tags_free };

struct view *
view_tags_new(struct app *app)
{
	struct view_tags *t = mem_zalloc(1, sizeof *t);

	t->view = (struct view){ &tags_ops, app };
	narrow_init(&t->narrow, &t->view, narrowed);
	return &t->view;
}
