/*
 * --progress of commands that print posts: a line a post on standard error,
 * for programs (sync/progress.h).
 */
#ifndef CMD_CMD_PROGRESS_H
#define CMD_CMD_PROGRESS_H

#include <stddef.h>

/* Says that so many of them have been printed; of many, only now and then. */
void cmd_progress_say(size_t done, size_t total);

#endif
