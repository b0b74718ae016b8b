/*
 * One row of the catalogue: mark, whether it is subscribed, name, kind,
 * platform, address, tags, each in columns of its own.
 */
#ifndef UI_BLOG_ROW_H
#define UI_BLOG_ROW_H

#include "catalog/catalog.h"
#include "ui/screen.h"

/* Widths in columns; 0 leaves a part out. */
struct blog_row {
	int check, name, kind, platform, site, tags;
};

/* What fits into cols. */
struct blog_row blog_row_columns(int cols);

void blog_row_draw(struct screen *s, struct screen_box box, const struct blog_row *w, const struct catalog_row *row,
	bool is_subscribed, bool is_marked);

#endif
