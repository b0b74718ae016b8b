/*
 * Takes back what looks like headings but stands, all of it, inside one
 * section of an article whose headings have a style.
 */
#ifndef HTML_OUTLINE_PRUNE_H
#define HTML_OUTLINE_PRUNE_H

#include "html/outline_line.h"

/* Runs behind the series and the groups. */
void outline_prune_lists(struct arena *a, struct outline_text *text);

#endif
