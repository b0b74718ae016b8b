#include "html/layout_record.h"

static struct str
one_line(struct arena *a, struct str text)
{
	char *p = arena_alloc(a, text.n + 1);

	for (size_t i = 0; i < text.n; i++)
		p[i] = text.p[i] == '\n' ? ' ' : text.p[i];
	return str_new(p, text.n);
}

/* What stands before a value, and where it is from. */
struct key {
	struct str text;
	size_t at;
};

static struct key
key_from(struct arena *a, const struct layout_table_cell *c)
{
	return (struct key){ one_line(a, c->cell->text), c->at };
}

/* What the header of each column says; the lowest header row counts. */
static struct key *
find_keys(struct arena *a, const struct layout_table *t)
{
	struct key *keys = arena_new(a, struct key, t->n_cols);

	for (size_t r = 0; r < t->heads; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++) {
			const struct layout_table_cell *c = &t->rows[r].cells[i];

			for (int k = 0; k < c->span; k++)
				keys[c->col + k] = key_from(a, c);
		}
	}
	return keys;
}

static void
add_value(struct layout_out *out, const struct layout_table_cell *c, struct key key)
{
	const struct layout_flow_text text = {
		.text = c->cell->text,
		.at = c->at,
		.spans = c->cell->spans,
		.n_spans = c->cell->n_spans,
		.style = c->cell->is_header ? DOC_BOLD : 0,
		.has_refs = out->opts->has_refs,
	};
	bool has_lines = str_find_char(c->cell->text, '\n') < c->cell->text.n; /* they stand below the key */

	if (!c->cell->text.n)
		return;
	layout_flow_clear(&out->flow);
	if (key.text.n) {
		layout_flow_add(&out->flow, &(struct layout_flow_text){ .text = key.text, .at = key.at, .role = LAYOUT_LABEL });
		layout_flow_add_ours(&out->flow, has_lines ? str_lit(":\n") : str_lit(": "), LAYOUT_LABEL, 0);
	}
	layout_flow_add(&out->flow, &text);
	layout_out_flow(out, 2);
}

static struct key
key_of(const struct key *keys, const struct layout_table_cell *c)
{
	return c->span == 1 ? keys[c->col] : (struct key){ 0 };
}

/* Two columns without a header: the first says what the second is. */
static bool
is_pair(const struct layout_table *t, const struct layout_table_row *r)
{
	return !t->heads && t->n_cols == 2 && r->n == 2;
}

/* Columns of a table whose rows say again what reaches down from above; in wider ones it would fill pages. */
enum { REPEATED_COLS = 16 };

/* A cell from a row above that reaches down. */
struct carried {
	const struct layout_table_cell *cell;
	int rows; /* left */
};

static void
add_row(struct layout_out *out, const struct layout_table *t, const struct layout_table_row *r, const struct key *keys,
	struct carried *carried)
{
	size_t i = 0;

	for (int col = 0; col < t->n_cols; col++) {
		if (carried[col].rows > 0) {
			carried[col].rows--;
			if (t->n_cols <= REPEATED_COLS)
				add_value(out, carried[col].cell, key_of(keys, carried[col].cell));
		}
		for (; i < r->n && r->cells[i].col == col; i++) {
			add_value(out, &r->cells[i], key_of(keys, &r->cells[i]));
			carried[col] = (struct carried){ &r->cells[i], r->cells[i].cell->rowspan - 1 };
		}
	}
}

void
layout_record_add(struct layout_out *out, const struct layout_table *t)
{
	const struct key *keys = find_keys(out->arena, t);
	struct carried *carried = arena_new(out->arena, struct carried, t->n_cols);
	uint32_t row = (uint32_t)t->heads;

	out->row = &row;
	for (; row < t->n; row++) {
		const struct layout_table_row *r = &t->rows[row];

		if (row > t->heads && !is_pair(t, r))
			layout_out_line(out, 0, false);
		if (is_pair(t, r))
			add_value(out, &r->cells[1], key_from(out->arena, &r->cells[0]));
		else
			add_row(out, t, r, keys, carried);
	}
	out->row = NULL;
}
