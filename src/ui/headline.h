/*
 * One row of the headlines: mark, unread, star, full text ("=" there, "-" a
 * part, "!" failed), date, title, feed, tags, each in columns of its own. A folded story has a sign before its title and names
 * its feeds, or says how many more there are.
 */
#ifndef UI_HEADLINE_H
#define UI_HEADLINE_H

#include "ui/listing.h"
#include "ui/screen.h"

/* Widths in columns; 0 leaves a part out. */
struct headline {
	int unread, star, full, date, title, feed, tags;
};

/* What fits into cols for these rows. */
struct headline headline_columns(const struct posts_row *const *rows, size_t n, int cols, int64_t now);

void headline_draw(struct screen *s, struct screen_box box, const struct headline *h, const struct posts_row *row,
	enum listing_kind kind, bool is_marked, int64_t now);

/* Appends "#ai #통신". */
void headline_tags(const struct posts_row *row, struct buf *out);

#endif
