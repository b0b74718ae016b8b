/*
 * The options of a command, asked of the command itself, for some are known
 * to sosik-sync alone.
 */
#ifndef CMD_CMD_COMPLETE_OPTS_H
#define CMD_CMD_COMPLETE_OPTS_H

#include "base/arena.h"
#include "base/err.h"

struct cmd_complete_opt {
	struct str name, letter; /* letter may be empty */
	struct str value;        /* its name, empty for a flag */
	struct str help;
};

/* In the arena. */
int cmd_complete_opts_read(struct arena *a, const char *command, struct cmd_complete_opt **ret, size_t *n, struct err *err);

/* The option that a word is ("--name", or the last letter of "-abc"); NULL when it is none. */
const struct cmd_complete_opt *cmd_complete_opts_find(const struct cmd_complete_opt *opts, size_t n, struct str word);

#endif
