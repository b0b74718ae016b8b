#include "ui/view_posts.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/view_posts_clear.h"
#include "ui/view_posts_draw.h"
#include "ui/view_posts_fold.h"
#include "ui/view_posts_impl.h"
#include "ui/view_posts_order.h"
#include "ui/view_posts_snippets.h"
#include "ui/welcome.h"

static void
fail(struct view_posts *p, const struct err *err)
{
	app_fail(p->view.app, err);
}

static void
go_to_start(struct view_posts *p)
{
	p->list = (struct list){ .n = listing_total(&p->listing), .rows = p->list.rows };
	p->has_moved = false;
	p->marking.has_range = false; /* its rows may be gone; marks stay */
}

/* Shows the list from its start. -1 after the error has been told. */
static int
open_rows(struct view_posts *p)
{
	int64_t feed = p->listing.rows.what.feed_id;
	struct err err;
	int rc = filter_open(&p->filter, p->view.app, &p->listing, &err);

	if (rc < 0)
		fail(p, &err);
	if (rc < 0 && p->listing.rows.sort != POSTS_SORT_NEWEST) {
		view_posts_order_reset(p);
		rc = filter_open(&p->filter, p->view.app, &p->listing, &err);
	}
	buf_clear(&p->trouble);
	if (feed && !listing_total(&p->listing) && welcome_trouble(p->view.app->store, feed, &p->trouble, &err) < 0)
		fail(p, &err);
	go_to_start(p);
	return rc;
}

static void
go(struct view_posts *p, int index)
{
	p->list.n = listing_total(&p->listing);
	list_go(&p->list, index);
	p->has_moved = true;
}

const struct posts_row *
view_posts_row(struct view *v)
{
	struct view_posts *p = view_posts_self(v);
	struct err err;

	if (listing_cover(&p->listing, p->list.at, 1, &err) < 0)
		fail(p, &err);
	p->list.n = listing_total(&p->listing);
	list_go(&p->list, p->list.at);
	return listing_at(&p->listing, p->list.at, NULL);
}

/* What is typed at a prompt is meant for the post under the cursor, too. */
static void
posts_reload(struct view *v)
{
	struct view_posts *p = view_posts_self(v);
	const struct posts_row *row = p->has_moved || v->app->asking ? view_posts_row(v) : NULL;
	int offset = p->list.at - p->list.top, index = p->list.at;
	struct listing_spot spot;
	struct err err;

	if (!row) {
		(void)open_rows(p);
		return;
	}
	spot = listing_spot(&p->listing, p->list.at);
	if (listing_go(&p->listing, &spot, &index, &err) < 0) {
		fail(p, &err);
		return;
	}
	if (marking_reload(&p->marking, &p->listing, &err) < 0)
		fail(p, &err);
	go(p, index);
	/* What is new comes into sight at the top as long as the cursor's row has room below it, else that stands still. */
	p->list.top = p->list.top || index >= p->list.rows ? index - offset : 0;
}

static void
show_what(struct view_posts *p, struct posts_view what, struct str title, struct str name)
{
	struct arena a = { 0 };

	p->title = arena_dup(&a, title);
	p->name = arena_dup(&a, name);
	what.tag = arena_dup(&a, what.tag);
	what.is_folded = p->listing.rows.what.is_folded;
	p->is_unread = what.is_unread;
	what.is_unread |= p->hides_read;
	p->listing.rows.what = what;
	p->is_search = false;
	view_posts_order_follow(p);
	arena_free(&p->what_arena);
	p->what_arena = a;
	view_posts_unmark(&p->view);
	(void)open_rows(p);
}

void
view_posts_show(struct view *v, const struct posts_view *what, struct str title, struct str name)
{
	filter_clear(&view_posts_self(v)->filter);
	show_what(view_posts_self(v), *what, title, name);
}

int
view_posts_show_saved(struct view *v, struct str query, struct str title, struct str name, struct err *err)
{
	struct view_posts *p = view_posts_self(v);

	if (filter_set(&p->filter, &v->app->saved.names, query, STR_NONE, err) < 0)
		return -1;
	show_what(p, (struct posts_view){ 0 }, title, name);
	return 0;
}

static int
set_filter(struct view_posts *p, struct str query, bool is_search)
{
	struct err err;

	if (filter_set(&p->filter, &p->view.app->saved.names, p->filter.saved, query, &err) < 0) {
		fail(p, &err);
		return -1;
	}
	p->is_search = is_search && p->filter.typed.n;
	view_posts_order_follow(p);
	return open_rows(p);
}

int
view_posts_filter(struct view *v, struct str query)
{
	return set_filter(view_posts_self(v), query, view_posts_is_search(v));
}

int
view_posts_search(struct view *v, struct str query)
{
	return set_filter(view_posts_self(v), query, true);
}

bool
view_posts_is_search(const struct view *v)
{
	return view_posts_self(v)->is_search;
}

int
view_posts_try(struct view *v, struct str query, struct err *err)
{
	struct view_posts *p = view_posts_self(v);
	int found = filter_try(&p->filter, &v->app->saved.names, query, &p->listing, err);

	if (found > 0)
		go_to_start(p);
	return found;
}

