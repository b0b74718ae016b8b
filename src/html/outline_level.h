/*
 * The depth of headings.
 */
#ifndef HTML_OUTLINE_LEVEL_H
#define HTML_OUTLINE_LEVEL_H

#include "html/outline_line.h"

/* heads are the n lines that are headings, in order, of n_series series; levels gets the depth of each, 1 for the outermost, without gaps. */
void outline_level_find(struct arena *a, struct outline_line *const heads[], size_t n, size_t n_series, int levels[]);

#endif
