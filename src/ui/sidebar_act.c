#include "ui/sidebar_act.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/feed_tagging.h"
#include "ui/list.h"
#include "ui/sidebar_show.h"
#include "ui/view_sidebar.h"

static void
mark_read(struct app *app, const struct sidebar_entry *e)
{
	struct arena a = { 0 };
	struct posts_view what;
	struct err err;

	if (sidebar_show_what(app, &a, e, &what, &err) < 0)
		app_fail(app, &err);
	else
		changes_read_view(app, &what);
	arena_free(&a);
}

static void
tag(struct app *app, const struct sidebar_entry *e)
{
	if (e->kind == SIDEBAR_FEED)
		feed_tagging_ask(app);
	else
		app_say(app, "%s", tr("in the sidebar feeds are tagged; this line is none"));
}

bool
sidebar_act_on(struct app *app, const struct sidebar_entry *e, enum action action)
{
	if (action == ACTION_TAG && !app->on_marked) {
		tag(app, e);
		return true;
	}
	if (action != ACTION_READ_ALL && action != ACTION_TOGGLE_READ)
		return false;
	mark_read(app, e);
	return true;
}

int64_t
sidebar_act_feed(struct view *v)
{
	const struct sidebar *rows = view_sidebar_rows(v);
	size_t at = (size_t)view_sidebar_list(v)->at;

	return at < rows->entries.n && rows->entries.v[at].kind == SIDEBAR_FEED ? rows->entries.v[at].feed_id : 0;
}
