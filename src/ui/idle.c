#include "ui/idle.h"

/* Numbers that nobody sees are not counted. */
int
idle_timeout(const struct app *app)
{
	bool is_seen = app->focus == APP_SIDEBAR || (app->focus == APP_POSTS && app->screen.cols >= APP_WIDE_COLS);

	if (app->working.is_running)
		return 0;
	return is_seen ? saved_timeout(&app->saved, app->version) : -1;
}

void
idle_run(struct app *app, bool (*wants_stop)(void *user), void *user)
{
	if (app->working.is_running)
		working_step(app);
	else if (!idle_timeout(app))
		saved_count(&app->saved, app->store, app->version, wants_stop, user);
}
