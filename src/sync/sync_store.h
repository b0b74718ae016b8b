/*
 * What workers made of feeds, into the cache.
 */
#ifndef SYNC_SYNC_STORE_H
#define SYNC_SYNC_STORE_H

#include "sync/sync_pool.h"
#include "sync/sync_rules.h"

/* What is known of the feed, for the job whose body has come; nothing of its posts when all are to be made anew. 1: the body is the last one that was stored, and has no need of a worker. */
int sync_store_know(struct store *s, const struct feeds_row *feed, struct sync_job *job, bool is_anew, struct err *err);

/* Feeds that wait to be stored together: the pages of the cache that they have in common are written once. Zero-initialise. */
struct sync_store {
	vec(struct sync_stored) feeds;
	size_t bytes;
	struct buf told;  /* of a feed that has come at another address (store/replaced.h) */
	int64_t since_ms; /* when the first came, clock_mono_ms() */
};

struct sync_stored {
	struct sync_job *job; /* the list's own */
	const struct feeds_row *feed;
	bool is_met;              /* its posts were there before it came first */
	struct merge_count count; /* when it is stored */
};

/* Takes the job over. Returns 0. */
int sync_store_add(struct sync_store *list, struct sync_job *job, const struct feeds_row *feed);

/* Milliseconds until they have waited long enough, or are enough, 0: now; at most most_ms, which it is where there are none. */
int sync_store_wait_ms(const struct sync_store *list, int most_ms);

/*
 * Stores the first of the list, in one transaction: as many as fit into a few
 * milliseconds, so that no other program waits for long. Validators are kept for
 * a feed that came whole; new posts are noted for the rules. What came by an address that was changed by hand is looked at
 * before. Between two feeds the
 * workers are served. Returns how many they were; 0 with *err when the first of them could not be stored.
 */
size_t sync_store_run(struct sync_store *list, struct store *s, const struct sync_rules *rules, struct sync_pool *pool, struct err *err);

/* Takes the first n off the list. */
void sync_store_drop(struct sync_store *list, size_t n);

void sync_store_free(struct sync_store *list);

#endif
