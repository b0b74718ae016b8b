/*
 * The blanks of a row, of which terminals show nothing but the colour behind
 * them: they need not be written anew for a look whose letters differ.
 */
#ifndef UI_TERM_GROUND_H
#define UI_TERM_GROUND_H

#include "ui/term_style.h"

/* Of a cell of which more can be seen than that colour. */
enum { TERM_GROUND_NONE = COLOR_DEFAULT - 1 };

/* Whether blanks in that look show no more than its ground. */
static inline bool
term_ground_is_all(const struct theme_look *look)
{
	return !(look->attrs & (THEME_UNDERLINE | THEME_REVERSE));
}

/* Zero-initialise. The last blank that was asked about: most are as it is. */
struct term_ground {
	const struct screen_cell *last;
	int color;
};

/* Asks about one that is blank. */
int term_ground_ask(struct term_ground *g, const struct theme *theme, const struct screen *s, const struct screen_cell *cell);

/* That of a cell: a colour, or TERM_GROUND_NONE. */
static inline int
term_ground_of(struct term_ground *g, const struct theme *theme, const struct screen *s, const struct screen_cell *cell)
{
	if (cell->n || cell->cols != 1 || cell->link || cell->raw)
		return TERM_GROUND_NONE;
	return g->last && term_style_eq(cell, g->last) ? g->color : term_ground_ask(g, theme, s, cell);
}

#endif
