/*
 * The sidebar: all, unread and starred posts, saved views, tags and feeds,
 * with their counts.
 */
#ifndef UI_VIEW_SIDEBAR_H
#define UI_VIEW_SIDEBAR_H

#include "ui/view.h"

struct view *view_sidebar_new(struct app *app);

/* Columns it likes on a screen so wide. */
int view_sidebar_cols(int screen_cols);

#endif
