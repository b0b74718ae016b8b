/*
 * The search index (store/index_file.h) and its queue. Triggers note in
 * index_queue whose text has changed, with the text that the index still has;
 * the index follows in slices. It is only cache: lost or damaged it is made
 * again from the posts.
 *
 * A slice takes posts in hand, writes the file of the index, and strikes them
 * out. The cache itself is held for some milliseconds, however large the slice
 * is.
 */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include <stdbool.h>

#include "store/store.h"

enum {
	INDEX_SLICE = 2048,     /* posts, where nobody waits for it: the fewer parts the index is made of, the fewer are merged */
	INDEX_ENOUGH = 1024,     /* that are worth one while more are coming: of articles of usual length a slice has no more */
	INDEX_FIRST = 64,        /* that are worth to be told before */
	INDEX_FEW = 64,          /* that are not, with the end in sight: each slice is a part that queries look into */
	INDEX_LETTERS = 700 << 10, /* of the articles of one: their words take some 8 MB while it is made */
	INDEX_READ_POSTS = 32,   /* that are read at a time, and their bytes */
	INDEX_READ_BYTES = 256 << 10,
	INDEX_SLICE_SHORT = 256, /* where somebody looks on, who may want to stop it: .1 s */
};

/* How many posts wait. */
int index_behind(struct store *s, int64_t *ret, struct err *err);

/* Brings up to budget of them into the index, those that came last first. *is_done: none was left. */
int index_run(struct store *s, int64_t budget, bool *is_done, struct err *err);

/*
 * The same, where another slice follows if so many wait: these are taken in hand at once, since a transaction of the cache waits for
 * others who hold it most of the time.
 */
int index_run_on(struct store *s, int64_t budget, int64_t least, bool *is_done, struct err *err);

/* Nothing is to be brought in for long: what is held for it in memory goes back to the system, and comes again when it is needed. */
void index_rest(struct store *s);

/* Whether another process is at it: it would be waited for. */
bool index_is_held(struct store *s);

/* Empties the index; every post is to be brought in anew. */
int index_start_over(struct store *s, struct err *err);

/* Looks the index through: *is_whole says whether it is sound and has each post that does not wait, and no other. */
int index_check(struct store *s, bool *is_whole, struct err *err);

#endif
