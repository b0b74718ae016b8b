/*
 * Tables: as a grid where the columns have room, else row by row as "key:
 * value" lines.
 */
#ifndef HTML_LAYOUT_TABLE_H
#define HTML_LAYOUT_TABLE_H

#include "html/layout_out.h"

/* A cell in its place. */
struct layout_table_cell {
	const struct doc_cell *cell;
	size_t at;     /* where its text begins in that of the table, as struct layout_run has it */
	int col, span; /* columns of the table */
};

struct layout_table_row {
	struct layout_table_cell *cells;
	size_t n;
};

struct layout_table {
	struct layout_table_row *rows;
	size_t n;
	size_t heads;   /* rows at the top that hold only headers, or bold text */
	int n_cols;
	int *widths;    /* of the columns, on the terminal */
	bool has_wrapped; /* some cells below the header take several lines: rules stand between the rows */
};

/*
 * Puts the cells of the block in their places, in a; widths are not set. A table has as many
 * columns as cells begin in: what spans further spans to the end.
 */
void layout_table_place(struct layout_table *t, struct arena *a, const struct doc_block *b);

void layout_table_add(struct layout_out *out, const struct doc_block *b);

/* The flow of one cell, from the start. */
void layout_table_flow(const struct layout_out *out, struct layout_flow *f, const struct layout_table_cell *c, bool is_head);

#endif
