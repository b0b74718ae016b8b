/*
 * The tags of a line of the feeds file, in the cache.
 */
#ifndef STORE_SUBS_TAGS_H
#define STORE_SUBS_TAGS_H

#include "store/store.h"
#include "store/subs.h"

/* Those of the feed with this id, in the place of those that it had; inside a transaction. */
int subs_tags_set(struct store *s, int64_t id, const struct subs_feed *feed, struct err *err);

#endif
