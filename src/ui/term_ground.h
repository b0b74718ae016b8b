/*
 * The blanks of a row, of which terminals show nothing but the colour behind
 * them: they need not be written anew for a look whose letters differ.
 */
#ifndef UI_TERM_GROUND_H
#define UI_TERM_GROUND_H

#include "ui/screen.h"
#include "ui/theme.h"

/* Of a cell of which more can be seen than that colour. */
enum { TERM_GROUND_NONE = COLOR_DEFAULT - 1 };

/* Whether blanks in that look show no more than its ground. */
static inline bool
term_ground_is_all(const struct theme_look *look)
{
	return !(look->attrs & (THEME_UNDERLINE | THEME_REVERSE));
}

/* Notes the colour of each cell of the row. */
void term_ground_find(const struct theme *theme, const struct screen *s, int row, int *grounds);

#endif
