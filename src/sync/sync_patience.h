/*
 * How long a sync that is to end waits for other programs that use the cache:
 * a moment, in which what it has in hand is stored if nobody is in the way.
 */
#ifndef SYNC_SYNC_PATIENCE_H
#define SYNC_SYNC_PATIENCE_H

#include "store/store.h"

struct sync_patience {
	bool (*is_over)(const void *trip); /* whether the sync is to end */
	const void *trip;
	int64_t over_ms; /* when that was seen, clock_mono_ms(); 0: not yet */
};

/* From now on waits and long queries of s end (ERR_STOPPED) a moment after is_over(trip) says so. p lives as long as s. */
void sync_patience_begin(struct sync_patience *p, struct store *s, bool (*is_over)(const void *trip), const void *trip);

#endif
