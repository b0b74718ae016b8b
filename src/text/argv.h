/*
 * The words of a command that a user typed: blanks stand between them, quotes
 * ('…', "…") and a backslash keep them together as in a shell. Nothing is
 * expanded, and no shell sees them: a word that is one of its signs (> | && ;)
 * is refused.
 */
#ifndef TEXT_ARGV_H
#define TEXT_ARGV_H

#include "base/arena.h"
#include "base/err.h"

/* At least one word, ended by NULL, in the arena. On -1 *at (may be NULL) is the byte of the line that is wrong. */
int argv_split(struct arena *a, struct str line, const char *const **ret, size_t *at, struct err *err);

/* Whether a word, as it was typed, is one of those signs. */
bool argv_is_sign(struct str typed);

#endif
