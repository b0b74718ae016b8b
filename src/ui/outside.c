#include "ui/outside.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/proc.h"
#include "base/tr.h"
#include "text/say.h"
#include "ui/app.h"

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

/* Its exit status, or 128 + the signal that ended it. Where it is stopped (^Z), we are too: fg goes on with both. */
static int
wait_for(pid_t pid)
{
	int status;

	for (;;) {
		if (waitpid(pid, &status, WUNTRACED) < 0) {
			if (errno != EINTR)
				return 127;
			continue;
		}
		if (!WIFSTOPPED(status))
			return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
		(void)kill(0, SIGSTOP);
	}
}

/* Until Enter, or the end of input. */
static void
pause_there(void)
{
	char c;

	say_ask("%s", tr("Enter goes back: "));
	while (read(STDIN_FILENO, &c, 1) == 1 && c != '\n' && c != '\r')
		continue;
}

void
outside_run(struct app *app)
{
	struct outside *o = &app->outside;
	struct err err;
	pid_t pid;
	int status;

	if (proc_start(o->argv, (struct proc_io){ o->in, PROC_SAME, PROC_SAME }, &pid, &err) < 0) {
		app_fail(app, &err);
	} else {
		status = wait_for(pid);
		if (o->has_pause)
			pause_there();
		if (status)
			app_say(app, tr("%s ended with status %d"), o->argv[0], status);
	}
	outside_free(o);
}
