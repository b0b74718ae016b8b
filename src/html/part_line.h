/*
 * What is done to the lines of an article that is being tidied.
 */
#ifndef HTML_PART_LINE_H
#define HTML_PART_LINE_H

#include "html/part.h"

/* Appends s to text with each run of blanks of any kind as one space, none at line_at, where the line begins. */
void part_line_fold(struct buf *text, size_t line_at, struct str s);

/* The size of most bytes of a line. */
float part_line_size(const struct parts *p, const struct part *line);

/* Leaves part i out; a blank line before it counts for the next line. */
void part_line_drop(struct parts *p, size_t i);

/* Takes n bytes off the front of a line. */
void part_line_cut(struct parts *p, struct part *line, size_t n);

/* Leaves out boxes in which nothing is left; cells of tables stay. */
void part_line_prune(struct parts *p);

#endif
