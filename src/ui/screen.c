#include "ui/screen.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/clean.h"
#include "text/plain.h"
#include "text/width.h"
#include "text/wrap.h"

void
screen_resize(struct screen *s, int rows, int cols)
{
	s->rows = rows > 0 ? rows : 1;
	s->cols = cols > 0 ? cols : 1;
	free(s->cells);
	s->cells = mem_zalloc((size_t)s->rows * (size_t)s->cols, sizeof *s->cells);
	screen_clear(s);
}

void
screen_clear(struct screen *s)
{
	const size_t cols = (size_t)s->cols;

	for (size_t i = 0; i < cols; i++)
		s->cells[i] = (struct screen_cell){ .cols = 1 };
	for (size_t row = 1; row < (size_t)s->rows; row++)
		memcpy(s->cells + row * cols, s->cells, cols * sizeof *s->cells);
	buf_clear(&s->text);
	s->links.n = 0;
	s->tints.n = 0;
	s->n_raws = 0;
	s->cursor_row = s->cursor_col = -1;
}

void
screen_free(struct screen *s)
{
	free(s->cells);
	buf_free(&s->text);
	vec_free(&s->links);
	vec_free(&s->tints);
	buf_free(&s->clean);
	*s = (struct screen){ 0 };
}

/* Before a cell is written anew: the other half of what stood there becomes a blank. */
static void
part_pair(struct screen *s, int row, int col)
{
	struct screen_cell *cell = screen_at(s, row, col);

	if (cell->cols == 0 && col > 0)
		*screen_at(s, row, col - 1) = (struct screen_cell){ .cols = 1, .style = cell->style };
	if (cell->cols == 2 && col + 1 < s->cols)
		*screen_at(s, row, col + 1) = (struct screen_cell){ .cols = 1, .style = cell->style };
}

static void
put_cluster(struct screen *s, int row, int col, int cols, unsigned style, struct str cluster)
{
	struct screen_cell *cell = screen_at(s, row, col);

	for (int i = 0; i < cols; i++)
		if (cell[i].cols != 1)
			part_pair(s, row, col + i);
	*cell = (struct screen_cell){ .n = (uint16_t)cluster.n, .cols = (uint8_t)cols, .style = style };
	if (cluster.n == 1) {
		cell->own[0] = *cluster.p == ' ' ? '\0' : *cluster.p;
		cell->n = *cluster.p != ' ';
	} else if (cluster.n == 3) {
		memcpy(cell->own, cluster.p, 3);
	} else if (cluster.n <= SCREEN_OWN) {
		memcpy(cell->own, cluster.p, cluster.n);
	} else {
		cell->at = (uint32_t)s->text.n;
		(void)buf_add(&s->text, cluster);
	}
	if (cols == 2)
		cell[1] = (struct screen_cell){ .style = style, .cols = 0 };
}

/* The choke point of the screen: foreign text as it is drawn, in s->clean, or where it stands when it is so already. */
static struct str
show(struct screen *s, struct str text)
{
	struct buf clean = { 0 };
	int cols;
	size_t simple = plain_simple_prefix(text, &cols);

	if (simple == text.n || wrap_is_plain(str_sub(text, simple, text.n)))
		return text;
	buf_clear(&s->clean);
	clean_inline(&clean, text);
	wrap_show(&s->clean, buf_str(&clean));
	buf_free(&clean);
	return buf_str(&s->clean);
}

/* Puts characters of the simple kind at the start of *text, up to one that another may join, without a call for each: most text is made of them. */
static int
put_simple(struct screen *s, int row, int col, int cols, unsigned style, struct str *text)
{
	struct screen_cell *cell = screen_at(s, row, col);
	struct str rest = *text;
	size_t n, next = plain_simple_len(rest);
	int used = 0;

	while ((n = next)) {
		const int width = n == 1 ? 1 : 2;
		const char *p = rest.p;

		rest = str_sub(rest, n, rest.n);
		next = plain_simple_len(rest);
		if (used + width > cols || (rest.n && !next))
			break;
		if (cell->cols != 1 || (width == 2 && cell[1].cols != 1)) {
			part_pair(s, row, col + used);
			part_pair(s, row, col + used + width - 1);
		}
		*cell = (struct screen_cell){ .n = n == 3 ? 3 : *p != ' ', .cols = (uint8_t)width, .style = style };
		if (n == 3)
			memcpy(cell->own, p, 3);
		else
			cell->own[0] = *p != ' ' ? *p : '\0';
		if (n == 3)
			cell[1] = (struct screen_cell){ .style = style, .cols = 0 };
		cell += width;
		used += width;
		*text = rest;
	}
	return used;
}

