/*
 * Thirty-two bytes of a text looked at together, on machines that have AVX2:
 * what base/block.h is for sixteen. A function that does so is WIDE.
 */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#ifdef __x86_64__
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

WIDE static inline __m256i
wide_load(const char *p)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

WIDE static inline __m256i
wide_is(__m256i b, unsigned char c)
{
	return _mm256_cmpeq_epi8(b, _mm256_set1_epi8((char)c));
}

/* Which bytes are from first to last, fewer than 128. */
WIDE static inline __m256i
wide_is_from(__m256i b, unsigned char first, unsigned char last)
{
	__m256i moved = _mm256_add_epi8(b, _mm256_set1_epi8((char)(0x80 - first)));

	return _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(0x80 - first + last + 1)), moved);
}
#endif

#endif
