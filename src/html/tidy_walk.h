/*
 * From the tree of foreign HTML to lines, pictures and boxes.
 */
#ifndef HTML_TIDY_WALK_H
#define HTML_TIDY_WALK_H

#include "html/draft.h"
#include "html/tidy_endnote.h"

/* Adds root and what is below it, but for what is dropped, to parts; links are resolved against base; notes are those found in it. */
void tidy_walk(struct draft *parts, const struct dom_node *root, struct str base, const struct tidy_endnotes *notes);

#endif
