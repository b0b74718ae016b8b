#include "ui/term_out.h"

#include <curses.h>
#include <string.h>
#include <term.h>

#include "ui/term_ground.h"
#include "ui/term_links.h"
#include "ui/term_style.h"

/* NEAR_COLS: that far it is shorter to write what is there already than to move. SURE_BYTES: what takes more, emoji and what is put
 * together of several code points, may have another width in the terminal's own table. */
enum { NEAR_COLS = 4, ERASE_LEAST = 4, ERASE_CELLS_LEAST = 16, SURE_BYTES = 3, NONE = TERM_GROUND_NONE };

static struct buf *sink; /* of add_byte(), which curses calls */

static int
add_byte(int c)
{
	(void)buf_putc(sink, (char)c);
	return c;
}

/* Nearly all terminals move it as the standard says. */
static void
move_cursor(struct buf *out, int row, int col)
{
	if (strcmp(cursor_address, "\033[%i%p1%d;%p2%dH")) {
		sink = out;
		(void)tputs(tiparm(cursor_address, row, col), 1, add_byte);
		return;
	}
	(void)buf_puts(out, "\033[");
	(void)buf_number(out, row + 1);
	(void)buf_putc(out, ';');
	(void)buf_number(out, col + 1);
	(void)buf_putc(out, 'H');
}

static void
go(struct term_out *o, int row, int col)
{
	if (o->row != row || o->col != col)
		move_cursor(&o->bytes, row, col);
	o->row = row;
	o->col = col;
}

static void
set_look(struct term_out *o, const struct theme_look *look)
{
	if (!term_style_is(&o->look, look))
		term_style_change(&o->bytes, &o->look, look);
	o->look = *look;
}

static void
set_link(struct term_out *o, struct str link)
{
	if (str_eq(o->link, link))
		return;
	if (o->is_link)
		term_links_end(&o->bytes);
	o->link = link;
	o->is_link = link.n && term_links_begin(&o->bytes, link);
}

void
term_out_begin(struct term_out *o, const struct theme *theme, bool has_links)
{
	buf_clear(&o->bytes);
	o->theme = theme;
	o->has_links = has_links;
	o->look = TERM_STYLE_NONE;
	o->link = STR_NONE;
	o->is_link = false;
	o->row = o->col = -1;
}

void
term_out_end(struct term_out *o, int row, int col)
{
	set_link(o, STR_NONE);
	set_look(o, &TERM_STYLE_NONE);
	go(o, row, col);
}

void
term_out_free(struct term_out *o)
{
	term_there_free(&o->there);
	buf_free(&o->bytes);
	*o = (struct term_out){ 0 };
}

/* ---- a row */

struct row {
	const struct screen *s;
	const struct screen_cell *cells;
	int row;
	int blank; /* from here on it is blank, all alike */
	int from;  /* these as in struct term_there */
	const int *grounds;
	const bool *there;
};

static inline int
cols_at(const struct row *r, int col)
{
	return r->cells[col].cols == 2 ? 2 : 1;
}

/* Whether two blanks cannot be told from each other. */
static inline bool
is_alike(const struct row *r, int a, int b)
{
	return r->grounds[a] != NONE ? r->grounds[a] == r->grounds[b] : term_style_eq(&r->cells[a], &r->cells[b]);
}

/* Where the row begins to be blank up to its end, all alike, as far as it is looked at. */
static int
blank_from(const struct row *r)
{
	const struct screen_cell *cells = r->cells;
	int from = r->s->cols;

	while (from > r->from && cells[from - 1].cols == 1 && !cells[from - 1].n && !cells[from - 1].link && !cells[from - 1].raw &&
	    is_alike(r, from - 1, r->s->cols - 1))
		from--;
	return from;
}

/* Writes cells up to one of which terminals may not agree how wide it is; returns where that is. */
static int
write_sure(struct term_out *o, const struct row *r, int from, int to)
{
	char *start = buf_reserve(&o->bytes, (size_t)(to - from) * SCREEN_OWN), *p = start;
	const struct screen_cell *cells = r->cells;
	int col = from;

	for (; col < to && cells[col].n <= SURE_BYTES; col += cells[col].cols == 2 ? 2 : 1) {
		memcpy(p, cells[col].own, SCREEN_OWN);
		if (!cells[col].n)
			*p = ' ';
		p += cells[col].n ? cells[col].n : 1;
	}
	*p = '\0';
	o->bytes.n += (size_t)(p - start);
	return col;
}

/* Nobody knows where the cursor is behind the last column, and behind what terminals do not agree on. */
static void
write_cells(struct term_out *o, const struct row *r, int from, int to)
{
	for (int col = from; col < to;) {
		go(o, r->row, col);
		col = write_sure(o, r, col, to);
		o->col = col < r->s->cols ? col : -1;
		if (col >= to)
			return;
		go(o, r->row, col);
		(void)buf_add(&o->bytes, screen_cluster(r->s, &r->cells[col]));
		o->col = -1;
		col += cols_at(r, col);
	}
}

/* Whether blanks of that colour look the same, whatever is written now. */
static bool
has_ground(const struct term_out *o, int ground)
{
	return ground != NONE && ground == o->look.bg && term_ground_is_all(&o->look);
}

