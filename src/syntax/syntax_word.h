/*
 * Words, keys and numbers in code. before is the last byte in front of s->at
 * that is no blank, "\n" at the start of a line.
 */
#ifndef SYNTAX_SYNTAX_WORD_H
#define SYNTAX_SYNTAX_WORD_H

#include "syntax/syntax.h"

/* Moves s->at, where a word or number begins, over it. */
enum syntax_role syntax_word_take(struct syntax_scan *s, char before);

/* Whether what ends at s->at is a key; before is that of its begin. */
bool syntax_word_is_key(const struct syntax_scan *s, char before);

/* In CSS "a:hover {" is no key, "color: red" is one: no "{" comes before the declaration or line ends. */
bool syntax_word_is_in_rule(const struct syntax_scan *s);

#endif
