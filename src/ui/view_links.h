/*
 * The links of the open article in the order of their numbers, its page first:
 * text and where they lead.
 */
#ifndef UI_VIEW_LINKS_H
#define UI_VIEW_LINKS_H

#include "ui/view.h"

struct view *view_links_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_links_list(struct view *v);

/* Goes there from the article. */
void view_links_open(struct view *v);

/* Puts the cursor on a link by its number, 0: the page. */
void view_links_go(struct view *v, int number);

#endif
