/*
 * Colours on standard output.
 */
#ifndef CMD_CMD_COLOR_H
#define CMD_CMD_COLOR_H

#include <stdbool.h>

#include "base/buf.h"

/* Whether they are wanted, as the reader decides it (https://no-color.org). */
bool cmd_color_on(void);

/* Appends the text, cleaned and whole as a name is to be typed again, in a colour of the terminal's palette; -1, or where none are wanted: as it is. For say_raw(). */
void cmd_color_put(struct buf *out, int color, struct str text);

#endif
