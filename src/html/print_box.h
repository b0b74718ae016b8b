/*
 * The elements around blocks written as HTML.
 */
#ifndef HTML_PRINT_BOX_H
#define HTML_PRINT_BOX_H

#include "base/buf.h"
#include "html/doc_box.h"
#include "html/print_inline.h"

/* What an open list has come to. */
struct print_box_list {
	int next;                     /* the number the item that follows has by itself */
	bool has_term, needs_detail;  /* of a dl: a term stands in it; the last one explains nothing yet */
};

/* Zero-initialise but for out and notes; mind its size. */
struct print_box {
	struct buf *out;
	const struct print_inline_notes *notes;
	const struct doc_box *open; /* the innermost one */
	struct print_box_list lists[DOC_BOX_DEPTH + 1]; /* by depth */
};

/* Opens and closes elements so that b stands where it belongs. Returns whether it is the first in its box. */
bool print_box_enter(struct print_box *w, const struct doc_block *b);

/* Closes all. */
void print_box_close(struct print_box *w);

#endif
