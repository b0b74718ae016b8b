/*
 * What is done to the posts of a row of the sidebar.
 */
#ifndef UI_SIDEBAR_ACT_H
#define UI_SIDEBAR_ACT_H

#include "ui/action.h"
#include "ui/sidebar.h"
#include "ui/view.h"

/* False for what is not about them. */
bool sidebar_act_on(struct app *app, const struct sidebar_entry *e, enum action action);

/* The feed whose row the cursor is on, 0 for none. */
int64_t sidebar_act_feed(struct view *sidebar);

#endif
