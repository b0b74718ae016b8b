/*
 * Where feeds usually are, for pages that do not say it. Pure: no network.
 */
#ifndef SYNC_USUAL_H
#define SYNC_USUAL_H

#include "base/arena.h"

enum { USUAL_MAX = 20 };

/* Addresses to try for a page, in this order: at the blog's own path, then at the root of its host; generator is what made the page, may be empty. Returns how many; all in a. */
size_t usual_paths(struct arena *a, struct str page, struct str generator, struct str ret[USUAL_MAX]);

#endif