/* Whether the cells between the cursor and a column are few, look as what is written now and are no part of anything else. */
static bool
is_near(const struct term_out *o, const struct row *r, int col)
{
	if (o->row != r->row || o->col < 1 || o->col >= col || col - o->col > NEAR_COLS || o->is_link)
		return false;
	for (int i = o->col; i < col; i++) {
		const struct screen_cell *cell = &r->cells[i];
		struct theme_look look;

		if (has_ground(o, r->grounds[i]))
			continue;
		if (cell->raw || cell->link || cell->n > SURE_BYTES)
			return false;
		look = term_style_of(o->theme, r->s, cell);
		if (!term_style_is(&look, &o->look))
			return false;
	}
	return true;
}

static bool
can_erase(const struct theme_look *look)
{
	return term_ground_is_all(look) && (look->bg == COLOR_DEFAULT || back_color_erase);
}

/* How many of the cells [from, to) are blank before one is not. */
static int
count_blank(const struct row *r, int from, int to)
{
	int n = 0;

	while (from + n < to && !r->cells[from + n].n && r->cells[from + n].cols == 1)
		n++;
	return n;
}

/* What erases n blank cells in less bytes than they have; NULL: nothing. */
static const char *
eraser_of(const struct row *r, int col, int n)
{
	if (n >= ERASE_LEAST && col >= r->blank && clr_eol)
		return clr_eol;
	return n >= ERASE_CELLS_LEAST && erase_chars ? tiparm(erase_chars, n) : NULL;
}

static void
erase_cells(struct term_out *o, const struct row *r, int from, const char *how)
{
	go(o, r->row, from);
	sink = &o->bytes;
	(void)tputs(how, 1, add_byte);
}

/* Writes cells of one look, and erases where many are blank. */
static void
write_erasing(struct term_out *o, const struct row *r, int from, int to)
{
	for (int col = from, next; col < to; col = next) {
		int n = count_blank(r, col, to);
		const char *eraser = n ? eraser_of(r, col, n) : NULL;

		next = col + (n ? n : cols_at(r, col));
		if (!eraser)
			continue;
		write_cells(o, r, from, col);
		erase_cells(o, r, col, eraser);
		from = next;
	}
	write_cells(o, r, from, to);
}

/* lead: that of its cells whose look is that of all. */
static void
write_run(struct term_out *o, const struct row *r, int from, int to, int lead)
{
	const struct screen_cell *cell = &r->cells[lead];
	struct theme_look look = term_style_of(o->theme, r->s, cell);

	if (is_near(o, r, from))
		write_cells(o, r, o->col, from);
	go(o, r->row, from);
	if (!has_ground(o, r->grounds[lead]))
		set_look(o, &look);
	set_link(o, o->has_links ? screen_link_of(r->s, cell) : STR_NONE);
	if (can_erase(&o->look) && !o->is_link)
		write_erasing(o, r, from, to);
	else
		write_cells(o, r, from, to);
}

/* Whether a cell can be written with those before it that look as the one at *lead does, which moves where those are only blank. */
static bool
goes_on(const struct term_out *o, const struct row *r, int *lead, int col)
{
	const struct screen_cell *a = &r->cells[*lead], *b = &r->cells[col];
	struct theme_look look;

	if (a->link != b->link)
		return false;
	if (term_style_eq(a, b)) {
		*lead = r->grounds[*lead] != NONE ? col : *lead;
		return true;
	}
	if (r->grounds[*lead] == NONE && r->grounds[col] == NONE)
		return false;
	look = term_style_of(o->theme, r->s, r->grounds[*lead] != NONE ? b : a);
	if (!term_ground_is_all(&look) || look.bg != r->grounds[r->grounds[*lead] != NONE ? *lead : col])
		return false;
	*lead = r->grounds[*lead] != NONE ? col : *lead;
	return true;
}

/* The last column of the last row is left alone where a letter there would move the whole screen up. */
static int
end_of(const struct screen *s, int row)
{
	bool moves = auto_right_margin && !eat_newline_glitch && row == s->rows - 1;

	return moves ? s->cols - 1 : s->cols;
}

/* Whether what is left of the row from there on is erased at once, whatever of it is there. */
static bool
is_tail(const struct row *r, int col)
{
	int ground = r->grounds[col];

	return col >= r->blank && r->s->cols - col >= ERASE_LEAST && clr_eol && ground != NONE && (ground == COLOR_DEFAULT || back_color_erase);
}

static void
write_row(struct term_out *o, const struct row *r)
{
	const int end = end_of(r->s, r->row);

	for (int from = r->from, to; from < end && from + cols_at(r, from) <= end; from = to) {
		int lead = from;

		to = from + cols_at(r, from);
		if (r->there[from])
			continue;
		if (is_tail(r, from)) {
			write_run(o, r, from, end, from);
			return;
		}
		while (to < end && to + cols_at(r, to) <= end && !r->there[to] && to != r->blank && goes_on(o, r, &lead, to))
			to += cols_at(r, to);
		write_run(o, r, from, to, lead);
	}
}

void
term_out_row(struct term_out *o, const struct screen *s, int row, enum term_there_known known, const struct screen *shown, int from)
{
	const struct term_there *there = &o->there;
	struct row r = { .s = s, .cells = screen_at(s, row, 0), .row = row };

	term_there_find(&o->there, o->theme, s, row, known, shown, from);
	r.from = there->from;
	r.grounds = there->grounds;
	r.there = there->is_there;
	r.blank = blank_from(&r);
	write_row(o, &r);
}
