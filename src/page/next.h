/*
 * The next page of an article that is cut into several. Never the next
 * article: the address must be that of the page with a number one higher.
 */
#ifndef PAGE_NEXT_H
#define PAGE_NEXT_H

#include "page/gauge.h"

/* Its absolute address, in a; empty when there is none. url is the page's own, base what links are resolved against. */
struct str next_find(struct arena *a, const struct gauge *g, struct str url, struct str base);

#endif
