/*
 * What meta, link, title, microdata and JSON-LD say of a page: the first walk
 * through its tree.
 */
#ifndef PAGE_META_HEAD_H
#define PAGE_META_HEAD_H

#include "html/dom.h"
#include "page/meta_bag.h"
#include "page/meta_title.h"

/* Adds the claims of the page under root, and notes its title element and headings; url is the page's own. */
void meta_head_read(struct meta_bag *bag, const struct dom_node *root, struct str url, struct meta_title *title);

#endif