/* As screen_put() of what is shown as it is. */
static int
put_shown(struct screen *s, int row, int col, int cols, unsigned style, struct str rest)
{
	struct str cluster;
	int used, width;

	if (row < 0 || row >= s->rows || col < 0 || col >= s->cols)
		return 0;
	if (cols > s->cols - col)
		cols = s->cols - col;
	used = put_simple(s, row, col, cols, style, &rest);
	while (used < cols && (cluster = width_take(&rest, &width)).n) {
		if (width <= 0 || cluster.n > UINT16_MAX)
			continue;
		if (used + width > cols)
			break;
		put_cluster(s, row, col + used, width, style, cluster);
		used += width;
		if (rest.n && used < cols)
			used += put_simple(s, row, col + used, cols - used, style, &rest);
	}
	return used;
}

int
screen_put(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	return put_shown(s, row, col, cols, style, show(s, text));
}

/* A picture has them beside each other; where there are too many, those of the last go on. */
static uint16_t
tint_for(struct screen *s, struct screen_tint tint)
{
	const struct screen_tint *last = s->tints.n ? &s->tints.v[s->tints.n - 1] : NULL;

	if ((!last || last->fg != tint.fg || last->bg != tint.bg) && s->tints.n < UINT16_MAX)
		*vec_add(&s->tints) = tint;
	return (uint16_t)s->tints.n;
}

void
screen_put_tile(struct screen *s, int row, int col, const char *glyph, uint32_t fg, uint32_t bg)
{
	if (row < 0 || row >= s->rows || col < 0 || col >= s->cols)
		return;
	put_cluster(s, row, col, 1, 0, str_of(glyph));
	screen_at(s, row, col)->tint = tint_for(s, (struct screen_tint){ fg, bg });
}

/* Whether the rows of b come right behind those of a. */
static bool
goes_on(const struct screen_raw *a, const struct screen_raw *b)
{
	return a->id == b->id && a->col == b->col && a->cols == b->cols && a->row + a->rows == b->row && a->first + a->rows == b->first;
}

void
screen_put_raw(struct screen *s, const struct screen_raw *raw)
{
	struct screen_box box = { raw->row, raw->col, raw->rows, raw->cols };
	struct screen_raw *last = s->n_raws ? &s->raws[s->n_raws - 1] : NULL;

	if (raw->row < 0 || raw->col < 0 || raw->rows < 1 || raw->cols < 1 || raw->row + raw->rows > s->rows || raw->col + raw->cols > s->cols)
		return;
	if (last && goes_on(last, raw))
		last->rows += raw->rows;
	else if (s->n_raws < SCREEN_RAWS)
		s->raws[s->n_raws++] = *raw;
	else
		return;
	screen_fill(s, box, 0);
	for (int row = box.row; row < box.row + box.rows; row++)
		for (int col = box.col; col < box.col + box.cols; col++)
			screen_at(s, row, col)->raw = (uint8_t)s->n_raws;
}

static void
pad_shown(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	int used = put_shown(s, row, col, cols, style, text);

	if (used < cols)
		screen_fill(s, (struct screen_box){ row, col + used, 1, cols - used }, style);
}

void
screen_pad(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	pad_shown(s, row, col, cols, style, show(s, text));
}

void
screen_fit(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	struct buf fit = { 0 };

	if (cols > 0 && wrap_fits(text, cols)) {
		pad_shown(s, row, col, cols, style, text);
	} else if (cols > 0) {
		wrap_fit(&fit, text, cols);
		pad_shown(s, row, col, cols, style, buf_str(&fit));
	}
	buf_free(&fit);
}

int
screen_put_right(struct screen *s, int row, int end, int cols, unsigned style, struct str text)
{
	int width;

	width = width_str(show(s, text));
	if (width > cols)
		width = cols;
	if (width > end)
		width = end;
	(void)screen_put(s, row, end - width, width, style, text);
	return end - width;
}

void
screen_put_cells(struct screen *s, int row, int col, const struct screen_cell *cells, int n)
{
	if (row < 0 || row >= s->rows || col < 0 || n < 1 || n > s->cols - col)
		return;
	part_pair(s, row, col);
	part_pair(s, row, col + n - 1);
	memcpy(screen_at(s, row, col), cells, (size_t)n * sizeof *cells);
}

