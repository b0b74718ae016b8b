/*
 * Indents and markers of list items.
 */
#ifndef HTML_LAYOUT_LIST_H
#define HTML_LAYOUT_LIST_H

#include "base/arena.h"
#include "html/doc.h"

enum { LAYOUT_LIST_DEPTH = 256 };

/* Columns each open list takes, its marker and a blank behind it; zero-initialise. */
struct layout_list {
	int cols[LAYOUT_LIST_DEPTH]; /* by depth, from 1 */
	int last[LAYOUT_LIST_DEPTH]; /* number of the last item; 0 for none or no numbers */
	int depth;
};

/*
 * Takes block i of the document into account, in order: the columns its text is indented by, and
 * the marker with a blank behind it (empty for none).
 */
int layout_list_enter(struct layout_list *list, struct arena *a, const struct doc *doc, size_t i, struct str *marker);

#endif
