/*
 * Readable rows out of a damaged cache.
 */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include <sqlite3.h>

#include "store/store.h"

/* Copies feeds, and posts whose text still has its hash, with their ids; no state (the journal has it) and no validators (so that the next sync fetches whole feeds). */
int salvage_copy(struct store *s, sqlite3 *old, struct err *err);

#endif
