/*
 * The next page of an article that stands on several.
 */
#ifndef PAGE_SEQUEL_H
#define PAGE_SEQUEL_H

#include "page/gauge.h"

/*
 * The absolute address of the page that follows url, in a: a link to it says so ("2", "다음 페이지", rel=next), and it is
 * url with the next number of a page. Empty where there is none: a next post has another address, whatever its link says.
 * base: what links are resolved against.
 */
struct str sequel_find(struct arena *a, const struct gauge *g, struct str url, struct str base);

#endif
