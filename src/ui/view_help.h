/*
 * All keys, from the action table.
 */
#ifndef UI_VIEW_HELP_H
#define UI_VIEW_HELP_H

#include "ui/view.h"

struct view *view_help_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_help_list(struct view *v);

/* Goes there, to the keys of the view that has the focus. */
void view_help_open(struct view *v);

/* Shows what has these words. */
void view_help_find(struct view *v, struct str words);

#endif
