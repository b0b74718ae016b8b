/*
 * What was read and flagged in the reader that a list is from: its database,
 * named on the command line or found where that reader keeps it.
 */
#ifndef CMD_CMD_IMPORT_STATE_H
#define CMD_CMD_IMPORT_STATE_H

#include "base/vec.h"
#include "cmd/cmd_import_list.h"
#include "store/foreign.h"

struct cmd_import_state {
	struct arena a;
	vec(struct subscribe_post) posts;
	vec(struct str) files; /* that were read: each counts once */
};

/* Adds what the database holds. */
int cmd_import_state_read(struct cmd_import_state *s, const char *file, struct err *err);

/* Adds that of the reader which the list in file is from, with these feeds; nothing when there is none. */
int cmd_import_state_beside(struct cmd_import_state *s, const char *file, const struct cmd_import_list *list, struct err *err);

void cmd_import_state_free(struct cmd_import_state *s);

#endif
