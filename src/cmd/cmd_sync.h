/*
 * Commands that sosik-sync does: this process becomes it, so that its exit
 * status, signals and terminal are its own.
 */
#ifndef CMD_CMD_SYNC_H
#define CMD_CMD_SYNC_H

#include "base/err.h"

enum { CMD_SYNC_ARGS = 4096 }; /* words on one command line; feeds are asked for by tag beyond that */

/* Becomes "sosik-sync argv[0] argv[1] …"; comes back only with -1. */
int cmd_sync_exec(char **argv, struct err *err);

#endif
