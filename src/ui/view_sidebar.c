#include "ui/view_sidebar.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/feeds.h"
#include "store/tag_tree.h"
#include "text/tag.h"
#include "text/wrap.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/tag_paint.h"
#include "ui/theme.h"
#include "ui/view_posts.h"

enum kind { KIND_GROUP, KIND_ALL, KIND_UNREAD, KIND_STARRED, KIND_SAVED, KIND_TAG, KIND_FEED };

struct entry {
	enum kind kind;
	struct str name; /* as shown and, for a tag, as it is called */
	int64_t feed_id, unread, total;
	size_t saved;    /* KIND_SAVED: which; its counts are with it */
	int depth;       /* KIND_TAG: how many tags it stands under */
	struct str query; /* KIND_TAG: its posts where the name alone does not find them all; else empty */
	bool has_trouble; /* the last fetch of the feed failed, or it is gone */
};

struct view_sidebar {
	struct view view;
	struct list list;
	struct arena arena;
	vec(struct entry) entries;
	struct buf shown_name; /* what the list shows: kind and name or feed */
	enum kind shown_kind;
	int64_t shown_feed;
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

static void
add(struct view_sidebar *b, enum kind kind, struct str name, int64_t unread, int64_t total)
{
	*vec_add(&b->entries) = (struct entry){ .kind = kind, .name = name, .unread = unread, .total = total };
}

static void
add_saved(struct view_sidebar *b)
{
	const struct query_names *names = &b->view.app->saved.names;

	for (size_t i = 0; i < names->n_views; i++)
		*vec_add(&b->entries) = (struct entry){ .kind = KIND_SAVED, .name = names->views[i].name, .saved = i };
}

static int
add_views(struct view_sidebar *b, struct err *err)
{
	const struct posts_view all = { 0 }, unread = { .is_unread = true }, starred = { .is_starred = true };
	const struct posts_view both = { .is_unread = true, .is_starred = true };
	struct store *store = b->view.app->store;
	int64_t n_all, n_unread, n_starred, n_both;

	if (posts_count(store, &all, &n_all, err) < 0 || posts_count(store, &unread, &n_unread, err) < 0 ||
		posts_count(store, &starred, &n_starred, err) < 0 || posts_count(store, &both, &n_both, err) < 0)
		return -1;
	b->view.app->unread = n_unread;
	add(b, KIND_GROUP, str_of(tr("Views")), 0, 0);
	add(b, KIND_ALL, str_of(tr("All")), n_unread, n_all);
	add(b, KIND_UNREAD, str_of(tr("Unread")), n_unread, n_unread);
	add(b, KIND_STARRED, str_of(tr("Starred")), n_both, n_starred);
	add_saved(b);
	return 0;
}

/* A tag with others under it shows those too, one of the feeds file its posts. What no quotes can hold stands for anything. */
static struct str
tag_query(struct view_sidebar *b, const struct tag_tree_row *tag, bool has_below)
{
	char *name = arena_cstr(&b->arena, tag->name);

	if (!has_below && !tag->feeds)
		return STR_NONE;
	for (char *p = name; *p; p++)
		if (*p == '"')
			*p = '*';
	if (!has_below)
		return arena_printf(&b->arena, "tag:\"%s\"", name);
	return arena_printf(&b->arena, "tag:\"%s\" or tag:\"%s/*\"", name, name);
}

static int
add_tags(struct view_sidebar *b, struct err *err)
{
	struct tag_tree_row *tags;
	size_t n;

	if (tag_tree_read(b->view.app->store, &b->arena, &tags, &n, err) < 0)
		return -1;
	if (n)
		add(b, KIND_GROUP, str_of(tr("Tags")), 0, 0);
	for (size_t i = 0; i < n; i++)
		*vec_add(&b->entries) = (struct entry){ .kind = KIND_TAG, .name = tags[i].name, .unread = tags[i].all_unread,
			.total = tags[i].all, .depth = tags[i].depth,
			.query = tag_query(b, &tags[i], i + 1 < n && tags[i + 1].depth > tags[i].depth) };
	return 0;
}

static int
add_feeds(struct view_sidebar *b, struct err *err)
{
	struct feeds_row *feeds;
	size_t n;

	if (feeds_list(b->view.app->store, &b->arena, &feeds, &n, err) < 0)
		return -1;
	b->view.app->n_feeds = n;
	if (n)
		add(b, KIND_GROUP, str_of(tr("Feeds")), 0, 0);
	for (size_t i = 0; i < n; i++)
		*vec_add(&b->entries) = (struct entry){ .kind = KIND_FEED, .name = feeds[i].name, .feed_id = feeds[i].id,
			.unread = feeds[i].unread, .total = feeds[i].total, .has_trouble = feeds[i].fails > 0 || feeds[i].status == FEEDS_GONE };
	return 0;
}

static bool
is_entry(const struct entry *e, enum kind kind, struct str name, int64_t feed_id)
{
	if (e->kind != kind)
		return false;
	if (kind == KIND_FEED)
		return e->feed_id == feed_id;
	return kind == KIND_TAG || kind == KIND_SAVED ? str_eq(e->name, name) : true;
}

static int
find_entry(const struct view_sidebar *b, enum kind kind, struct str name, int64_t feed_id)
{
	for (size_t i = 0; i < b->entries.n; i++)
		if (is_entry(&b->entries.v[i], kind, name, feed_id))
			return (int)i;
	return -1;
}

/* Moves off a heading, downwards or else upwards. */
static void
skip_group(struct view_sidebar *b, int direction)
{
	struct list *l = &b->list;

	l->n = (int)b->entries.n;
	list_go(l, l->at);
	for (int i = 0; i < 2 && b->entries.v[l->at].kind == KIND_GROUP; i++, direction = -direction)
		list_go(l, l->at + direction);
}

static void
sidebar_reload(struct view *v)
{
	struct view_sidebar *b = self(v);
	struct arena old = b->arena;
	struct entry at = { 0 };
	struct err err;
	int index;

	if (b->entries.n)
		at = b->entries.v[b->list.at];
	b->arena = (struct arena){ 0 };
	b->entries.n = 0;
	if (add_views(b, &err) < 0 || add_tags(b, &err) < 0 || add_feeds(b, &err) < 0)
		app_fail(v->app, &err);
	index = find_entry(b, at.kind, at.name, at.feed_id);
	if (index >= 0)
		b->list.at = index;
	arena_free(&old);
	if (b->entries.n)
		skip_group(b, 1);
}

static unsigned
name_style(const struct entry *e)
{
	switch (e->kind) {
	case KIND_GROUP:
		return THEME_GROUP;
	case KIND_FEED:
		return e->has_trouble ? THEME_ERROR : e->unread ? THEME_UNREAD : THEME_READ;
	default:
		return THEME_TEXT;
	}
}

/* "unread/all"; one number where they are the same by what the entry is or there are no posts, nothing while it is not known. */
static void
add_counts(const struct view_sidebar *b, const struct entry *e, struct buf *out)
{
	int64_t unread = e->unread, total = e->total;

	if (e->kind == KIND_SAVED) {
		unread = b->view.app->saved.counts[e->saved].unread;
		total = b->view.app->saved.counts[e->saved].posts;
	}
	if (total > 0 && e->kind != KIND_UNREAD)
		(void)buf_printf(out, "%lld/", (long long)unread);
	if (total >= 0)
		(void)buf_printf(out, "%lld", (long long)total);
}

/* "#lang", and under it "/c": as that begins with no "#", tag_paint() does not know it. */
static void
draw_tag(const struct view_sidebar *b, const struct entry *e, struct screen *s, struct screen_box box)
{
	int color = tag_paint_color(b->view.app->tags, b->view.app->n_tags, e->name);
	int indent = e->depth < box.cols / 2 ? e->depth : box.cols / 2;
	struct buf text = { 0 };

	(void)buf_puts(&text, e->depth ? "/" : "#");
	wrap_fit_name(&text, e->depth ? tag_leaf(e->name) : e->name, box.cols - indent - 1);
	screen_fit(s, box.row, box.col + indent, box.cols - indent, THEME_TAG, buf_str(&text));
	if (e->depth && color >= 0)
		screen_add_style(s, box.row, box.col, box.cols, THEME_COLOR(color));
	buf_free(&text);
}

static void
draw_entry(const struct view_sidebar *b, const struct entry *e, struct screen *s, struct screen_box box)
{
	struct buf text = { 0 };
	int end = box.col + box.cols - 1, left = box.col + 1;

	if (e->kind != KIND_GROUP) {
		left++;
		add_counts(b, e, &text);
		if (text.n)
			end = screen_put_right(s, box.row, end, box.cols * 2 / 3, THEME_COUNT, buf_str(&text)) - 1;
	}
	if (e->has_trouble)
		(void)screen_put(s, box.row, box.col + 1, 1, THEME_ERROR, str_lit("!"));
	if (e->kind == KIND_TAG) {
		draw_tag(b, e, s, (struct screen_box){ box.row, left, 1, end - left });
		buf_free(&text);
		return;
	}
	buf_clear(&text);
	wrap_fit_name(&text, e->name, end - left);
	screen_fit(s, box.row, left, end - left, name_style(e), buf_str(&text));
	buf_free(&text);
}

static void
sidebar_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_sidebar *b = self(v);
	int shown = find_entry(b, b->shown_kind, buf_str(&b->shown_name), b->shown_feed);

