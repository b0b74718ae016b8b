/*
 * Code of words, strings and comments, by the table of its language.
 */
#ifndef SYNTAX_SYNTAX_SCRIPT_H
#define SYNTAX_SYNTAX_SCRIPT_H

#include "syntax/syntax.h"

/* Begins a stretch in lang up to end. */
void syntax_script_begin(struct syntax_scan *s, const struct syntax_lang *lang, size_t end);

/* Moves s->at over the next piece, of one byte at least and not beyond s->end, which it has not reached; returns what it is. */
enum syntax_role syntax_script_step(struct syntax_scan *s);

#endif
