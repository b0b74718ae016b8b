/*
 * What the printers ask about blocks.
 */
#ifndef HTML_PRINT_BLOCK_H
#define HTML_PRINT_BLOCK_H

#include "html/doc.h"

/* The level of the heading the block is, 1-6: that of its section, else its own; 0 for other blocks. */
int print_block_level(const struct doc *doc, const struct doc_block *b);

/* True when b is a further line of the paragraph above it. above may be NULL. */
bool print_block_is_continued(const struct doc *doc, const struct doc_block *above, const struct doc_block *b);

#endif
