#include "base/buf.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_suggest.h"
#include "text/say.h"
#include "text/width.h"

enum { NAME_COLS = 10 };

static int
unknown(const char *name, struct err *err)
{
	const char *near = cmd_suggest_name(str_of(name));

	if (near)
		return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; did you mean ‘%s’?"), name, near);
	return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; see ‘sosik help’"), name);
}

static void
tell_undo(unsigned flags)
{
	if (flags & CMD_UNDOES)
		say_out("  %s", tr("‘sosik redo’ does it again."));
	else if (flags & CMD_FINAL)
		say_out("  %s", tr("‘sosik undo’ does not take it back."));
	else if (flags & CMD_CHANGES)
		say_out("  %s", tr("‘sosik undo’ takes it back."));
}

/* How it is used, and what it says itself of its options: the table is there. */
static int
one(char *name, struct err *err)
{
	char option[] = "--help", *args[] = { name, option, NULL };
	const struct cmd *c = cmd_find(name);
	int cols = width_str(str_of(tr("usage:")));
	struct str usage, line;

	if (!c)
		return unknown(name, err);
	usage = str_of(tr(c->usage));
	(void)str_line(&usage, &line);
	say_out("%s %.*s", tr("usage:"), STR(line));
	while (str_line(&usage, &line))
		say_out("%*s %.*s", cols, "", STR(str_trim(line)));
	say_out("  %s", tr(c->summary));
	tell_undo(c->flags);
	return c->run(2, args, err);
}

static void
row(const char *name, const char *summary)
{
	say_out("  %s %-*s %s", "sosik", NAME_COLS, name, summary);
}

int
cmd_help(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	int at = opts_read(argc, argv, table, err);

	if (at < 0)
		return -1;
	if (argc - at > 1)
		return cmd_usage("help", err);
	if (at < argc)
		return one(argv[at], err);
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
