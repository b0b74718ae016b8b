/*
 * Which actions are about posts, so that an empty list can say why nothing
 * happens.
 */
#ifndef UI_NEEDS_POST_H
#define UI_NEEDS_POST_H

#include <stdbool.h>

#include "ui/action.h"

struct app;

/* Whether the action changes posts or hands them on. */
bool needs_post_acts(enum action action);

/* True where the action is about posts and the list, which has the focus, shows none: that has been told. */
bool needs_post_told(struct app *app, enum action action);

#endif
