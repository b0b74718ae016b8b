#include "ui/importing.h"

#include <errno.h>
#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/complete_files.h"
#include "ui/job_start.h"

void
importing_free(struct importing *i)
{
	job_stop(&i->job);
}

static int
start(struct app *app, const char *file, struct err *err)
{
	if (job_is_running(&app->importing.job))
		return err_set(err, ERR_BUSY, "%s", tr("a file is being imported already"));
	if (access(file, R_OK) < 0)
		return err_errno(err, ERR_NOT_FOUND, tr("cannot read %s"), file);
	app->importing.feeds = app->n_feeds;
	return job_start_import(&app->importing.job, file, err);
}

static int
done(struct app *app, struct str text)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	int rc = 0;

	text = str_trim(text);
	if (text.n)
		rc = start(app, path_home(&a, arena_cstr(&a, text)), &err);
	if (rc < 0)
		app_fail(app, &err);
	else if (text.n)
		app_say(app, tr("importing %.*s…"), STR(text));
	arena_free(&a);
	return rc;
}

void
importing_ask(struct app *app)
{
	static const struct ask ask = { .done = done, .tab = complete_files_tab };

	ask_open(app, &ask, app->screen.cols < ASK_SHORT_COLS ? tr("Import from: ") : tr("Import (OPML file, newsboat's urls): "), STR_NONE);
}

static void
tell_added(struct app *app)
{
	size_t added;

	app_reload(app);
	added = app->n_feeds > app->importing.feeds ? app->n_feeds - app->importing.feeds : 0;
	if (added)
		app_say(app, tr_n("subscribed to %zu feed (u: undo, R: fetch its posts)",
			"subscribed to %zu feeds (u: undo, R: fetch their posts)", added), added);
	else
		app_say(app, "%s", tr("subscribed already"));
}

void
importing_reap(struct app *app)
{
	struct job *job = &app->importing.job;
	struct err err = { 0 };
	int status;

	if (!job_reap(job, &status))
		return;
	if (!status) {
		tell_added(app);
		return;
	}
	app_reload(app); /* a part may have come */
	job_blame(job, status, tr("the import ended with status %d"), &err);
	app_fail(app, &err);
}
