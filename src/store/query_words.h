/*
 * The words of a query as conditions in SQL, by the search index.
 */
#ifndef STORE_QUERY_WORDS_H
#define STORE_QUERY_WORDS_H

#include "query/query.h"
#include "store/compose.h"

/* Whether the tree is of nothing but words. */
bool query_words_are(const struct query *query);

/* Whether it is a word (or not one) of symbols alone, which the index does not know: among others it is left out. */
bool query_words_are_void(struct compose *c, const struct query *query);

/* Appends a tree of nothing but words as one condition on the post $; false, with nothing appended, where the index has no expression for it. */
bool query_words_add(struct compose *c, const struct query *words);

/* The same for a single word: of symbols alone nothing is found, and of a title being typed the index knows only candidates. */
void query_words_add_leaf(struct compose *c, const struct query *leaf);

#endif
