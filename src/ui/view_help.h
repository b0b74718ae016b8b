/*
 * All keys, from the action table.
 */
#ifndef UI_VIEW_HELP_H
#define UI_VIEW_HELP_H

#include "ui/view.h"

struct view *view_help_new(struct app *app);

#endif
