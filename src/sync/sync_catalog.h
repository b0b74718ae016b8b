/*
 * Feeds of blogs by their home page, from the catalogue.
 */
#ifndef SYNC_SYNC_CATALOG_H
#define SYNC_SYNC_CATALOG_H

#include "base/arena.h"

/* The feeds, at most max, of those whose home is url; without a catalogue none. All is in a. */
size_t sync_catalog_feeds(struct arena *a, struct str url, struct str *ret, size_t max);

#endif
