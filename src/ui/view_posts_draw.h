/*
 * The list of posts into cells, or what stands in its place while it is empty.
 */
#ifndef UI_VIEW_POSTS_DRAW_H
#define UI_VIEW_POSTS_DRAW_H

#include "ui/view.h"

void view_posts_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus);

/* The same posts by another name from now on, in another language. */
void view_posts_draw_as(struct view *v, struct str title);

#endif
