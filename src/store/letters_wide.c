#include "store/letters_wide.h"

#include "base/wide.h"
#include "text/plain_wide.h"

#ifdef __x86_64__
enum {
	TOGETHER = 64, /* bytes that are looked at */
	PUT = 8,       /* letters that are written at once, of which LETTERS_WIDE has the bytes of the last */
	THREE_BYTES = (0xe0 << 12) + (0x80 << 6) + 0x80, /* what UTF-8 has over the code point in three bytes */
};

/* Which of these bytes are what; bits, the lowest for the first. */
struct look {
	uint64_t syllables; /* their first bytes */
	uint64_t alphas, digits, starts, ends; /* of tags */
	uint64_t others;
};

WIDE static inline uint64_t
bits(__m256i which)
{
	return (unsigned)_mm256_movemask_epi8(which);
}

/* What is three bytes of U+A000 to U+DFFF and no syllable. */
WIDE static inline __m256i
is_out(__m256i b, __m256i ahead1, __m256i ahead2)
{
	__m256i is_low = _mm256_and_si256(wide_is(b, 0xea), _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xb0), ahead1));
	__m256i is_last = _mm256_and_si256(wide_is(ahead1, 0x9e), _mm256_cmpgt_epi8(ahead2, _mm256_set1_epi8((char)0xa3)));
	__m256i is_high = _mm256_or_si256(_mm256_cmpgt_epi8(ahead1, _mm256_set1_epi8((char)0x9e)), is_last);

	return _mm256_or_si256(is_low, _mm256_and_si256(wide_is(b, 0xed), is_high));
}

/* What begins a letter beyond ASCII that is no syllable, or an entity. */
WIDE static inline __m256i
is_other(__m256i b, __m256i syllables, const char *p)
{
	__m256i is_lead = _mm256_and_si256(b, _mm256_cmpgt_epi8(b, _mm256_set1_epi8((char)0xbf)));
	__m256i is_else = _mm256_or_si256(_mm256_andnot_si256(syllables, is_lead), wide_is(b, '&'));

	return _mm256_or_si256(is_else, is_out(b, wide_load(p + 1), wide_load(p + 2)));
}

WIDE static inline struct look
look_at(const char *p)
{
	struct look ret = { 0 };

	for (int i = 0; i < TOGETHER; i += 32) {
		__m256i b = wide_load(p + i), syllables = wide_is_from(b, 0xea, 0xed);

		ret.syllables |= bits(syllables) << i;
		ret.alphas |= bits(wide_is_from(_mm256_or_si256(b, _mm256_set1_epi8(0x20)), 'a', 'z')) << i;
		ret.digits |= bits(wide_is_from(b, '0', '9')) << i;
		ret.starts |= bits(wide_is(b, '<')) << i;
		ret.ends |= bits(wide_is(b, '>')) << i;
		ret.others |= bits(is_other(b, syllables, p + i)) << i;
	}
	return ret;
}

/* Leaves what is in tags out. Returns where the one begins whose end is not seen, TOGETHER without one. */
static inline int
leave_tags(struct look *look, uint64_t *letters)
{
	while (look->starts) {
		uint64_t from = look->starts & -look->starts, ends = look->ends & -from, tag;

		if (!ends)
			return __builtin_ctzll(from);
		tag = (ends & -ends) - from;
		*letters &= ~tag;
		look->others &= ~tag;
		look->starts &= ~tag;
		look->ends &= -(ends & -ends) << 1;
	}
	return TOGETHER;
}

/* PUT syllables at p. */
WIDE static inline void
put_syllables(uint32_t *to, const char *p)
{
	const __m256i order = _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1,
	    2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
	__m256i b = _mm256_loadu2_m128i((const __m128i *)(const void *)(p + 12), (const __m128i *)(const void *)p);

	b = _mm256_shuffle_epi8(b, order);
	b = _mm256_maddubs_epi16(b, _mm256_set1_epi32(64 << 16 | 64 << 8 | 1)); /* the last two bytes, and the first */
	b = _mm256_madd_epi16(b, _mm256_set1_epi32(64 << 16 | 1));
	_mm256_storeu_si256((__m256i *)(void *)to, _mm256_sub_epi32(b, _mm256_set1_epi32(THREE_BYTES)));
}

/* PUT letters in ASCII at p; digits stay as they are. */
WIDE static inline void
put_ascii(uint32_t *to, const char *p)
{
	__m256i b = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)(const void *)p));

	_mm256_storeu_si256((__m256i *)(void *)to, _mm256_or_si256(b, _mm256_set1_epi32(0x20)));
}

/* How many bytes from one on are set. */
static inline int
run_of(uint64_t bytes, int at)
{
	uint64_t rest = ~(bytes >> at);

	return rest ? __builtin_ctzll(rest) : TOGETHER;
}

/* With one of these a word may end whose number is a counter. */
static inline bool
may_count(const struct letters *l, const uint32_t *to)
{
	uint32_t c = to > l->v ? to[-1] : 0;

	return c == 0xd68c || c == 0xc218 || c == 0xc74c || c == 0xac10 || c == 0xae00 || c == 's';
}

/* A run of letters of one kind after the other. Returns bytes up to a number that may be a counter, else all. */
WIDE static inline int
put(struct letters *l, const char *p, const struct look *look, uint64_t letters)
{
	uint64_t whole = look->syllables | look->syllables << 1 | look->syllables << 2;
	uint64_t runs = (look->syllables & ~(whole << 1)) | (look->alphas & ~(look->alphas << 1)) | (look->digits & ~(look->digits << 1));
	uint32_t *to = l->v + l->n;
	int at = TOGETHER, n;

	for (runs &= letters; runs; runs &= runs - 1, at = TOGETHER) {
		at = __builtin_ctzll(runs);
		if (look->syllables >> at & 1) {
			n = (run_of(whole, at) + 2) * 171 >> 9; /* a third */
			for (int i = 0; i < n; i += PUT)
				put_syllables(to + i, p + at + 3 * i);
		} else {
			bool is_number = look->digits >> at & 1;

			if (is_number && may_count(l, to))
				break;
			n = run_of(is_number ? look->digits : look->alphas, at);
			for (int i = 0; i < n; i += PUT)
				put_ascii(to + i, p + at + i);
		}
		to += n;
	}
	l->n = (size_t)(to - l->v);
	return at;
}

WIDE static size_t
take(struct letters *l, struct str text, size_t room)
{
	const char *p = text.p, *end = text.p + text.n, *tag;

	while (end - p >= LETTERS_WIDE && room - l->n >= LETTERS_WIDE) {
		struct look look = look_at(p);
		uint64_t letters = look.syllables | look.alphas | look.digits;
		int n = leave_tags(&look, &letters), other = look.others ? __builtin_ctzll(look.others) : TOGETHER, put_n;

		n = other < n ? other : n;
		if (n < TOGETHER) {
			look.syllables &= ((uint64_t)1 << n) - 1;
			letters &= ((uint64_t)1 << n) - 1;
		}
		put_n = put(l, p, &look, letters);
		n = put_n < n ? put_n : n;
		p += n;
		if (n == TOGETHER)
			continue;
		tag = *p == '<' ? memchr(p, '>', (size_t)(end - p)) : NULL;
		if (!tag)
			break;
		p = tag + 1;
	}
	return (size_t)(p - text.p);
}

size_t
letters_wide(struct letters *l, struct str text, size_t room)
{
	return plain_wide_is_there() ? take(l, text, room) : 0;
}
#else
size_t
letters_wide(struct letters *l, struct str text, size_t room)
{
	(void)l, (void)text, (void)room;
	return 0;
}
#endif
