/*
 * The config file as the reader asks for it (ui/ui.h): what it says at the
 * start, and again whenever a line is typed as if it stood at its end.
 */
#ifndef CMD_CMD_LIVE_H
#define CMD_CMD_LIVE_H

#include "conf/conf.h"
#include "ui/ui.h"

struct cmd_live {
	struct arena arena, before; /* of what the options are in now, and were in before the last line */
	struct conf conf;
	struct buf lines; /* that were typed */
	struct ui_config handed;
};

/* Reads the file into *opts, which is the reader's as long as the cmd_live is; what is wrong in it is told there. Free also after -1. */
int cmd_live_open(struct cmd_live *live, struct ui_opts *opts, struct err *err);
void cmd_live_free(struct cmd_live *live);

#endif
