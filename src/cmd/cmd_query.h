/*
 * A query on the command line.
 */
#ifndef CMD_CMD_QUERY_H
#define CMD_CMD_QUERY_H

#include "query/query.h"
#include "store/retry.h"

/* As query_parse(), with the views of the config file. What is wrong in that file is told by commands that are about it. */
int cmd_query_parse(struct arena *a, struct str text, struct query **ret, struct err *err);

/* For commands that change posts: ERR_USAGE when the query is nothing but numbers, or the "-" of standard input, which are meant as names of posts. */
int cmd_query_check(struct str text, struct err *err);

/* Says on standard error what is looked for instead of words that find nothing; does nothing where that is no more than what is written. */
void cmd_query_tell_retry(const struct retry *retry);

/* Says which part of a query that has no hits cannot be looked for at all. */
void cmd_query_tell_blank(const struct query *query);

/* Says which parts of the query written as text, which has no hits, find nothing by themselves. */
int cmd_query_tell_alone(struct store *s, struct str text, const struct query *query, struct err *err);

/* How many posts a view has, without those that are not shown. Where it has none, what its words may mean is tried and told, as search does. */
int cmd_query_count(struct store *s, struct arena *a, struct posts_view *view, int64_t *n, struct err *err);

#endif
