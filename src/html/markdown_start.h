/*
 * What begins a block of Markdown.
 */
#ifndef HTML_MARKDOWN_START_H
#define HTML_MARKDOWN_START_H

#include "html/markdown_state.h"

/* What the start of a block came to. */
enum markdown_start {
	MARKDOWN_START_NONE, /* the line is text */
	MARKDOWN_START_BOX,  /* what is left of the line may start another one in it */
	MARKDOWN_START_LEAF, /* the line is taken */
};

/* Opens the block that the rest of the line begins. */
enum markdown_start markdown_start_block(struct markdown_state *p);

#endif
