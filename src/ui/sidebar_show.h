/*
 * What stands in the sidebar as the list of posts.
 */
#ifndef UI_SIDEBAR_SHOW_H
#define UI_SIDEBAR_SHOW_H

#include "store/posts.h"
#include "ui/sidebar.h"

/* False after the error has been told. */
bool sidebar_show(struct app *app, const struct sidebar_entry *e);

/* Its posts; the query in the arena, its texts the entry's. */
int sidebar_show_what(struct app *app, struct arena *a, const struct sidebar_entry *e, struct posts_view *ret, struct err *err);

#endif
