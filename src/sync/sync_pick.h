/*
 * Which feeds a sync asks.
 */
#ifndef SYNC_SYNC_PICK_H
#define SYNC_SYNC_PICK_H

#include "sync/sync.h"
#include "sync/sync_holds.h"

/* Appends to picked, which has room for n, those of rows that are to be asked: who was tried longest ago comes first, so that a sync that ends early leaves nobody out for good, and one that failed as if it had been a day later, so that the others need not wait for it; else in their order. How many to *n_picked. Those that are left alone are counted in holds. ERR_NOT_FOUND for a name or #tag that no feed has. */
int sync_pick_feeds(struct arena *a, const struct sync_opts *opts, const struct subs *subs, const struct feeds_row *rows, size_t n, const struct feeds_row **picked, size_t *n_picked, struct sync_holds *holds, struct err *err);

#endif
