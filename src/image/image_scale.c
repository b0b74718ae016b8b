#include "image/image_scale.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { WHITE = 0xff };

void
image_scale_init(struct image_scale *s, int from_width, int from_height, int width, int height)
{
	size_t row = (size_t)width * 3;

	*s = (struct image_scale){ .from_width = from_width, .from_height = from_height, .width = width, .height = height };
	s->sums = mem_zalloc(row, sizeof *s->sums);
	s->across = mem_zalloc(row, sizeof *s->across);
	s->pixels = mem_alloc(row * (size_t)height);
	memset(s->pixels, WHITE, row * (size_t)height);
}

/* A pixel as it looks before white. */
static void
flatten(const unsigned char *rgba, unsigned ret[3])
{
	for (int i = 0; i < 3; i++)
		ret[i] = ((unsigned)rgba[i] * rgba[3] + WHITE * (WHITE - (unsigned)rgba[3]) + WHITE / 2) / WHITE;
}

/* Of each old pixel width parts are given out, each new one takes from_width of them. */
static void
scale_across(struct image_scale *s, const unsigned char *rgba)
{
	uint64_t *to = s->across;
	int filled = 0;

	memset(to, 0, (size_t)s->width * 3 * sizeof *to);
	for (int x = 0; x < s->from_width; x++, rgba += 4) {
		unsigned colors[3];

		flatten(rgba, colors);
		for (int left = s->width; left > 0;) {
			int part = left < s->from_width - filled ? left : s->from_width - filled;

			for (int i = 0; i < 3; i++)
				to[i] += (uint64_t)colors[i] * (unsigned)part;
			left -= part;
			filled += part;
			if (filled == s->from_width) {
				to += 3;
				filled = 0;
			}
		}
	}
}

static void
end_row(struct image_scale *s)
{
	size_t n = (size_t)s->width * 3;
	uint64_t whole = (uint64_t)s->from_width * (uint64_t)s->from_height;
	unsigned char *to = s->pixels + n * (size_t)s->made++;

	for (size_t i = 0; i < n; i++)
		to[i] = (unsigned char)((s->sums[i] + whole / 2) / whole);
	memset(s->sums, 0, n * sizeof *s->sums);
	s->filled = 0;
}

void
image_scale_row(struct image_scale *s, const unsigned char *rgba)
{
	size_t n = (size_t)s->width * 3;

	if (s->taken >= s->from_height)
		return;
	s->taken++;
	scale_across(s, rgba);
	for (int left = s->height; left > 0;) {
		int part = left < s->from_height - s->filled ? left : s->from_height - s->filled;

		for (size_t i = 0; i < n; i++)
			s->sums[i] += s->across[i] * (unsigned)part;
		left -= part;
		s->filled += part;
		if (s->filled == s->from_height)
			end_row(s);
	}
}

void
image_scale_free(struct image_scale *s)
{
	free(s->sums);
	free(s->across);
	free(s->pixels);
	*s = (struct image_scale){ 0 };
}
