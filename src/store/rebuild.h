/*
 * A damaged cache: set aside, made anew, its readable rows taken over, its
 * state applied again from the journal.
 */
#ifndef STORE_REBUILD_H
#define STORE_REBUILD_H

#include <stdbool.h>

#include "base/path.h"
#include "store/store.h"

/* Renames the cache with its WAL to .bad-DATE; *bad is the new name, or that of one that is not taken over yet. */
int rebuild_set_aside(struct store *s, struct path *bad, struct err *err);

/* After the cache could not be opened: true when that is for what is in the file. */
bool rebuild_is_damaged(struct store *s);

/* Looks through the whole file; *is_whole says how it is. */
int rebuild_check(struct store *s, bool *is_whole, struct err *err);

/* Whether what was set aside has not been taken over, since who was to do it was killed or had no room; *bad: where it is, else empty. */
bool rebuild_is_unfinished(const struct store *s, struct path *bad);

/* Copies feeds and posts that can be read out of the file set aside into a cache that has none. What cannot be read is left out without an error. */
int rebuild_salvage(struct store *s, const char *bad, struct err *err);

#endif
