/*
 * Words as line breaking sees them.
 */
#ifndef TEXT_WRAP_WORD_H
#define TEXT_WRAP_WORD_H

#include "base/str.h"

/* What is never split when it fits on a line: a word with the marks and dashes that stay with it, or a date. */
struct wrap_word {
	size_t at, end; /* bytes */
	int cols;       /* exact up to the limit asked for, more than it beyond */
	bool is_url;
};

/* The word at the byte at, which is no space; its width is counted up to limit. */
struct wrap_word wrap_word_at(struct str text, size_t at, int limit);

/* Where the next word begins at or behind at; text.n when there is none. */
size_t wrap_word_skip(struct str text, size_t at);

#endif
