#include "ui/listing_draw.h"

#include "base/clock.h"
#include "ui/headline.h"
#include "ui/theme.h"

void
listing_draw(struct screen *s, struct screen_box box, const struct row_format *format, const struct listing *l,
	const struct list *list, const struct marking *marking, bool has_focus)
{
	int n = list->n - list->top < box.rows ? list->n - list->top : box.rows, found = 0;
	const struct posts_row **rows;
	struct arena a = { 0 };
	struct headline h;

	rows = arena_new(&a, const struct posts_row *, (size_t)n);
	while (found < n && (rows[found] = listing_at(l, list->top + found, NULL)))
		found++;
	h = headline_columns(format, rows, (size_t)found, box.cols, clock_now());
	for (int i = 0; i < found; i++) {
		struct screen_box row = { box.row + i, box.col, 1, box.cols };
		enum listing_kind kind;

		(void)listing_at(l, list->top + i, &kind);
		headline_draw(s, row, &h, rows[i], kind, marking_has(marking, rows[i], list->top + i, list->at));
		if (list->top + i == list->at)
			screen_add_style(s, row.row, row.col, row.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	arena_free(&a);
}
