/*
 * What a sync does when it is through with its feeds, in this order: the search
 * index, the user's rules, messages, full texts, programs.
 */
#ifndef SYNC_SYNC_END_H
#define SYNC_SYNC_END_H

#include "sync/sync_full.h"
#include "sync/sync_rest.h"

/* full->is_over cuts it short: what is left waits for the next sync. */
int sync_end_run(const struct sync_full *full, struct sync_rest *rest, struct err *err);

#endif
