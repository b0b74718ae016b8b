/*
 * NH (RFC 4418) makes 128 bytes of a text one number of 128 bits before they
 * are hashed under a key: long texts are hashed in a third of the time. Two
 * texts become the same with a chance of 2^-64 for whoever does not know the
 * key.
 */
#ifndef BASE_NH_H
#define BASE_NH_H

#include "base/siphash.h"

enum { NH_WORDS = 16, NH_BYTES = 8 * NH_WORDS };

/* What a key makes of itself. */
struct nh {
	uint64_t words[NH_WORDS];
};

/* For the key that *start was made with, which nothing has been added to. */
void nh_init(struct nh *nh, const struct siphash *start);

/* As siphash_add_text(), with another hash. */
void nh_add_text(struct siphash *h, const struct nh *nh, struct str text);

#endif
