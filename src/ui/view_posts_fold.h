/*
 * Stories of the list of posts: one row each, or unfolded.
 */
#ifndef UI_VIEW_POSTS_FOLD_H
#define UI_VIEW_POSTS_FOLD_H

#include "ui/view.h"

/* Does an action of these; false for others. The cursor stays on its post. */
bool view_posts_fold_act(struct view *v, enum action action);

#endif
