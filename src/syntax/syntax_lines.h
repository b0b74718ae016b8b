/*
 * Text of which each line is something by itself: what a terminal showed, and
 * what diff printed.
 */
#ifndef SYNTAX_SYNTAX_LINES_H
#define SYNTAX_SYNTAX_LINES_H

#include "syntax/syntax.h"

/* Move s->at, which is before the end of the text, over the next piece; return what it is. */
enum syntax_role syntax_lines_console(struct syntax_scan *s);
enum syntax_role syntax_lines_diff(struct syntax_scan *s);

/* What the prompt at the begin of the first line that is not blank asks for; NULL where there is none. */
const struct syntax_lang *syntax_lines_prompt(struct str text);

#endif
