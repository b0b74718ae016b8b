/*
 * Numbers as SQLite and FTS5 write them (varint): seven bits a byte, the
 * highest first, all but the last with the top bit set; nine bytes at most, of
 * which the last has all eight.
 */
#ifndef STORE_INDEX_NUMBER_H
#define STORE_INDEX_NUMBER_H

#include <stdint.h>

#include "base/buf.h"

enum { INDEX_NUMBER_BYTES = 9 };

/* The same as index_number_put() for any number. */
size_t index_number_put_long(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n);

/* Writes n and returns how many bytes it has: nearly always one or two. */
static inline size_t
index_number_put(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n)
{
	if (n >= 0x4000)
		return index_number_put_long(room, n);
	if (n < 0x80) {
		room[0] = (unsigned char)n;
		return 1;
	}
	room[0] = (unsigned char)(n >> 7 | 0x80);
	room[1] = n & 0x7f;
	return 2;
}

void index_number_add(struct buf *out, uint64_t n);

/* Takes one off the front; what is cut off counts as far as it goes. */
uint64_t index_number_take(struct str *bytes);

#endif
