/*
 * Footnotes as lists.
 */
#ifndef HTML_TIDY_ENDNOTE_LIST_H
#define HTML_TIDY_ENDNOTE_LIST_H

#include "html/draft.h"

/*
 * Makes items of an ol of the lines that are notes, where they are none yet, with the numbers by which
 * they are named; the same number at the start of their text goes.
 */
void tidy_endnote_list(struct draft *parts);

#endif
