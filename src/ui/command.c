#include "ui/command.h"

#include "base/tr.h"
#include "store/feeds.h"
#include "ui/changes.h"
#include "ui/cmdline.h"
#include "ui/editing.h"
#include "ui/job_start.h"
#include "ui/marking.h"
#include "ui/needs_post.h"
#include "ui/piping.h"
#include "ui/sidebar_act.h"
#include "ui/view_article.h"
#include "ui/view_catalog.h"
#include "ui/view_health.h"
#include "ui/view_help.h"
#include "ui/view_messages.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"
#include "ui/view_tags.h"
#include "ui/yank.h"

int
command_feed(struct app *app, int64_t *ret, struct err *err)
{
	const struct posts_row *row = view_posts_row(app->views[APP_POSTS]);
	int64_t id = view_posts_what(app->views[APP_POSTS])->feed_id;

	if (app->focus == APP_ARTICLE)
		row = view_article_post(app->views[APP_ARTICLE]);
	if (app->focus == APP_SIDEBAR && sidebar_act_feed(app->views[APP_SIDEBAR]))
		id = sidebar_act_feed(app->views[APP_SIDEBAR]);
	else if (row)
		id = row->feed_id;
	if (!id)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("no feed here; R syncs all"));
	*ret = id;
	return 0;
}

void
command_sync_feed(struct app *app, int64_t feed_id, enum job_sync how)
{
	struct err err = { 0 };
	struct arena a = { 0 };
	struct feeds_row feed = { 0 };

	if (!app->n_feeds)
		app_say(app, "%s", tr("There are no feeds yet. gc: catalogue"));
	else if (job_is_running(&app->job))
		app_say(app, "%s", tr("a sync is running"));
	else if ((feed_id && feeds_get(app->store, &a, feed_id, &feed, &err) < 0) || job_start(&app->job, how, app->samples, feed.uid, &err) < 0)
		app_fail(app, &err);
	arena_free(&a);
}

void
command_sync(struct app *app, bool is_one)
{
	int64_t feed_id = 0;
	struct err err = { 0 };

	if (is_one && command_feed(app, &feed_id, &err) < 0)
		app_fail(app, &err);
	else
		command_sync_feed(app, feed_id, JOB_SYNC_POLITE);
}

static void
go_unread(struct app *app, enum posts_order order)
{
	if (!view_posts_unread(app->views[APP_POSTS], order))
		app_say(app, "%s", tr("nothing unread here"));
	else if (app->focus == APP_ARTICLE)
		app_open_post(app);
}

/* Whether an article is open beside the list. */
static bool
has_article(const struct app *app)
{
	return app_is_split(app) && view_article_post(app->views[APP_ARTICLE])->id;
}

/* Where no article is in sight the post is opened. */
static void
go_right(struct app *app)
{
	if (app->focus == APP_SIDEBAR)
		app_focus(app, APP_POSTS);
	else if (app->focus == APP_POSTS && has_article(app))
		app_focus(app, APP_ARTICLE);
	else if (app->focus == APP_POSTS)
		app_open_post(app);
}

static void
go_round(struct app *app)
{
	if (app->focus == APP_POSTS)
		app_focus(app, has_article(app) ? APP_ARTICLE : APP_SIDEBAR);
	else
		app_focus(app, app->focus == APP_ARTICLE && app_is_split(app) ? APP_SIDEBAR : APP_POSTS);
}

static void
step(struct view *sidebar, enum action action, int count)
{
	if (action == ACTION_PREV_VIEW || action == ACTION_PREV_FEED)
		count = -count;
	if (action == ACTION_NEXT_VIEW || action == ACTION_PREV_VIEW)
		view_sidebar_step(sidebar, count);
	else
		view_sidebar_step_unread(sidebar, count);
}

