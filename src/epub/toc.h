/*
 * The table of contents of a book, as it grows: lists in lists for EPUB 3,
 * points in points for the readers of EPUB 2.
 */
#ifndef EPUB_TOC_H
#define EPUB_TOC_H

#include "base/buf.h"

/* Zero-initialise. */
struct toc {
	struct buf list;   /* <ol> of XHTML */
	struct buf points; /* <navPoint>s of NCX */
	int depth, deepest;
	size_t n;
};

/* Adds an entry; level 1 is the outermost, and no more than one deeper than the last. */
void toc_add(struct toc *t, int level, struct str title, const char *href);

/* Ends what is open. */
void toc_end(struct toc *t);

void toc_free(struct toc *t);

#endif
