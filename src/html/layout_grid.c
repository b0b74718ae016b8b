#include "html/layout_grid.h"

/* A cell of the row being drawn. */
struct drawn {
	struct layout_flow flow;
	struct wrap_line *lines;
	size_t n;
	int col, span, cols;
};

static int
cols_of(const struct layout_table *t, int col, int span)
{
	int cols = 3 * (span - 1);

	for (int k = 0; k < span; k++)
		cols += t->widths[col + k];
	return cols;
}

static void
add_gap(struct layout_out *out)
{
	layout_out_pad(out, 1);
	layout_out_run(out, str_of(layout_out_glyph(LAYOUT_OUT_DOWN)), LAYOUT_RULE, 0);
	layout_out_pad(out, 1);
}

/* Fills the columns [from, to), which a cell above takes or none. */
static void
add_empty(struct layout_out *out, const struct layout_table *t, int from, int to)
{
	for (; from < to; from++) {
		if (from)
			add_gap(out);
		layout_out_pad(out, t->widths[from]);
	}
}

/* Line number i of a row. */
static void
add_line(struct layout_out *out, const struct layout_table *t, struct drawn *cells, size_t n, size_t i)
{
	int col = 0, used;

	for (size_t k = 0; k < n; k++) {
		struct drawn *d = &cells[k];

		add_empty(out, t, col, d->col);
		if (d->col)
			add_gap(out);
		used = i < d->n ? d->lines[i].cols : 0;
		if (i < d->n)
			(void)layout_flow_next(&d->flow, out->arena, &d->lines[i], &out->runs);
		layout_out_pad(out, d->cols - used);
		col = d->col + d->span;
	}
	add_empty(out, t, col, t->n_cols);
	layout_out_line(out, 0, false);
}

static void
add_row(struct layout_out *out, const struct layout_table *t, uint32_t row)
{
	const struct layout_table_row *r = &t->rows[row];
	struct drawn *cells = arena_new(out->arena, struct drawn, r->n);
	size_t lines = 1;

	for (size_t i = 0; i < r->n; i++) {
		struct drawn *d = &cells[i];
		struct wrap_opts opts = { .mode = out->opts->wrap };

		layout_table_flow(out, &d->flow, r->cells[i].cell, row < t->heads);
		layout_flow_end(&d->flow, out->arena);
		d->col = r->cells[i].col;
		d->span = r->cells[i].span;
		d->cols = opts.cols = cols_of(t, d->col, d->span);
		d->n = wrap_text(out->arena, d->flow.text, &opts, &d->lines);
		lines = d->n > lines ? d->n : lines;
	}
	for (size_t i = 0; i < lines; i++)
		add_line(out, t, cells, r->n, i);
	for (size_t i = 0; i < r->n; i++)
		layout_flow_free(&cells[i].flow);
}

static void
add_rule(struct layout_out *out, const struct layout_table *t)
{
	const char *across = layout_out_glyph(LAYOUT_OUT_ACROSS);

	for (int c = 0; c < t->n_cols; c++) {
		int sides = c + 1 < t->n_cols ? (c ? 2 : 1) : c ? 1 : 0;

		layout_out_run(out, layout_out_repeat(out, across, t->widths[c] + sides), LAYOUT_RULE, 0);
		if (c + 1 < t->n_cols)
			layout_out_run(out, str_of(layout_out_glyph(LAYOUT_OUT_CROSS)), LAYOUT_RULE, 0);
	}
	layout_out_line(out, 0, false);
}

void
layout_grid_add(struct layout_out *out, const struct layout_table *t)
{
	uint32_t row = 0;

	out->row = &row;
	for (; row < t->n; row++) {
		if (row && (row == t->heads || (t->is_shrunk && row > t->heads)))
			add_rule(out, t);
		add_row(out, t, row);
	}
	out->row = NULL;
}
