#include "ui/tag_paint.h"

#include "text/tag.h"
#include "ui/theme.h"

int
tag_paint_color(const struct ui_tag *tags, size_t n, struct str name)
{
	struct buf folded = { 0 };
	struct str key;
	int color = -1;

	tag_key(&folded, name);
	for (key = buf_str(&folded); key.n && color < 0; key = tag_parent(key))
		for (size_t i = 0; i < n && color < 0; i++)
			if (str_eq(tags[i].key, key))
				color = tags[i].color;
	buf_free(&folded);
	return color;
}

static bool
is_of_tag(struct screen *s, int row, int col)
{
	const struct screen_cell *cell = screen_at(s, row, col);

	return (cell->style & THEME_ROLE_MASK) == THEME_TAG && (cell->n || !cell->cols);
}

/* The word that begins there, as far as it is in the colour of tags; returns the column behind it. */
static int
take_word(struct screen *s, int row, int col, struct buf *word)
{
	buf_clear(word);
	for (; col < s->cols && is_of_tag(s, row, col); col++) {
		const struct screen_cell *cell = screen_at(s, row, col);

		if (cell->cols && str_is(screen_cluster(s, cell), " "))
			break;
		if (cell->cols)
			(void)buf_add(word, screen_cluster(s, cell));
	}
	return col;
}

static void
paint_row(struct screen *s, int row, const struct ui_tag *tags, size_t n)
{
	struct buf word = { 0 };

	for (int col = 0; col < s->cols;) {
		int end = take_word(s, row, col, &word), color = -1;

		if (word.n > 1 && *word.p == '#')
			color = tag_paint_color(tags, n, str_sub(buf_str(&word), 1, word.n));
		if (color >= 0)
			screen_add_style(s, row, col, end - col, THEME_COLOR(color));
		col = end > col ? end : col + 1;
	}
	buf_free(&word);
}

void
tag_paint(struct screen *s, const struct ui_tag *tags, size_t n)
{
	for (int row = 0; row < s->rows && n; row++)
		paint_row(s, row, tags, n);
}
