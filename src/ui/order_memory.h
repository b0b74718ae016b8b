/*
 * The order that a list of posts was given, from one start to the next. A list
 * is named as sidebar_memory_name() does.
 */
#ifndef UI_ORDER_MEMORY_H
#define UI_ORDER_MEMORY_H

#include "store/posts_sort.h"
#include "ui/memory.h"

/* The usual one where it was given none. */
enum posts_sort order_memory_find(const struct memory *m, struct str list, enum posts_sort usual);
void order_memory_put(struct memory *m, struct str list, enum posts_sort sort, enum posts_sort usual);

#endif
