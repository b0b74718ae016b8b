/*
 * Pictures turned and mirrored by the eight orientations of Exif.
 */
#ifndef IMAGE_IMAGE_TURN_H
#define IMAGE_IMAGE_TURN_H

#include <stdbool.h>

/* Whether width and height change places. */
bool image_turn_is_across(int orientation);

/* Makes of width x height pixels of 3 bytes, as they were stored, what is to be seen; to has room for as many. */
void image_turn(const unsigned char *from, int width, int height, int orientation, unsigned char *to);

#endif
