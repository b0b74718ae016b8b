/*
 * The requests of a sync: each feed is asked at once, or as soon as the password
 * for it has come.
 */
#ifndef SYNC_SYNC_ASK_H
#define SYNC_SYNC_ASK_H

#include "net/fetch.h"
#include "store/feeds.h"
#include "sync/sync_access.h"

/* Zero-initialise, with these set before sync_ask_next() is called. */
struct sync_ask {
	struct fetch *fetch;             /* requests have a pointer into feeds as their user */
	struct sync_access access;
	const struct feeds_row **feeds;
	size_t n;
	bool is_forced;                  /* without validators */
	size_t next;                     /* 0 */
};

/* Asks all that can be asked by now. True with one that cannot, ever, and why; it wants to be called again then. */
bool sync_ask_next(struct sync_ask *ask, size_t *visit, struct err *why);

/* Whether there are feeds that were not asked yet. */
bool sync_ask_pending(const struct sync_ask *ask);

#endif
