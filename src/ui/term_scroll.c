#include "ui/term_scroll.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

enum { ROWS_LEAST = 5, TRIES = 4 };

static struct buf *sink; /* of add_byte(), which curses calls */

static int
add_byte(int c)
{
	(void)buf_putc(sink, (char)c);
	return c;
}

/* Rows [from, to], and by how many they went up; 0: not at all. */
struct move {
	int from, to, up;
};

static bool
is_blank(const struct screen *s, int row)
{
	for (int col = 0; col < s->cols; col++)
		if (screen_at(s, row, col)->n)
			return false;
	return true;
}

/* A row that says something, from this one on; -1 for none. */
static int
telling_row(const struct screen *s, const struct move *m, int row)
{
	while (row <= m->to && is_blank(s, row))
		row++;
	return row <= m->to ? row : -1;
}

/* How far a row went up, the shortest way that could be. */
static int
way_of(const struct screen *s, const struct screen *shown, const struct move *m, int row)
{
	for (int by = 1; by <= m->to - m->from; by++) {
		if (row + by <= m->to && screen_row_eq(s, row, shown, row + by))
			return by;
		if (row - by >= m->from && screen_row_eq(s, row, shown, row - by))
			return -by;
	}
	return 0;
}

static int
count_moved(const struct screen *s, const struct screen *shown, const struct move *m)
{
	int n = 0;

	for (int row = m->from; row <= m->to; row++)
		if (row + m->up >= m->from && row + m->up <= m->to)
			n += screen_row_eq(s, row, shown, row + m->up);
	return n;
}

/* Rows that are not as they were. */
static struct move
changed_rows(const struct screen *s, const int *changed)
{
	struct move m = { s->rows, -1, 0 };

	for (int row = 0; row < s->rows; row++)
		if (changed[row] < s->cols) {
			m.from = m.from < row ? m.from : row;
			m.to = row;
		}
	return m;
}

/* It pays where most of them are only elsewhere; a few are asked where. */
static struct move
find_move(const struct screen *s, const struct screen *shown, const int *changed)
{
	struct move m = changed_rows(s, changed);
	int rows = m.to - m.from + 1;

	for (int i = 1; i < TRIES && rows >= ROWS_LEAST && !m.up; i++) {
		int row = telling_row(s, &m, m.from + rows * i / TRIES);

		if (row >= 0)
			m.up = way_of(s, shown, &m, row);
	}
	if (m.up && count_moved(s, shown, &m) * 2 <= rows)
		m.up = 0;
	return m;
}

static void
say_move(struct term_out *o, const struct screen *s, const struct move *m)
{
	sink = &o->bytes;
	(void)tputs(tiparm(change_scroll_region, m->from, m->to), 1, add_byte);
	(void)tputs(tiparm(cursor_address, m->up > 0 ? m->to : m->from, 0), 1, add_byte);
	for (int i = 0; i < abs(m->up); i++)
		(void)tputs(m->up > 0 ? scroll_forward : scroll_reverse, 1, add_byte);
	(void)tputs(tiparm(change_scroll_region, 0, s->rows - 1), 1, add_byte);
}

/* What comes in between is like no other cell: it is written anew. */
static void
move_rows(struct screen *shown, const struct move *m)
{
	const size_t cols = (size_t)shown->cols, n = (size_t)(m->to - m->from + 1 - abs(m->up)) * cols;
	const int end = m->up > 0 ? m->to : m->from - m->up - 1;

	memmove(screen_at(shown, m->up > 0 ? m->from : m->from - m->up, 0), screen_at(shown, m->up > 0 ? m->from + m->up : m->from, 0),
		n * sizeof *shown->cells);
	for (int row = end - abs(m->up) + 1; row <= end; row++)
		for (int col = 0; col < shown->cols; col++)
			*screen_at(shown, row, col) = (struct screen_cell){ .n = UINT16_MAX };
}

void
term_scroll(struct term_out *o, const struct screen *s, struct screen *shown, int *changed)
{
	struct move m;

	if (!change_scroll_region || !scroll_forward || !scroll_reverse)
		return;
	m = find_move(s, shown, changed);
	if (!m.up)
		return;
	say_move(o, s, &m);
	move_rows(shown, &m);
	for (int row = m.from; row <= m.to; row++)
		changed[row] = screen_row_differs(s, row, shown, row);
}
