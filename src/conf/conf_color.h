/*
 * Colours of the config file.
 */
#ifndef CONF_CONF_COLOR_H
#define CONF_CONF_COLOR_H

#include <stdbool.h>

#include "base/str.h"

/*
 * A colour as a number of the terminal's palette: one of the eight and grey by
 * name (English or Korean, "bright-" before one of the eight), 0 to 255, or
 * #rrggbb, which becomes the nearest of the 256. False when it is none.
 */
bool conf_color(struct str text, int *ret);

#endif
