/*
 * The next page of an article that stands on several.
 */
#ifndef PAGE_SEQUEL_H
#define PAGE_SEQUEL_H

#include "base/arena.h"
#include "html/dom.h"

/*
 * The address of the page that follows url: a link to it says so ("2", "다음 페이지", rel=next), and it is url with the
 * next number of a page. Empty where there is none: a next post has another address, whatever its link says.
 */
struct str sequel_find(struct arena *a, const struct dom_node *root, struct str url);

#endif
