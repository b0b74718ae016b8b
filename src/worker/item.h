/*
 * A post of a feed to the record with its clean article.
 */
#ifndef WORKER_ITEM_H
#define WORKER_ITEM_H

#include "base/buf.h"
#include "worker/known.h"

/* What posts of one feed have in common. */
struct item_feed {
	struct str url; /* of the feed: where relative links start that have no other base */
	int64_t now;
	struct known known;
};

/* Appends the record to out; a short one for a post that is known. The arena is used and reset. */
void item_answer(struct buf *out, struct arena *a, const struct item_feed *feed, const struct post *post);

#endif
