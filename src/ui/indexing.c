#include "ui/indexing.h"

#include "base/clock.h"
#include "store/index.h"
#include "ui/filter.h"
#include "ui/view_posts.h"

enum {
	STEP_POSTS = 16, /* at most */
	STEP_MS = 8,     /* half a frame: a key may come meanwhile */
	OTHERS = 40, /* bits of store_version() that are this store's own changes */
};

void
indexing_look(struct app *app)
{
	struct err err = { 0 };
	int64_t n;

	app->is_index_behind = !index_behind(app->store, &n, &err) && n > 0;
}

bool
indexing_is_due(const struct app *app)
{
	return app->is_index_behind && !job_is_running(&app->job) && !job_is_running(&app->fetching.job);
}

/* Long posts, or a machine that has much else to do: fewer of them next time. */
static void
set_pace(struct app *app, int64_t took_ms)
{
	if (took_ms > STEP_MS && app->index_posts > 1)
		app->index_posts /= 2;
	else if (took_ms < STEP_MS / 2 && app->index_posts < STEP_POSTS)
		app->index_posts *= 2;
}

/* The index changes nothing that is shown, but a list whose query it had to be asked for: no reload else, but for what others have done meanwhile. */
void
indexing_step(struct app *app)
{
	int64_t before = store_version(app->store), began = clock_mono_ms(), after;
	struct err err = { 0 };
	bool is_done = false;

	if (!app->index_posts)
		app->index_posts = STEP_POSTS / 4;
	/* What another process brings in changes the cache, and then it is looked again. */
	app->is_index_behind = !index_is_held(app->store) && !index_run(app->store, app->index_posts, &is_done, &err) && !is_done;
	set_pace(app, clock_mono_ms() - began);
	after = store_version(app->store);
	if (is_done && view_posts_filtered(app->views[APP_POSTS])->unseen)
		app_reload(app);
	if (before == app->version && before >> OTHERS == after >> OTHERS)
		app->version = after;
}
