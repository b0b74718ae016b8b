/*
 * The pieces of running text in Markdown as HTML.
 */
#ifndef HTML_MARKDOWN_WRITE_H
#define HTML_MARKDOWN_WRITE_H

#include "html/markdown_inline.h"

void markdown_write_pieces(struct buf *html, const struct markdown_inline *m);

#endif