static void
run_change(struct app *app, enum action action, int count)
{
	switch (action) {
	case ACTION_TOGGLE_READ:
		changes_toggle_read(app);
		break;
	case ACTION_READ_ALL:
		changes_read_all(app);
		break;
	case ACTION_HIDE:
		changes_toggle_hide(app);
		break;
	case ACTION_STAR:
		changes_toggle_star(app);
		break;
	case ACTION_TAG:
		tagging_ask(app);
		break;
	case ACTION_TAG_ALL:
		tagging_ask_all(app);
		break;
	case ACTION_PIPE:
		piping_ask(app);
		break;
	case ACTION_SAVE:
		saving_ask(app);
		break;
	case ACTION_REPEAT:
		tagging_repeat(app);
		break;
	case ACTION_UNDO:
		working_undo(app, UNDO_BACK, count ? count : 1);
		break;
	case ACTION_REDO:
		working_undo(app, UNDO_AGAIN, count ? count : 1);
		break;
	default:
		break;
	}
}

static void
open_view(struct app *app, enum action action, int count)
{
	switch (action) {
	case ACTION_RIGHT:
		go_right(app);
		break;
	case ACTION_NEXT_PANE:
		go_round(app);
		break;
	case ACTION_ADD:
		adding_ask(app);
		break;
	case ACTION_IMPORT:
		importing_ask(app);
		break;
	case ACTION_EDIT_FEEDS:
		editing_feeds(app);
		break;
	case ACTION_DEMO:
		app->wants_demo = true;
		break;
	case ACTION_CATALOG:
		view_catalog_open(app->views[APP_CATALOG]);
		break;
	case ACTION_FEED_HEALTH:
		view_health_open(app->views[APP_HEALTH]);
		break;
	case ACTION_TAGS:
		view_tags_open(app->views[APP_TAGS]);
		break;
	case ACTION_MESSAGES:
		view_messages_open(app->views[APP_MESSAGES]);
		break;
	case ACTION_HELP:
		view_help_open(app->views[APP_HELP]);
		break;
	default:
		run_change(app, action, count);
	}
}

void
command_run(struct app *app, enum action action, int count)
{
	switch (action) {
	case ACTION_QUIT:
		app->wants_quit = true;
		break;
	case ACTION_SUSPEND:
		app->wants_suspend = true;
		break;
	case ACTION_REDRAW:
		app->wants_redraw = true;
		break;
	case ACTION_NEXT_VIEW:
	case ACTION_PREV_VIEW:
	case ACTION_NEXT_FEED:
	case ACTION_PREV_FEED:
		step(app->views[APP_SIDEBAR], action, count ? count : 1);
		break;
	case ACTION_LAYOUT:
		panes_cycle(app);
		break;
	case ACTION_SIDEBAR:
		app_focus(app, APP_SIDEBAR);
		break;
	case ACTION_NEXT_MATCH:
	case ACTION_NEXT_UNREAD:
	case ACTION_PREV_MATCH:
	case ACTION_PREV_UNREAD:
		go_unread(app, action == ACTION_NEXT_MATCH || action == ACTION_NEXT_UNREAD ? POSTS_OLDER : POSTS_NEWER);
		break;
	case ACTION_FILTER:
		live_ask(app);
		break;
	case ACTION_COMMAND:
		cmdline_ask(app);
		break;
	case ACTION_SYNC_FEED:
	case ACTION_SYNC_ALL:
		command_sync(app, action == ACTION_SYNC_FEED);
		break;
	case ACTION_FULLTEXT:
		fetching_act(app, count);
		break;
	case ACTION_IMAGES:
		gallery_act(app, count);
		break;
	case ACTION_BROWSER:
		browser_act(app, count);
		break;
	case ACTION_BROWSER_READ:
		browser_read(app);
		break;
	case ACTION_ON_MARKED:
		(void)marking_act(app, action, count);
		break;
	default:
		if (!yank_act(app, action, count))
			open_view(app, action, count);
	}
}

void
command_act(struct app *app, enum action action, int count)
{
	struct view *view;

	opened_mark(app);
	view = app->views[app->focus];
	app->rows_meant = needs_post_acts(action) ? count : 0;
	if (!needs_post_told(app, action) && !view->ops->act(view, action, count))
		command_run(app, action, count);
}
