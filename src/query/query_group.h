/*
 * The grammar of queries above single values: OR, AND, NOT, brackets, fields.
 */
#ifndef QUERY_QUERY_GROUP_H
#define QUERY_QUERY_GROUP_H

#include "query/query_reader.h"

/* Reads all of the text; QUERY_ANY for an empty one. NULL with the fault. */
struct query *query_group_read(struct query_reader *r);

#endif
