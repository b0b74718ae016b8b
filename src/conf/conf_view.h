/*
 * The command `view NAME QUERY` of the config file: a query with a name, in
 * the sidebar and as view:NAME in other queries.
 */
#ifndef CONF_CONF_VIEW_H
#define CONF_CONF_VIEW_H

#include "conf/conf_line.h"
#include "query/query.h"

struct conf_view {
	struct query_view view;
	const char *file;
	size_t number;   /* of its line */
	size_t query_at; /* bytes from the start of the line */
};

/* Reads what stands behind `view`; seen are those before it. The query is not looked into. False when the line has a problem, which has been told. */
bool conf_view(struct conf_line *line, const struct conf_view *seen, size_t n, struct conf_view *ret);

/* Which of them has that name; n for none. */
size_t conf_view_find(const struct conf_view *views, size_t n, struct str name);

#endif
