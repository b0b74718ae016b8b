/*
 * Which of the links of a page that is no feed may lead to one.
 */
#ifndef SYNC_PAGE_LINKS_H
#define SYNC_PAGE_LINKS_H

#include "sync/sync_pool.h"
#include "text/url.h"

enum { PAGE_LINKS_MAX = 16 };

struct page_link {
	struct str url, title; /* title may be empty */
};

struct page_links {
	struct page_link v[PAGE_LINKS_MAX];
	size_t n;
};

/* Adds the links of this kind and rank: no internal address from a public page, ordinary links only within the site, of two that differ only in the format the first. Strings are in a. */
void page_links_pick(struct arena *a, const struct sync_job *page, enum record_link kind, enum url_feed rank, struct page_links *ret);

#endif
