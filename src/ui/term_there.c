#include "ui/term_there.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/term_ground.h"
#include "ui/term_style.h"

/* Nothing of it need be zero. */
static void
make_room(struct term_there *t, int cols)
{
	if (t->cols >= cols)
		return;
	t->grounds = mem_realloc(t->grounds, (size_t)cols, sizeof *t->grounds);
	t->is_there = mem_realloc(t->is_there, (size_t)cols, sizeof *t->is_there);
	t->cols = cols;
}

static void
find_grounds(struct term_there *t, const struct theme *theme, const struct screen *s, int row)
{
	const struct screen_cell *cells = screen_at(s, row, 0);
	struct term_ground ground = { 0 };

	for (int col = t->from; col < s->cols; col++)
		t->grounds[col] = cells[col].n ? TERM_GROUND_NONE : term_ground_of(&ground, theme, s, &cells[col]);
}

static void
find_shown(struct term_there *t, const struct theme *theme, const struct screen *s, int row, const struct screen *shown)
{
	const struct screen_cell *x = screen_at(s, row, t->from), *y = screen_at(shown, row, t->from);
	struct term_ground before = { 0 };
	uint16_t from = 0, to = 0; /* links of both that were found to be the same */

	for (int col = t->from; col < s->cols; col++, x++, y++) {
		const int ground = t->grounds[col];
		bool is_there = screen_cell_shows(s, x, shown, y) || (ground != TERM_GROUND_NONE && term_ground_of(&before, theme, shown, y) == ground);

		if (is_there && (x->link != from || y->link != to)) {
			is_there = screen_cell_leads(s, x, shown, y);
			from = is_there ? x->link : from;
			to = is_there ? y->link : to;
		}
		t->is_there[col] = is_there;
		if (!is_there && !x->cols && col > t->from)
			t->is_there[col - 1] = false; /* that it is the half of */
	}
}

/* Whether it is what is left where the terminal is cleared. */
static bool
is_clear(const struct theme *theme, const struct screen *s, const struct screen_cell *cell)
{
	struct theme_look look = term_style_of(theme, s, cell);

	return !cell->n && !cell->link && cell->cols == 1 && term_style_is(&look, &TERM_STYLE_NONE);
}

void
term_there_find(struct term_there *t, const struct theme *theme, const struct screen *s, int row, enum term_there_known known,
    const struct screen *shown, int from)
{
	const struct screen_cell *cells = screen_at(s, row, 0);

	make_room(t, s->cols);
	t->from = from && !cells[from].cols ? from - 1 : from; /* with the cell that it is the half of */
	find_grounds(t, theme, s, row);
	if (known == TERM_THERE_SHOWN)
		find_shown(t, theme, s, row, shown);
	for (int col = 0; known != TERM_THERE_SHOWN && col < s->cols; col++)
		t->is_there[col] = known == TERM_THERE_CLEAR && is_clear(theme, s, &cells[col]);
}

void
term_there_free(struct term_there *t)
{
	free(t->grounds);
	free(t->is_there);
	*t = (struct term_there){ 0 };
}
