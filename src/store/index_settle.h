/*
 * A query of several words asks every part of the index for each of them. Where
 * an index is large its parts are merged until few are left, when nothing waits
 * any more; a small one answers fast enough as it is. FTS5 merges those of one
 * that others read, step by step; one that is made apart has them joined before
 * it comes into its place (store/index_join.h).
 */
#ifndef STORE_INDEX_SETTLE_H
#define STORE_INDEX_SETTLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

enum {
	INDEX_SETTLE_PAGES = 24000, /* of all parts, from which on it is large: about 50,000 posts */
	INDEX_SETTLE_PARTS = 12,    /* that may stay */
};

/* Whether the one that is open to be written has so many pages or more, and too many parts. */
int index_settle_is_due(struct store *s, int64_t large, bool *ret, struct err *err);

/* One step of some hundredths of a second for an index of so many pages or more. *is_done: there is no more to do, also where another process is at it. */
int index_settle(struct store *s, int64_t large, bool *is_done, struct err *err);

/*
 * One step of some tenths of a second for one that is made apart and has too many parts. They stay few then for long: what comes later
 * is on another level of FTS5's. After an error it is of no use.
 */
int index_settle_apart(struct store *s, bool *is_done, struct err *err);

#endif
