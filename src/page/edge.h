/*
 * The edges of an article: title, by-line and date above it, notices and links
 * to other pages below it; and lines inside that only say where to go on.
 */
#ifndef PAGE_EDGE_H
#define PAGE_EDGE_H

#include "page/gauge.h"

/* Takes such lines out of node `at`. */
void edge_trim(struct arena *a, struct gauge *g, uint32_t at);

#endif
