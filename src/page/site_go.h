/*
 * Addresses whose page is only a frame around the article, or is filled by a
 * script: where the article itself is served, on the same site.
 */
#ifndef PAGE_SITE_GO_H
#define PAGE_SITE_GO_H

#include "base/arena.h"

/* The address to ask instead of url, in a; false where there is none, or url is it already. */
bool site_go(struct arena *a, struct str url, struct str *ret);

#endif
