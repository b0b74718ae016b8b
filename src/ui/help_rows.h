/*
 * What stands in the help: the five keys to begin with, the keys of the view
 * from which it was opened, those of the others, what else is to know.
 */
#ifndef UI_HELP_ROWS_H
#define UI_HELP_ROWS_H

#include "base/arena.h"
#include "base/vec.h"
#include "ui/narrow.h"

struct help_row {
	bool is_heading;
	struct str keys, name, text; /* as they are shown; a heading and a note have text alone */
};

/* Zero-initialise. */
struct help_rows {
	struct arena arena;
	vec(struct help_row) rows;
};

/* Makes them for a view, by its letter: those that the words find, under their headings. */
void help_rows_make(struct help_rows *h, const struct app *app, char view, const struct narrow *narrow);
void help_rows_free(struct help_rows *h);

#endif
