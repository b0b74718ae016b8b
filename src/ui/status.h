/*
 * The first and the last row of the screen.
 */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include "ui/app.h"
#include "ui/list.h"

/* Name, unread posts, and how far the sync is. */
void status_top(struct app *app, struct screen *s);

/* What the view says, a message, or the prompt. */
void status_bottom(const struct app *app, struct screen *s);

/*
 * The end of what the view of a list says: of its keys ("Enter: posts, c: new name") as many as there is room for, and where the
 * cursor is.
 */
void status_list(const struct app *app, struct buf *left, struct buf *right, const char *keys, const struct list *l);

#endif
