/*
 * A home for a while: a temporary folder that the XDG variables point to, with
 * the samples' subscriptions in it.
 */
#ifndef CMD_CMD_DEMO_H
#define CMD_CMD_DEMO_H

#include "base/path.h"

struct cmd_demo {
	struct path dir; /* mode 0700, under $XDG_RUNTIME_DIR or /tmp */
	int lock;        /* of a file in it, held as long as it is used */
};

/* Removes what killed demos have left. Makes the folder, sets XDG_CONFIG_HOME and XDG_DATA_HOME for this process and its children, copies the feeds file of the samples. On -1 nothing is left behind. */
int cmd_demo_begin(struct cmd_demo *demo, const char *samples, struct err *err);

/* Removes the folder with all that is in it. */
void cmd_demo_end(const struct cmd_demo *demo);

#endif
