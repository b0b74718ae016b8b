#include "text/plain_wide.h"

#include "base/wide.h"

#ifdef __x86_64__
bool
plain_wide_is_there(void)
{
	return __builtin_cpu_supports("avx2");
}

/* Which are below c as signed numbers. */
WIDE static inline __m256i
is_below(__m256i b, unsigned char c)
{
	return _mm256_cmpgt_epi8(_mm256_set1_epi8((char)c), b);
}

/* The same as plain_block_other(). */
WIDE static inline unsigned
other_of(__m256i b, __m256i behind1, __m256i behind2, __m256i also)
{
	__m256i wants_tail = _mm256_or_si256(wide_is_from(behind1, 0xea, 0xed), wide_is_from(behind2, 0xea, 0xed)), tails = is_below(b, 0xc0);
	__m256i is_known = _mm256_or_si256(_mm256_or_si256(wide_is_from(b, ' ', '~'), also), _mm256_or_si256(wide_is_from(b, 0xea, 0xed), tails));
	__m256i is_before = _mm256_and_si256(wide_is(behind1, 0xea), is_below(b, 0xb0));
	__m256i is_behind = _mm256_andnot_si256(is_below(b, 0x9e), wide_is(behind1, 0xed));
	__m256i is_wrong = _mm256_or_si256(_mm256_xor_si256(wants_tail, tails), _mm256_or_si256(is_before, is_behind));

	return ~(unsigned)_mm256_movemask_epi8(_mm256_andnot_si256(is_wrong, is_known));
}

WIDE static inline size_t
run(const char *p, size_t at, size_t n, char also, bool is_words)
{
	for (; n - at >= PLAIN_WIDE; at += PLAIN_WIDE) {
		__m256i b = wide_load(p + at), behind = wide_load(p + at - 1);
		unsigned other = other_of(b, behind, wide_load(p + at - 2), wide_is(b, (unsigned char)also));

		if (is_words)
			other |= (unsigned)_mm256_movemask_epi8(_mm256_and_si256(wide_is(b, ' '), wide_is(behind, ' ')));
		if (other)
			return at + (size_t)__builtin_ctz(other);
	}
	return at;
}

WIDE size_t
plain_wide_len(const char *p, size_t at, size_t n, char also)
{
	return run(p, at, n, also, false);
}

WIDE size_t
plain_wide_words_len(const char *p, size_t at, size_t n)
{
	return run(p, at, n, ' ', true);
}
#else
bool
plain_wide_is_there(void)
{
	return false;
}

size_t
plain_wide_len(const char *p, size_t at, size_t n, char also)
{
	(void)p, (void)n, (void)also;
	return at;
}

size_t
plain_wide_words_len(const char *p, size_t at, size_t n)
{
	(void)p, (void)n;
	return at;
}
#endif
