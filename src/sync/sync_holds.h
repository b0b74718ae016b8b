/*
 * The places (a host, or the platform of many) that want to be left alone, for
 * one sync: which feeds are not asked for that, to be told once for each place
 * instead of for each feed.
 */
#ifndef SYNC_SYNC_HOLDS_H
#define SYNC_SYNC_HOLDS_H

#include "base/vec.h"
#include "net/fetch.h"
#include "store/feeds.h"

struct sync_hold {
	struct str place;
	int64_t until;
	size_t n; /* feeds that were not asked */
};

/* Zero-initialise; free with sync_holds_free(). */
struct sync_holds {
	struct arena a;
	vec(struct sync_hold) v;
};

/* A feed is left out until then. */
void sync_holds_count(struct sync_holds *h, struct str url, int64_t until);

/* Whoever answers at this URL wants to be left alone: noted for the next syncs, and what still waits for the place comes back as FETCH_HELD. A host of one's own network speaks for one feed only. */
int sync_holds_add(struct sync_holds *h, struct store *s, struct fetch *fetch, struct str url, int64_t until, struct err *err);

/* One line for each place with feeds that were not asked. */
void sync_holds_tell(const struct sync_holds *h, void (*remark)(void *user, const char *text), void *user);

void sync_holds_free(struct sync_holds *h);

#endif
