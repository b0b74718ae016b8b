/*
 * What a sync does when it is through with its feeds, in this order: the search
 * index, the user's rules, messages, full texts, programs.
 */
#ifndef SYNC_SYNC_END_H
#define SYNC_SYNC_END_H

#include "sync/sync_full.h"
#include "sync/sync_rest.h"

struct fetch;
struct sync_pool;

/* All feeds are through, unless they were cut short: what they were fetched and read by ends at once, for the memory and for the time that it takes. */
void sync_end_feeds(const struct sync_rest *rest, struct fetch **fetch, struct sync_pool **pool);

/* full->is_over cuts it short: what is left waits for the next sync. */
int sync_end_run(const struct sync_full *full, struct sync_rest *rest, struct err *err);

#endif
