/*
 * Colours of a terminal: numbers of its palette of 256, or red, green and blue.
 * The first sixteen of a palette are the user's own; what they are elsewhere is
 * what xterm has.
 */
#ifndef TEXT_COLOR_H
#define TEXT_COLOR_H

#include <stdbool.h>

#include "base/str.h"

enum {
	COLOR_DEFAULT = -1,  /* the terminal's own */
	COLOR_RGB = 1 << 24, /* COLOR_RGB | 0xrrggbb; smaller ones are numbers of the palette */
};

/*
 * Reads a colour: "default", one of the eight and grey by name (English or
 * Korean, "bright-" before one of the eight), 0 to 255, or #rrggbb. False when
 * it is none.
 */
bool color_parse(struct str text, int *ret);

/* The i-th name of a colour, and of what letters are beside it ("bold"); NULL behind the last. */
const char *color_name(size_t i, bool is_korean);
const char *color_attr_name(size_t i);

/* The bits of enum color_attr by such a name, 0 for "plain". False when it is none. */
bool color_attr_parse(struct str text, unsigned *ret);

/* The nearest that a palette of 256 has, never one of the user's sixteen for a COLOR_RGB; others as they are. */
int color_of_256(int color);

/* The nearest of the sixteen. */
int color_of_16(int color);

/* 0xrrggbb; black for COLOR_DEFAULT. */
int color_to_rgb(int color);

#endif
