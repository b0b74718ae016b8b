#include "ui/term_ground.h"

#include "ui/term_style.h"

void
term_ground_find(const struct theme *theme, const struct screen *s, int row, int *grounds)
{
	const struct screen_cell *cells = screen_at(s, row, 0), *last = NULL;
	int ground = TERM_GROUND_NONE; /* of last */

	for (int col = 0; col < s->cols; col++) {
		const struct screen_cell *cell = &cells[col];

		grounds[col] = TERM_GROUND_NONE;
		if (cell->n || cell->cols != 1 || cell->link || cell->raw)
			continue;
		if (!last || !term_style_eq(cell, last)) {
			struct theme_look look = term_style_of(theme, s, cell);

			ground = term_ground_is_all(&look) ? look.bg : TERM_GROUND_NONE;
		}
		last = cell;
		grounds[col] = ground;
	}
}
