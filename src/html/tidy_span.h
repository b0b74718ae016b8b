/*
 * Where the marks of inline Markdown stand in a line.
 */
#ifndef HTML_TIDY_SPAN_H
#define HTML_TIDY_SPAN_H

#include "html/tidy_range.h"

/* Where marks stand in a line, and what changes there. */
struct tidy_mark_at {
	size_t at, n;
	uint16_t on, off;
	uint32_t link; /* for draft_style: what begins to be linked, 0 for nothing */
	bool ends_link;
};

struct tidy_span {
	struct draft *parts;
	bool is_markdown; /* the text shows that it was written as Markdown: then weaker marks count, too */
	bool has_strong, has_signs; /* somewhere in the article are marks of bold text, or any at all */
	vec(struct tidy_mark_at) marks; /* in order */
	struct tidy_ranges code;
	const struct draft_part *line;
	struct str text;
	size_t strong_end; /* where the "**" stands that ends the bold text we are in, 0 for none */
	bool has_no_end;   /* no "**" from here on can end bold text */
	bool is_left_open; /* stars were taken away that looked like the start of bold text */
	size_t weak_end, weak_n; /* the same for the weak emphasis we are in; bytes of its marks */
	uint16_t weak_style;
};

/* Finds the marks of the line; m->marks and m->code are filled anew. */
void tidy_span_find(struct tidy_span *m, const struct draft_part *line);

/* The same, but all marks of that kind ("**", "__") only go, and of the others those of code alone count. */
void tidy_span_drop(struct tidy_span *m, const struct draft_part *line, const char *kind);

void tidy_span_add(struct tidy_span *m, size_t at, size_t n, unsigned on, unsigned off);

#endif
