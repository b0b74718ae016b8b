/*
 * What pages set into an article: buttons of networks, related posts,
 * newsletters, tags, boxes about the author. Known by names, or by lists of
 * links to other pages of the site. Code, tables and lists of sources stay.
 */
#ifndef PAGE_TRIM_H
#define PAGE_TRIM_H

#include "page/gauge.h"

/* Takes it out of node `at`. */
void trim_article(struct gauge *g, uint32_t at);

#endif
