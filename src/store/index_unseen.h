/*
 * What a query cannot say yet: the words of a post, what is in it, its language
 * and how long it takes to read are known when the search index has it.
 */
#ifndef STORE_INDEX_UNSEEN_H
#define STORE_INDEX_UNSEEN_H

#include "store/store.h"

struct query;

/* How many posts wait of which nobody knows whether the query (NULL: every post) finds them. Neither it nor its contrary has them. */
int index_unseen(struct store *s, const struct query *query, int64_t *ret, struct err *err);

/*
 * Goes on with the index until there is none, for a change of what the query finds. tell (may be NULL) hears now and then how many
 * are left. ERR_STOPPED where it is to stop.
 */
int index_unseen_finish(struct store *s, const struct query *query, void (*tell)(int64_t left), struct err *err);

#endif
