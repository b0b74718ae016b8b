/*
 * The commands of the shell: one table, from which dispatch, help and the man
 * page's check come. A command is one file, cmd_NAME.c.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include "base/err.h"
#include "text/opts.h"

enum cmd_flags {
	CMD_CHANGES = 1 << 0,  /* changes state; undoable unless CMD_FINAL */
	CMD_FINAL = 1 << 1,
	CMD_HIDDEN = 1 << 2,   /* not in the list of commands */
	CMD_UNDOES = 1 << 3,   /* is undo itself */
};

struct cmd {
	const char *name;
	const char *usage;   /* "sosik tag +A -B … [--] QUERY", N_() */
	const char *summary; /* one line, N_() */
	unsigned flags;
	/* argv[0] is the command's name. Returns the exit status; on -1 *err is told and gives it. */
	int (*run)(int argc, char **argv, struct err *err);
};

/* All commands, ended by name == NULL, in the order of the help. */
const struct cmd *cmd_table(void);

const struct cmd *cmd_find(const char *name);

/* For a command line that cannot be: ERR_USAGE with the command's usage. */
int cmd_usage(const char *name, struct err *err);

/* Runs argv[1..] and returns the program's exit status; prints errors. */
int cmd_main(int argc, char **argv);

#endif
