/*
 * The lock under which one sync at a time runs: $XDG_DATA_HOME/sosik/sync.lock
 * with the holder in it: process id, when it began, the host. The kernel gives
 * the lock back when its holder dies, however that was. Where the file system
 * has no locks (some NFS), what stands in the file is believed as long as that
 * process runs, or, of another host, for an hour.
 */
#ifndef SYNC_SYNC_LOCK_H
#define SYNC_SYNC_LOCK_H

#include <stdbool.h>

#include "base/err.h"

/* A descriptor that holds the lock until sync_lock_give(); ERR_BUSY, with the holder in the text, when another has it. */
int sync_lock_take(struct err *err);

/* Whether the lock that is held keeps others off: not where the file system has none. */
bool sync_lock_is_one(void);

void sync_lock_give(int fd);

#endif
