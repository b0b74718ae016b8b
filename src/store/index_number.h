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

/* Writes n and returns how many bytes it has: nearly always one or two, and since nobody can foretell which of them, no branch tells them apart. */
static inline size_t
index_number_put(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n)
{
	const unsigned is_two = n >= 0x80;

	if (n >= 0x4000)
		return index_number_put_long(room, n);
	room[0] = (unsigned char)(n >> is_two * 7 | is_two << 7);
	room[1] = n & 0x7f;
	return 1 + is_two;
}

void index_number_add(struct buf *out, uint64_t n);

/* Takes one off the front; what is cut off counts as far as it goes. */
uint64_t index_number_take(struct str *bytes);

#endif
