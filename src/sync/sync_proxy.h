/*
 * Proxies that could not be used: that is no failure of the feeds that were to
 * be asked by them, so it is told once for all.
 */
#ifndef SYNC_SYNC_PROXY_H
#define SYNC_SYNC_PROXY_H

#include "base/arena.h"
#include "base/vec.h"

struct sync_proxy_fault {
	struct str why; /* its code (text/feed_why.h) */
	size_t feeds;
};

/* Zero-initialise; free with sync_proxy_free(). */
struct sync_proxy {
	struct arena a;
	vec(struct sync_proxy_fault) v; /* a proxy is there once for each thing that is the matter with it */
};

/* One feed more. */
void sync_proxy_add(struct sync_proxy *p, struct str why);

/* At the end: a line for each; notice may be NULL. */
void sync_proxy_tell(const struct sync_proxy *p, void (*notice)(void *user, const char *text), void *user);

void sync_proxy_free(struct sync_proxy *p);

#endif
