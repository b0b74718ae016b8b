/*
 * Places that asked to be left alone (Retry-After), by a word for each that the
 * caller knows: a host, or the platform of many. Only cache.
 */
#ifndef STORE_HOLD_H
#define STORE_HOLD_H

#include "store/store.h"

struct hold {
	struct str place;
	int64_t until;
};

/* Notes it, in a transaction of its own; a time that is later stays. Those that are over by now are dropped, and those that cannot be right, more than a day on: the clock was wrong. */
int hold_set(struct store *s, struct str place, int64_t until, int64_t now, struct err *err);

/* Those that count now, see interval_is_held(); in a. */
int hold_list(struct store *s, struct arena *a, int64_t now, struct hold **ret, size_t *n, struct err *err);

#endif
