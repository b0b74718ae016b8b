/*
 * What stands behind a field, as leaves of the tree.
 */
#ifndef QUERY_QUERY_VALUE_H
#define QUERY_QUERY_VALUE_H

#include "query/query_name.h"
#include "query/query_reader.h"

/*
 * A leaf of the field, or an OR of them for a list with commas (not of what stood in quotes, nor of prose).
 * NULL with the fault. QUERY_FIELD_VIEW is not for here.
 */
struct query *query_value_read(struct query_reader *r, enum query_field field, struct str value, size_t at, bool is_quoted);

/* Whether the value is one that the field can have, where not everything is. */
bool query_value_fits(const struct query_reader *r, enum query_field field, struct str value);

#endif
