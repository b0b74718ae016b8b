/*
 * Tables of Markdown: lines with "|" between cells.
 */
#ifndef HTML_TIDY_PIPE_H
#define HTML_TIDY_PIPE_H

#include "html/draft.h"

/* Adds the table that begins with line i of parts to the list of out; one past its last line, or i for none. */
size_t tidy_pipe_take(struct draft *parts, size_t i, struct draft *out);

#endif
