/*
 * Which line of the sidebar was shown when the reader was left.
 */
#ifndef UI_SIDEBAR_MEMORY_H
#define UI_SIDEBAR_MEMORY_H

#include "ui/sidebar.h"

/* Appends what the memory calls it, the same from one start to the next: "feed 4f…", "tag ai", "all". */
void sidebar_memory_name(struct buf *out, const struct sidebar_entry *e);

void sidebar_memory_put(struct app *app, const struct sidebar_entry *e);

/* Where it stands, -1 when it is not there. */
int sidebar_memory_find(const struct app *app, const struct sidebar *b);

#endif
