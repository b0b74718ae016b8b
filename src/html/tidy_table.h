/*
 * Tables and lists that are no tables and lists but a way to lay out a page.
 */
#ifndef HTML_TIDY_TABLE_H
#define HTML_TIDY_TABLE_H

#include "html/dom.h"

/* True for a table of one column, or with more in its cells than text, pictures and lists. */
bool tidy_table_is_layout(const struct dom_node *table);

/* True for a list that holds headings: sections, not items. */
bool tidy_table_list_is_loose(const struct dom_node *list);

#endif
