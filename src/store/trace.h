/*
 * The keys by which posts of one story are found (store/story_find.h), hashes
 * all: those of one feed touch every page of their table, so new ones stay in
 * memory until there are many. meta.traced is the last post whose keys stand
 * in the table; what a process that is gone had in memory is made again from
 * the posts behind it (story_catch_up()).
 */
#ifndef STORE_TRACE_H
#define STORE_TRACE_H

#include "store/story_find.h"

/* A key of a post, and the feed it is of. */
void trace_add(struct store *s, int64_t key, int64_t post, int64_t feed);

/* What the outermost transaction does to those in memory, before it counts as begun or ended: they stay as they were unless it is committed. */
void trace_keep(struct store *s);
void trace_take_back(struct store *s);

/*
 * The posts that have the key of an address, the newest first: some may be gone, or have another one by now. Whoever has filled
 * the table alone, in a first sync, knows of most keys that no post has them without looking there: posts have theirs from when
 * they are merged, but for the address that a page says it has.
 */
int trace_find(struct store *s, int64_t key, struct story_rows *rows, struct err *err);

/* The same for the key of a text, which no page gives. */
int trace_find_text(struct store *s, int64_t key, struct story_rows *rows, struct err *err);

/* Writes what is in memory, in a transaction of its own: some milliseconds. Unless is_last only when it is much. It stays there when that fails. */
int trace_settle(struct store *s, bool is_last, struct err *err);

/* The last post whose keys are written. */
int trace_last(struct store *s, int64_t *ret, struct err *err);

/* None is missing but those that are made by other means. */
int trace_skip(struct store *s, struct err *err);

/* Writes what is left and forgets it; what cannot be written is made again some time. */
void trace_close(struct store *s);

#endif
