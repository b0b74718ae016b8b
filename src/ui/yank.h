/*
 * Copying from a post: its link, its title, code, a section, all of it.
 */
#ifndef UI_YANK_H
#define UI_YANK_H

#include <stdbool.h>

#include "ui/action.h"

struct app;

/* True when the action is one of these; what was copied, or why not, has been told then. */
bool yank_act(struct app *app, enum action action, int count);

#endif
