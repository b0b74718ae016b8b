/*
 * Conditions of a query that few posts meet: they are listed first, so
 * that the many that a frequent word finds are passed over unread.
 */
#ifndef STORE_HITS_NARROW_H
#define STORE_HITS_NARROW_H

#include "query/query.h"
#include "store/compose.h"
#include "store/store.h"

enum { HITS_NARROW_MAX = 20000 /* posts in such a list; beyond that reading is cheaper */ };

/* Whether one of them is a part of rest, which may be NULL: that part into *ret, else NULL. */
int hits_narrow_find(struct store *s, const struct query *rest, const struct query **ret, struct err *err);

/* Lists the posts that the part may be true for, before hits_narrow_add(); *is_none: there is none. */
int hits_narrow_list(struct store *s, const struct query *part, bool *is_none, struct err *err);

/* Appends the condition that the post of that number is among those listed last. The other conditions are to be asked as well. */
void hits_narrow_add(struct compose *c, const struct store *s, const char *id);

#endif
