/*
 * What a page says of the feeds of its site, for who looks for them. Runs in
 * the worker.
 */
#ifndef HTML_TIDY_PAGE_H
#define HTML_TIDY_PAGE_H

#include "base/arena.h"

enum tidy_page_kind {
	TIDY_PAGE_LINK,   /* <link rel=alternate>: the page names it a feed */
	TIDY_PAGE_ANCHOR, /* an ordinary link whose address looks like a feed's */
	TIDY_PAGE_GO,     /* the page is only a way to another: a frame, <meta http-equiv=refresh> */
};

struct tidy_page_link {
	enum tidy_page_kind kind;
	struct str url, title; /* url is http(s); title may be empty */
};

struct tidy_page {
	struct tidy_page_link *links; /* in the order of the page, none twice */
	size_t n_links;
	struct str title, generator;  /* one line each */
};

/* Reads html, whose address is url; all of *ret is in a. */
void tidy_page(struct arena *a, struct str html, struct str url, struct tidy_page *ret);

#endif
