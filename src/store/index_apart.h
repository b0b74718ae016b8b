/*
 * The first index of a cache, made apart: it stands in a file beside index.db,
 * which nobody reads and which comes into its place when it is done. So
 * nothing of it is written twice, and the disk is waited for once. Until then
 * all its posts wait: they stay in hand (store/index_hand.h), and of a process
 * that is killed nothing is left.
 */
#ifndef STORE_INDEX_APART_H
#define STORE_INDEX_APART_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

/*
 * From now on index_run_on() writes it, from the lowest number on, where the index that is there has nothing yet. The lock of the
 * index is held until the end: who waits for that does not wait long only if this is over soon.
 */
int index_apart_begin(struct store *s, struct err *err);

/* Puts it in its place, as far as it is: its posts wait no more. Nothing is done where none was begun. After an error they wait as before. */
int index_apart_end(struct store *s, struct err *err);

bool index_apart_is_on(const struct store *s);

/* Those of its posts that are written end with this one; INT64_MIN where none are or none is made. */
int64_t index_apart_last(const struct store *s);
void index_apart_reach(struct store *s, int64_t post);

/* Gives it up. */
void index_apart_drop(struct store *s);

/* Removes what a process that was killed left of one. Under the lock of the index. */
void index_apart_sweep(struct store *s);

#endif
