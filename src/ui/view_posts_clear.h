/*
 * Taking back what narrows the list of posts.
 */
#ifndef UI_VIEW_POSTS_CLEAR_H
#define UI_VIEW_POSTS_CLEAR_H

#include "ui/view.h"

/* Drops a range or the marks; without them the filter that was typed: the cursor stays on its post, which is among all others then. */
void view_posts_clear(struct view *v);

#endif
