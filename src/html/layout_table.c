#include "html/layout_table.h"

#include <limits.h>

#include "html/layout_grid.h"
#include "html/layout_record.h"
#include "text/width.h"

enum {
	MOST_COLS = 256, /* of a table: what is past them is shown all the same, as a record */
	GAP = 3,         /* " │ " */
	GOOD_WIDTH = 24 - GAP, /* of a column that is shrunk: records are read better than long text in narrower ones */
	BARE_WIDTH = 12,       /* of one in a table without a header, whose records would have no keys */
	LEAST_WIDTH = 8,       /* of one whose cells are short */
	SHORT_LINES = 2,       /* what a short cell takes when it is shrunk */
	SCROLLED_WIDTH = 48,   /* of a column in a table that scrolls, at most */
	STAYS = 3,             /* its first column stays where it takes no more than one part in so many of the room */
};

void
layout_table_flow(const struct layout_out *out, struct layout_flow *f, const struct layout_table_cell *c, bool is_head)
{
	const struct layout_flow_text text = {
		.text = c->cell->text,
		.at = c->at,
		.spans = c->cell->spans,
		.n_spans = c->cell->n_spans,
		.style = is_head || c->cell->is_header ? DOC_BOLD : 0,
		.has_refs = out->opts->has_refs,
	};

	layout_flow_clear(f);
	layout_flow_add(f, &text);
}

/*
 * Puts the cells of a row, of which the first one's text begins at *at, in the columns that no cell
 * from above takes; below is how many rows each column is taken for.
 */
static void
place_row(struct layout_table_row *row, const struct doc_row *from, size_t *at, int below[MOST_COLS])
{
	int col = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct doc_cell *cell = &from->cells[i];

		while (col < MOST_COLS - 1 && below[col] > 0)
			col++;
		row->cells[i] = (struct layout_table_cell){ cell, *at, col, cell->colspan > 1 ? cell->colspan : 1 };
		*at += cell->text.n + 1;
		for (int k = 0; k < row->cells[i].span; k++, col += col < MOST_COLS - 1)
			below[col] = cell->rowspan > 1 ? cell->rowspan : 1;
	}
	row->n = from->n;
	for (int c = 0; c < MOST_COLS; c++)
		below[c] -= below[c] > 0;
}

static bool
is_bold(const struct doc_cell *cell)
{
	size_t bold = 0;

	for (size_t i = 0; i < cell->text.n; i++)
		bold += cell->text.p[i] == '\n';
	for (size_t i = 0; i < cell->n_spans; i++)
		bold += cell->spans[i].style & DOC_BOLD ? cell->spans[i].n : 0;
	return cell->text.n && bold == cell->text.n;
}

/* Authors without a header row make the letters of the first one bold. */
static bool
is_head(const struct doc_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!row->cells[i].is_header && !is_bold(&row->cells[i]))
			return false;
	return row->n > 0;
}

static bool
is_marked(const struct doc_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!row->cells[i].is_header)
			return false;
	return row->n > 0;
}

/* True where letters tell the rows at the top from those below. In a list of names and values all may be bold. */
static bool
is_told_apart(const struct doc_block *b, size_t heads)
{
	for (size_t r = heads; r < b->n_rows; r++)
		if (b->rows[r].n >= b->rows[0].n && !is_head(&b->rows[r]))
			return true;
	return false;
}

static void
clip_spans(struct layout_table *t)
{
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++) {
			struct layout_table_cell *c = &t->rows[r].cells[i];

			if (c->col + c->span > t->n_cols)
				c->span = t->n_cols - c->col;
		}
	}
}

void
layout_table_place(struct layout_table *t, struct arena *a, const struct doc_block *b)
{
	int below[MOST_COLS] = { 0 };
	size_t at = 0;

	*t = (struct layout_table){ 0 };
	t->n = b->n_rows;
	t->rows = arena_new(a, struct layout_table_row, t->n);
	for (size_t r = 0; r < t->n; r++) {
		t->rows[r].cells = arena_new(a, struct layout_table_cell, b->rows[r].n);
		place_row(&t->rows[r], &b->rows[r], &at, below);
		if (t->heads == r && is_head(&b->rows[r]))
			t->heads++;
		for (size_t i = 0; i < t->rows[r].n; i++)
			if (t->rows[r].cells[i].col >= t->n_cols)
				t->n_cols = t->rows[r].cells[i].col + 1;
	}
	if (t->heads == t->n)
		t->heads = t->n > 1;
	if (t->heads && !is_marked(&b->rows[0]) && !is_told_apart(b, t->heads))
		t->heads = 0;
	clip_spans(t);
}

/* Of the widest line of a cell. */
static int
cols_of(struct str text)
{
	struct str line;
	int most = 0;

	while (str_line(&text, &line)) {
		int cols = width_str(line);

		most = cols > most ? cols : most;
	}
	return most;
}

/* Widens the columns a cell spans, the last one where it needs more than they have. */
static void
widen(struct layout_table *t, const struct layout_table_cell *c, int cols)
{
	int has = GAP * (c->span - 1);

	for (int k = 0; k < c->span; k++)
		has += t->widths[c->col + k];
	if (has < cols)
		t->widths[c->col + c->span - 1] += cols - has;
}

/* The widths at which every cell takes one line; those that span columns come after the others. */
static void
measure(struct layout_out *out, struct layout_table *t, bool spanning)
{
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++) {
			const struct layout_table_cell *c = &t->rows[r].cells[i];

			if (spanning != (c->span > 1))
				continue;
			layout_table_flow(out, &out->flow, c, r < t->heads);
			widen(t, c, cols_of(out->flow.text));
		}
	}
}

