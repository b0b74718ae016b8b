/*
 * Where the marks of inline Markdown stand in a line.
 */
#ifndef HTML_TIDY_SPAN_H
#define HTML_TIDY_SPAN_H

#include "html/draft.h"

/* Where marks stand in a line, and what changes there. */
struct tidy_mark_at {
	size_t at, n;
	uint16_t on, off;
};

/* Bytes of a line that are code, by markup or between backticks. */
struct tidy_range {
	size_t from, to;
	bool has_ticks;
};

struct tidy_span {
	struct draft *parts;
	vec(struct tidy_mark_at) marks; /* in order */
	vec(struct tidy_range) code; /* in order */
	const struct draft_part *line;
	struct str text;
	size_t strong_end;      /* where the "**" stands that ends the bold text we are in, 0 for none */
	bool has_no_end;        /* no "**" from here on can end bold text */
};

/* Finds the code and the "**" of the line and its text; m->marks and m->code are filled anew. */
void tidy_span_find(struct tidy_span *m, const struct draft_part *line);

/* The same, but all of the line's marks of that kind ("**", "__") only go. */
void tidy_span_drop(struct tidy_span *m, const struct draft_part *line, const char *kind);

void tidy_span_add(struct tidy_span *m, size_t at, size_t n, unsigned on, unsigned off);

#endif
