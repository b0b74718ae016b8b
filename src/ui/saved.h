/*
 * The user's saved views, and how many posts each of them has: counted one
 * after the other when there is nothing else to do, and again when the cache
 * has changed. A key stops a count that runs.
 */
#ifndef UI_SAVED_H
#define UI_SAVED_H

#include "query/query.h"
#include "store/store.h"

struct saved_count {
	int64_t posts;   /* -1: not known yet */
	int64_t unread;  /* of these */
	int64_t version; /* of the cache that it is right for */
};

/* Zero-initialised: no views. */
struct saved {
	struct query_names names;   /* the owner's */
	struct saved_count *counts; /* of each view */
	int64_t due_ms;             /* on the clock of clock_mono_ms(): no count begins before */
	int64_t spent_ms;           /* by the counts since all of them were right */
};

void saved_open(struct saved *v, const struct query_names *names);
void saved_free(struct saved *v);

/* Milliseconds until a count is due for a cache of this version; -1 when all are right. */
int saved_timeout(const struct saved *v, int64_t version);

/* Counts one view that is due; wants_stop is asked meanwhile. */
void saved_count(struct saved *v, struct store *store, int64_t version, bool (*wants_stop)(void *user), void *user);

#endif
