/*
 * One row of the sidebar: sign of trouble, name, counts.
 */
#ifndef UI_SIDEBAR_ROW_H
#define UI_SIDEBAR_ROW_H

#include "ui/name_apart.h"
#include "ui/screen.h"
#include "ui/sidebar.h"

/* What its row has of its name. */
struct str sidebar_row_name(const struct sidebar_entry *e);

/* app: for the counts of saved views and the colours of tags. all: the names of the rows in sight. is_shown: its posts are what the list shows. */
void sidebar_row_draw(struct screen *s, struct screen_box box, const struct app *app, const struct name_apart *all,
    const struct sidebar_entry *e, bool is_shown);

/* The columns that rows get on a screen so wide. */
int sidebar_row_cols(int screen_cols);

#endif
