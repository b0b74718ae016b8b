/*
 * How curses has to show a cell of the grid.
 */
#ifndef UI_TERM_STYLE_H
#define UI_TERM_STYLE_H

#include "ui/screen.h"
#include "ui/theme.h"

struct term_style {
	unsigned attrs; /* attr_t of curses */
	int pair;       /* of colours */
};

/* A new pair of colours takes the place of the one longest unused where there is room for no more. */
struct term_style term_style_of(const struct theme *theme, const struct screen_cell *cell);

/* True when both cells look alike, whatever stands in them. */
bool term_style_eq(const struct screen_cell *a, const struct screen_cell *b);

#endif
