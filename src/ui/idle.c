#include "ui/idle.h"

#include "ui/gallery_way.h"
#include "ui/view_posts_order.h"
#include "ui/view_posts_snippets.h"
#include "ui/view_sidebar.h"

/* Numbers that nobody sees are not counted. */
static int
until_count(const struct app *app)
{
	return app->boxes[APP_SIDEBAR].rows ? saved_timeout(&app->saved, app->version) : -1;
}

/* Of two times to wait the shorter one; -1 is for ever. */
static int
sooner(int a, int b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

/* For what may show. */
static int
until_news(const struct app *app)
{
	int program = ime_timeout(&app->ime), count = until_count(app);

	if (app->working.is_running || app->live.is_due || view_posts_order_due(app->views[APP_POSTS]) ||
	    view_sidebar_due(app->views[APP_SIDEBAR]) ||
	    view_posts_snippets_due(app->views[APP_POSTS]) || indexing_is_due(app))
		return 0;
	return sooner(opened_timeout(&app->opened), sooner(subscriptions_timeout(&app->subscriptions), sooner(gallery_way_timeout(&app->gallery), sooner(program, count))));
}

int
idle_timeout(const struct app *app)
{
	return sooner(until_news(app), preparing_timeout(&app->preparing));
}

void
idle_run(struct app *app, bool (*wants_stop)(void *user), void *user)
{
	ime_step(&app->ime);
	if (!opened_timeout(&app->opened)) {
		opened_mark(app);
		return;
	}
	if (until_news(app)) {
		preparing_run(app);
		return;
	}
	app->is_drawn = false;
	if (app->working.is_running)
		working_step(app);
	else if (app->live.is_due)
		live_run(app, wants_stop, user);
	else if (!subscriptions_timeout(&app->subscriptions))
		subscriptions_run(app);
	else if (view_posts_order_due(app->views[APP_POSTS]))
		view_posts_order_run(app->views[APP_POSTS], wants_stop, user);
	else if (view_sidebar_due(app->views[APP_SIDEBAR]))
		view_sidebar_run(app->views[APP_SIDEBAR], wants_stop, user);
	else if (view_posts_snippets_due(app->views[APP_POSTS]))
		view_posts_snippets_run(app->views[APP_POSTS], wants_stop, user);
	else if (!gallery_way_timeout(&app->gallery))
		gallery_go(app);
	else if (!until_count(app))
		saved_count(&app->saved, app->store, app->version, wants_stop, user);
	else if (indexing_is_due(app))
		indexing_start(app);
}
