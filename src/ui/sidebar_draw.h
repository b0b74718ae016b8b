/*
 * The rows of the sidebar that are in sight into cells.
 */
#ifndef UI_SIDEBAR_DRAW_H
#define UI_SIDEBAR_DRAW_H

#include "ui/kept.h"
#include "ui/list.h"
#include "ui/sidebar.h"

/* What is drawn; all of it is the caller's. */
struct sidebar_drawn {
	const struct sidebar *rows;
	const struct list *list;
	struct kept *kept;
	int shown; /* the row whose posts the list shows; -1: none of them */
};

/* Draws the rows from list->top on. */
void sidebar_draw_rows(struct screen *s, struct screen_box box, const struct app *app, const struct sidebar_drawn *d);

#endif
