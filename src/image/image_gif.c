#include "image/image_gif.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"

enum {
	EXTENSION = 0x21, PICTURE = 0x2c, GRAPHIC = 0xf9,
	CODES = 4096, CODE_BITS_MOST = 12, NO_COLOR = 256,
};

/* What is left of the file; reading beyond its end gives noughts. */
struct gif {
	struct image_out *out;
	struct str rest;
	int width, height;             /* of the screen */
	int left, top, columns, rows;  /* of the picture */
	bool is_interlaced, is_short;  /* is_short: it ended too early */
	unsigned clear_color;          /* shines through; NO_COLOR: none does */
	unsigned char colors[256][4];
	unsigned char *pixels;         /* columns x rows, numbers of colours */
	size_t n, most;                /* that have come, that there should be */
};

static unsigned
take_byte(struct gif *g)
{
	unsigned byte = g->rest.n ? (unsigned char)*g->rest.p : 0;

	g->is_short |= !g->rest.n;
	g->rest = str_sub(g->rest, 1, g->rest.n);
	return byte;
}

static int
take_word(struct gif *g)
{
	unsigned low = take_byte(g);

	return (int)(low | take_byte(g) << 8);
}

static void
take_colors(struct gif *g, unsigned flags)
{
	size_t n = flags & 0x80 ? (size_t)2 << (flags & 7) : 0;

	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < 3; k++)
			g->colors[i][k] = (unsigned char)take_byte(g);
		g->colors[i][3] = 0xff;
	}
}

/* Runs of up to 255 bytes, each behind its length; one of none ends them. */
static void
skip_blocks(struct gif *g)
{
	unsigned n;

	while ((n = take_byte(g)))
		g->rest = str_sub(g->rest, n, g->rest.n);
}

static void
take_extension(struct gif *g)
{
	if (take_byte(g) == GRAPHIC && g->rest.n > 5 && (unsigned char)g->rest.p[0] == 4)
		g->clear_color = g->rest.p[1] & 1 ? (unsigned char)g->rest.p[4] : NO_COLOR;
	skip_blocks(g);
}

/* The bits of the codes, out of the runs. */
struct bits {
	struct gif *gif;
	unsigned run, held; /* bytes left of the run; bits held */
	uint32_t value;
	bool is_over;
};

/* -1 at the end. */
static int
take_code(struct bits *b, int n)
{
	uint32_t code;

	while (b->held < (unsigned)n) {
		if (!b->run)
			b->run = b->gif->rest.n ? take_byte(b->gif) : 0;
		b->is_over |= !b->run || !b->gif->rest.n;
		if (b->is_over)
			return -1;
		b->value |= take_byte(b->gif) << b->held;
		b->held += 8;
		b->run--;
	}
	code = b->value & ((1u << n) - 1);
	b->value >>= n;
	b->held -= (unsigned)n;
	return (int)code;
}

/* What each code stands for: that of another one, and a colour behind it. */
struct table {
	int clear, next, bits; /* clear: the code that empties it; next: the one that comes into it; bits: of a code */
	uint16_t before[CODES], length[CODES];
	unsigned char last[CODES], first[CODES];
};

static void
clear_table(struct table *t)
{
	t->next = t->clear + 2;
	t->bits = 1;
	while (1 << t->bits <= t->clear)
		t->bits++;
}

static void
add_code(struct table *t, int before, unsigned char last)
{
	if (t->next == CODES)
		return;
	t->before[t->next] = (uint16_t)before;
	t->length[t->next] = (uint16_t)(t->length[before] + 1);
	t->first[t->next] = t->first[before];
	t->last[t->next++] = last;
	if (t->next == 1 << t->bits && t->bits < CODE_BITS_MOST)
		t->bits++;
}

static void
open_table(struct table *t, int bits)
{
	t->clear = 1 << bits;
	for (int i = 0; i < t->clear; i++) {
		t->length[i] = 1;
		t->first[i] = t->last[i] = (unsigned char)i;
	}
	clear_table(t);
}

/* The pixels of a code; what is more than the picture has is dropped. */
static void
add_pixels(struct gif *g, const struct table *t, int code)
{
	size_t n = t->length[code];

	for (size_t at = g->n + n; at-- > g->n; code = t->before[code])
		if (at < g->most)
			g->pixels[at] = t->last[code];
	g->n += n;
}

