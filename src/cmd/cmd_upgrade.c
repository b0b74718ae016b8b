#include "cmd/cmd_upgrade.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "store/store_open.h"
#include "text/say.h"

enum { MOMENT_MS = 1000 };

struct upgrade {
	int64_t began_ms;
	int step, steps; /* steps 0: nothing is to be done */
	int told;        /* the step that was told last, -1: none */
	bool is_terminal;
};

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

/* Once it has taken a moment. */
static void
show(struct upgrade *u)
{
	if (!u->steps || u->step == u->told || clock_mono_ms() - u->began_ms < MOMENT_MS)
		return;
	if (u->is_terminal)
		show_step(u);
	else if (u->told < 0)
		say_err("%s", tr("the cache is of an older sosik and is brought up to this one: with many posts this takes minutes, once"));
	u->told = u->step;
}

static void
tell(void *user, int step, int steps)
{
	struct upgrade *u = user;

	if (!u->steps)
		u->began_ms = clock_mono_ms();
	u->step = step;
	u->steps = steps;
	show(u);
}

/* A signal ends the command at once: the step at hand is not done then, and the next opening goes on with it. */
static bool
wants_stop(void *user)
{
	show(user);
	return false;
}

int
cmd_upgrade_open(struct store **ret, enum store_mode mode, char notice[256], struct err *err)
{
	struct upgrade u = { .told = -1, .is_terminal = isatty(STDOUT_FILENO) };
	const struct store_opening how = { tell, wants_stop, &u };
	int rc = store_open_told(ret, mode, &how, notice, err);

	if (u.is_terminal && u.told >= 0)
		say_raw(str_lit("\r\x1b[K"));
	return rc;
}
