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

/* Appends a part of what a view says at the left, and a sign between it and the part before. */
void status_add(struct buf *left, struct str part);

/* Appends of the keys of a view ("Enter: posts, c: new name") as many as the right part leaves room for. */
void status_keys(const struct app *app, struct buf *left, const struct buf *right, const char *keys);

/* The same of a list, and at the right where its cursor is. */
void status_list(const struct app *app, struct buf *left, struct buf *right, const char *keys, const struct list *l);

#endif
