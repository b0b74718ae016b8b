#include "ui/indexing.h"

#include "store/index.h"
#include "ui/filter.h"
#include "ui/view_posts.h"

enum {
	STEP_POSTS = 16,
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

/* The index changes nothing that is shown, but a list whose query it had to be asked for: no reload else, but for what others have done meanwhile. */
void
indexing_step(struct app *app)
{
	int64_t before = store_version(app->store), after;
	struct err err = { 0 };
	bool is_done = false;

	/* What another process brings in changes the cache, and then it is looked again. */
	app->is_index_behind = !index_is_held(app->store) && !index_run(app->store, STEP_POSTS, &is_done, &err) && !is_done;
	after = store_version(app->store);
	if (is_done && view_posts_filtered(app->views[APP_POSTS])->unseen)
		app_reload(app);
	if (before == app->version && before >> OTHERS == after >> OTHERS)
		app->version = after;
}
