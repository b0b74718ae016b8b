/*
 * What is done to the lines of an article that is being tidied.
 */
#ifndef HTML_DRAFT_LINE_H
#define HTML_DRAFT_LINE_H

#include "html/draft.h"

/* Appends s to text with each run of blanks of any kind as one space, none at line_at, where the line begins. */
void draft_line_fold(struct buf *text, size_t line_at, struct str s);

/* The size of most bytes of a line. */
float draft_line_size(const struct draft *p, const struct draft_part *line);

/* Leaves part i out; a blank line before it counts for the next line. */
void draft_line_drop(struct draft *p, size_t i);

/* Takes n bytes off the front of a line. */
void draft_line_cut(struct draft *p, struct draft_part *line, size_t n);

/* Leaves out boxes in which nothing is left; cells of tables stay. */
void draft_line_prune(struct draft *p);

#endif
