#include "ui/ime.h"

#include <sys/wait.h>

#include "base/clock.h"
#include "base/proc.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/ask.h"

static void
end(struct ime *ime)
{
	if (!ime->pid)
		return;
	proc_kill_all(ime->pid);
	(void)proc_wait(ime->pid);
	ime->pid = 0;
}

/* The one before, if it still runs, would undo what this one does. */
static void
start(struct app *app, const char *const *program)
{
	const struct proc_io io = { PROC_NULL, PROC_NULL, PROC_NULL };
	struct ime *ime = &app->ime;
	struct err err = { 0 };

	end(ime);
	if (!proc_start_apart(program, io, &ime->pid, &err)) {
		ime->until = clock_mono_ms() + IME_MS;
		return;
	}
	ime->pid = 0;
	if (ime->has_failed)
		return;
	ime->has_failed = true;
	(void)err_wrap(&err, "%s", tr("the input method is not switched"));
	app_fail(app, &err);
}

void
ime_follow(struct app *app)
{
	bool is_text = app->asking && !app->asking->chosen;
	const char *const *program = is_text ? app->opts.ime_on : app->opts.ime_off;

	if (is_text == app->ime.is_text)
		return;
	app->ime.is_text = is_text;
	if (program)
		start(app, program);
}

int
ime_timeout(const struct ime *ime)
{
	int64_t left = ime->until - clock_mono_ms();

	if (!ime->pid)
		return -1;
	return left > 0 ? (int)left : 0;
}

void
ime_step(struct ime *ime)
{
	if (ime->pid && !ime_timeout(ime))
		end(ime);
}

void
ime_reap(struct ime *ime)
{
	if (ime->pid && waitpid(ime->pid, NULL, WNOHANG) != 0)
		ime->pid = 0;
}

void
ime_free(struct ime *ime)
{
	if (ime->pid && !proc_wait_end(ime->pid, ime_timeout(ime)))
		end(ime);
	else if (ime->pid)
		(void)proc_wait(ime->pid);
}
