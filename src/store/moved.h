/*
 * A cache that is open, and deleted or replaced by another file meanwhile:
 * what is read there and written there nobody else sees.
 */
#ifndef STORE_MOVED_H
#define STORE_MOVED_H

#include "store/store.h"

/* Whether the file of the cache is not at its place any more. */
bool moved_away(struct store *s);

#endif
