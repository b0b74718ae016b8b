/*
 * The catalogue of blogs in the reader: find, mark, subscribe.
 */
#ifndef UI_VIEW_CATALOG_H
#define UI_VIEW_CATALOG_H

#include "ui/view.h"

struct view *view_catalog_new(struct app *app);

/* Reads the catalogue when it is shown for the first time and goes there; what goes wrong is shown instead. */
void view_catalog_open(struct view *v);

/* While the filter is typed: shows what the words find so far; and as before, when the prompt is dropped. */
void view_catalog_filter(struct view *v, struct str words);
void view_catalog_unfilter(struct view *v);

/* Shows the next kind of blogs only, or all again. */
void view_catalog_next_kind(struct view *v);

/* The answer to the question whether so many feeds are meant. */
void view_catalog_confirm(struct view *v, bool is_yes);

#endif
