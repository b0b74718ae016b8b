/*
 * What a terminal answers to questions of ours, among the bytes of keys: device
 * attributes (ECMA-48 DA1), the size of a cell (XTWINOPS 16), the graphics
 * protocol of kitty, the ground (OSC 11).
 */
#ifndef UI_ANSWERS_H
#define UI_ANSWERS_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/probe.h"

/* The questions, to be written; the attributes are asked for last: all terminals answer that. */
#define ANSWERS_QUESTION "\033_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[16t\033[c"

enum { ANSWERS_MOST = 256 }; /* bytes of one */

/* What is known after an answer; 0 where it says nothing. */
struct answers {
	bool has_kitty, has_sixel, is_over; /* is_over: it was the last one */
	int cell_width, cell_height;        /* pixels */
	enum probe_ground ground;
};

/* Reads a whole control sequence ("ESC [ … X"); false when it is no answer. */
bool answers_take_control(struct str sequence, struct answers *ret);

/* Bytes of a string that begins with s ("ESC _ … ESC \", also of OSC and DCS), 0 when it is not whole; and reads it: false when it is no answer. */
size_t answers_string_length(struct str s);
bool answers_take_string(struct str string, struct answers *ret);

#endif
