/*
 * The lock under which one sync at a time runs: $XDG_DATA_HOME/sosik/sync.lock
 * with the holder's process id in it.
 */
#ifndef SYNC_SYNC_LOCK_H
#define SYNC_SYNC_LOCK_H

#include <stdbool.h>

#include "base/err.h"

/* A descriptor that holds the lock until it is closed; ERR_BUSY, with the holder in the text, when another has it. */
int sync_lock_take(struct err *err);

/* Whether the lock that is held keeps others off: not where the file system has none. */
bool sync_lock_is_one(void);

#endif
