/*
 * Articles that come as JSON: what a page holds for its own script (velog),
 * and what a site answers where its pages are empty (D2).
 */
#ifndef PAGE_HELD_H
#define PAGE_HELD_H

#include "html/dom.h"

/* Strings are empty and the date CLOCK_NONE where it does not say. */
struct held {
	struct dom_node *body;     /* of the parsed article */
	struct str title, author;  /* one line each */
	int64_t published;
};

/* Looks for an article in the scripts of the page under root, or in html itself where that is JSON; false without one. In a. */
bool held_read(struct arena *a, const struct dom_node *root, struct str html, struct held *ret);

#endif
