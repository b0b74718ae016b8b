/*
 * Pages that only list articles: a front page, a category, a search.
 */
#ifndef PAGE_OVERVIEW_H
#define PAGE_OVERVIEW_H

#include "page/gauge.h"

/* Whether what is left of node `at` is a list of other pages: nearly all of its headings lead to them, and little stands below each. */
bool overview_is(const struct gauge *g, uint32_t at);

#endif
