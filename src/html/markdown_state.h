/*
 * The state of the reader of Markdown's blocks, line by line.
 */
#ifndef HTML_MARKDOWN_STATE_H
#define HTML_MARKDOWN_STATE_H

#include "html/markdown_block.h"

enum { MARKDOWN_STATE_CODE = 4 }; /* the indent that makes code */

struct markdown_state {
	struct arena *arena;
	struct markdown_link_names *names;
	struct buf text; /* of all leaves; the open one's is at its end */
	struct buf tabless;
	struct markdown_block *open[MARKDOWN_DEPTH];
	size_t n_open, n_matched; /* matched: those that the line goes on */
	struct str line;          /* what is left of it */
	uint32_t number;          /* of the line */
};

/* The innermost block that is open, and that which the line goes on. */
struct markdown_block *markdown_state_innermost(const struct markdown_state *p);
struct markdown_block *markdown_state_matched(const struct markdown_state *p);

/* Takes bytes, or at most max blanks, off the line. */
void markdown_state_skip(struct markdown_state *p, size_t n);
void markdown_state_skip_blanks(struct markdown_state *p, size_t max);

/* A new open block in the innermost one that may hold it. */
struct markdown_block *markdown_state_add(struct markdown_state *p, enum markdown_kind kind);

/* Adds a line to the text of b, the open leaf. */
void markdown_state_add_line(struct markdown_state *p, struct markdown_block *b, struct str line);

/* Closes blocks until n are open. */
void markdown_state_close_to(struct markdown_state *p, size_t n);

#endif
