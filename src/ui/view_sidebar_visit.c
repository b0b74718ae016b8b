#include "ui/view_sidebar_visit.h"

#include "store/feeds.h"
#include "ui/app.h"
#include "ui/view_sidebar.h"

/* Shows it, to be left by "back". */
static void
visit(struct view *v, const struct sidebar_entry *e)
{
	trail_keep(v->app);
	if (!view_sidebar_return(v, e))
		(void)trail_back(v->app);
}

void
view_sidebar_visit_feed(struct view *v, int64_t feed_id)
{
	const struct sidebar *rows = view_sidebar_rows(v);
	int index = sidebar_find(rows, SIDEBAR_FEED, STR_NONE, feed_id);
	struct arena a = { 0 };
	struct feeds_row feed;
	struct err err;

	if (index >= 0)
		visit(v, &rows->entries.v[index]);
	else if (feeds_get(v->app->store, &a, feed_id, &feed, &err) < 0)
		app_fail(v->app, &err);
	else /* out of sight, in a folder */
		visit(v, &(struct sidebar_entry){ .kind = SIDEBAR_FEED, .name = feed.name, .uid = feed.uid, .feed_id = feed_id });
	arena_free(&a);
}

void
view_sidebar_visit_tag(struct view *v, struct str name)
{
	const struct sidebar *rows = view_sidebar_rows(v);
	int index = sidebar_find(rows, SIDEBAR_TAG, name, 0);
	struct arena a = { 0 };

	if (index < 0)
		index = sidebar_find(rows, SIDEBAR_FOLDER, name, 0);
	if (index >= 0)
		visit(v, &rows->entries.v[index]);
	else /* out of sight, under another */
		visit(v, &(struct sidebar_entry){ .kind = SIDEBAR_TAG, .name = name, .query = sidebar_tag_query(&a, name, true) });
	arena_free(&a);
}
