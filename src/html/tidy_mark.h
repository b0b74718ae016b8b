/*
 * Markdown that its author's editor left in the text.
 */
#ifndef HTML_TIDY_MARK_H
#define HTML_TIDY_MARK_H

#include "html/draft.h"

/*
 * Turns "**bold**", "`code`", "## heading" (a hint) and "---" into what they
 * stand for, in all lines; no "**" that is markup stays.
 */
void tidy_mark(struct draft *parts);

#endif
