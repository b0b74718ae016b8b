/*
 * The elements around blocks written as HTML.
 */
#ifndef HTML_PRINT_BOX_H
#define HTML_PRINT_BOX_H

#include "base/buf.h"
#include "html/print_levels.h"

/* Zero-initialise but for out; mind its size. */
struct print_box {
	struct buf *out;
	struct print_levels levels;
};

/* Opens and closes elements so that b stands where it belongs. */
void print_box_enter(struct print_box *w, const struct doc_block *b);

/* Closes all. */
void print_box_close(struct print_box *w);

#endif
