/*
 * Pictures by block elements: four pixels a cell, in two colours.
 */
#ifndef UI_MOSAIC_H
#define UI_MOSAIC_H

#include <stdint.h>

enum { MOSAIC_ACROSS = 2, MOSAIC_DOWN = 2 }; /* pixels of a cell */

struct mosaic_tile {
	const char *glyph;
	uint32_t fg, bg; /* 0xrrggbb */
};

/* The tile that is nearest to the cell whose upper left pixel is at rgb; a row below is stride bytes on. Only glyphs of one column. */
struct mosaic_tile mosaic_tile(const unsigned char *rgb, int stride);

#endif
