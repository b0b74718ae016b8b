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

/* plain_block_other(), with the second of two spaces where they may not stand. */
static inline unsigned
other_in(block b, block behind1, block behind2, char also, bool is_words)
{
	unsigned other = plain_block_other(b, behind1, behind2, block_is(b, also));

	return is_words ? other | block_bits(block_is(b, ' ') & block_is(behind1, ' ')) : other;
}

/* Bytes at p, of n, that are ASCII, syllables and also, sixteen at a time; the last sixteen may be looked at twice. is_words: to two spaces. */
static inline size_t
blocks_len(const char *p, size_t n, char also, bool is_words)
{
	size_t at = 0;
	unsigned other;
	block first;

	if (n < BLOCK_BYTES)
		return 0;
	n -= n == BLOCK_BYTES + 1; /* no second block begins at the first byte, before which nothing may be read */
	first = block_at(p);
	other = other_in(first, block_before(first), block_before(block_before(first)), also, is_words);
	if (!other && n >= BLOCK_BYTES + PLAIN_WIDE && plain_wide_is_there())
		at = (is_words ? plain_wide_words_len(p, BLOCK_BYTES, n) : plain_wide_len(p, BLOCK_BYTES, n, also)) - BLOCK_BYTES;
	while (!other && at < n - BLOCK_BYTES) {
		at = n - at > 2 * BLOCK_BYTES ? at + BLOCK_BYTES : n - BLOCK_BYTES;
		other = other_in(block_at(p + at), block_at(p + at - 1), block_at(p + at - 2), also, is_words);
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
		i += blocks_len(s.p + i, s.n - i, also, false);
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

/* The same of the character at the start of s, which is no second space, or of some syllables. */
static size_t
word_len(struct str s)
{
	bool is_blank = s.n > 1 && s.p[0] == '\xc2' && s.p[1] == '\xa0';

	if ((unsigned char)s.p[0] < 0x80)
		return s.p[0] >= ' ' && s.p[0] < 0x7f;
	return is_blank ? 0 : some_len(s.p, s.n);
}

/* Whether a space stands there that is the first byte or behind another one. */
static bool
is_odd_space(struct str s, size_t at)
{
	return at < s.n && s.p[at] == ' ' && (!at || s.p[at - 1] == ' ');
}

size_t
plain_words_len(struct str s)
{
	size_t i = 0, n = 1;

	while (n && !is_odd_space(s, i)) {
		i += blocks_len(s.p + i, s.n - i, ' ', true);
		n = i == s.n || is_odd_space(s, i) ? 0 : word_len(str_sub(s, i, s.n));
		i += n;
	}
	return i;
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

	while ((more = blocks_len(s.p + n, s.n - n, ' ', false)))
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
