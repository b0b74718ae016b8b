/*
 * The lines of an article into cells.
 */
#ifndef UI_ARTICLE_DRAW_H
#define UI_ARTICLE_DRAW_H

#include "ui/article.h"
#include "ui/screen.h"

/* Draws lines from top on. Code that is too wide is cut with a mark and shown from column shift on; a folded section has "+" in the margin. */
void article_draw_lines(struct screen *s, struct screen_box box, const struct article *a, size_t top, int shift);

/* Adds style bits to the columns [from, to) of a line that was drawn on the row of the box; shift as above. */
void article_draw_mark(struct screen *s, struct screen_box box, const struct layout_line *line, int shift, int from, int to, unsigned bits);

/* shift within what the widest code needs. */
int article_draw_shift(const struct article *a, int shift);

#endif
