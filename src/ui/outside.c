#include "ui/outside.h"

#include <unistd.h>

#include "base/proc.h"
#include "base/tr.h"
#include "text/say.h"
#include "ui/app.h"
#include "ui/signals.h"

void
outside_free(struct outside *o)
{
	if (o->argv && o->in >= 0)
		(void)close(o->in);
	arena_free(&o->arena);
	*o = (struct outside){ 0 };
}

void
outside_want(struct app *app, const char *const argv[], int in, bool has_pause)
{
	struct outside *o = &app->outside;
	size_t n = 0;

	outside_free(o);
	while (argv[n])
		n++;
	o->argv = arena_new(&o->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		o->argv[i] = arena_cstr(&o->arena, str_of(argv[i]));
	o->in = in;
	o->has_pause = has_pause;
}

bool
outside_is_wanted(const struct app *app)
{
	return app->outside.argv != NULL;
}

void
outside_run(struct app *app, struct signals *signals)
{
	struct outside *o = &app->outside;
	struct err err;
	pid_t pid;
	int status;

	if (proc_start(o->argv, (struct proc_io){ o->in, PROC_SAME, PROC_SAME }, &pid, &err) < 0) {
		app_fail(app, &err);
	} else {
		status = signals_wait_child(signals, pid);
		if (o->has_pause && !signals->ended_by) {
			if (status)
				say_err(tr("%s ended with status %d"), o->argv[0], status);
			say_ask("%s", tr("any key goes back: "));
			signals_wait_key(signals, STDIN_FILENO);
			say_raw(str_lit("\n")); /* the shell goes on in a row of its own */
			(void)say_finish(NULL);
		}
		if (status)
			app_say(app, tr("%s ended with status %d"), o->argv[0], status);
	}
	outside_free(o);
	subscriptions_edited(app);
}
