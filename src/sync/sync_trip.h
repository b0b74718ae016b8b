/*
 * A sync on its way, and how a feed ends in it: noted in the cache, told to
 * whoever looks on.
 */
#ifndef SYNC_SYNC_TRIP_H
#define SYNC_SYNC_TRIP_H

#include "net/fetch.h"
#include "sync/sync.h"
#include "sync/sync_ask.h"
#include "sync/sync_doubt.h"
#include "sync/sync_holds.h"
#include "sync/sync_patience.h"
#include "sync/sync_pool.h"
#include "sync/sync_portal.h"
#include "sync/sync_rest.h"
#include "sync/sync_store.h"
#include "sync/sync_way.h"
#include "sync/subscribed.h"

struct trip {
	const struct sync_opts *opts;
	struct sync_sum *sum;
	const struct sync_rules *rules;
	struct store *store;
	struct fetch *fetch;
	struct sync_pool *pool;
	struct sync_store ready; /* feeds to be stored */
	struct sync_rest rest;
	struct arena arena;
	struct subs subs;
	struct subscribed subscribed; /* by subs */
	struct sync_ask ask;
	struct sync_patience patience;
	const struct feeds_row **feeds; /* that are asked */
	bool *are_done;                 /* which of them are done */
	struct sync_holds holds;
	struct sync_portal portal;
	struct sync_doubt doubt;
	struct sync_way way;
	size_t done, told;              /* feeds: some are told later than they are done */
	int64_t end_ms;                 /* clock_mono_ms(), 0: none */
};

/* A feed is done. title: of the feed itself, for one that was only known by its address before this fetch; else empty. */
void sync_trip_tell(struct trip *trip, size_t visit, struct sync_event event, struct str title);

/* A feed failed. event has stage, why, bytes and, where the code does not say all, text; found is what the cache gets beside the code. -1 only when the cache as a whole failed. */
int sync_trip_fail(struct trip *trip, size_t visit, struct sync_event event, const struct feeds_fetch *found, struct err *err);

/* The same for a job of which no feed came; where it is a page, it is told when it is known whether it is the network's (sync_portal.h). */
int sync_trip_fail_parse(struct trip *trip, const struct sync_job *job, struct sync_event event, struct err *err);

/* What came of a feed could not be stored, as *err says. -1 when none can be. */
int sync_trip_fail_store(struct trip *trip, size_t visit, const struct feeds_fetch *fetch, int64_t bytes, struct err *err);

/* The same for an answer that is none; it may be the network's, too. */
int sync_trip_fail_fetch(struct trip *trip, size_t visit, const struct fetch_answer *answer, struct err *err);

/* Not asked after all: its host or platform has told another feed of it that it wants to be left alone. */
void sync_trip_leave(struct trip *trip, size_t visit);

/* It is over: sets left_names of the sum. Those that were waited for, for a while, come behind the others next time. */
void sync_trip_leave_rest(const struct trip *trip);

/* At the end: what is to be said of places that were left alone, feeds that have moved, a network that answered itself. */
int sync_trip_end(struct trip *trip, struct err *err);

#endif
