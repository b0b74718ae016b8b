/*
 * A picture scaled while its rows come: every pixel counts by the area it
 * takes in the new one. What shines through is white, as on a page.
 */
#ifndef IMAGE_IMAGE_SCALE_H
#define IMAGE_IMAGE_SCALE_H

#include <stdint.h>

/* The owner frees pixels with image_scale_free(). */
struct image_scale {
	int from_width, from_height, width, height;
	int taken, made;      /* rows that have come, that are ready */
	int filled;           /* parts of the row in the making, of from_height */
	uint64_t *sums;       /* of that row: 3 a pixel */
	uint64_t *across;     /* the row that came last, scaled across */
	unsigned char *pixels; /* red, green, blue; white where none came */
};

/* Sizes are at least 1. */
void image_scale_init(struct image_scale *s, int from_width, int from_height, int width, int height);

/* The next row from the top: red, green, blue, alpha. Rows beyond from_height are dropped. */
void image_scale_row(struct image_scale *s, const unsigned char *rgba);

void image_scale_free(struct image_scale *s);

#endif
