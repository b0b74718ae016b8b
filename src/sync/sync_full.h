/*
 * The full texts at the end of a sync: which of the posts that have come need
 * their page, which pages are to be asked for now, and asking for them.
 */
#ifndef SYNC_SYNC_FULL_H
#define SYNC_SYNC_FULL_H

#include "sync/sync.h"

struct sync_full {
	struct store *store;
	const struct sync_opts *opts;
	const struct sync_rules *rules;
	const struct subs *subs;
	const struct feeds_row *const *asked; /* the feeds of this sync, sum->total */
	struct sync_sum *sum;                 /* what is known of them, and where the texts are counted */
	bool (*is_over)(const void *trip);
	const void *trip;
};

/* Finds out which of the posts that have come need their page; it may be done before, and is done by sync_full_run(). */
int sync_full_look(const struct sync_full *full, struct err *err);

/*
 * Nothing here is a failure of the sync: a page that gives nothing is tried again later, or given up. Where no feed could be
 * fetched there is no network, and no page is asked for.
 */
int sync_full_run(const struct sync_full *full, struct err *err);

#endif
