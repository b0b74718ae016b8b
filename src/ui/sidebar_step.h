/*
 * Going from one line of the sidebar to another.
 */
#ifndef UI_SIDEBAR_STEP_H
#define UI_SIDEBAR_STEP_H

#include "ui/sidebar.h"

/* The line that is so many below this one (or above); headings are none. -1 when it would be past the end. */
int sidebar_step(const struct sidebar *b, int from, int by);

/* The same for feeds with unread posts, past the end to the other end; folded folders stand for their feeds. -1 when there is none but this one. */
int sidebar_step_unread(const struct sidebar *b, int from, int by);

#endif
