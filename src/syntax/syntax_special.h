/*
 * What only some languages have: variables, annotations, directives,
 * expressions between slashes.
 */
#ifndef SYNTAX_SYNTAX_SPECIAL_H
#define SYNTAX_SYNTAX_SPECIAL_H

#include "syntax/syntax.h"

/* Moves s->at over one that begins there and says what it is; before as in syntax_word.h. False: there is none. */
bool syntax_special_take(struct syntax_scan *s, char before, enum syntax_role *role);

#endif
