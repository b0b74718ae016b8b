/*
 * A message that may be longer than a row: it goes on in the next one, by
 * words.
 */
#ifndef UI_PARAGRAPH_H
#define UI_PARAGRAPH_H

#include "ui/screen.h"

/* How many rows of this many columns text takes, at least 1. */
int paragraph_rows(struct str text, int cols);

/* How many columns its last row takes. */
int paragraph_end(struct str text, int cols);

/* Draws it from the top of the box; where the box ends before it does, the last row ends in "…". Returns how many rows it took. */
int paragraph_draw(struct screen *s, struct screen_box box, unsigned style, struct str text);

#endif
