/*
 * Signals that end a command. Where nothing is half done by ending at once,
 * it ends at once; else what runs is told to stop, and a second signal ends
 * it.
 */
#ifndef CMD_CMD_SIGNAL_H
#define CMD_CMD_SIGNAL_H

#include "store/store.h"

/* Catches SIGINT, SIGTERM and SIGHUP, unless they are ignored: from here on the process ends with status 128 + its number, but where all was done. */
void cmd_signal_catch(void);

/* From here on there is something to put in order first: queries of this store stop. */
void cmd_signal_defer(struct store *s);

/* Queries of this store, which is but read, stop when standard output is lost: nobody sees what they find. */
void cmd_signal_read(struct store *s);

/* The number of the signal that has come, or 0. */
int cmd_signal_got(void);

#endif
