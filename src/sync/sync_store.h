/*
 * What came of one feed into the cache.
 */
#ifndef SYNC_SYNC_STORE_H
#define SYNC_SYNC_STORE_H

#include "sync/sync_pool.h"
#include "sync/sync_rules.h"

/* What is known of the feed, for the job whose body has come; nothing of its posts when all are to be made anew. 1: the body is the last one that was stored, and has no need of a worker. */
int sync_store_know(struct store *s, const struct feeds_row *feed, struct sync_job *job, bool is_anew, struct err *err);

/* The transaction of one feed, in which its new posts are also noted for the rules. A body that may not be all that there is gets no validators, so that it is asked for again. */
int sync_store(struct store *s, const struct feeds_row *feed, struct sync_job *job, const struct sync_rules *rules,
	struct merge_count *count, struct err *err);

#endif
