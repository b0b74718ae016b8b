#include "ui/idle.h"

#include "ui/indexing.h"

/* Numbers that nobody sees are not counted. */
static int
until_count(const struct app *app)
{
	return app->boxes[APP_SIDEBAR].rows ? saved_timeout(&app->saved, app->version) : -1;
}

int
idle_timeout(const struct app *app)
{
	return app->working.is_running || app->live.is_due || indexing_is_due(app) ? 0 : until_count(app);
}

void
idle_run(struct app *app, bool (*wants_stop)(void *user), void *user)
{
	if (app->working.is_running)
		working_step(app);
	else if (app->live.is_due)
		live_run(app, wants_stop, user);
	else if (!until_count(app))
		saved_count(&app->saved, app->store, app->version, wants_stop, user);
	else if (indexing_is_due(app))
		indexing_step(app);
}