static int
total(const struct layout_table *t, int most)
{
	int sum = GAP * (t->n_cols - 1);

	for (int c = 0; c < t->n_cols; c++)
		sum += t->widths[c] < most ? t->widths[c] : most;
	return sum;
}

/* True when a cell below the header is longer than its columns. */
static bool
has_wrapped(struct layout_out *out, const struct layout_table *t, int width)
{
	for (size_t r = t->heads; r < t->n; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++) {
			layout_table_flow(out, &out->flow, &t->rows[r].cells[i], false);
			if (cols_of(out->flow.text) > width * t->rows[r].cells[i].span)
				return true;
		}
	}
	return false;
}

static bool
has_line_ends(const struct layout_table *t)
{
	for (size_t r = t->heads; r < t->n; r++)
		for (size_t i = 0; i < t->rows[r].n; i++)
			if (str_find_char(t->rows[r].cells[i].cell->text, '\n') < t->rows[r].cells[i].cell->text.n)
				return true;
	return false;
}

/* True when a line of code, one of several in its cell, is wider than cols. */
static bool
has_wider_code(const struct doc_cell *cell, int cols)
{
	if (str_find_char(cell->text, '\n') == cell->text.n)
		return false;
	for (size_t i = 0; i < cell->n_spans; i++) {
		const struct doc_span *s = &cell->spans[i];
		bool is_line = (!s->at || cell->text.p[s->at - 1] == '\n') &&
		    (s->at + s->n == cell->text.n || cell->text.p[s->at + s->n] == '\n');

		if (is_line && s->style & DOC_MONO && width_str(str_sub(cell->text, s->at, s->at + s->n)) > cols)
			return true;
	}
	return false;
}

/* True when columns that wide would break lines of code. */
static bool
breaks_code(const struct layout_table *t, int width)
{
	for (size_t r = t->heads; r < t->n; r++)
		for (size_t i = 0; i < t->rows[r].n; i++)
			if (has_wider_code(t->rows[r].cells[i].cell, width * t->rows[r].cells[i].span))
				return true;
	return false;
}

/* True when no cell is longer than a few lines of a column that wide. */
static bool
is_short(struct layout_out *out, const struct layout_table *t, int width)
{
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++) {
			const struct layout_table_cell *c = &t->rows[r].cells[i];

			layout_table_flow(out, &out->flow, c, false);
			if (cols_of(out->flow.text) > SHORT_LINES * width * c->span)
				return false;
		}
	}
	return true;
}

static bool
is_readable(struct layout_out *out, const struct layout_table *t, int width)
{
	if (width >= GOOD_WIDTH || t->n_cols == 1)
		return true;
	return t->heads ? width >= LEAST_WIDTH && is_short(out, t, width) : width >= BARE_WIDTH;
}

/* Makes the widest columns narrower until all fit; false when they would be too narrow. */
static bool
shrink(struct layout_out *out, struct layout_table *t, int room)
{
	int most = room + 1, low = 0; /* fits at low, not at most */

	if (total(t, INT_MAX) <= room)
		return true;
	while (low + 1 < most) {
		int mid = low + (most - low) / 2;

		if (total(t, mid) <= room)
			low = mid;
		else
			most = mid;
	}
	if (!is_readable(out, t, low) || breaks_code(t, low))
		return false;
	for (int c = 0; c < t->n_cols; c++)
		if (t->widths[c] > low)
			t->widths[c] = low;
	t->has_wrapped = has_wrapped(out, t, low);
	return true;
}

/* Columns in front that stay when it scrolls: the first, where no cell lies across its edge. */
static int
stays(const struct layout_table *t, int room)
{
	for (size_t r = 0; r < t->n; r++)
		if (t->rows[r].n && !t->rows[r].cells[0].col && t->rows[r].cells[0].span > 1)
			return 0;
	return t->widths[0] + GAP <= room / STAYS ? t->widths[0] + GAP - 1 : 0;
}

/* As wide as it is. */
static void
add_scrolled(struct layout_out *out, struct layout_table *t)
{
	size_t first = out->lines.n;

	for (int c = 0; c < t->n_cols; c++)
		if (t->widths[c] > SCROLLED_WIDTH)
			t->widths[c] = SCROLLED_WIDTH;
	t->has_wrapped = has_wrapped(out, t, SCROLLED_WIDTH) || has_line_ends(t);
	layout_grid_add(out, t);
	for (size_t i = first; i < out->lines.n; i++)
		out->lines.v[i].is_wide = layout_line_cols(&out->lines.v[i]) > out->opts->cols;
	layout_out_scroll(out, first, stays(t, layout_out_cols(out)));
}

void
layout_table_add(struct layout_out *out, const struct doc_block *b)
{
	struct layout_table t;
	bool has_room;

	layout_table_place(&t, out->arena, b);
	if (!t.n_cols)
		return;
	t.widths = arena_new(out->arena, int, t.n_cols);
	measure(out, &t, false);
	measure(out, &t, true);
	if (out->opts->has_wide_tables && t.n_cols < MOST_COLS && total(&t, INT_MAX) > layout_out_cols(out)) {
		add_scrolled(out, &t);
		out->row = NULL;
		return;
	}
	has_room = t.n_cols < MOST_COLS && shrink(out, &t, layout_out_cols(out));
	t.has_wrapped = t.has_wrapped || has_line_ends(&t);
	if (has_room)
		layout_grid_add(out, &t);
	else
		layout_record_add(out, &t);
	out->row = NULL;
}
