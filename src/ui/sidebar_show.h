/*
 * What stands in the sidebar as the list of posts.
 */
#ifndef UI_SIDEBAR_SHOW_H
#define UI_SIDEBAR_SHOW_H

#include "ui/sidebar.h"

/* False after the error has been told. */
bool sidebar_show(struct app *app, const struct sidebar_entry *e);

#endif
