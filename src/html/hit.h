/*
 * Where in an article the words of a query stand: the section, and a line of
 * text around them.
 */
#ifndef HTML_HIT_H
#define HTML_HIT_H

#include "base/buf.h"
#include "html/doc.h"
#include "text/find_match.h"

enum { HIT_LETTERS = 110 }; /* of a snippet: some three lines of a narrow terminal in Korean */

struct hit {
	struct str text; /* one line, "…" where more stands before or behind it */
	struct find_match_span *spans; /* in text */
	size_t n_spans;
	size_t block;    /* that it is from, SIZE_MAX when no word stands in the article: then text is its beginning */
	int section;     /* of the block, index in doc.sections; -1 for none */
};

/* The place that has most of the words; of several the first, but running text before headings. doc has its outline. */
void hit_find(struct arena *a, const struct doc *doc, const struct find_match *match, size_t letters, struct hit *ret);

/* Appends a section as it is called beside a hit: "§ 3. 구현". */
void hit_section(struct buf *out, const struct doc *doc, int section);

#endif
