/*
 * Addresses of links and pictures in foreign HTML.
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

/* ref as an absolute http(s) address; empty when it is none. */
struct str tidy_link_web(struct arena *a, struct str base, struct str ref);

/*
 * The real address of an img, whatever its page does to load it late, into
 * *ret: empty when it cannot be shown. False for counters and placeholders,
 * which are no pictures.
 */
bool tidy_link_image(struct arena *a, struct str base, const struct dom_node *img, struct str *ret);

/* How large the picture of an img is, px; 0 where the page does not say. */
void tidy_link_size(const struct dom_node *img, int *width, int *height);

#endif
