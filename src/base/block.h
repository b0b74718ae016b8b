/*
 * Sixteen bytes of a text looked at together, where words of eight (base/word.h)
 * are too short. What is asked of them is said by bits, the lowest for the first.
 */
#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BLOCK_BYTES = 16, BLOCK_ALL = (1 << BLOCK_BYTES) - 1 };

/* Operators work on all bytes at once: a comparison has all bits of those set for which it holds. */
typedef unsigned char block __attribute__((vector_size(16)));
typedef signed char block_signed __attribute__((vector_size(16)));

static inline block
block_at(const char *p)
{
	block b;

	memcpy(&b, p, sizeof b);
	return b;
}

/* The bytes before those of a block whose first has nothing but a zero before it. */
static inline block
block_before(block b)
{
#ifdef __SSE2__
	return (block)_mm_slli_si128((__m128i)b, 1);
#else
	block before = { 0 };

	memcpy((char *)&before + 1, &b, sizeof b - 1);
	return before;
#endif
}

/* The same byte everywhere. */
static inline block
block_each(unsigned char c)
{
	return (block){ 0 } + c;
}

/* Which bytes have their highest bit: of a comparison those for which it holds. */
static inline unsigned
block_bits(block is)
{
#ifdef __SSE2__
	return (unsigned)_mm_movemask_epi8((__m128i)is);
#else
	unsigned bits = 0;

	for (unsigned i = 0; i < BLOCK_BYTES; i++)
		bits |= (unsigned)(is[i] >> 7) << i;
	return bits;
#endif
}

/* The sum of the bytes. */
static inline unsigned
block_sum(block b)
{
#ifdef __SSE2__
	__m128i halves = _mm_sad_epu8((__m128i)b, (__m128i)block_each(0));

	return (unsigned)(_mm_cvtsi128_si32(halves) + _mm_extract_epi16(halves, 4));
#else
	unsigned sum = 0;

	for (unsigned i = 0; i < BLOCK_BYTES; i++)
		sum += b[i];
	return sum;
#endif
}

/* Which bytes are c; all bits of theirs are set. */
static inline block
block_is(block b, char c)
{
	return (block)(b == block_each((unsigned char)c));
}

/* Which are from first to last, fewer than 128; the same. */
static inline block
block_is_from(block b, unsigned char first, unsigned char last)
{
	return (block)((block_signed)(b + (unsigned char)(0x80 - first)) < (block_signed)block_each((unsigned char)(0x80 - first + last + 1)));
}

#endif
