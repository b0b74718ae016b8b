/*
 * Addresses of links and pictures in foreign HTML.
 */
#ifndef HTML_TIDY_LINK_H
#define HTML_TIDY_LINK_H

#include "base/arena.h"
#include "html/dom.h"

/* What a link leads to: absolute, http(s) or mailto, without tracking parameters; empty for what is none, and for places in the same page. */
struct str tidy_link_page(struct arena *a, struct str base, struct str ref);

/* The address of a picture, http(s); empty when there is none. */
struct str tidy_link_picture(struct arena *a, struct str base, struct str ref);

/* The real address of an img, whatever its page does to load it late; empty for counters and placeholders. */
struct str tidy_link_image(struct arena *a, struct str base, const struct dom_node *img);

#endif
