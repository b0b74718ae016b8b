/*
 * What was said since the reader was started, the newest last; the whole text
 * of one below the list.
 */
#ifndef UI_VIEW_MESSAGES_H
#define UI_VIEW_MESSAGES_H

#include "ui/view.h"

struct view *view_messages_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_messages_list(struct view *v);

/* Goes there, to the newest. */
void view_messages_open(struct view *v);

#endif
