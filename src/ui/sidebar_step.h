/*
 * Going from one line of the sidebar to another.
 */
#ifndef UI_SIDEBAR_STEP_H
#define UI_SIDEBAR_STEP_H

#include "ui/narrow.h"
#include "ui/sidebar.h"

/* The line that is so many below this one (or above); headings are none. -1 when it would be past the end. */
int sidebar_step(const struct sidebar *b, int from, int by);

/* The same for feeds with unread posts, past the end to the other end; folded folders stand for their feeds. -1 when there is none but this one. */
int sidebar_step_unread(const struct sidebar *b, int from, int by);

/* The next (or previous) line with these words in its name, past the end to the other end, at last this one; -1 where no line has them. */
int sidebar_step_found(const struct sidebar *b, const struct narrow *words, int from, int by);

#endif
