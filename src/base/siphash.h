/*
 * SipHash-1-3: a fast hash of 64 bits under a key. Whoever does not know the
 * key can neither make two texts of one hash nor find the hash of one.
 */
#ifndef BASE_SIPHASH_H
#define BASE_SIPHASH_H

#include <stdint.h>

#include "base/str.h"

enum { SIPHASH_KEY = 16 };

/* A hash in the making; may be copied to go on in two ways. */
struct siphash {
	uint64_t v[4];
	uint64_t word; /* bytes that do not fill one yet */
	size_t n;      /* bytes so far */
};

/* Starts with a key of SIPHASH_KEY bytes. */
void siphash_init(struct siphash *h, const unsigned char *key);

/* Goes on with bytes; where they are cut makes no difference. */
void siphash_add(struct siphash *h, struct str bytes);

/* Goes on with a number of 8 bytes. */
void siphash_add_number(struct siphash *h, uint64_t n);

/* Goes on with a text that ends here: ("ab", "c") is not ("a", "bc"). */
void siphash_add_text(struct siphash *h, struct str text);

uint64_t siphash_end(struct siphash h);

#endif
