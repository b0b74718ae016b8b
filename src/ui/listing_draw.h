/*
 * The loaded rows of a listing into cells.
 */
#ifndef UI_LISTING_DRAW_H
#define UI_LISTING_DRAW_H

#include "text/row_format.h"
#include "ui/filter.h"
#include "ui/kept.h"
#include "ui/list.h"
#include "ui/listing.h"
#include "ui/marking.h"

enum { LISTING_DRAW_SNIPPET_LINES = 2 }; /* of a post, with snippets */

/* What is drawn; all of it is the caller's. */
struct listing_drawn {
	const struct row_format *format;
	const struct listing *listing;
	const struct list *list;
	const struct marking *marking;
	const struct filter *filter;
	struct kept *kept;
};

/* Draws the rows from list->top on, which are covered, list->lines of the screen each; the one at list->at is the cursor. What the filter found is marked. */
void listing_draw(struct screen *s, struct screen_box box, const struct listing_drawn *d, bool has_focus);

#endif
