/*
 * Which posts a list is about, as queries: that of a saved view, and the one
 * that was typed.
 */
#ifndef UI_FILTER_H
#define UI_FILTER_H

#include "query/query.h"

/* Zero-initialised: all posts. */
struct filter {
	struct arena arena;
	struct str saved, typed; /* the texts; empty where there is none */
	struct query *query;     /* both of them; NULL for neither */
};

/* Reads both texts, which may be its own. -1 with *err when one is no query; then it stays as it was. */
int filter_set(struct filter *f, const struct query_names *names, struct str saved, struct str typed, struct err *err);

/* All posts again. */
void filter_clear(struct filter *f);

#endif
