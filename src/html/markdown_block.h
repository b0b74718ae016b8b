/*
 * The blocks of a text in Markdown as a tree.
 */
#ifndef HTML_MARKDOWN_BLOCK_H
#define HTML_MARKDOWN_BLOCK_H

#include <stdint.h>

#include "html/markdown_link.h"
#include "html/markdown_scan.h"

enum markdown_kind {
	MARKDOWN_NONE, /* nothing is left of it */
	MARKDOWN_ROOT,
	MARKDOWN_QUOTE,
	MARKDOWN_LIST,
	MARKDOWN_ITEM,
	MARKDOWN_PARA,
	MARKDOWN_HEADING,
	MARKDOWN_CODE,
	MARKDOWN_HTML,
	MARKDOWN_RULE,
	MARKDOWN_TABLE,
};

struct markdown_block {
	enum markdown_kind kind;
	struct markdown_block *parent, *first, *last, *next;
	struct str text;                  /* of a leaf: its lines; of a table the one of the marks too */
	int level;                        /* of a heading; of HTML the kind of markdown_tag.h */
	struct markdown_marker marker;    /* of a list and its items */
	bool is_tight;                    /* of a list: its items are no paragraphs */
	struct markdown_fence fence;      /* of code; n 0: indented instead */
	size_t indent;                    /* of an item what stands in it, of code its fence */
	size_t at, n;                     /* while it is read: where its text is */
	uint32_t first_line, last_line;
};

/* The tree of markdown, in a, at most MARKDOWN_DEPTH deep; its definitions go to *names. */
enum { MARKDOWN_DEPTH = 48 };
struct markdown_block *markdown_block_parse(struct arena *a, struct str markdown, struct markdown_link_names *names);

#endif
