#include "ui/term_style.h"

#include <curses.h>

#include "ui/term_entry.h"

static attr_t
to_attrs(unsigned attrs)
{
	static const struct {
		unsigned ours;
		attr_t theirs;
	} table[] = {
		{ THEME_BOLD, A_BOLD }, { THEME_ITALIC, A_ITALIC }, { THEME_UNDERLINE, A_UNDERLINE }, { THEME_REVERSE, A_REVERSE },
		{ THEME_DIM, A_DIM },
	};
	attr_t result = A_NORMAL;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (attrs & table[i].ours)
			result |= table[i].theirs;
	return result;
}

bool
term_style_eq(const struct screen_cell *a, const struct screen_cell *b)
{
	return a->style == b->style && a->fg == b->fg && a->bg == b->bg;
}

/* Black and the darkest of blues are numbers of the palette for the terminal: it has those, or some very near. */
static int
to_number(int color)
{
	if (color < COLOR_RGB)
		return color;
	return color_to_rgb(color) < TERM_ENTRY_PALETTE ? color_of_256(color) : color_to_rgb(color);
}

struct term_style
term_style_of(const struct theme *theme, const struct screen_cell *cell)
{
	struct theme_look look = theme_look(theme, cell->style);
	int pair = 0;

	if (cell->fg)
		look.fg = theme_fit(theme, (int)cell->fg);
	if (cell->bg)
		look.bg = theme_fit(theme, (int)cell->bg);
	if (look.fg >= 0 || look.bg >= 0)
		pair = alloc_pair(to_number(look.fg), to_number(look.bg));
	return (struct term_style){ to_attrs(look.attrs), pair > 0 ? pair : 0 };
}
