/*
 * Which elements are part of a paragraph, and which tables hold data.
 */
#ifndef PAGE_GAUGE_TABLE_H
#define PAGE_GAUGE_TABLE_H

#include "page/gauge.h"

/* Text and what stands in it; links and the like when all in them does. */
bool gauge_table_is_phrasing(enum dom_tag tag, bool are_children);

/* What a div that is a paragraph does not hold. */
bool gauge_table_is_block(enum dom_tag tag);

/* What no filter takes by its looks. */
bool gauge_table_is_kept(enum dom_tag tag);

/* Sets is_data of all nodes. */
void gauge_table_find(struct gauge *g);

#endif
