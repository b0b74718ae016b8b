/*
 * Eight bytes of a text looked at together, as one number. What is said of
 * bytes are their highest bits.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stdint.h>
#include <string.h>

/* The same byte eight times. */
#define WORD_EACH(byte) ((uint64_t)0x0101010101010101 * (byte))

static inline uint64_t
word_at(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

/* Which bytes are c, an ASCII character. */
static inline uint64_t
word_find(uint64_t word, char c)
{
	uint64_t other = word ^ WORD_EACH((unsigned char)c);

	return ~((other & WORD_EACH(0x7f)) + WORD_EACH(0x7f)) & ~other & WORD_EACH(0x80);
}

/* Which bytes are \t, \n, \v, \f or \r. */
static inline uint64_t
word_controls(uint64_t word)
{
	uint64_t low = word & WORD_EACH(0x7f);

	return (low + WORD_EACH(0x80 - '\t')) & ~(low + WORD_EACH(0x80 - '\r' - 1)) & ~word & WORD_EACH(0x80);
}

/* How many bytes are meant. */
static inline size_t
word_count(uint64_t bits)
{
	return bits / 0x80 * WORD_EACH(1) >> 56;
}

#endif
