/*
 * A picture on its way out of sosik-image: readers of each kind hand in its
 * size and its rows. Who cannot go on ends the program here, and what has come
 * is shown: libraries that must not be returned to need no jump.
 */
#ifndef IMAGE_IMAGE_OUT_H
#define IMAGE_IMAGE_OUT_H

#include "image/image_scale.h"
#include "image/image_wire.h"

struct image_out {
	struct image_want want;
	struct image_wire head;
	int orientation;    /* Exif, 1 to 8; set before image_out_size() */
	bool is_begun, is_cut;
	struct image_scale scale;
};

/* The size of the picture as it is stored. Too many pixels end it here. Returns the size that is made of it, before it is turned. */
struct image_fit image_out_size(struct image_out *o, int64_t width, int64_t height);

/* Rows of this size follow, of the whole picture, as a library may have made them smaller already. */
void image_out_begin(struct image_out *o, int width, int height);
void image_out_row(struct image_out *o, const unsigned char *rgba);

/* Writes the picture, or what there is of it, or why there is none, and ends the program. */
_Noreturn void image_out_end(struct image_out *o, enum image_problem problem);

#endif
