/*
 * What is done to the lines of an article that is being tidied.
 */
#ifndef HTML_DRAFT_LINE_H
#define HTML_DRAFT_LINE_H

#include "html/draft.h"

/* Appends s to text with each run of blanks of any kind as one space, none at line_at, where the line begins. */
void draft_line_fold(struct buf *text, size_t line_at, struct str s);

/* Whether text is clean (text/clean.h) and folded but for a space at its start, as most is; then draft_line_add() adds it in one go. */
bool draft_line_is_clean(struct str s);
void draft_line_add(struct buf *text, size_t line_at, struct str s);

/*
 * How many blanks before the first letter of s were meant to be seen: those from the first no-break space on; with
 * keeps_blanks also spaces alone, and tabs as 4.
 */
size_t draft_line_indent(struct str s, bool keeps_blanks);

/* The size of most bytes of a line. */
float draft_line_size(const struct draft *p, const struct draft_part *line);

/* Leaves part i out; a blank line before it counts for the next line. */
void draft_line_drop(struct draft *p, size_t i);

/* Takes n bytes off the front of a line. */
void draft_line_cut(struct draft *p, struct draft_part *line, size_t n);

/* A line that shows the bytes [from, to) of another one; the runs are copied. */
struct draft_part draft_line_slice(struct draft *p, const struct draft_part *line, size_t from, size_t to);

/* Adds the start or end of a box that the HTML does not have to the list of out; its part, valid until the next call. */
struct draft_part *draft_line_box(struct draft *out, enum draft_kind kind, enum dom_tag tag);

/* Takes what is dropped off the list. */
void draft_line_sweep(struct draft *p);

/* From part `from` on the list of made stands instead of what there was; made has none any more. */
void draft_line_replace(struct draft *p, size_t from, struct draft *made);

/* Leaves out boxes in which nothing is left; cells of tables stay. */
void draft_line_prune(struct draft *p);

#endif
