/*
 * What came of one feed into the cache.
 */
#ifndef SYNC_SYNC_STORE_H
#define SYNC_SYNC_STORE_H

#include "sync/sync_pool.h"
#include "sync/sync_rules.h"

/* The transaction of one feed, in which its new posts are also noted for the rules. A body that may not be all that there is gets no validators, so that it is asked for again. */
int sync_store(struct store *s, const struct feeds_row *feed, struct sync_job *job, const struct sync_rules *rules,
	struct merge_count *count, struct err *err);

#endif
