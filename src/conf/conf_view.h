/*
 * The command `view NAME QUERY` of the config file: a query with a name, in
 * the sidebar and as view:NAME in other queries.
 */
#ifndef CONF_CONF_VIEW_H
#define CONF_CONF_VIEW_H

#include "base/map.h"
#include "conf/conf_line.h"
#include "query/query.h"

struct conf_view {
	struct query_view view;
	struct conf_line line;
	size_t query_at; /* bytes from the start of the line */
};

/* In the order of their lines. Zero-initialise. */
struct conf_views {
	vec(struct conf_view) list;
	struct map by_name; /* nfc_fold() of it -> place in the list + 1, as a pointer */
};

/* Reads what stands behind `view`; a typed one takes the place of the one of its name. The query is not looked into. Problems are told. */
void conf_view(struct conf_line *line, struct conf_views *views);

void conf_view_free(struct conf_views *views);

#endif
