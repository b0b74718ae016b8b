#include "ui/kept.h"

#include <stdlib.h>

#include "base/mem.h"

static void
free_rows(struct kept *k)
{
	for (size_t i = 0; i < k->n; i++) {
		buf_free(&k->rows[i].key);
		buf_free(&k->rows[i].note);
		for (int look = 0; look < KEPT_LOOKS; look++)
			free(k->rows[i].cells[look].v);
	}
	free(k->rows);
	k->rows = NULL;
	k->n = 0;
}

void
kept_begin(struct kept *k, int rows)
{
	size_t n = k->n ? k->n : 1;

	while (n < (size_t)rows)
		n *= 2;
	if (n == k->n)
		return;
	free_rows(k);
	k->rows = mem_zalloc(n, sizeof *k->rows);
	k->n = n;
}

struct kept_row *
kept_row(struct kept *k, int index, struct str key)
{
	struct kept_row *row = &k->rows[(size_t)index & (k->n - 1)];

	if (str_eq(buf_str(&row->key), key))
		return row;
	buf_clear(&row->key);
	(void)buf_add(&row->key, key);
	buf_clear(&row->note);
	for (int look = 0; look < KEPT_LOOKS; look++)
		row->cells[look].n = 0;
	return row;
}

void
kept_look(struct kept *k, struct str look)
{
	for (int i = 0; i < KEPT_LOOKS; i++) {
		if (!str_eq(buf_str(&k->looks[i]), look))
			continue;
		k->look = i;
		return;
	}
	k->look = (k->look + 1) % KEPT_LOOKS;
	buf_clear(&k->looks[k->look]);
	(void)buf_add(&k->looks[k->look], look);
	for (size_t i = 0; i < k->n; i++)
		k->rows[i].cells[k->look].n = 0;
}

bool
kept_put(const struct kept *k, const struct kept_row *row, struct screen *s, int at, int col, struct str url)
{
	const struct kept_cells *cells = &row->cells[k->look];

	if (!cells->n)
		return false;
	screen_put_cells(s, at, col, cells->v, cells->n);
	screen_put_link(s, at, col + cells->link, cells->link_cols, url);
	return true;
}

/* Takes what stands by itself: a long cluster is in the text of the screen that it was drawn on. */
void
kept_take(const struct kept *k, struct kept_row *row, const struct screen *s, struct screen_box box)
{
	struct kept_cells *to = &row->cells[k->look];
	const struct screen_cell *from = screen_at(s, box.row, box.col);

	to->n = to->link = to->link_cols = 0;
	for (int i = 0; i < box.cols; i++)
		if (from[i].n > SCREEN_OWN || from[i].tint || from[i].raw)
			return;
	if (to->cap < box.cols)
		to->v = mem_realloc(to->v, (size_t)(to->cap = box.cols), sizeof *to->v);
	for (int i = 0; i < box.cols; i++) {
		to->v[i] = from[i];
		to->v[i].link = 0;
		if (!from[i].link)
			continue;
		to->link = to->link_cols ? to->link : i;
		to->link_cols = i + 1 - to->link;
	}
	to->n = box.cols;
}

void
kept_free(struct kept *k)
{
	free_rows(k);
	for (int i = 0; i < KEPT_LOOKS; i++)
		buf_free(&k->looks[i]);
	*k = (struct kept){ 0 };
}