	b->list.n = (int)b->entries.n;
	list_show(&b->list, box.rows);
	if (b->list.at == 1 && b->list.top == 1)
		b->list.top = 0; /* the first heading is seen with the first entry */
	for (int i = 0; i < box.rows && b->list.top + i < b->list.n; i++) {
		int index = b->list.top + i;

		draw_entry(b, &b->entries.v[index], s, (struct screen_box){ box.row + i, box.col, 1, box.cols });
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
show_posts(struct view_sidebar *b, const struct entry *e)
{
	const struct query_view *views = b->view.app->saved.names.views;
	struct posts_view what = { .is_unread = e->kind == KIND_UNREAD, .is_starred = e->kind == KIND_STARRED };
	struct buf title = { 0 };
	bool is_shown = true;

	if (e->kind == KIND_SAVED)
		return show_query(b, views[e->saved].text, views[e->saved].name);
	if (e->kind == KIND_TAG)
		what.tag = e->name;
	what.feed_id = e->feed_id;
	(void)buf_printf(&title, "%s%.*s", e->kind == KIND_TAG ? "#" : "", STR(e->name));
	if (e->query.n)
		is_shown = show_query(b, e->query, buf_str(&title));
	else
		view_posts_show(b->view.app->views[APP_POSTS], &what, buf_str(&title));
	buf_free(&title);
	return is_shown;
}

static void
open_entry(struct view_sidebar *b, const struct entry *e)
{
	if (!show_posts(b, e))
		return;
	b->shown_kind = e->kind;
	b->shown_feed = e->feed_id;
	buf_clear(&b->shown_name);
	(void)buf_add(&b->shown_name, e->name);
	app_focus(b->view.app, APP_POSTS);
}

void
view_sidebar_show_feed(struct view *v, int64_t feed_id)
{
	struct view_sidebar *b = self(v);
	int index = find_entry(b, KIND_FEED, STR_NONE, feed_id);

	if (index >= 0)
		open_entry(b, &b->entries.v[b->list.at = index]);
}

static bool
sidebar_act(struct view *v, enum action action, int count)
{
	struct view_sidebar *b = self(v);
	int at = b->list.at;

	b->list.n = (int)b->entries.n;
	if (list_act(&b->list, action, count)) {
		skip_group(b, b->list.at < at ? -1 : 1);
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
		if (b->entries.n)
			open_entry(b, &b->entries.v[b->list.at]);
		return true;
	case ACTION_BACK:
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
sidebar_free(struct view *v)
{
	struct view_sidebar *b = self(v);

	arena_free(&b->arena);
	vec_free(&b->entries);
	buf_free(&b->shown_name);
	free(b);
}

static const struct view_ops sidebar_ops = { 'S', sidebar_draw, sidebar_act, sidebar_reload, sidebar_status, sidebar_free };

struct view *
view_sidebar_new(struct app *app)
{
	struct view_sidebar *b = mem_zalloc(1, sizeof *b);

	b->view = (struct view){ &sidebar_ops, app };
	b->shown_kind = KIND_ALL;
	b->list.at = 1;
	return &b->view;
}
