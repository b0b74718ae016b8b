/*
 * All tags as a tree, with their counts, colours and aliases: to find one, to
 * see its posts, to give it another name.
 */
#ifndef UI_VIEW_TAGS_H
#define UI_VIEW_TAGS_H

#include "ui/view.h"

struct view *view_tags_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_tags_list(struct view *v);

/* Goes there; what is shown is read by the first draw. */
void view_tags_open(struct view *v);

#endif
