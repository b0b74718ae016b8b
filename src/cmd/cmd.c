#include "cmd/cmd.h"

#include "base/buf.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_reader.h"
#include "cmd/cmd_signal.h"
#include "cmd/cmd_suggest.h"
#include "conf/conf_language.h"
#include "text/say.h"

const struct cmd *
cmd_find(const char *name)
{
	for (const struct cmd *c = cmd_table(); c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

/* An error is one line: those before the last one are told here. */
int
cmd_usage(const char *name, struct err *err)
{
	struct buf text = { 0 };
	struct str rest, line, next;

	(void)buf_printf(&text, tr("usage: %s"), tr(cmd_find(name)->usage));
	rest = buf_str(&text);
	(void)str_line(&rest, &line);
	while (str_line(&rest, &next)) {
		say_err("%.*s", STR(line));
		line = next;
	}
	(void)err_set(err, ERR_USAGE, "%.*s", STR(line));
	buf_free(&text);
	return -1;
}

/* Prints what went wrong, if anything, and returns the exit status. */
static int
end(int status, struct err *err)
{
	struct err late = { 0 };

	if (status < 0 && err->code == ERR_STOPPED && say_is_lost())
		status = 0; /* what is wrong with the output is told below */
	if (status < 0) {
		if (err->code != ERR_HELP)
			say_err("%s", err->text);
		status = err_status(err->code);
	}
	/* What it came too late for is done, and was told. */
	if (status && cmd_signal_got()) {
		(void)say_finish(NULL);
		return 128 + cmd_signal_got();
	}
	if (say_finish(&late) < 0) {
		say_err("%s", late.text);
		return err_status(late.code);
	}
	return status;
}

static int
unknown(const char *word, struct err *err)
{
	const char *near = cmd_suggest_name(str_of(word));

	if (*word == '-')
		return err_set(err, ERR_USAGE, tr("unknown option %.80s; see ‘sosik help’"), word);
	if (near)
		return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; did you mean ‘%s’?"), word, near);
	return err_set(err, ERR_USAGE, tr("unknown command ‘%.80s’; see ‘sosik help’"), word);
}

/* The words before a command: sosik --help, --version, --demo. */
static int
run_option(int argc, char **argv, struct err *err)
{
	const char *word = argv[1];

	if (argc == 2 && (!strcmp(word, "--help") || !strcmp(word, "-h")))
		return cmd_help(1, argv + 1, err);
	if (argc == 2 && !strcmp(word, "--version"))
		return cmd_version(1, argv + 1, err);
	if (argc == 2 && !strcmp(word, "--demo"))
		return cmd_reader_demo(err);
	return unknown(word, err);
}

/* "sosik COMMAND --help" says what "sosik help COMMAND" says. */
static int
run_command(const struct cmd *command, int argc, char **argv, struct err *err)
{
	if (argc > 1 && (!strcmp(argv[1], "--help") || (argc == 2 && !strcmp(argv[1], "-h")))) {
		char *help[] = { argv[1], argv[0], NULL };

		return cmd_help(2, help, err);
	}
	return command->run(argc, argv, err);
}

int
cmd_main(int argc, char **argv)
{
	struct err err = { 0 };
	const struct cmd *command;
	enum tr_language language = conf_language();

	if (language != TR_AUTO)
		tr_use(language);
	cmd_signal_catch();
	if (argc < 2)
		return end(cmd_reader_run(&err), &err);
	if (*argv[1] == '-')
		return end(run_option(argc, argv, &err), &err);
	command = cmd_find(argv[1]);
	if (!command)
		return end(unknown(argv[1], &err), &err);
	return end(run_command(command, argc - 1, argv + 1, &err), &err);
}
