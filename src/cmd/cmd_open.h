/*
 * The cache for a command.
 */
#ifndef CMD_CMD_OPEN_H
#define CMD_CMD_OPEN_H

#include "store/store.h"
#include "store/subs.h"

/* Opens the cache, in line with the feeds file; what had to be mended is said on standard error. */
int cmd_open_store(struct store **ret, enum store_mode mode, struct err *err);

/* Without a look at the feeds file, for who changes it himself. */
int cmd_open_as_is(struct store **ret, enum store_mode mode, struct err *err);

/* The cache with the feeds file; each problem in that is a line on standard error. On -1 nothing is open. */
int cmd_open_both(struct arena *a, struct store **store, enum store_mode mode, struct subs *subs, struct err *err);

#endif
