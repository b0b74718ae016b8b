/*
 * What undo and redo share.
 */
#ifndef CMD_CMD_UNDO_H
#define CMD_CMD_UNDO_H

#include "cmd/cmd.h"
#include "store/state.h"

struct cmd_undo {
	int (*step)(struct store *s, int64_t *until, struct state_undone *ret, struct err *err);
	const char *told; /* "undone: %s", N_() */
};

/* Does step as often as the command line says (once), and tells what each has changed. */
int cmd_undo_run(const struct cmd_undo *how, int argc, char **argv, struct err *err);

#endif
