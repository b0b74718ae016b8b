/*
 * Pages that stand where an article should: logins, consent to cookies, tests
 * for robots, notices that it is gone.
 */
#ifndef PAGE_WALL_H
#define PAGE_WALL_H

#include "page/meta.h"
#include "page/page_kind.h"

/* What the page under root is; letters is the length of the article that was chosen in it, 0 for none. */
enum page_kind wall_find(const struct dom_node *root, const struct page_meta *meta, struct str url, size_t letters);

#endif
