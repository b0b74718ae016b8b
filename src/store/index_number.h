/*
 * Numbers as SQLite and FTS5 write them (varint): seven bits a byte, the
 * highest first, all but the last with the top bit set; nine bytes at most, of
 * which the last has all eight.
 */
#ifndef STORE_INDEX_NUMBER_H
#define STORE_INDEX_NUMBER_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

enum {
	INDEX_NUMBER_BYTES = 9,
	INDEX_NUMBER_ONE = 0x80,   /* from here on a number has more than one byte, */
	INDEX_NUMBER_TWO = 0x4000, /* more than two */
};

/*
 * The bytes of a number that has one or two, the first in the low byte. *is_two: -1 for two, else 0. Which it is nobody can foretell:
 * no branch tells them apart.
 */
static inline uint16_t
index_number_short(uint32_t n, int64_t *is_two)
{
	const uint32_t both = (n * (INDEX_NUMBER_ONE << 8 | 1) >> 7 & (INDEX_NUMBER_ONE - 1) * 0x101) | INDEX_NUMBER_ONE;

	*is_two = (INDEX_NUMBER_ONE - 1 - (int64_t)n) >> 63;
	return (uint16_t)(n ^ ((n ^ both) & (uint32_t)*is_two));
}

/* The same as index_number_put() for any number. */
size_t index_number_put_long(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n);

/* Writes n and returns how many bytes it has: nearly always one or two. */
static inline size_t
index_number_put(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n)
{
	uint16_t bytes;
	int64_t is_two;

	if (n >= INDEX_NUMBER_TWO)
		return index_number_put_long(room, n);
	bytes = htole16(index_number_short((uint32_t)n, &is_two));
	memcpy(room, &bytes, sizeof bytes);
	return (size_t)(1 - is_two);
}

void index_number_add(struct buf *out, uint64_t n);

/*
 * Two numbers that stand behind one another, of two bytes each at most as nearly all have; returns how many bytes they have, or 0
 * where one has more. INDEX_NUMBER_AHEAD bytes can be read. Which has two nobody can foretell: no branch tells them apart.
 */
enum { INDEX_NUMBER_AHEAD = 8 };

static inline size_t
index_number_pair(const char *at, uint64_t *a, uint64_t *b)
{
	const uint64_t ends = 0x8080;
	uint64_t first, second;
	bool is_two, are_two;

	memcpy(&first, at, sizeof first);
	first = le64toh(first);
	is_two = first & INDEX_NUMBER_ONE;
	second = first >> (8 + 8 * is_two);
	are_two = second & INDEX_NUMBER_ONE;
	if ((first & ends) == ends || (second & ends) == ends)
		return 0;
	*a = is_two ? (first & 0x7f) << 7 | (first >> 8 & 0x7f) : first & 0x7f;
	*b = are_two ? (second & 0x7f) << 7 | (second >> 8 & 0x7f) : second & 0x7f;
	return 2u + is_two + are_two;
}

/* The same as index_number_take() for any number. */
uint64_t index_number_take_long(struct str *bytes);

/* Takes one off the front; what is cut off counts as far as it goes. */
static inline uint64_t
index_number_take(struct str *bytes)
{
	const char *p = bytes->p;

	if (!bytes->n || (unsigned char)*p >= INDEX_NUMBER_ONE)
		return index_number_take_long(bytes);
	*bytes = str_new(p + 1, bytes->n - 1);
	return (unsigned char)*p;
}

#endif
