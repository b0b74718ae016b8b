/*
 * Tables and lists that are no tables and lists but a way to lay out a page.
 */
#ifndef HTML_TIDY_TABLE_H
#define HTML_TIDY_TABLE_H

#include "html/draft.h"

/* True for a table of one column, or with more in its cells than text, pictures and lists. */
bool tidy_table_is_layout(const struct dom_node *table);

/* True for a list whose items have headings, sections rather than items, and for one of pictures only. */
bool tidy_table_list_is_loose(const struct dom_node *list);

/* What a cell says of itself: how many columns and rows it takes, where its text stands. */
void tidy_table_cell(struct draft_part *cell, const struct dom_node *node);

#endif
