/*
 * What stands in an article without being part of it: forms, buttons, lists of
 * links, boxes that hold little text for what else is in them.
 */
#ifndef PAGE_PRUNE_H
#define PAGE_PRUNE_H

#include "page/gauge.h"

enum {
	PRUNE_WEIGHS = 1 << 0, /* classes and ids count */
	PRUNE_CLEANS = 1 << 1, /* boxes are judged by what is in them */
};

/* Takes it out of node `at`; how: PRUNE_ bits. */
void prune_article(struct gauge *g, uint32_t at, unsigned how);

#endif
