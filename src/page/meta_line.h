/*
 * Who wrote the article and when, as the visible page says it: by-lines and
 * dates near its title.
 */
#ifndef PAGE_META_LINE_H
#define PAGE_META_LINE_H

#include "html/dom.h"
#include "page/meta_bag.h"

/*
 * Adds the claims of lines near the heading that is the page's title.
 * *byline is the first element that is marked as a by-line, as it stands there;
 * empty without one.
 */
void meta_line_read(struct meta_bag *bag, const struct dom_node *root, struct str title, int64_t now, int zone_min, struct str *byline);

#endif
