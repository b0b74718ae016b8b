/*
 * GIF (87a, 89a): the first picture, on the whole screen that the file has.
 */
#ifndef IMAGE_IMAGE_GIF_H
#define IMAGE_IMAGE_GIF_H

#include "image/image_out.h"

_Noreturn void image_gif(struct image_out *o, struct str bytes);

#endif
