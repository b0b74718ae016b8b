/*
 * What a browser would not show: hidden by style or attribute, and what stands
 * there only for browsers without scripts.
 */
#ifndef PAGE_HIDE_H
#define PAGE_HIDE_H

#include "page/gauge.h"

/* Drops it from the tree, and counts anew. */
void hide_unseen(struct gauge *g);

#endif
