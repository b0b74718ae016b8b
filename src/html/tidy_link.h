/*
 * Addresses of links in foreign HTML.
 */
#ifndef HTML_TIDY_LINK_H
#define HTML_TIDY_LINK_H

#include "base/arena.h"
#include "html/dom.h"

/* Against what links in the document are resolved: its base element, or url. */
struct str tidy_link_base(struct arena *a, const struct dom_node *root, struct str url);

/*
 * What a link leads to: absolute, http(s) or mailto, without tracking
 * parameters; empty for what is none, and for places in the same page.
 */
struct str tidy_link_page(struct arena *a, struct str base, struct str ref);

/* The place in the same page that a link leads to, without "#"; empty for none. */
struct str tidy_link_place(struct str base, struct str ref);

/* ref as an absolute http(s) address; empty when it is none. */
struct str tidy_link_web(struct arena *a, struct str base, struct str ref);

#endif
