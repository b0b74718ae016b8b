#include "ui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Pixels that are alike, summed. */
struct bin {
	uint32_t n, sums[3];
	uint16_t number;
};

/* Bins [from, to) of the list. */
struct box {
	int from, to;
	int axis, range; /* the one of the three that differs most, and how far */
	uint64_t n;      /* pixels */
};

static unsigned
number_of(const unsigned char *rgb)
{
	return (unsigned)(rgb[0] >> 3) << 10 | (unsigned)(rgb[1] >> 3) << 5 | (unsigned)(rgb[2] >> 3);
}

static int
value_of(const struct bin *bin, int axis)
{
	return bin->number >> (10 - 5 * axis) & 31;
}

/* Lists the bins that hold pixels; returns how many. */
static int
fill_bins(struct bin *bins, const unsigned char *rgb, int stride, int width, int height)
{
	int n = 0;

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++) {
			const unsigned char *pixel = rgb + (size_t)y * (size_t)stride + (size_t)x * 3;
			struct bin *bin = &bins[number_of(pixel)];

			bin->n++;
			for (int i = 0; i < 3; i++)
				bin->sums[i] += pixel[i];
		}
	for (int i = 0; i < PALETTE_BINS; i++)
		if (bins[i].n) {
			bins[n] = bins[i];
			bins[n++].number = (uint16_t)i;
		}
	return n;
}

static void
measure(struct box *box, const struct bin *bins)
{
	box->range = 0;
	box->n = 0;
	for (int i = box->from; i < box->to; i++)
		box->n += bins[i].n;
	for (int axis = 0; axis < 3; axis++) {
		int least = 31, most = 0;

		for (int i = box->from; i < box->to; i++) {
			int value = value_of(&bins[i], axis);

			least = value < least ? value : least;
			most = value > most ? value : most;
		}
		if (most - least > box->range) {
			box->range = most - least;
			box->axis = axis;
		}
	}
}

/* Puts the bins below a value in front of the others; returns where those begin. */
static int
part(struct bin *bins, const struct box *box, int value)
{
	int at = box->from;

	for (int i = box->from; i < box->to; i++)
		if (value_of(&bins[i], box->axis) < value) {
			struct bin held = bins[i];

			bins[i] = bins[at];
			bins[at++] = held;
		}
	return at;
}

/* The value where half of the pixels are below, and some on each side. */
static int
median(const struct bin *bins, const struct box *box)
{
	uint64_t counts[33] = { 0 }, below = 0;
	int least = 31, value;

	for (int i = box->from; i < box->to; i++) {
		counts[value_of(&bins[i], box->axis)] += bins[i].n;
		least = value_of(&bins[i], box->axis) < least ? value_of(&bins[i], box->axis) : least;
	}
	for (value = least; value < least + box->range; value++) {
		below += counts[value];
		if (below * 2 >= box->n)
			break;
	}
	return value < least + box->range ? value + 1 : least + box->range;
}

/* The box that is worth most to be split; -1 when none can be. */
static int
widest(const struct box *boxes, int n)
{
	int best = -1;

	for (int i = 0; i < n; i++)
		if (boxes[i].range && (best < 0 || boxes[i].n * (uint64_t)boxes[i].range > boxes[best].n * (uint64_t)boxes[best].range))
			best = i;
	return best;
}

static void
take_color(struct palette *p, const struct bin *bins, const struct box *box)
{
	uint64_t sums[3] = { 0 };

	for (int i = box->from; i < box->to; i++) {
		p->of_bin[bins[i].number] = (unsigned char)p->n;
		for (int c = 0; c < 3; c++)
			sums[c] += bins[i].sums[c];
	}
	for (int c = 0; c < 3; c++)
		p->colors[p->n][c] = (unsigned char)((sums[c] + box->n / 2) / box->n);
	p->n++;
}

void
palette_make(struct palette *p, const unsigned char *rgb, int stride, int width, int height)
{
	struct bin *bins = mem_zalloc(PALETTE_BINS, sizeof *bins);
	struct box boxes[PALETTE_COLORS] = { { .to = fill_bins(bins, rgb, stride, width, height) } };
	int n = 1, at;

	measure(&boxes[0], bins);
	while (n < PALETTE_COLORS && (at = widest(boxes, n)) >= 0) {
		struct box *box = &boxes[at];

		boxes[n] = *box;
		boxes[n].from = box->to = part(bins, box, median(bins, box));
		measure(box, bins);
		measure(&boxes[n++], bins);
	}
	memset(p, 0, sizeof *p);
	for (int i = 0; i < n && boxes[i].n; i++)
		take_color(p, bins, &boxes[i]);
	free(bins);
}

int
palette_find(const struct palette *p, const unsigned char *rgb)
{
	return p->of_bin[number_of(rgb)];
}
