/*
 * Code blocks: their text without line numbers, and their language.
 */
#ifndef HTML_TIDY_CODE_H
#define HTML_TIDY_CODE_H

#include "base/arena.h"
#include "base/buf.h"
#include "html/dom.h"

/* Appends the lines of the code in node. */
void tidy_code_text(struct buf *out, const struct dom_node *node);

/* The part of a table of line numbers and lines that holds the lines; node where it has no such form. */
const struct dom_node *tidy_code_in_table(const struct dom_node *node);

/* What highlighters and editors note: "java", "c++"; empty when nothing is said. */
struct str tidy_code_language(struct arena *a, const struct dom_node *node);

#endif
