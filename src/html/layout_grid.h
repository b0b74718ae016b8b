/*
 * A table as a grid.
 */
#ifndef HTML_LAYOUT_GRID_H
#define HTML_LAYOUT_GRID_H

#include "html/layout_table.h"

/* Its widths fit. */
void layout_grid_add(struct layout_out *out, const struct layout_table *t);

#endif
