/*
 * The title of a page, without the name of its site where that can be known.
 */
#ifndef PAGE_META_TITLE_H
#define PAGE_META_TITLE_H

#include "page/meta_bag.h"

enum { META_HEADS = 12 };

struct meta_title {
	struct str html;              /* of the title element, one line */
	struct str heads[META_HEADS]; /* the page's h1, then h2, that do not lead to its front page */
	size_t n_heads, n_h1;
	bool is_korean;
};

/*
 * The title as meta data have it, else from the title element, else the first
 * heading; empty where there is none. On Korean pages the name of the site
 * goes, where a heading, or what the page says of its site, tells which part
 * of the title that is; elsewhere what meta data give is left as it is.
 */
struct str meta_title_choose(const struct meta_bag *bag, const struct meta_title *page);

/*
 * The title element without its last part, where enough is left: a title of
 * four words or fewer is whole, unless it was one step of a path.
 */
struct str meta_title_element(const struct meta_title *page);

#endif
