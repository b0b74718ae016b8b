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
#include "store/index_text.h"
#include "store/store.h"

/* What a post has, once its text was read. */
struct index_fact {
	int64_t post;
	unsigned has;
	int64_t seconds, sections;
};

/* Of one whose text was made; has: what is known without it. */
static inline struct index_fact
index_hand_fact(int64_t post, unsigned has, const struct index_text *text)
{
	return (struct index_fact){ post, has | text->has, text->seconds, text->sections };
}

struct index_facts {
	vec(struct index_fact) v; /* by number */
};

/* Which posts become a slice: the newest. */
struct index_hand_want {
	int64_t posts, letters; /* at most; the first may have more letters alone */
	int64_t least;          /* posts that are worth one, unless they have as many letters */
};

/* Takes those that wait. *n: how many; 0 where they are too few. */
int index_hand_take(struct store *s, const struct index_hand_want *want, int64_t *n, struct err *err);

/* How many are in hand already: they were taken ahead, or by a process that is gone. */
int index_hand_left(struct store *s, int64_t *n, struct err *err);

/*
 * The index has them: they wait no more, and the cache has what is known of them. In the same transaction the next slice is taken
 * ahead, if one is wanted (next, may be NULL).
 */
int index_hand_finish(struct store *s, const struct index_facts *facts, const struct index_hand_want *next, struct err *err);

/* The index does not have them: they wait again. */
int index_hand_back(struct store *s, struct err *err);

/* Parts of these, within a transaction: posts from the queue in hand; what is known of posts; none in hand. */
int index_hand_move(struct store *s, int64_t from, int64_t to, struct err *err);
int index_hand_know(struct store *s, const struct index_facts *facts, struct err *err);
int index_hand_drop(struct store *s, struct err *err);

#endif
