/*
 * The best of the posts that the words of a query find, as rows of a list.
 */
#ifndef STORE_POSTS_SORT_BEST_H
#define STORE_POSTS_SORT_BEST_H

#include "store/hits.h"

/*
 * Their numbers as hits_find() compares them, the best first, in *ids, which has room for HITS_MAX; *is_all: the view holds no others.
 * Where it folds stories, the newest post of each stands for it, where its best one does. None where the query has no words.
 */
int posts_sort_best(struct store *s, const struct posts_view *view, int64_t *ids, size_t *n, bool *is_all, struct err *err);

#endif
