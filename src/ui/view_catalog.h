/*
 * The catalogue of blogs in the reader: find, mark, subscribe.
 */
#ifndef UI_VIEW_CATALOG_H
#define UI_VIEW_CATALOG_H

#include "ui/view.h"

struct view *view_catalog_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_catalog_list(struct view *v);

/* Reads the catalogue when it is shown for the first time and goes there; what goes wrong is shown instead. */
void view_catalog_open(struct view *v);

#endif
