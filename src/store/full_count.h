/*
 * How the full texts of each feed stand, for its health.
 */
#ifndef STORE_FULL_COUNT_H
#define STORE_FULL_COUNT_H

#include "store/store.h"

struct full_count {
	int64_t feed;
	int64_t there;    /* posts whose page was fetched, at least a part of it */
	int64_t waiting;  /* that a sync is to fetch, or to try again */
	int64_t given_up; /* whose page gave nothing, and is not asked for any more */
};

/* Of feeds that have any, by their ids. */
int full_count_list(struct store *s, struct arena *a, struct full_count **ret, size_t *n, struct err *err);

#endif
