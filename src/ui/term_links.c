#include "ui/term_links.h"

#include <curses.h>
#include <term.h>

#include "ui/hyperlinks.h"
#include "ui/term_style.h"

#define LINK_END "\033]8;;\033\\"

static struct buf *sink; /* of add_byte(), which curses calls */

static int
add_byte(int c)
{
	(void)buf_putc(sink, (char)c);
	return c;
}

static void
go(int row, int col)
{
	(void)tputs(tiparm(cursor_address, row, col), 1, add_byte);
}

bool
term_links_has(const struct screen *s, int row)
{
	for (int col = 0; col < s->cols; col++)
		if (screen_at(s, row, col)->link)
			return true;
	return false;
}

/* Writes cells [from, to), which lead to one place. */
static void
write_cells(const struct screen *s, const struct theme *theme, int row, int from, int to)
{
	for (int col = from; col < to; col++) {
		const struct screen_cell *cell = screen_at(s, row, col);
		struct term_style style = term_style_of(theme, cell);

		if (col == from || !term_style_eq(cell, screen_at(s, row, col - 1)))
			(void)vid_puts(style.attrs, 0, &style.pair, add_byte);
		if (cell->cols)
			(void)buf_add(sink, screen_cluster(s, cell));
	}
	(void)vid_puts(A_NORMAL, 0, NULL, add_byte);
}

/* The number is the same for all parts of one link on the screen: the terminal lights them up together. */
static void
write_link(const struct screen *s, const struct theme *theme, int row, int from, int to)
{
	const struct screen_cell *cell = screen_at(s, row, from);
	size_t before = sink->n;

	(void)buf_printf(sink, "\033]8;id=%u;", cell->link);
	if (!hyperlinks_encode(sink, screen_link_of(s, cell))) {
		buf_truncate(sink, before);
		return;
	}
	(void)buf_puts(sink, "\033\\");
	go(row, from);
	write_cells(s, theme, row, from, to);
	(void)buf_puts(sink, LINK_END);
}

void
term_links_row(struct buf *out, const struct screen *s, const struct theme *theme, int row)
{
	sink = out;
	for (int from = 0, to; from < s->cols; from = to) {
		uint16_t link = screen_at(s, row, from)->link;

		for (to = from + 1; to < s->cols && screen_at(s, row, to)->link == link; to++)
			continue;
		if (link)
			write_link(s, theme, row, from, to);
	}
}

void
term_links_end(struct buf *out, int row, int col)
{
	sink = out;
	go(row, col);
}
