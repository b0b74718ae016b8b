/*
 * What stands before the lines of blocks written as Markdown: "> " of quotes,
 * markers of lists and the blanks below them; and the tags of details, which
 * have lines of their own.
 */
#ifndef HTML_PRINT_FRONT_H
#define HTML_PRINT_FRONT_H

#include "base/buf.h"
#include "html/doc_box.h"

/* What is known of an open box. */
struct print_front_box {
	int cols;   /* of what an item and a detail have before them */
	int next;   /* of a list: the number of the item that follows, 0 before the first */
	char delim; /* of a list: its bullet, or what stands behind its numbers; 0 where its items are footnotes */
};

/* Zero-initialise but for out; mind its size. */
struct print_front {
	struct buf *out;
	struct buf front; /* before every line of the block but the first */
	const struct doc_box *open; /* the innermost one */
	struct print_front_box boxes[DOC_BOX_DEPTH + 1]; /* by depth */
	char closed;      /* the mark of a list that has just ended: another one right behind it takes another */
};

/* Ends what b does not stand in. */
void print_front_leave(struct print_front *w, const struct doc_block *b);

/* After it: whether b begins a list right behind another. */
bool print_front_begins_list(const struct print_front *w, const struct doc_block *b);

/* Writes what stands before the first line of b. */
void print_front_enter(struct print_front *w, const struct doc_block *b);

/* Writes the end of a line and what stands before the next of the same block; only the latter; an empty line. */
void print_front_line(struct print_front *w);
void print_front_go_on(struct print_front *w);
void print_front_blank(struct print_front *w);

/* Ends all, and gives back what it holds. */
void print_front_end(struct print_front *w);

#endif
