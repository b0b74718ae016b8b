/*
 * What was in the way: proxies that could not be used, a network that wants a
 * login and says so (511), hosts that answered nobody. That is no failure of the
 * feeds that were to be asked, so it is told once for all.
 */
#ifndef SYNC_SYNC_WAY_H
#define SYNC_SYNC_WAY_H

#include "base/arena.h"
#include "base/vec.h"

struct sync_way_fault {
	struct str why; /* its code (text/feed_why.h) */
	size_t feeds;
};

/* Zero-initialise; free with sync_way_free(). */
struct sync_way {
	struct arena a;
	vec(struct sync_way_fault) v; /* each thing that is the matter is there once */
};

/* One feed more. */
void sync_way_add(struct sync_way *w, struct str why);

/* At the end: a line for each; notice may be NULL. */
void sync_way_tell(const struct sync_way *w, void (*notice)(void *user, const char *text), void *user);

void sync_way_free(struct sync_way *w);

#endif
