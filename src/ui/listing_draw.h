/*
 * The loaded rows of a listing into cells.
 */
#ifndef UI_LISTING_DRAW_H
#define UI_LISTING_DRAW_H

#include "text/row_format.h"
#include "ui/list.h"
#include "ui/listing.h"
#include "ui/marking.h"
#include "ui/screen.h"
#include "ui/snippets.h"

enum { LISTING_DRAW_SNIPPET_LINES = 2 }; /* of a post, with snippets */

/* Draws the rows from list->top on, which are covered; the one at list->at is the cursor. snippets: a line of them below each post; NULL: none. */
void listing_draw(struct screen *s, struct screen_box box, const struct row_format *format, const struct listing *l,
	const struct list *list, const struct marking *marking, const struct snippets *snippets, bool has_focus);

#endif
