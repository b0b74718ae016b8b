/*
 * The language of code that nobody has named, or that was named wrongly.
 */
#ifndef SYNTAX_SYNTAX_GUESS_H
#define SYNTAX_SYNTAX_GUESS_H

#include "syntax/syntax_lang.h"

struct syntax_guess {
	const struct syntax_lang *lang; /* NULL: too little speaks for any */
	bool is_sure;                   /* enough does to name it */
};

/*
 * What the beginning of the text looks like. named is what its author calls it, NULL for nothing: it
 * stands unless nothing at all speaks for it and much for another.
 */
struct syntax_guess syntax_guess(struct str text, const struct syntax_lang *named);

#endif
