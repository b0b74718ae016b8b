/*
 * One row of the headlines, as a format of text/row_format.h says: mark, unread, star, full text ("=" there,
 * "-" a part, "!" failed), date, title, feed, tags and so on, each in columns of its own. A folded story has a
 * sign before its title and names its feeds, or says how many more there are.
 */
#ifndef UI_HEADLINE_H
#define UI_HEADLINE_H

#include "text/date.h"
#include "text/find_match.h"
#include "text/row_format.h"
#include "ui/kept.h"
#include "ui/listing.h"

struct headline_text;

struct headline {
	const struct row_format *format;
	const struct posts_row *const *rows;
	size_t n;
	struct kept_row *const *kept; /* what is remembered of each row; NULL: nothing */
	struct headline_text *texts; /* per row and part */
	int widths[ROW_PARTS_MAX];
	bool has_feeds; /* else a story says in its title how many it is of */
	struct date_today today; /* what dates are told from */
	const struct find_match *match; /* what is marked in titles and authors; NULL: nothing, as it is at first */
};

/* h has format, rows and today, which stay the caller's: finds what fits into cols for these rows. */
void headline_columns(struct headline *h, struct arena *a, int cols);

/* Draws the row at that place among them. */
void headline_draw(struct screen *s, struct screen_box box, const struct headline *h, size_t at, enum listing_kind kind, bool is_marked);

/* Appends "#ai #통신". */
void headline_tags(const struct posts_row *row, struct buf *out);

#endif
