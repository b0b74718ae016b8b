#include "ui/term_ground.h"

int
term_ground_ask(struct term_ground *g, const struct theme *theme, const struct screen *s, const struct screen_cell *cell)
{
	struct theme_look look = term_style_of(theme, s, cell);

	g->last = cell;
	g->color = term_ground_is_all(&look) ? look.bg : TERM_GROUND_NONE;
	return g->color;
}
