/*
 * The posts that wait for the index, for a query: they are searched beside it,
 * in a table of the same kind in memory, so that none is missed. The table is
 * kept from query to query, and has posts that wait no more.
 */
#ifndef STORE_INDEX_PREPARE_H
#define STORE_INDEX_PREPARE_H

#include "store/store.h"

enum {
	INDEX_PREPARE_POSTS = 500, /* that are looked at, the newest: 0.1 s */
};

/* Before a query with words is compiled. *left: posts that wait beyond those that are looked at, which it will miss. */
int index_prepare(struct store *s, int64_t *left, struct err *err);

#endif
