/*
 * Where in a text the words of a query stand, by the same rules as the search
 * index: for the marks in titles and snippets, which are made of the text as
 * it is shown.
 */
#ifndef TEXT_FIND_MATCH_H
#define TEXT_FIND_MATCH_H

#include <stdint.h>

#include "text/find_term.h"

/* Parts of a post: bits. */
enum {
	FIND_MATCH_TITLE = 1 << 0,
	FIND_MATCH_AUTHOR = 1 << 1,
	FIND_MATCH_SECTION = 1 << 2,
	FIND_MATCH_BODY = 1 << 3,
	FIND_MATCH_ALL = 15,
};

struct find_match_word;

/* What is looked for. Zero-initialise; everything is in the arena that is given to each. */
struct find_match {
	struct find_match_word *words;
	size_t n; /* terms added */
};

/* Bytes [from, to) of a text, on the boundaries of characters. */
struct find_match_span {
	size_t from, to;
	size_t term; /* which was found, from 0; of spans that were joined that of the first */
};

/* Adds a term that is looked for in these parts; 0: in all. */
void find_match_add(struct arena *a, struct find_match *match, const struct find_term *term, unsigned parts);

/* All places of a text that is one of these parts, in order, those that overlap joined. Returns how many. */
size_t find_match_spans(struct arena *a, const struct find_match *match, struct str text, unsigned part,
	struct find_match_span **ret);

#endif
