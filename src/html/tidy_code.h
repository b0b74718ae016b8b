/*
 * Code blocks: their text without line numbers, in the many forms that
 * editors and highlighters give them.
 */
#ifndef HTML_TIDY_CODE_H
#define HTML_TIDY_CODE_H

#include "base/buf.h"
#include "html/dom.h"

/* Appends the lines of the code in node. */
void tidy_code_text(struct buf *out, const struct dom_node *node);

/* The part of a table of line numbers and lines that holds the lines; node where it has no such form. */
const struct dom_node *tidy_code_in_table(const struct dom_node *node);

/* Whether a table is such a one by what is in it: one row, of numbers from one to the next and of code. */
bool tidy_code_is_table(const struct dom_node *table);

/* Whether a code element is a block of lines: alone where it stands, and with line ends in it. */
bool tidy_code_has_lines(const struct dom_node *code);

/* Whether a p or div is code: several lines, in a monospaced font or a class that says so, and full of signs. */
bool tidy_code_is_box(const struct dom_node *box);

#endif
