/*
 * The sections of the open article, to jump to: beside it where there is room,
 * else over it.
 */
#ifndef UI_VIEW_OUTLINE_H
#define UI_VIEW_OUTLINE_H

#include "ui/view.h"

struct view *view_outline_new(struct app *app);

/* Shows all sections, the cursor on the one that the article shows. */
void view_outline_open(struct view *v);

/* Puts the cursor on section number (from 1). */
void view_outline_go(struct view *v, int number);

/* How many sections there are. */
int view_outline_rows(struct view *v);

/* How wide it has to be for no title to be cut, with what there is to read behind each. */
int view_outline_cols(struct view *v);

/* Its rows, for the mouse. */
struct list *view_outline_list(struct view *v);

#endif
