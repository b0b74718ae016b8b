/*
 * Parts of an article as the clean XHTML of doc_read.h.
 */
#ifndef HTML_TIDY_WRITE_H
#define HTML_TIDY_WRITE_H

#include "html/draft.h"

/* Appends "<article>…</article>"; parts that are dropped are left out. */
void tidy_write(struct buf *out, const struct draft *parts);

#endif
