/*
 * What people type for a thing: its English name or its Korean one, whatever
 * the language of the reader.
 */
#ifndef UI_TWO_NAMES_H
#define UI_TWO_NAMES_H

#include <stdbool.h>

#include "base/str.h"

struct two_names {
	const char *english, *korean;
};

bool two_names_is(const struct two_names *names, struct str word);

/* The one that the word is a slip of, that of the user's language before the other; NULL for none. *best is how far a word may be off, and how far it is then. */
const char *two_names_near(const struct two_names *names, struct str word, int *best);

#endif
