/*
 * Numbered lines: which belong together, and whether they are headings or a
 * list.
 */
#ifndef HTML_OUTLINE_SERIES_H
#define HTML_OUTLINE_SERIES_H

#include "html/outline_line.h"

/* Marks the lines that are numbered headings. */
void outline_series_find(struct outline_text *text);

#endif
