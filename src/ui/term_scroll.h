/*
 * Rows that stand higher or lower than before are moved by the terminal itself,
 * as in a list or an article that goes on by a line: over a slow line that is
 * a twentieth of the bytes.
 */
#ifndef UI_TERM_SCROLL_H
#define UI_TERM_SCROLL_H

#include "ui/term_out.h"

/*
 * Appends what moves them, where it pays, and moves them in shown; changed says from which column on each row differs in the
 * two. Both grids are of one size, no picture is on the screen.
 */
void term_scroll(struct term_out *o, const struct screen *s, struct screen *shown, int *changed);

#endif
