/*
 * How a camera was held, as Exif 2.32 has it (tag 0x0112).
 */
#ifndef IMAGE_IMAGE_EXIF_H
#define IMAGE_IMAGE_EXIF_H

#include "base/str.h"

/* The orientation that an Exif block ("Exif" and a TIFF file, or only that) tells: 1 to 8, 1 where it tells none. */
int image_exif_orientation(struct str block);

#endif
