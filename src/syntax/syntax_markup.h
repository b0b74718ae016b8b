/*
 * HTML and XML: tags, attributes, comments, and the scripts and styles inside.
 */
#ifndef SYNTAX_SYNTAX_MARKUP_H
#define SYNTAX_SYNTAX_MARKUP_H

#include "syntax/syntax.h"

/* Moves s->at, which is before the end of the text, over the next piece; returns what it is. */
enum syntax_role syntax_markup_step(struct syntax_scan *s);

#endif
