#include "text/upgrade.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "text/say.h"

enum { MOMENT_MS = 1000 };

static void
show_step(const struct upgrade *u)
{
	struct buf line = { 0 };

	(void)buf_printf(&line, "\r\x1b[K%s ", tr("The cache is of an older sosik and is brought up to this one."));
	if (u->step)
		(void)buf_printf(&line, tr("step %d of %d"), u->step, u->steps);
	else
		(void)buf_puts(&line, tr("first a copy of it is made"));
	say_raw(buf_str(&line));
	(void)say_finish(NULL);
	buf_free(&line);
}

void
upgrade_begin(struct upgrade *u, bool is_quiet)
{
	*u = (struct upgrade){ .is_terminal = isatty(STDOUT_FILENO), .is_quiet = is_quiet, .told = -1 };
}

void
upgrade_look(struct upgrade *u)
{
	if (u->is_quiet || !u->steps || u->step == u->told || clock_mono_ms() - u->began_ms < MOMENT_MS)
		return;
	if (u->is_terminal)
		show_step(u);
	else if (u->told < 0)
		say_err("%s", tr("the cache is of an older sosik and is brought up to this one: with many posts this takes minutes, once"));
	u->told = u->step;
}

void
upgrade_tell(void *upgrade, int step, int steps)
{
	struct upgrade *u = upgrade;

	if (!u->steps)
		u->began_ms = clock_mono_ms();
	u->step = step;
	u->steps = steps;
	upgrade_look(u);
}

void
upgrade_end(struct upgrade *u)
{
	if (u->is_terminal && u->told >= 0)
		say_raw(str_lit("\r\x1b[K"));
}
