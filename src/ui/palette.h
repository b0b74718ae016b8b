/*
 * Up to 256 colours for a picture, by median cut.
 */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

#include <stdint.h>

enum { PALETTE_COLORS = 256, PALETTE_BINS = 1 << 15 };

struct palette {
	int n;
	unsigned char colors[PALETTE_COLORS][3];
	unsigned char of_bin[PALETTE_BINS]; /* the colour of what is alike in five bits of each of the three */
};

void palette_make(struct palette *p, const unsigned char *rgb, int stride, int width, int height);

/* The number of the colour for a pixel of the picture. */
int palette_find(const struct palette *p, const unsigned char *rgb);

#endif
