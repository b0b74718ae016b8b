/*
 * Headings with no mark at all: short lines before text. The weakest evidence,
 * used where there is no better.
 */
#ifndef HTML_OUTLINE_PLAIN_H
#define HTML_OUTLINE_PLAIN_H

#include "html/outline_line.h"

/* Marks short lines as headings. The other steps have run. */
void outline_plain_find(struct arena *a, struct outline_text *text);

#endif
