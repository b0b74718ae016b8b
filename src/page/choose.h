/*
 * Which part of a page is the article.
 */
#ifndef PAGE_CHOOSE_H
#define PAGE_CHOOSE_H

#include "page/gauge.h"

/*
 * The element that holds the article; what in it is no part of the article is dropped in the tree,
 * and what is said of a picture becomes a figcaption. NULL when the page
 * has no text at all.
 */
struct dom_node *choose_article(struct arena *a, struct gauge *g);

#endif
