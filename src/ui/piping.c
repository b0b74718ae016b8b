#include "ui/piping.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/tr.h"
#include "text/argv.h"
#include "ui/app.h"
#include "ui/ask.h"
#include "ui/changes.h"
#include "ui/complete_programs.h"

/* Starts printing: a descriptor to read it from, -1 with *err. */
static int
open_posts(struct app *app, const int64_t *ids, size_t n, struct err *err)
{
	int ends[2], rc;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
	rc = printout_start(app, &app->feeder, app->pipe_form, PRINTOUT_QUIET, ids, n, ends[1], err);
	(void)close(ends[1]);
	if (!rc)
		return ends[0];
	(void)close(ends[0]);
	return -1;
}

static int
done(struct app *app, struct str text)
{
	struct arena a = { 0 };
	const char *const *argv;
	struct err err = { 0 };
	int64_t *ids = NULL;
	size_t n, at;
	int fd, rc = -1;

	if (!str_trim(text).n)
		return 0;
	if (argv_split(&a, text, &argv, &at, &err) < 0) {
		prompt_go(&app->prompt, at);
	} else {
		n = changes_targets(app, &ids);
		fd = open_posts(app, ids, n, &err);
		rc = 0;
		if (fd >= 0)
			outside_want(app, argv, fd, true);
	}
	if (err.code)
		app_fail(app, &err);
	free(ids);
	arena_free(&a);
	return rc;
}

void
piping_reap(struct app *app)
{
	struct err err;
	int status;

	if (!job_reap(&app->feeder, &status) || !status || status == 128 + SIGPIPE || status == 128 + SIGINT)
		return; /* the program need not read to the end, and ^C there is for both */
	printout_complain(&app->feeder, status, &err);
	app_fail(app, &err);
}

static struct history *
history(struct app *app)
{
	return &app->histories[HISTORY_PIPES];
}

void
piping_ask(struct app *app)
{
	static const struct ask ask = { .done = done, .tab = complete_programs_tab, .history = history };

	ask_open(app, &ask, tr("Pipe to: "), STR_NONE);
}
