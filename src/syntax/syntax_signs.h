/*
 * What shows a language: words and marks that few others have.
 */
#ifndef SYNTAX_SYNTAX_SIGNS_H
#define SYNTAX_SYNTAX_SIGNS_H

#include <stddef.h>

enum { SYNTAX_SIGNS_MAX = 40 };

/*
 * Signs of one weight. "^" stands for the start of a line and its blanks; a sign that begins or ends
 * in a letter is a whole word there.
 */
struct syntax_signs {
	const char *lang; /* its label */
	int weight;
	const char *signs[SYNTAX_SIGNS_MAX]; /* up to the first NULL */
};

/* NULL behind the last ones. Those of one language follow each other. */
const struct syntax_signs *syntax_signs_at(size_t i);

#endif
