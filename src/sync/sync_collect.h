/*
 * What a worker answers, into the job that it belongs to: copied, since the
 * answer is gone with the next one.
 */
#ifndef SYNC_SYNC_COLLECT_H
#define SYNC_SYNC_COLLECT_H

#include "sync/sync_pool.h"

/* All but CLIENT_DONE's end of the job; posts beyond LIMIT_FEED_ITEMS are left out. */
void sync_collect(struct sync_job *job, const struct client_answer *answer);

#endif
