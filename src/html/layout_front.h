/*
 * What stands in front of the lines of a block: bars of quotes, indents of
 * lists and details, the marker of an item or a summary.
 */
#ifndef HTML_LAYOUT_FRONT_H
#define HTML_LAYOUT_FRONT_H

#include "base/arena.h"
#include "html/doc.h"

enum { LAYOUT_FRONT_DEPTH = 256, LAYOUT_FRONT_PARTS = 64 };

/* The lists that are open, by depth from 1; zero-initialise. */
struct layout_lists {
	int cols[LAYOUT_FRONT_DEPTH]; /* of the marker and a blank behind it */
	uint32_t ids[LAYOUT_FRONT_DEPTH];
	int depth;
};

struct layout_front_part {
	int cols;
	bool is_bar; /* else blanks */
};

struct layout_front {
	struct layout_front_part parts[LAYOUT_FRONT_PARTS]; /* from the outside */
	int n, cols;          /* parts; columns of all */
	struct str marker;    /* with a blank behind it; empty for none */
	int marked;           /* the part at whose end it stands, on the first line */
	bool begins_list;     /* the block is the first of a list */
};

/*
 * Takes block i of the document into account, in order, and makes its front, at most max columns
 * wide: what is deeper is left out.
 */
void layout_front_make(struct layout_front *ret, struct layout_lists *lists, struct arena *a, const struct doc *doc,
	size_t i, int max);

/* How many of the outermost parts the fronts of two blocks share. */
int layout_front_common(const struct doc_block *above, const struct doc_block *b);

#endif
