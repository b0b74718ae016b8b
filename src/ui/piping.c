#include "ui/piping.h"

#include <stdlib.h>

#include "base/tr.h"
#include "text/argv.h"
#include "ui/app.h"
#include "ui/ask.h"
#include "ui/changes.h"

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
		fd = printout_open(app, app->pipe_form, ids, n, &err);
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

static struct history *
history(struct app *app)
{
	return &app->histories[HISTORY_PIPES];
}

void
piping_ask(struct app *app)
{
	static const struct ask ask = { .done = done, .history = history };

	ask_open(app, &ask, tr("Pipe to: "), STR_NONE);
}
