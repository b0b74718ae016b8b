/*
 * Feeds that failed by what may be the network's answer in their place
 * (sync_portal.h): they are told when it is known whose fault it is.
 */
#ifndef SYNC_SYNC_DOUBT_H
#define SYNC_SYNC_DOUBT_H

#include "base/vec.h"
#include "sync/sync.h"

struct sync_doubted {
	size_t visit, answer;    /* the caller's: which feed it is, which answer of the portal */
	struct sync_event event; /* without its feed */
};

/* Zero-initialise; free with sync_doubt_free(), after which it can be filled again. */
struct sync_doubt {
	struct arena a;
	vec(struct sync_doubted) v;
};

/* What the event points to is copied. */
void sync_doubt_add(struct sync_doubt *d, size_t visit, size_t answer, const struct sync_event *event);

void sync_doubt_free(struct sync_doubt *d);

#endif
