/*
 * How a view with words is read. What the search index finds is listed before;
 * the view is then walked in its order, each post looked up in the lists, or,
 * where few were found, read from the list and sorted.
 */
#ifndef STORE_QUERY_PLAN_H
#define STORE_QUERY_PLAN_H

#include "store/compose.h"
#include "store/posts.h"

/* Before the view is compiled into *c. A snapshot begins, which ends with compose_free(), or here with -1. */
int query_plan(struct compose *c, struct store *s, const struct posts_view *view, struct err *err);

#endif
