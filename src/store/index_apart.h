/*
 * The first index of a cache, made apart: it stands in a file beside index.db,
 * which nobody reads and which comes into its place when it is done. So
 * nothing of it goes through a log, and the disk is waited for once. Words of
 * posts are told as they come, by reading alone; what was told becomes a part
 * of the index now and then, and the posts of some parts come in hand together
 * (store/index_hand.h). All wait until the end, and of a process that is killed
 * nothing is left.
 */
#ifndef STORE_INDEX_APART_H
#define STORE_INDEX_APART_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

/*
 * Begins one where the index that is there never had anything. The lock of the index is held until the end.
 */
int index_apart_begin(struct store *s, struct err *err);
bool index_apart_is_on(const struct store *s);

/* Whether another waits for the lock, to bring in posts himself: time to end it. */
bool index_apart_is_wanted(const struct store *s);

/* After an error of these none is made any more, and all posts wait as before. */

/* Tells the words of some posts that wait. *is_all: none is left. */
int index_apart_tell(struct store *s, bool *is_all, struct err *err);

/* Makes a part of what was told, and all that are in parts stand in hand. */
int index_apart_cut(struct store *s, struct err *err);

/* The same, and a step of index_settle_apart() where it has so many pages or more. *is_done: there is no more to do. */
int index_apart_settle(struct store *s, int64_t large, bool *is_done, struct err *err);

/* Makes one of the rest, and puts all in its place: these posts wait no more. */
int index_apart_end(struct store *s, struct err *err);

/* Gives it up, where one is made. */
void index_apart_drop(struct store *s);

/* Removes what a process that was killed left of one. Under the lock of the index. */
void index_apart_sweep(struct store *s);

#endif
