/*
 * Which line of the sidebar was shown when the reader was left.
 */
#ifndef UI_SIDEBAR_MEMORY_H
#define UI_SIDEBAR_MEMORY_H

#include "ui/sidebar.h"

void sidebar_memory_put(struct app *app, const struct sidebar_entry *e);

/* Where it stands, -1 when it is not there. */
int sidebar_memory_find(const struct app *app, const struct sidebar *b);

#endif
