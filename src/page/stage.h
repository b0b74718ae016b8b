/*
 * Where pages usually keep their article: selectors from the surest to the
 * vaguest, a second opinion beside the scores.
 */
#ifndef PAGE_STAGE_H
#define PAGE_STAGE_H

#include "page/gauge.h"

/* The number of the node that the surest selector names, and holds enough text; 0 where none does. *is_sure: it is made for articles. */
uint32_t stage_find(struct arena *a, const struct gauge *g, bool *is_sure);

#endif
