#include "ui/listing_draw.h"

#include "base/clock.h"
#include "ui/headline_key.h"
#include "ui/theme.h"

enum { SNIPPET_INDENT = 5 };

/* Below the row of its post; nothing while it is not there yet. */
static void
draw_snippet(struct screen *s, struct screen_box row, const struct snippet *snippet)
{
	struct screen_box box = { row.row + 1, row.col + SNIPPET_INDENT, 1, row.cols - SNIPPET_INDENT - 1 };

	if (snippet)
		snippets_draw(s, box, snippet);
}

/* Loads the headline with the rows in sight, at most n. */
static void
find_rows(struct headline *h, struct arena *a, const struct listing_drawn *d, int n)
{
	const struct posts_row **rows = arena_new(a, const struct posts_row *, (size_t)n);
	int found = 0;

	while (found < n && (rows[found] = listing_at(d->listing, d->list->top + found, NULL)))
		found++;
	h->rows = rows;
	h->n = (size_t)found;
}

static bool
is_marked(const struct listing_drawn *d, const struct headline *h, size_t i)
{
	return marking_has(d->marking, h->rows[i], d->list->top + (int)i, d->list->at);
}

static void
find_kept(struct headline *h, struct arena *a, const struct listing_drawn *d)
{
	struct kept_row **kept = arena_new(a, struct kept_row *, h->n);
	struct buf key = { 0 };

	kept_begin(d->kept, (int)h->n);
	for (size_t i = 0; i < h->n; i++) {
		enum listing_kind kind;
		int index = d->list->top + (int)i;

		(void)listing_at(d->listing, index, &kind);
		buf_clear(&key);
		headline_key(&key, h->rows[i], kind, is_marked(d, h, i), &h->today);
		kept[i] = kept_row(d->kept, index, buf_str(&key));
	}
	buf_free(&key);
	h->kept = kept;
}

static void
find_look(const struct headline *h, struct kept *kept, int cols)
{
	struct buf look = { 0 };

	headline_key_look(&look, h, cols);
	kept_look(kept, buf_str(&look));
	buf_free(&look);
}

static void
draw_row(struct screen *s, struct screen_box box, const struct listing_drawn *d, const struct headline *h, size_t i)
{
	enum listing_kind kind;

	if (h->kept && kept_put(d->kept, h->kept[i], s, box.row, box.col, h->rows[i]->link))
		return;
	(void)listing_at(d->listing, d->list->top + (int)i, &kind);
	headline_draw(s, box, h, i, kind, is_marked(d, h, i));
	if (h->kept)
		kept_take(d->kept, h->kept[i], s, box);
}

void
listing_draw(struct screen *s, struct screen_box box, const struct listing_drawn *d, bool has_focus)
{
	const struct list *list = d->list;
	int lines = list->lines, rows_shown = box.rows / lines;
	struct headline h = { .format = d->format, .today = date_list_today(clock_now()), .match = d->filter->match.n ? &d->filter->match : NULL };
	struct arena a = { 0 };

	find_rows(&h, &a, d, list->n - list->top < rows_shown ? list->n - list->top : rows_shown);
	if (!h.match)
		find_kept(&h, &a, d);
	headline_columns(&h, &a, box.cols);
	if (!h.match)
		find_look(&h, d->kept, box.cols);
	for (size_t i = 0; i < h.n; i++) {
		struct screen_box row = { box.row + (int)i * lines, box.col, 1, box.cols };

		draw_row(s, row, d, &h, i);
		if (lines > 1)
			draw_snippet(s, row, snippets_find(&d->filter->snippets, h.rows[i]));
		for (int line = 0; line < lines && list->top + (int)i == list->at; line++)
			screen_add_style(s, row.row + line, row.col, row.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	arena_free(&a);
}
