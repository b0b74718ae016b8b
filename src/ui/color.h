/*
 * Colours of pictures on terminals that have a palette.
 */
#ifndef UI_COLOR_H
#define UI_COLOR_H

#include <stdint.h>

/* The colour of a palette of 256, 16 or 8 that is nearest to red, green and blue of 8 bits each; of the first 16 what xterm makes them. */
short color_nearest(uint32_t rgb, int colors);

#endif
