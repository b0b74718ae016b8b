/*
 * What a page says of itself.
 */
#ifndef PAGE_META_H
#define PAGE_META_H

#include "base/arena.h"
#include "html/dom.h"

/* Strings are empty and dates CLOCK_NONE where the page does not say. */
struct page_meta {
	struct str title, site, language, excerpt; /* one line each */
	struct str author;                         /* names only, ", " between them */
	struct str byline;                         /* as the page has it: "By …"; the names where meta data give them */
	struct str image, canonical;                       /* http(s) addresses */
	int64_t published, updated;
	struct str body;                           /* text of the article as meta data have it, if they do; may hold markup */
};

/* Reads the page under root, fetched from url; all of *ret is in a. */
void meta_read(struct arena *a, const struct dom_node *root, struct str url, int64_t now, struct page_meta *ret);

#endif
