/*
 * The cache for a command.
 */
#ifndef CMD_CMD_OPEN_H
#define CMD_CMD_OPEN_H

#include "store/store.h"
#include "store/subs.h"

/* Opens the cache; what had to be mended is said on standard error. */
int cmd_open_store(struct store **ret, enum store_mode mode, struct err *err);

/* Reads the feeds file; each problem in it is a line on standard error. */
int cmd_open_subs(struct arena *a, struct subs *ret, struct err *err);

/* Opens the cache for writing and brings it in line with the feeds file. */
int cmd_open_both(struct arena *a, struct store **store, struct subs *subs, struct err *err);

#endif
