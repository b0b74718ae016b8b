/*
 * What stands in the journal and not yet in the cache.
 */
#ifndef STORE_REPLAY_H
#define STORE_REPLAY_H

#include "store/journal.h"
#include "store/store.h"

/* Applies the lines beyond meta.applied_seq, in a transaction of its own or the caller's. *seq is the newest number then. */
int replay_run(struct store *s, struct journal *j, int64_t *seq, struct err *err);

/* At open: the same under the journal's lock, when the journal has grown. *applied is how many lines were. */
int replay_at_open(struct store *s, int64_t *applied, struct err *err);

/* Whether something was done that the cache could not take: the journal has more, and nobody is writing it just now. */
bool replay_is_due(struct store *s);

#endif
