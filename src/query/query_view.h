/*
 * view:NAME, which stands for the query of a saved view.
 */
#ifndef QUERY_QUERY_VIEW_H
#define QUERY_QUERY_VIEW_H

#include "query/query_reader.h"

/* Reads the query of the view of that name as a part of this one; NULL with the fault. */
struct query *query_view_read(struct query_reader *r, struct str name, size_t at);

#endif
