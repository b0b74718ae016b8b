#include "base/buf.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_suggest.h"
#include "text/say.h"
#include "text/width.h"

enum { NAME_COLS = 10, LINE_COLS = 80 };

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

/* The next word, with all that its brackets hold. */
static struct str
next_part(struct str *form)
{
	size_t i = 0;
	int depth = 0;
	struct str part;

	for (; i < form->n && (depth || form->p[i] != ' '); i++)
		depth += form->p[i] == '[' ? 1 : form->p[i] == ']' ? -1 : 0;
	part = str_sub(*form, 0, i);
	*form = str_trim(str_sub(*form, i, form->n));
	return part;
}

/* One form of a command behind its lead; what has no room stands below what comes after the name. */
static void
tell_form(const char *lead, struct str form)
{
	struct buf line = { 0 };
	struct str part = next_part(&form);
	int cols, indent;

	(void)buf_printf(&line, "%s %.*s", lead, STR(part));
	part = next_part(&form);
	(void)buf_printf(&line, " %.*s", STR(part));
	cols = indent = width_str(buf_str(&line));
	while ((part = next_part(&form)).n) {
		if (cols + 1 + width_str(part) > LINE_COLS) {
			say_out("%s", buf_cstr(&line));
			buf_clear(&line);
			(void)buf_fill(&line, ' ', (size_t)indent);
			cols = indent;
		}
		(void)buf_printf(&line, " %.*s", STR(part));
		cols += 1 + width_str(part);
	}
	say_out("%s", buf_cstr(&line));
	buf_free(&line);
}

/* How it is used, and what it says itself of its options: the table is there. */
static int
one(char *name, struct err *err)
{
	char option[] = "--help", *args[] = { name, option, NULL };
	const struct cmd *c = cmd_find(name);
	struct buf blank = { 0 };
	struct str usage, line;

	if (!c)
		return unknown(name, err);
	(void)buf_fill(&blank, ' ', (size_t)width_str(str_of(tr("usage:"))));
	usage = str_of(tr(c->usage));
	(void)str_line(&usage, &line);
	tell_form(tr("usage:"), line);
	while (str_line(&usage, &line))
		tell_form(buf_cstr(&blank), str_trim(line));
	buf_free(&blank);
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
