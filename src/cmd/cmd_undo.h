/*
 * What undo and redo share.
 */
#ifndef CMD_CMD_UNDO_H
#define CMD_CMD_UNDO_H

#include "cmd/cmd.h"
#include "store/state.h"

/* Does step as often as the command line says (once), telling each by told, a format of tr() for what was changed and a number of posts. */
struct cmd_undo {
	int (*step)(struct store *s, struct state_undone *ret, struct err *err);
	const char *told_one, *told_many; /* "%s … %lld" */
};
int cmd_undo_run(const struct cmd_undo *how, int argc, char **argv, struct err *err);

#endif
