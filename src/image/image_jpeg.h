/*
 * JPEG by libjpeg-turbo: made smaller while it is decoded, CMYK too, upright as
 * Exif has it.
 */
#ifndef IMAGE_IMAGE_JPEG_H
#define IMAGE_IMAGE_JPEG_H

#include "image/image_out.h"

_Noreturn void image_jpeg(struct image_out *o, struct str bytes);

#endif
