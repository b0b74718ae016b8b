#include "ui/indexing.h"

#include "base/tr.h"
#include "store/index.h"
#include "ui/app.h"

void
indexing_free(struct indexing *x)
{
	job_stop(&x->job);
}

void
indexing_look(struct app *app)
{
	struct err err = { 0 };
	int64_t n;

	app->indexing.is_behind = !index_behind(app->store, &n, &err) && n > 0;
}

bool
indexing_is_due(const struct app *app)
{
	const struct indexing *x = &app->indexing;

	return x->is_behind && !x->has_failed && !job_is_running(&x->job) && !job_is_running(&app->job) &&
	       !job_is_running(&app->fetching.job);
}

static void
fail(struct app *app, const struct err *err)
{
	app->indexing.has_failed = true;
	app_fail(app, err);
}

void
indexing_start(struct app *app)
{
	struct err err = { 0 };

	/* What another process brings in changes the cache, and then it is looked again. */
	app->indexing.is_behind = false;
	if (store_check_write(app->store, NULL) < 0 || index_is_held(app->store))
		return;
	if (job_start_index(&app->indexing.job, &err) < 0)
		fail(app, &err);
}

void
indexing_reap(struct app *app)
{
	struct job *job = &app->indexing.job;
	struct err err = { 0 };
	struct str why;
	int status;

	if (!job_reap(job, &status))
		return;
	app_refresh(app);
	why = job_complaint(job);
	if (!status || status == err_status(ERR_BUSY)) /* who holds the cache will change it */
		return;
	if (why.n)
		(void)err_set(&err, ERR_FAILED, "%.*s", STR(why));
	else
		(void)err_set(&err, ERR_FAILED, "%s", tr("the search index was not finished; the next sync goes on with it"));
	fail(app, &err);
}
