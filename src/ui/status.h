/*
 * The first and the last row of the screen.
 */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include "ui/app.h"

/* Name, unread posts, and how far the sync is. */
void status_top(struct app *app, struct screen *s);

/* What the view says, a message, or the prompt. */
void status_bottom(const struct app *app, struct screen *s);

#endif
