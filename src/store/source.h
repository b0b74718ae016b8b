/*
 * What a feed's posts were made from, as hashes: what has not changed since
 * is neither cleaned nor merged again. Held a feed, under a key of its own
 * that whoever writes the feed does not know. A post of the feed that becomes
 * a stub, or ceases to be one, drops all that is known of the feed.
 */
#ifndef STORE_SOURCE_H
#define STORE_SOURCE_H

#include "base/siphash.h"
#include "store/store.h"

/* Counts up when feeds are read or cleaned in another way: all posts are then made anew, as they are by another version of sosik. */
#define SOURCE_FORM "5"

/* A post of the last fetch that was merged. */
struct source_post {
	uint64_t hash; /* never 0, below 1 << 63 */
	int64_t post;  /* 0: it stood twice in its feed, and nothing came of it */
};

struct source {
	bool has_key, is_new;      /* is_new: nothing is known of the feed yet */
	unsigned char key[SIPHASH_KEY];
	uint64_t body;             /* hash of all of it, see source_body(); 0: not known */
	struct source_post *posts; /* by hash, which rises */
	size_t n;
};

/* What is known of a feed, in the arena: no posts and a new key where that is nothing. */
int source_get(struct store *s, struct arena *a, int64_t feed, struct source *ret, struct err *err);

/* Whether that is still so. */
int source_is_current(struct store *s, int64_t feed, const struct source *source, bool *ret, struct err *err);

/* Puts this in its place, or nothing (NULL). Within a transaction. */
int source_set(struct store *s, int64_t feed, const struct source *source, struct err *err);

/* The hash of a body and of what it is read by; never 0. */
uint64_t source_body(const struct source *source, struct str body, struct str url, struct str content_type);

#endif
