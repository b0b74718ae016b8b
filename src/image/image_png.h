/*
 * PNG by libpng: any depth and colours, interlaced ones too; of an animated one
 * the first picture.
 */
#ifndef IMAGE_IMAGE_PNG_H
#define IMAGE_IMAGE_PNG_H

#include "image/image_out.h"

_Noreturn void image_png(struct image_out *o, struct str bytes);

#endif
