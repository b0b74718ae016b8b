/*
 * The inside of struct query, and its SQL.
 */
#ifndef STORE_QUERY_IMPL_H
#define STORE_QUERY_IMPL_H

#include <stdint.h>

#include "store/compose.h"
#include "store/query.h"

enum query_kind {
	QUERY_WORD, QUERY_ID, QUERY_TITLE, QUERY_FEED, QUERY_FEED_ID, QUERY_TAG,
	QUERY_UNREAD, QUERY_READ, QUERY_STARRED, QUERY_CHANGED, QUERY_HIDDEN, QUERY_ALL,
};

struct query_term {
	enum query_kind kind;
	bool is_negated;
	struct str text; /* a LIKE pattern, or what stands behind tag: */
	int64_t number;
};

struct query {
	struct arena *a;
	struct query_term *terms;
	size_t n;
	bool wants_hidden; /* is:hidden: those and no others */
	bool wants_all;    /* is:all: hidden ones too */
};

/* Appends " AND …" for each term, about the post $ of struct compose. */
void query_sql_compile(struct compose *c, const struct query *query);

#endif
