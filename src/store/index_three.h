/*
 * Numbers of three bytes each, a million of which stand in a row while a part
 * of the search index is made: four bytes would take two megabytes more.
 */
#ifndef STORE_INDEX_THREE_H
#define STORE_INDEX_THREE_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

enum {
	INDEX_THREE = 3,
	INDEX_THREE_BITS = 24,
	INDEX_THREE_MORE = 4, /* bytes behind the last that are read as well */
};

static inline uint32_t
index_three_get(const unsigned char *at)
{
	uint32_t n;

	memcpy(&n, at, sizeof n);
	return le32toh(n) & ((UINT32_C(1) << INDEX_THREE_BITS) - 1);
}

static inline void
index_three_put(unsigned char *at, uint32_t n)
{
	uint16_t low = htole16((uint16_t)n);

	memcpy(at, &low, sizeof low);
	at[sizeof low] = (unsigned char)(n >> 16);
}

#endif
