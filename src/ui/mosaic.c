#include "ui/mosaic.h"

#include <stdbool.h>

#include "text/width.h"

enum { PIXELS = 4, HALVES = 8 };

/* By the pixels that are in front: 1 the upper left one, 2 the upper right, 4 and 8 those below. What is in front may as well be behind. */
static const struct {
	const char *glyph;
	int32_t cp;
} shapes[HALVES] = {
	{ " ", ' ' }, { "▘", 0x2598 }, { "▝", 0x259d }, { "▀", 0x2580 }, { "▖", 0x2596 }, { "▌", 0x258c }, { "▞", 0x259e }, { "▛", 0x259b },
};

/* The colours of the pixels in a mask, summed, and how far they are from their mean. */
struct group {
	int n, sums[3];
	int spread;
};

static struct group
group_of(const unsigned char *pixels[PIXELS], int mask)
{
	struct group g = { 0 };

	for (int c = 0; c < 3; c++) {
		int squares = 0, n = 0;

		for (int i = 0; i < PIXELS; i++) {
			int value = mask >> i & 1 ? pixels[i][c] : 0;

			n += mask >> i & 1;
			g.sums[c] += value;
			squares += value * value;
		}
		g.n = n;
		g.spread += n ? squares - g.sums[c] * g.sums[c] / n : 0;
	}
	return g;
}

static uint32_t
mean(const struct group *g)
{
	uint32_t rgb = 0;

	for (int c = 0; c < 3; c++)
		rgb = rgb << 8 | (g->n ? (uint32_t)((g->sums[c] + g->n / 2) / g->n) : 0);
	return rgb;
}

struct mosaic_tile
mosaic_tile(const unsigned char *rgb, int stride)
{
	const unsigned char *pixels[PIXELS] = { rgb, rgb + 3, rgb + stride, rgb + stride + 3 };
	struct mosaic_tile best = { 0 };
	int least = -1;

	for (int mask = 0; mask < HALVES; mask++) {
		struct group front = group_of(pixels, mask), behind = group_of(pixels, ~mask & 0xf);
		int spread = front.spread + behind.spread;

		if (least >= 0 && spread >= least)
			continue;
		if (width_char(shapes[mask].cp) != 1)
			continue;
		least = spread;
		best = (struct mosaic_tile){ shapes[mask].glyph, mean(&front), mean(&behind) };
	}
	if (*best.glyph == ' ')
		best.fg = best.bg;
	return best;
}
