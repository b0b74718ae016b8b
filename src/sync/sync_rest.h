/*
 * What a sync does beside fetching: the search index follows a slice at a time
 * while the network is waited for, and what is left of it, and of the search
 * for stories, is done at the end.
 */
#ifndef SYNC_SYNC_REST_H
#define SYNC_SYNC_REST_H

#include <stdbool.h>

#include "store/store.h"
#include "sync/sync.h"

/* Zero-initialise with the first two set and is_behind true: what an earlier sync left waits, too. */
struct sync_rest {
	struct store *store;
	const struct sync_opts *opts;
	bool is_behind;   /* posts may wait for the index */
	bool is_given_up; /* another program held the cache too long: they wait for the next sync */
};

/* Brings a slice into the index, if any post waits. */
int sync_rest_step(struct sync_rest *rest, struct err *err);

/* All that is left, until is_over(user) says so. */
int sync_rest_end(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err);

#endif
