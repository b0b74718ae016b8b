#include "text/plain.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/word.h"
#include "text/utf8.h"

struct range {
	uint16_t first, last;
};

/* Code points of three bytes, in order; Hangul syllables are looked at before. */
static const struct range ranges[] = {
	{ 0x2010, 0x2027 }, { 0x2030, 0x205e }, { 0x20a0, 0x20bf }, { 0x2190, 0x2328 }, { 0x232b, 0x23ff },
	{ 0x2460, 0x2775 }, { 0x3001, 0x3029 }, { 0x3030, 0x303d }, { 0x3041, 0x3096 }, { 0x309b, 0x30ff },
	{ 0x3105, 0x3163 }, { 0x3165, 0x318e }, { 0x3200, 0x4dbf }, { 0x4e00, 0x9fff }, { 0xe000, 0xf8ff },
	{ 0xff01, 0xff9d }, { 0xffa1, 0xffdc }, { 0xffe0, 0xffe6 },
};

bool
plain_is(int32_t cp)
{
	if (cp >= 0xac00 && cp <= 0xd7a3)
		return true;
	if (cp < 0x300)
		return (cp >= 0x20 && cp < 0x7f) || (cp >= 0xa0 && cp != 0xad);
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges && cp >= ranges[i].first; i++)
		if (cp <= ranges[i].last)
			return true;
	return false;
}

/* The length of the plain code point of two or three bytes at the start of s; 0 when it is something else or ill-formed. */
static size_t
wide_len(struct str s)
{
	struct str rest = s;

	return plain_is(utf8_next(&rest)) ? s.n - rest.n : 0;
}

/* True when the eight bytes at p are all printable ASCII: none from 0x7f on, none from which 0x20 cannot be taken. */
static bool
is_plain_word(const char *p)
{
	uint64_t word = word_at(p);

	return !((word | (word + WORD_EACH(1)) | (word - WORD_EACH(' '))) & WORD_EACH(0x80));
}

/* U+AC00 to U+D7A3, whose bytes are in the same order. */
size_t
plain_syllables(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	const uint32_t first = 0xeab080, last = 0xed9ea3;
	size_t i = 0;

	for (; s.n - i >= 3; i += 3) {
		uint32_t bytes = (uint32_t)p[i] << 16 | (uint32_t)p[i + 1] << 8 | p[i + 2];

		if (bytes - first > last - first || (bytes & 0xc0c0) != 0x8080)
			break;
	}
	return i;
}

#ifdef __SSE2__
enum { BLOCK = 16 };

/* What the bytes before a block ask of it: bits stand for bytes, the lowest for its first. */
struct before {
	unsigned tails; /* that are to go on a syllable */
	unsigned first; /* of U+A000 and behind, which are no syllable where they are low */
	unsigned last;  /* of U+D000 and behind, which are none where they are high */
};

static unsigned
bits(__m128i which)
{
	return (unsigned)_mm_movemask_epi8(which);
}

static __m128i
each(unsigned char byte)
{
	return _mm_set1_epi8((char)byte);
}

/* The bytes of a block that are neither printable ASCII nor of Hangul syllables; what may be before U+AC00 or behind U+D7A3 counts, too. */
static unsigned
other_bytes(const unsigned char *p, struct before *before)
{
	const __m128i block = _mm_loadu_si128((const __m128i *)(const void *)p), from_first = _mm_sub_epi8(block, each(0xea));
	unsigned leads = bits(_mm_cmpeq_epi8(_mm_min_epu8(from_first, each(3)), from_first));
	unsigned tails = bits(_mm_cmplt_epi8(block, each(0xc0))), wanted = leads << 1 | leads << 2 | before->tails;
	unsigned ascii = bits(_mm_andnot_si128(_mm_cmpeq_epi8(block, each(0x7f)), _mm_cmpgt_epi8(block, each(0x1f))));
	unsigned first = bits(_mm_cmpeq_epi8(block, each(0xea))) << 1 | before->first;
	unsigned last = bits(_mm_cmpeq_epi8(block, each(0xed))) << 1 | before->last;
	unsigned low = bits(_mm_cmplt_epi8(block, each(0xb0))), high = bits(_mm_cmpgt_epi8(block, each(0x9d)));
	unsigned other = ~(ascii | leads | tails) | (tails ^ wanted) | (first & low) | (last & high);

	*before = (struct before){ wanted >> BLOCK, first >> BLOCK, last >> BLOCK };
	return other & ((1u << BLOCK) - 1);
}

/* Where a syllable that stands before at began, whose end was not seen. */
static size_t
whole_len(const unsigned char *p, size_t at)
{
	for (size_t n = 1; n <= 2 && n <= at; n++)
		if (p[at - n] >= 0xea && p[at - n] <= 0xed)
			return at - n;
	return at;
}

/* Bytes at p, of n, that are ASCII and syllables, sixteen at a time. */
static size_t
blocks_len(const unsigned char *p, size_t n)
{
	struct before before = { 0 };
	unsigned other = 0;
	size_t i = 0;

	for (; n - i >= BLOCK && !(other = other_bytes(p + i, &before)); i += BLOCK)
		;
	return whole_len(p, other ? i + (size_t)__builtin_ctz(other) : i);
}
#else
static size_t
blocks_len(const unsigned char *p, size_t n)
{
	(void)p, (void)n;
	return 0;
}
#endif

/* The same of the character at p, or of some with it. */
static size_t
some_len(const unsigned char *p, size_t n)
{
	const char *text = (const char *)p;
	size_t syllables;

	if (*p >= 0x80)
		return (syllables = plain_syllables(str_new(text, n))) ? syllables : wide_len(str_new(text, n));
	if (n >= 8 && p[1] < 0x80 && is_plain_word(text))
		return 8;
	return *p >= 0x20 && *p < 0x7f;
}

size_t
plain_len(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, n;

	while (i < s.n) {
		i += blocks_len(p + i, s.n - i);
		n = i < s.n ? some_len(p + i, s.n - i) : 0;
		if (!n)
			break;
		i += n;
	}
	return i;
}
