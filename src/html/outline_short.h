/*
 * How much a short line without any mark looks like a heading: signs in its
 * words and around it, each with a weight.
 */
#ifndef HTML_OUTLINE_SHORT_H
#define HTML_OUTLINE_SHORT_H

#include "html/outline_line.h"

/* The shape of an article's paragraphs, by which one line is judged. */
struct outline_shape {
	int share;   /* of its paragraphs that could be headings, in percent */
	int average; /* cells of the others */
};

void outline_short_shape(const struct outline_text *text, struct outline_shape *ret);

/* Whether the line could be a heading by itself at all. */
bool outline_short_may(const struct outline_text *text, size_t i);

/* More than 0: it rather is a heading than not. Only for a line that may be one. */
int outline_short_score(const struct outline_text *text, size_t i, const struct outline_shape *shape);

#endif
