/*
 * Several statements that read the same state of the cache, whatever other
 * processes write meanwhile: what waits for the search index and what stands in
 * it are read by two, and a post that moves between them would be in both.
 */
#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include "store/store.h"

/* May be nested, and stand within a transaction, which is one already. Between the two nothing of the cache is written. */
int snapshot_begin(struct store *s, struct err *err);
void snapshot_end(struct store *s);

#endif
