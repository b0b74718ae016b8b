/*
 * A line that a reader typed, in the text of an article: all places, for the
 * marks of a search within it.
 */
#ifndef TEXT_FIND_TEXT_H
#define TEXT_FIND_TEXT_H

#include "base/arena.h"

/* The ways to look, of which the first counts that finds anything. */
enum find_text_way {
	FIND_TEXT_AS_IT_IS, /* whatever the case */
	FIND_TEXT_LOOSELY,  /* written together or apart, by initials (ㅇㄱㅈㄴ), its last syllable without a final (text/hangul.h) */
	FIND_TEXT_BY_WORDS, /* each word as the search index has it; all must be there */
	FIND_TEXT_LAYOUT,   /* as typed with the other layout of the keyboard */
	FIND_TEXT_STEM,     /* without the particle at its end */
	FIND_TEXT_WAYS,     /* none */
};

/* Bytes [from, to) of the text. */
struct find_text_span {
	size_t from, to;
};

struct find_text {
	struct find_text_span *spans; /* in order; none goes beyond a line */
	size_t n;
	enum find_text_way way;
	struct str other; /* FIND_TEXT_LAYOUT, FIND_TEXT_STEM: what was looked for instead */
};

/* text is lines of valid UTF-8, wanted one of them. Everything is in the arena. */
void find_text(struct arena *a, struct str text, struct str wanted, struct find_text *ret);

#endif
