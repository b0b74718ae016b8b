/*
 * Lists that were written as lines.
 */
#ifndef HTML_TIDY_BULLET_H
#define HTML_TIDY_BULLET_H

#include "html/draft.h"

/*
 * Makes an ul of neighbouring lines that begin with "• ", "- ", "* " or the
 * like. Numbered lines stay lines: whether they are headings is seen later.
 */
void tidy_bullet(struct draft *parts);

#endif
