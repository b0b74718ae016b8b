#include "html/layout_grid.h"

enum { HEAD_AGAIN = 30 }; /* lines of a long table, then its header once more */

/* A cell from its first row on, until all rows it takes are drawn. */
struct drawn {
	const struct doc_cell *cell;
	struct layout_flow flow;
	struct wrap_line *lines;
	size_t n, next; /* lines; the one to draw */
	int span, cols; /* columns of the table, of the terminal */
	int rows;       /* left, this one included; 0: no cell begins in this column */
};

struct grid {
	struct layout_out *out;
	const struct layout_table *t;
	struct drawn *cells; /* by the column they begin in */
	bool *edges, *above; /* whether a cell begins in that column, in this row and the one before */
	size_t lines;        /* since the header */
};

static int
cols_of(const struct layout_table *t, int col, int span)
{
	int cols = 3 * (span - 1);

	for (int k = 0; k < span; k++)
		cols += t->widths[col + k];
	return cols;
}

/* ---- lines */

/* One line of a cell, or blanks where it has none, in its columns. */
static void
add_cell_line(struct grid *g, struct drawn *d)
{
	int used = d->next < d->n ? d->lines[d->next].cols : 0, room = d->cols - used, before = 0;

	if (d->cell->align == DOC_ALIGN_RIGHT)
		before = room;
	else if (d->cell->align == DOC_ALIGN_CENTER)
		before = room / 2;
	layout_out_pad(g->out, before);
	if (d->next < d->n)
		(void)layout_flow_next(&d->flow, g->out->arena, &d->lines[d->next++], &g->out->runs);
	layout_out_pad(g->out, room - before);
}

static void
end_line(struct grid *g)
{
	layout_out_line(g->out, 0, false);
	g->lines++;
}

static void
add_line(struct grid *g)
{
	for (int col = 0, span; col < g->t->n_cols; col += span) {
		struct drawn *d = &g->cells[col];

		span = d->rows ? d->span : 1;
		if (col) {
			layout_out_pad(g->out, 1);
			layout_out_run(g->out, str_of(layout_out_glyph(LAYOUT_OUT_DOWN)), LAYOUT_RULE, 0);
			layout_out_pad(g->out, 1);
		}
		if (d->rows)
			add_cell_line(g, d);
		else
			layout_out_pad(g->out, g->t->widths[col]);
	}
	end_line(g);
}

/* ---- rules */

/* Where the rule between two rows stops for a cell that takes both. */
static bool
is_crossed(const struct grid *g, int col)
{
	while (col > 0 && !g->edges[col])
		col--;
	return g->cells[col].rows && g->cells[col].next > 0;
}

static void
add_rule(struct grid *g)
{
	bool is_left = false;

	for (int col = 0; col < g->t->n_cols; col++) {
		bool is_right = !is_crossed(g, col);
		const char *across = is_right ? layout_out_glyph(LAYOUT_OUT_ACROSS) : " ";
		int before = col ? 1 : 0, behind = col + 1 < g->t->n_cols ? 1 : 0;

		if (col)
			layout_out_run(g->out, str_of(layout_out_joint(is_left, is_right, g->above[col], g->edges[col])), LAYOUT_RULE, 0);
		layout_out_run(g->out, layout_out_repeat(g->out, across, before + g->t->widths[col] + behind), LAYOUT_RULE, 0);
		is_left = is_right;
	}
	end_line(g);
}

/* ---- rows */

/* A cell begins; what others from above take is not its own. */
static void
open_cell(struct grid *g, const struct layout_table_cell *cell, bool is_head)
{
	struct drawn *d = &g->cells[cell->col];
	struct wrap_opts opts = { .mode = g->out->opts->wrap };
	int span = 1;

	while (span < cell->span && !g->cells[cell->col + span].rows)
		span++;
	layout_flow_free(&d->flow);
	*d = (struct drawn){ .cell = cell->cell, .span = span, .rows = cell->cell->rowspan > 1 ? cell->cell->rowspan : 1 };
	layout_table_flow(g->out, &d->flow, cell, is_head);
	d->cols = opts.cols = cols_of(g->t, cell->col, span);
	d->n = layout_flow_wrap(&d->flow, g->out->arena, &opts, &d->lines);
}

/* Takes the cells of a row in; those of the row before have ended. */
static void
open_row(struct grid *g, uint32_t row)
{
	const struct layout_table_row *r = &g->t->rows[row];
	bool *edges = g->above;

	for (size_t i = 0; i < r->n; i++)
		if (!g->cells[r->cells[i].col].rows)
			open_cell(g, &r->cells[i], row < g->t->heads);
	g->above = g->edges;
	g->edges = edges;
	memset(edges, 0, (size_t)g->t->n_cols * sizeof *edges);
	for (int col = 0; col < g->t->n_cols; col += g->cells[col].rows ? g->cells[col].span : 1)
		edges[col] = true;
}

/*
 * How many lines a row takes; what a cell of several rows has left goes into its last one. A row
 * whose cells are empty takes none.
 */
static size_t
height_of(const struct grid *g, bool is_last)
{
	size_t height = 0;

	for (int col = 0; col < g->t->n_cols; col++) {
		const struct drawn *d = &g->cells[col];
		size_t lines = d->rows == 1 || is_last ? d->n - d->next : d->next == 0;

		if (d->rows && d->cell->text.n && lines > height)
			height = lines;
	}
	return height;
}

static void
add_row(struct grid *g, uint32_t row, bool has_rule)
{
	bool is_last = row + 1 == g->t->n || row + 1 == g->t->heads;
	size_t height = height_of(g, is_last);

	if (has_rule && height)
		add_rule(g);
	while (height--)
		add_line(g);
	for (int col = 0; col < g->t->n_cols; col++)
		if (g->cells[col].rows)
			g->cells[col].rows = is_last ? 0 : g->cells[col].rows - 1;
}

static bool
is_open(const struct grid *g)
{
	for (int col = 0; col < g->t->n_cols; col++)
		if (g->cells[col].rows)
			return true;
	return false;
}

/* The header once more, where a table is long and nothing spans the place. */
static void
repeat_head(struct grid *g)
{
	if (g->lines < HEAD_AGAIN || !g->t->heads || is_open(g))
		return;
	for (uint32_t row = 0; row < g->t->heads; row++) {
		open_row(g, row);
		add_row(g, row, !row);
	}
	g->lines = 0;
}

void
layout_grid_add(struct layout_out *out, const struct layout_table *t)
{
	struct grid g = { .out = out, .t = t, .cells = arena_new(out->arena, struct drawn, t->n_cols),
		.edges = arena_new(out->arena, bool, t->n_cols), .above = arena_new(out->arena, bool, t->n_cols) };
	uint32_t row = 0;

	out->row = &row;
	for (; row < t->n; row++) {
		bool has_rule = row && (row == t->heads || (t->has_wrapped && row > t->heads));

		if (row > t->heads)
			repeat_head(&g);
		has_rule |= row > t->heads && !g.lines;
		open_row(&g, row);
		add_row(&g, row, has_rule);
		if (row + 1 == t->heads)
			g.lines = 0;
	}
	for (int col = 0; col < t->n_cols; col++)
		layout_flow_free(&g.cells[col].flow);
	out->row = NULL;
}
