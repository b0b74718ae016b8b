/*
 * What the posts of a feed were made from, hashed under a key of the cache's,
 * so that those that it has are not made again.
 */
#ifndef WORKER_KNOWN_H
#define WORKER_KNOWN_H

#include "base/nh.h"
#include "feed/feed.h"

enum { KNOWN_HASH = 8 }; /* bytes, little endian */

/* Zero-initialise: nothing is hashed without a key. */
struct known {
	bool has_key;
	struct siphash start;
	struct nh nh;
	struct str hashes; /* of the posts that the cache has, rising */
};

/* False when these are no key, or no hashes. Slices are kept. */
bool known_set_key(struct known *k, struct str key);
bool known_set_hashes(struct known *k, struct str hashes);

/* The hash of all that a post is made from; base: where its relative links start. Never 0, below 1 << 63; 0 without a key. */
uint64_t known_hash(const struct known *k, const struct post *post, struct str base);

/* The place of a hash; false when it is not there. */
bool known_find(const struct known *k, uint64_t hash, size_t *place);

#endif
