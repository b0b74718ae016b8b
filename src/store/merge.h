/*
 * A fetched feed into the cache: identity, new, changed and same posts, in one
 * short transaction with the feed's HTTP validators.
 */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "store/feeds.h"
#include "store/source.h"

struct merge; /* one feed's transaction in the making */

/* A post as the worker gave it. */
struct merge_post {
	const struct post *post;
	struct str xhtml, excerpt, image;
	int64_t letters;
	size_t place;                    /* in its feed */
	uint64_t source;                 /* what it was made from (store/source.h); 0: not known */
	const struct source_post *known; /* what it was before is what it is, and nothing else is given; else NULL */
};

struct merge_count {
	int64_t added, changed, same;
};

/* Begins the transaction of one feed. Collect the worker's answers before: nothing waits inside. */
int merge_begin(struct store *s, int64_t feed_id, struct merge **ret, struct err *err);

/* What the worker was told of the feed's posts: some of them may be known. source, with the body that came now, must stay until the end. */
int merge_source(struct merge *m, const struct source *source, struct err *err);

/* One post, the older ones first. By (feed, guid), then link in its canonical form, then a hash of title and date. A post that changed keeps its state. */
int merge_post(struct merge *m, const struct merge_post *post, struct err *err);

/*
 * The posts of one fetch, in the feed's order, which is the order of the list
 * where dates are equal or missing: merged from the last to the first. What
 * stands twice is taken as it stands first.
 */
int merge_posts(struct merge *m, const struct merge_post *posts, size_t n, struct err *err);

/* Feed-level values, validators, what the posts were made from, counts; commits. m is freed either way; on -1 nothing was changed. */
int merge_end(struct merge *m, const struct feed *feed, const struct feeds_fetch *fetch, struct merge_count *count, struct err *err);

/* Gives up: rolls back and frees. */
void merge_drop(struct merge *m);

#endif
