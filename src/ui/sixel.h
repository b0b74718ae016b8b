/*
 * Sixels (DEC STD 070): a picture as one control string, in up to 256 colours
 * chosen for it.
 */
#ifndef UI_SIXEL_H
#define UI_SIXEL_H

#include "base/buf.h"

/* Appends width x height pixels of red, green and blue; a row below is stride bytes on. */
void sixel_add(struct buf *out, const unsigned char *rgb, int stride, int width, int height);

#endif
