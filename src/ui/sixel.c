#include "ui/sixel.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ui/palette.h"

enum { BAND = 6, FIRST = '?', SHORT_RUN = 3 };

static int
percent(unsigned char value)
{
	return (value * 100 + 127) / 255;
}

/* A run of one pattern: "!n" before it where that is shorter. */
static void
add_run(struct buf *out, int pattern, int n)
{
	if (n > SHORT_RUN)
		(void)buf_printf(out, "!%d%c", n, FIRST + pattern);
	else
		(void)buf_fill(out, (char)(FIRST + pattern), (size_t)n);
}

/* The pixels of one colour in a band: six rows are one pattern. */
static void
add_color(struct buf *out, const unsigned char *numbers, int width, int rows, int color)
{
	int last = 0, run = 0;

	(void)buf_printf(out, "#%d", color);
	for (int x = 0; x < width; x++) {
		int pattern = 0;

		for (int y = 0; y < rows; y++)
			pattern |= (numbers[y * width + x] == color) << y;
		if (run && pattern != last) {
			add_run(out, last, run);
			run = 0;
		}
		last = pattern;
		run++;
	}
	if (last)
		add_run(out, last, run);
}

static void
add_band(struct buf *out, const unsigned char *numbers, int width, int rows)
{
	bool is_used[PALETTE_COLORS] = { false };
	bool is_first = true;

	for (int i = 0; i < width * rows; i++)
		is_used[numbers[i]] = true;
	for (int color = 0; color < PALETTE_COLORS; color++) {
		if (!is_used[color])
			continue;
		if (!is_first)
			(void)buf_putc(out, '$');
		add_color(out, numbers, width, rows, color);
		is_first = false;
	}
	(void)buf_putc(out, '-');
}

void
sixel_add(struct buf *out, const unsigned char *rgb, int stride, int width, int height)
{
	struct palette *p = mem_alloc(sizeof *p);
	unsigned char *numbers = mem_alloc((size_t)width * BAND);

	palette_make(p, rgb, stride, width, height);
	(void)buf_printf(out, "\033P0;1;0q\"1;1;%d;%d", width, height);
	for (int i = 0; i < p->n; i++)
		(void)buf_printf(out, "#%d;2;%d;%d;%d", i, percent(p->colors[i][0]), percent(p->colors[i][1]), percent(p->colors[i][2]));
	for (int y = 0; y < height; y += BAND) {
		int rows = height - y < BAND ? height - y : BAND;

		for (int i = 0; i < rows * width; i++)
			numbers[i] = (unsigned char)palette_find(p, rgb + (size_t)(y + i / width) * (size_t)stride + (size_t)(i % width) * 3);
		add_band(out, numbers, width, rows);
	}
	(void)buf_puts(out, "\033\\");
	free(numbers);
	free(p);
}
