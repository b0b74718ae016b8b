/*
 * How the posts of a condition are listed by an index alone, and what that costs.
 */
#ifndef STORE_HITS_WAY_H
#define STORE_HITS_WAY_H

#include "query/query.h"
#include "store/compose.h"
#include "store/store.h"

/* Rows that a list may be made of at once: beyond that it has to turn out first that it is worth it. */
enum { HITS_WAY_FEW = 4000 };

/* Where only trying tells, and where there is no list. */
#define HITS_WAY_UNKNOWN INT64_MAX
#define HITS_WAY_NONE (-1)

/* Times that a list is of; either end may be open (INT64_MIN, INT64_MAX). */
struct hits_way_span {
	int64_t from, to;
};

/* Whether they can be listed: a condition of one kind, or several joined by OR. */
bool hits_way_is(const struct query *part);

/*
 * How many rows of an index are looked at, at most, or one of the above. Where all posts have to be looked at for
 * nearly none, that is worth it in any case: HITS_WAY_FEW.
 */
int hits_way_rows(struct store *s, const struct query *part, int64_t *ret, struct err *err);

/* Appends a SELECT of their numbers, in brackets; some may come twice. Of tags and feeds only those of the span. */
void hits_way_add(struct compose *c, const struct query *part, struct hits_way_span span);

#endif
