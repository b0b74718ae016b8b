#include "ui/listing_draw.h"

#include "base/clock.h"
#include "ui/headline.h"
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

void
listing_draw(struct screen *s, struct screen_box box, const struct row_format *format, const struct listing *l,
	const struct list *list, const struct marking *marking, const struct filter *filter, bool has_focus)
{
	int lines = list->lines, rows_shown = box.rows / lines, found = 0;
	int n = list->n - list->top < rows_shown ? list->n - list->top : rows_shown;
	const struct posts_row **rows;
	struct arena a = { 0 };
	struct headline h;

	rows = arena_new(&a, const struct posts_row *, (size_t)n);
	while (found < n && (rows[found] = listing_at(l, list->top + found, NULL)))
		found++;
	h = headline_columns(&a, format, rows, (size_t)found, box.cols, clock_now());
	h.match = filter->match.n ? &filter->match : NULL;
	for (int i = 0; i < found; i++) {
		struct screen_box row = { box.row + i * lines, box.col, 1, box.cols };
		enum listing_kind kind;

		(void)listing_at(l, list->top + i, &kind);
		headline_draw(s, row, &h, (size_t)i, kind, marking_has(marking, rows[i], list->top + i, list->at));
		if (lines > 1)
			draw_snippet(s, row, snippets_find(&filter->snippets, rows[i]));
		for (int line = 0; line < lines && list->top + i == list->at; line++)
			screen_add_style(s, row.row + line, row.col, row.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	arena_free(&a);
}
