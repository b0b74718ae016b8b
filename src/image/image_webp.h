/*
 * WebP by libwebp: made smaller while it is decoded; of an animated one the
 * first picture.
 */
#ifndef IMAGE_IMAGE_WEBP_H
#define IMAGE_IMAGE_WEBP_H

#include "image/image_out.h"

_Noreturn void image_webp(struct image_out *o, struct str bytes);

#endif
