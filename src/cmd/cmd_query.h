/*
 * A query on the command line.
 */
#ifndef CMD_CMD_QUERY_H
#define CMD_CMD_QUERY_H

#include "query/query.h"

/* As query_parse(), with the views of the config file. What is wrong in that file is told by commands that are about it. */
int cmd_query_parse(struct arena *a, struct str text, struct query **ret, struct err *err);

/* For commands that change posts: ERR_USAGE when the query is nothing but numbers, or the "-" of standard input, which are meant as names of posts. */
int cmd_query_check(struct str text, struct err *err);

#endif