/* One code behind another; false for one that cannot stand here. */
static bool
take_next(struct gif *g, struct table *t, int before, int code)
{
	if (before < 0 ? code >= t->clear : code > t->next || (code == t->next && t->next == CODES))
		return false;
	if (before >= 0)
		add_code(t, before, t->first[code < t->next ? code : before]);
	add_pixels(g, t, code);
	return true;
}

static void
take_pixels(struct gif *g, int bits)
{
	struct bits b = { .gif = g };
	struct table *t = mem_zalloc(1, sizeof *t);
	int before = -1, code;

	open_table(t, bits);
	while (g->n < g->most && (code = take_code(&b, t->bits)) >= 0 && code != t->clear + 1) {
		if (code == t->clear) {
			clear_table(t);
			before = -1;
		} else if (take_next(g, t, before, code)) {
			before = code;
		} else {
			break;
		}
	}
	free(t);
}

/* Which of the rows that come is row y of the picture: first every eighth, then those between them. */
static int
place_of(const struct gif *g, int y)
{
	int eighths = (g->rows + 7) / 8, fourths = (g->rows + 3) / 8, halves = (g->rows + 1) / 4;

	if (!g->is_interlaced)
		return y;
	if (y % 8 == 0)
		return y / 8;
	if (y % 8 == 4)
		return eighths + y / 8;
	return y % 4 == 2 ? eighths + fourths + y / 4 : eighths + fourths + halves + y / 2;
}

static void
fill_row(const struct gif *g, int y, unsigned char *row)
{
	size_t from = (size_t)place_of(g, y) * (size_t)g->columns;

	for (int x = 0; x < g->columns && g->left + x < g->width; x++) {
		size_t at = from + (size_t)x;

		if (at < g->n && g->pixels[at] != g->clear_color)
			memcpy(row + 4 * (size_t)(g->left + x), g->colors[g->pixels[at]], 4);
	}
}

static void
add_rows(struct gif *g)
{
	size_t n = (size_t)g->width * 4;
	unsigned char *row = mem_alloc(n);

	image_out_begin(g->out, g->width, g->height);
	for (int y = 0; y < g->height; y++) {
		memset(row, 0, n);
		if (y >= g->top && y - g->top < g->rows)
			fill_row(g, y - g->top, row);
		image_out_row(g->out, row);
	}
}

static _Noreturn void
show_picture(struct gif *g)
{
	unsigned flags, bits;

	g->left = take_word(g);
	g->top = take_word(g);
	g->columns = take_word(g);
	g->rows = take_word(g);
	flags = take_byte(g);
	g->is_interlaced = flags & 0x40;
	take_colors(g, flags);
	bits = take_byte(g);
	if (!g->width || !g->height) {
		g->width = g->left + g->columns;
		g->height = g->top + g->rows;
	}
	(void)image_out_size(g->out, g->width, g->height);
	if (bits < 1 || bits > 8 || g->is_short || !g->columns || !g->rows)
		image_out_end(g->out, IMAGE_BROKEN);
	g->most = (size_t)g->columns * (size_t)g->rows;
	if (g->most > LIMIT_IMAGE_PIXELS)
		image_out_end(g->out, IMAGE_TOO_LARGE);
	g->pixels = mem_zalloc(g->most, 1);
	take_pixels(g, (int)bits);
	if (!g->n)
		image_out_end(g->out, IMAGE_BROKEN);
	add_rows(g);
	image_out_end(g->out, g->n < g->most ? IMAGE_CUT : IMAGE_FINE);
}

void
image_gif(struct image_out *o, struct str bytes)
{
	struct gif g = { .out = o, .rest = str_sub(bytes, 6, bytes.n), .clear_color = NO_COLOR };
	unsigned flags;

	g.width = take_word(&g);
	g.height = take_word(&g);
	flags = take_byte(&g);
	(void)take_word(&g); /* the ground's colour, the shape of pixels: nobody heeds them */
	take_colors(&g, flags);
	while (!g.is_short) {
		unsigned what = take_byte(&g);

		if (what == PICTURE)
			show_picture(&g);
		if (what != EXTENSION)
			break;
		take_extension(&g);
	}
	image_out_end(o, IMAGE_BROKEN);
}
