#include "base/buf.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_suggest.h"
#include "text/say.h"

enum { NAME_COLS = 10 };

static int
one(const char *name, struct err *err)
{
	const struct cmd *c = cmd_find(name);
	const char *near;

	if (c) {
		struct str usage = str_of(c->usage), line;

		for (bool is_first = true; str_line(&usage, &line); is_first = false)
			say_out("%s %.*s", is_first ? tr("usage:") : "      ", STR(str_trim(line)));
		say_out("  %s", tr(c->summary));
		if (c->flags & CMD_CHANGES)
			say_out("  %s", c->flags & CMD_FINAL ? tr("‘sosik undo’ does not take it back.") : tr("‘sosik undo’ takes it back."));
		say_out("%s", tr("More: man sosik"));
		return 0;
	}
	near = cmd_suggest_name(str_of(name));
	if (near)
		return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; did you mean ‘%s’?"), name, near);
	return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; see ‘sosik help’"), name);
}

static void
row(const char *name, const char *summary)
{
	say_out("  %s %-*s %s", "sosik", NAME_COLS, name, summary);
}

int
cmd_help(int argc, char **argv, struct err *err)
{
	if (argc > 2)
		return cmd_usage("help", err);
	if (argc == 2)
		return one(argv[1], err);
	say_out("%s", tr("sosik reads Korean IT blogs in the terminal."));
	say_out("%s", "");
	row("", tr("open the reader"));
	row("--demo", tr("open it on sample feeds, without the network"));
	for (const struct cmd *c = cmd_table(); c->name; c++)
		if (!(c->flags & CMD_HIDDEN))
			row(c->name, tr(c->summary));
	say_out("%s", "");
	say_out("%s", tr("‘sosik help COMMAND’ says how one is used, ‘man sosik’ everything."));
	return 0;
}
