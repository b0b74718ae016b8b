/*
 * Feeds of blogs by their home page, from the catalogue, which is read and
 * put in order once for all who are looked for.
 */
#ifndef SYNC_SYNC_CATALOG_H
#define SYNC_SYNC_CATALOG_H

#include "base/arena.h"
#include "base/map.h"

/* Zero-initialise. */
struct sync_catalog {
	struct arena arena;
	struct map sites; /* by url_canonical() -> struct sync_catalog_feed */
	bool is_read;
};

/* The feeds, at most max, of those whose home is url; without a catalogue none. They last as long as c. The first call reads it. */
size_t sync_catalog_feeds(struct sync_catalog *c, struct str url, struct str *ret, size_t max);

void sync_catalog_free(struct sync_catalog *c);

#endif
