#include "text/plain.h"

#include <endian.h>

#include "base/word.h"
#include "text/plain_block.h"
#include "text/plain_wide.h"
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
	uint32_t bytes;

	for (; s.n - i > 3; i += 3) {
		memcpy(&bytes, p + i, sizeof bytes);
		bytes = be32toh(bytes) >> 8;
		if (bytes - first > last - first || (bytes & 0xc0c0) != 0x8080)
			return i;
	}
	bytes = s.n - i == 3 ? (uint32_t)p[i] << 16 | (uint32_t)p[i + 1] << 8 | p[i + 2] : 0;
	return bytes - first > last - first || (bytes & 0xc0c0) != 0x8080 ? i : i + 3;
}

/* Bytes at p, of n, that are ASCII, syllables and also, sixteen at a time; the last sixteen may be looked at twice. */
static inline size_t
blocks_len(const char *p, size_t n, char also)
{
	size_t at = 0;
	unsigned other;
	block first;

	if (n < BLOCK_BYTES)
		return 0;
	n -= n == BLOCK_BYTES + 1; /* no second block begins at the first byte, before which nothing may be read */
	first = block_at(p);
	other = plain_block_other(first, block_before(first), block_before(block_before(first)), block_is(first, also));
	if (!other && n >= BLOCK_BYTES + PLAIN_WIDE && plain_wide_is_there())
		at = plain_wide_len(p, BLOCK_BYTES, n, also) - BLOCK_BYTES;
	while (!other && at < n - BLOCK_BYTES) {
		at = n - at > 2 * BLOCK_BYTES ? at + BLOCK_BYTES : n - BLOCK_BYTES;
		other = plain_block_other(block_at(p + at), block_at(p + at - 1), block_at(p + at - 2), block_is(block_at(p + at), also));
	}
	return plain_block_whole(p, other ? at + (size_t)__builtin_ctz(other) : n);
}

/* The same of the character at p, or of some with it. */
static size_t
some_len(const char *p, size_t n)
{
	size_t syllables;

	if ((unsigned char)*p >= 0x80)
		return (syllables = plain_syllables(str_new(p, n))) ? syllables : wide_len(str_new(p, n));
	if (n >= 8 && (unsigned char)p[1] < 0x80 && is_plain_word(p))
		return 8;
	return *p >= 0x20 && *p < 0x7f;
}

/* also: ASCII. */
static inline size_t
run_len(struct str s, char also)
{
	size_t i = 0, n;

	while (i < s.n) {
		i += blocks_len(s.p + i, s.n - i, also);
		n = i < s.n ? some_len(s.p + i, s.n - i) : 0;
		if (!n && (i == s.n || s.p[i] != also))
			break;
		i += n ? n : 1;
	}
	return i;
}

size_t
plain_len(struct str s)
{
	return run_len(s, ' ');
}

size_t
plain_lines_len(struct str s)
{
	return run_len(s, '\n');
}

/* How many of eight bytes begin characters of several. */
static size_t
count_leads(uint64_t word)
{
	return word_count(word & word << 1 & WORD_EACH(0x80));
}

size_t
plain_simple_prefix(struct str s, int *cols)
{
	size_t n = 0, more, syllables = 0, at = 0;

	while ((more = blocks_len(s.p + n, s.n - n, ' ')))
		n += more;
	while ((more = plain_simple_len(str_sub(s, n, s.n))))
		n += more;
	for (; n - at >= 8; at += 8)
		syllables += count_leads(word_at(s.p + at));
	for (; at < n; at++)
		syllables += (unsigned char)s.p[at] >= 0xc0;
	*cols = (int)(n - syllables);
	return n;
}
