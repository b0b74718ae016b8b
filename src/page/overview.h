/*
 * Pages that only list articles: a front page, a category, a search.
 */
#ifndef PAGE_OVERVIEW_H
#define PAGE_OVERVIEW_H

#include "page/gauge.h"

/*
 * Whether what is left of node `at` is a list of other pages: nearly all of its headings lead to them, and little stands
 * below each; or it holds boxes of one name that begin with links to them.
 */
bool overview_is(const struct gauge *g, uint32_t at);

/* Whether node `at` is, or is in, one of several entries of a page that are alike. */
bool overview_has(const struct gauge *g, uint32_t at);

#endif