void
view_posts_go(struct view *v, const struct listing_spot *spot, int offset)
{
	struct view_posts *p = view_posts_self(v);
	int index = p->list.at;
	struct err err;

	if (listing_go(&p->listing, spot, &index, &err) < 0) {
		fail(p, &err);
		return;
	}
	go(p, index);
	p->list.top = index - offset;
}

const struct filter *
view_posts_filtered(const struct view *v)
{
	return &view_posts_self(v)->filter;
}

const struct posts_view *
view_posts_what(const struct view *v)
{
	return &view_posts_self(v)->listing.rows.what;
}

bool
view_posts_step(struct view *v, int by)
{
	struct view_posts *p = view_posts_self(v);
	int at = p->list.at;

	go(p, at + by);
	return p->list.at != at;
}

/* The index of the next one from the cursor on, -1 for none or after the error has been told. */
static int
find_unread(struct view_posts *p, enum posts_order order)
{
	int index = p->list.at;
	bool has_any = false;
	struct err err;

	if (!view_posts_row(&p->view))
		return -1;
	if (listing_unread(&p->listing, &index, order, &has_any, &err) < 0) {
		fail(p, &err);
		return -1;
	}
	return has_any ? index : -1;
}

bool
view_posts_unread(struct view *v, enum posts_order order)
{
	int index = find_unread(view_posts_self(v), order);

	if (index >= 0)
		go(view_posts_self(v), index);
	return index >= 0;
}

const struct posts_row *
view_posts_next_unread(struct view *v)
{
	struct view_posts *p = view_posts_self(v);
	int index = find_unread(p, POSTS_OLDER);
	struct err err;

	if (index < 0 || listing_cover(&p->listing, index, 1, &err) < 0)
		return NULL;
	return listing_at(&p->listing, index, NULL);
}

struct marking *
view_posts_marking(struct view *v)
{
	return &view_posts_self(v)->marking;
}

struct listing *
view_posts_listing(struct view *v)
{
	return &view_posts_self(v)->listing;
}

int
view_posts_top(const struct view *v)
{
	return view_posts_self(v)->list.top;
}

int
view_posts_at(const struct view *v)
{
	return view_posts_self(v)->list.at;
}

void
view_posts_unmark(struct view *v)
{
	struct marking *m = &view_posts_self(v)->marking;

	m->has_range = false;
	marks_clear(&m->marks);
}

void
view_posts_hidden(struct view *v, const int64_t *ids, size_t n)
{
	marks_remove(&view_posts_self(v)->marking.marks, ids, n);
	v->ops->reload(v);
}

bool
view_posts_show_read(struct view *v, int64_t id)
{
	return listing_show_read(&view_posts_self(v)->listing, id);
}

void
view_posts_refresh(struct view *v, const int64_t *ids, size_t n)
{
	struct err err;

	if (listing_refresh(&view_posts_self(v)->listing, ids, n, &err) < 0)
		fail(view_posts_self(v), &err);
}

static bool
posts_act(struct view *v, enum action action, int count)
{
	struct view_posts *p = view_posts_self(v);
	struct err err;

	if ((action == ACTION_BOTTOM || action == ACTION_PERCENT) && view_posts_order_whole(v, &err) < 0) {
		fail(p, &err);
		return true;
	}
	p->list.n = listing_total(&p->listing);
	if (list_act(&p->list, action, count)) {
		p->has_moved = true;
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
		app_open_post(v->app);
		return true;
	case ACTION_LEFT:
		app_focus(v->app, APP_SIDEBAR);
		return true;
	case ACTION_BACK:
		if (!trail_back(v->app))
			v->app->wants_quit = true;
		return true;
	case ACTION_READ_NEXT:
		changes_read_and_go_on(v->app);
		return true;
	case ACTION_SNIPPETS:
		view_posts_snippets_toggle(v);
		return true;
	case ACTION_CLEAR_FILTER:
		view_posts_clear(v);
		return true;
	default:
		return view_posts_fold_act(v, action) || view_posts_order_act(v, action, count) || marking_act(v->app, action, count);
	}
}

static void
posts_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_posts *p = view_posts_self(v);
	size_t marks = view_posts_targets_marked(v);

	(void)buf_add(left, p->title);
	filter_show(&p->filter, left);
	view_posts_order_show(p, left);
	if (marks)
		(void)buf_printf(right, tr("%zu marked"), marks);
	if (p->list.n)
		(void)buf_printf(right, "%s%d/%d", right->n ? "  " : "", p->list.at + 1, p->list.n);
}

static void
posts_free(struct view *v)
{
	struct view_posts *p = view_posts_self(v);

	listing_free(&p->listing);
	arena_free(&p->what_arena);
	filter_clear(&p->filter);
	buf_free(&p->trouble);
	marks_free(&p->marking.marks);
	kept_free(&p->kept);
	free(p);
}

struct list *
view_posts_list(struct view *v)
{
	return &view_posts_self(v)->list;
}

static const struct view_ops posts_ops = { 'L', view_posts_draw, posts_act, posts_reload, posts_status, posts_free };

struct view *
view_posts_new(struct app *app)
{
	struct view_posts *p = mem_zalloc(1, sizeof *p);

	p->view = (struct view){ &posts_ops, app };
	p->listing.rows.store = app->store;
	p->listing.rows.what.is_folded = true;
	return &p->view;
}
