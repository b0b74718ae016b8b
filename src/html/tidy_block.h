/*
 * Blocks of Markdown that its author's editor left in the text.
 */
#ifndef HTML_TIDY_BLOCK_H
#define HTML_TIDY_BLOCK_H

#include "html/draft.h"

/*
 * Turns lines between fences into code, those with "|" under a row of dashes into tables, those between lines of "$$"
 * into formulas and, where the text is Markdown, those behind ">" into quotes. True when it is: when it has a heading,
 * fence, link or bold text of Markdown.
 */
bool tidy_block(struct draft *parts);

#endif
