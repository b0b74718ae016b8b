#include "ui/paragraph.h"

#include "text/clean.h"
#include "text/wrap.h"

/* The text cleaned, in the arena, and its lines. */
static size_t
break_text(struct arena *a, struct str text, int cols, struct str *clean, struct wrap_line **lines)
{
	const struct wrap_opts opts = { .cols = cols < 2 ? 2 : cols };
	struct buf out = { 0 };

	clean_line(&out, text);
	*clean = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return wrap_text(a, *clean, &opts, lines);
}

int
paragraph_rows(struct str text, int cols)
{
	struct arena a = { 0 };
	struct wrap_line *lines;
	struct str clean;
	size_t n = break_text(&a, text, cols, &clean, &lines);

	arena_free(&a);
	return (int)n;
}

int
paragraph_end(struct str text, int cols)
{
	struct arena a = { 0 };
	struct wrap_line *lines;
	struct str clean;
	size_t n = break_text(&a, text, cols, &clean, &lines);
	int end = lines[n - 1].cols;

	arena_free(&a);
	return end;
}

int
paragraph_draw(struct screen *s, struct screen_box box, unsigned style, struct str text)
{
	struct arena a = { 0 };
	struct buf shown = { 0 };
	struct wrap_line *lines;
	struct str clean;
	int n = (int)break_text(&a, text, box.cols, &clean, &lines), rows = n < box.rows ? n : box.rows;

	for (int i = 0; i < rows; i++) {
		size_t end = i + 1 < rows || rows == n ? lines[i].at + lines[i].n : clean.n;

		buf_clear(&shown);
		wrap_show(&shown, str_sub(clean, lines[i].at, end));
		screen_fit(s, box.row + i, box.col, box.cols, style, buf_str(&shown));
	}
	buf_free(&shown);
	arena_free(&a);
	return rows;
}
