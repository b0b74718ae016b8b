/*
 * How large a picture becomes among the cells of a terminal.
 */
#ifndef IMAGE_IMAGE_FIT_H
#define IMAGE_IMAGE_FIT_H

#include <stdbool.h>

/* What the reader wants. All are 1 or more. */
struct image_want {
	int cols, rows;               /* of the terminal's cells, at most */
	int cell_width, cell_height;  /* pixels of the terminal in a cell */
	int parts_across, parts_down; /* pixels that are wanted of each cell; 0: those of the terminal */
};

struct image_fit {
	int width, height; /* of the pixels that are made */
	int cols, rows;    /* of the cells that they take */
};

/* A picture becomes as large as it is, or as it fits; its shape stays. */
struct image_fit image_fit(int width, int height, const struct image_want *want);

/* Whether a wish is one that may be made, and no more pixels than we hold come of it. */
bool image_fit_is_sound(const struct image_want *want);

#endif
