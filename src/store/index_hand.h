/*
 * The posts of the slice that is being brought into the search index: they
 * stand in index_hand instead of index_queue, in short transactions of the
 * cache, before the file of the index is written and until it has them. One
 * that changes meanwhile comes into the queue again, with the text that it had,
 * which is the one that the index gets. So a process may be killed between any
 * two transactions. All under the lock of the index.
 */
#ifndef STORE_INDEX_HAND_H
#define STORE_INDEX_HAND_H

#include "base/vec.h"
#include "store/store.h"

/* What a post has, once its text was read. */
struct index_fact {
	int64_t post;
	unsigned has;
	int64_t seconds, sections;
};

struct index_facts {
	vec(struct index_fact) v; /* by number */
};

/* Takes up to budget of the posts that wait, the newest, and not more than so many letters unless the first has them alone. *slice: its number. */
int index_hand_take(struct store *s, int64_t budget, int64_t letters, int64_t *slice, size_t *n, struct err *err);

/* Whether posts are in hand, of a process that is gone: the slice they are of. */
int index_hand_left(struct store *s, bool *ret, struct err *err);

/* The index has them: they wait no more, and the cache has what is known of them. */
int index_hand_finish(struct store *s, const struct index_facts *facts, struct err *err);

/* The index does not have them: they wait again. */
int index_hand_back(struct store *s, struct err *err);

#endif
