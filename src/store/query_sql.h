/*
 * Queries as conditions in SQL.
 */
#ifndef STORE_QUERY_SQL_H
#define STORE_QUERY_SQL_H

#include "query/query.h"
#include "store/compose.h"

/* What of the cache a query is about. */
enum query_sql_scope {
	QUERY_SQL_SHOWN,  /* posts that lists show */
	QUERY_SQL_HIDDEN, /* is:hidden: those and no others */
	QUERY_SQL_WIDE,   /* is:all, or hidden ones beside shown ones */
};

/* NULL is every post that lists show. */
enum query_sql_scope query_sql_scope(const struct query *query);

/* Appends a condition, in brackets, on the post $ of struct compose; it says itself which posts it is about. */
void query_sql_add(struct compose *c, const struct query *query);

/* The same of a leaf without words, whatever the scope: of a QUERY_FEED it is about $.feed_id alone, of a QUERY_SITE about $.host. */
void query_sql_leaf(struct compose *c, const struct query *leaf);

#endif
