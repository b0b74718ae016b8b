/*
 * A `color` line: how one role of the reader's screen looks.
 */
#ifndef CONF_CONF_PAINT_H
#define CONF_CONF_PAINT_H

#include "conf/conf_line.h"
#include "text/color_role.h"

/* Reads the rest of a line; false when it has a problem, which has been told. */
bool conf_paint(struct conf_line *line, struct color_paint *ret);

#endif
