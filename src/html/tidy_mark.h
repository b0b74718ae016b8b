/*
 * Markdown that its author's editor left in the text.
 */
#ifndef HTML_TIDY_MARK_H
#define HTML_TIDY_MARK_H

#include "html/draft.h"

/*
 * Turns "**bold**", "`code`", "$formula$", "## heading" (a hint) and "---" into
 * what they stand for, in all lines; no "**" that is markup stays. With
 * is_markdown also links, pictures, "*italics*", "__bold__" and "~~struck~~".
 */
void tidy_mark(struct draft *parts, bool is_markdown);

#endif