static void
fill(struct screen *s, struct screen_box box, struct screen_cell cell)
{
	const int from = box.col < 0 ? 0 : box.col, to = box.col + box.cols < s->cols ? box.col + box.cols : s->cols;

	for (int row = box.row < 0 ? 0 : box.row; row < box.row + box.rows && row < s->rows && from < to; row++) {
		struct screen_cell *cells = screen_at(s, row, 0);

		part_pair(s, row, from);
		part_pair(s, row, to - 1);
		for (int col = from; col < to; col++)
			cells[col] = cell;
	}
}

void
screen_fill(struct screen *s, struct screen_box box, unsigned style)
{
	fill(s, box, (struct screen_cell){ .cols = 1, .style = style });
}

void
screen_rule(struct screen *s, struct screen_box box, unsigned style, const char *glyph)
{
	struct screen_cell cell = { .cols = 1, .style = style, .n = (uint16_t)strlen(glyph) };

	memcpy(cell.own, glyph, cell.n < SCREEN_OWN ? cell.n : SCREEN_OWN);
	fill(s, box, cell);
}

void
screen_add_style(struct screen *s, int row, int col, int cols, unsigned bits)
{
	if (row < 0 || row >= s->rows)
		return;
	for (int i = col < 0 ? 0 : col; i < col + cols && i < s->cols; i++)
		screen_at(s, row, i)->style |= bits;
}

void
screen_put_link(struct screen *s, int row, int col, int cols, struct str url)
{
	struct screen_link *last = s->links.n ? &s->links.v[s->links.n - 1] : NULL;

	if (row < 0 || row >= s->rows || !url.n || s->links.n >= UINT16_MAX)
		return;
	if (!last || !str_eq(url, str_new(s->text.p + last->at, last->n))) {
		*vec_add(&s->links) = (struct screen_link){ (uint32_t)s->text.n, (uint32_t)url.n };
		(void)buf_add(&s->text, url);
	}
	for (int i = col < 0 ? 0 : col; i < col + cols && i < s->cols; i++)
		screen_at(s, row, i)->link = (uint16_t)s->links.n;
}

struct str
screen_link_of(const struct screen *s, const struct screen_cell *cell)
{
	const struct screen_link *link = cell->link ? &s->links.v[cell->link - 1] : NULL;

	return link ? str_new(s->text.p + link->at, link->n) : STR_NONE;
}

bool
screen_cell_shows_more(const struct screen *a, const struct screen_cell *x, const struct screen *b, const struct screen_cell *y)
{
	struct screen_tint p = screen_tint_of(a, x), q = screen_tint_of(b, y);

	if (x->n != y->n || x->cols != y->cols || x->style != y->style || p.fg != q.fg || p.bg != q.bg)
		return false;
	return x->n > SCREEN_OWN ? !memcmp(a->text.p + x->at, b->text.p + y->at, x->n) : !memcmp(x->own, y->own, SCREEN_OWN);
}

/* Of nearly all cells that show the same this is all that has to be asked. */
static inline bool
is_same(const struct screen_cell *x, const struct screen_cell *y)
{
	return !memcmp(x, y, sizeof *x) && x->n <= SCREEN_OWN && !x->link && !x->tint;
}

int
screen_row_differs(const struct screen *a, int row, const struct screen *b, int other)
{
	const struct screen_cell *x = screen_at(a, row, 0), *y = screen_at(b, other, 0);
	uint16_t from = 0, to = 0; /* links of both that were found to be the same */
	int col = 0;

	for (; col < a->cols; col++, x++, y++) {
		if (is_same(x, y))
			continue;
		if (!screen_cell_shows(a, x, b, y))
			return col;
		if (x->link == from && y->link == to)
			continue;
		if (!screen_cell_leads(a, x, b, y))
			return col;
		from = x->link;
		to = y->link;
	}
	return col;
}

void
screen_text(const struct screen *s, struct buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++)
			if (screen_at(s, row, col)->cols)
				(void)buf_add(out, screen_cluster(s, screen_at(s, row, col)));
		while (out->n && out->p[out->n - 1] == ' ')
			buf_truncate(out, out->n - 1);
		(void)buf_putc(out, '\n');
	}
}
