#include "ui/sidebar_show.h"

#include "ui/app.h"
#include "ui/sidebar_memory.h"
#include "ui/view_posts.h"

/* The query by which it is found; empty: none. */
static struct str
query_of(const struct app *app, const struct sidebar_entry *e)
{
	return e->kind == SIDEBAR_SAVED ? app->saved.names.views[e->saved].text : e->query;
}

/* Without its query. */
static struct posts_view
view_of(const struct sidebar_entry *e)
{
	return (struct posts_view){ .feed_id = e->feed_id, .tag = e->kind == SIDEBAR_TAG ? e->name : STR_NONE,
		.is_unread = e->kind == SIDEBAR_UNREAD, .is_starred = e->kind == SIDEBAR_STARRED };
}

int
sidebar_show_what(struct app *app, struct arena *a, const struct sidebar_entry *e, struct posts_view *ret, struct err *err)
{
	struct str text = query_of(app, e);
	struct query_fault fault;
	struct query *query;

	*ret = view_of(e);
	if (!text.n)
		return 0;
	if (query_read(a, text, &app->saved.names, &query, &fault) < 0)
		return err_set(err, ERR_USAGE, "%s", fault.text);
	*ret = (struct posts_view){ .query = query };
	return 0;
}

bool
sidebar_show(struct app *app, const struct sidebar_entry *e)
{
	struct posts_view what = view_of(e);
	struct buf title = { 0 }, name = { 0 };
	struct str query = query_of(app, e);
	struct err err;
	int rc = 0;

	(void)buf_printf(&title, "%s%.*s", e->kind == SIDEBAR_TAG ? "#" : "", STR(e->name));
	sidebar_memory_name(&name, e);
	if (query.n)
		rc = view_posts_show_saved(app->views[APP_POSTS], query, buf_str(&title), buf_str(&name), &err);
	else
		view_posts_show(app->views[APP_POSTS], &what, buf_str(&title), buf_str(&name));
	if (rc < 0)
		app_fail(app, &err);
	buf_free(&title);
	buf_free(&name);
	return !rc;
}
