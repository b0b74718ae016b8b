/*
 * The command `view NAME QUERY` of the config file: a query with a name, in
 * the sidebar and as view:NAME in other queries.
 */
#ifndef CONF_CONF_VIEW_H
#define CONF_CONF_VIEW_H

#include "conf/conf_line.h"

struct conf_view {
	struct str name, query;
	size_t number; /* of its line */
};

/* Reads what stands behind `view`; seen are those before it. False when the line has a problem, which has been told. */
bool conf_view(struct conf_line *line, const struct conf_view *seen, size_t n, struct conf_view *ret);

#endif
