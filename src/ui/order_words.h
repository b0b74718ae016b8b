/*
 * What the orders of a list are called on the command line.
 */
#ifndef UI_ORDER_WORDS_H
#define UI_ORDER_WORDS_H

#include "store/posts_sort.h"
#include "ui/two_names.h"

/* NULL behind the last. */
const struct two_names *order_words_at(size_t i);

/* Whether the word is an order's, in either language. */
bool order_words_find(struct str word, enum posts_sort *ret);

#endif
