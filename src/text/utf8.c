#include "text/utf8.h"

#include "base/block.h"
#include "base/word.h"

/*
 * How many bytes the sequence takes that begins with c, and what its second
 * byte may be, so that overlong forms, surrogates and what is past U+10FFFF are
 * refused there; 0 when none begins so.
 */
static size_t
lead_length(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	*high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	if (c < 0xc2 || c > 0xf4)
		return 0;
	return c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static bool
is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

static struct str
skip(struct str s, size_t n)
{
	return str_new(s.p + n, s.n - n);
}

/*
 * Decodes the sequence at s.p, of at least one byte; *n is what it takes. -1 when it is ill-formed:
 * *n is the maximal part to replace then.
 */
static int32_t
decode(struct str s, size_t *n)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char low, high;
	size_t whole;
	int32_t cp;

	*n = 1;
	if (p[0] < 0x80)
		return p[0];
	if (s.n >= 3 && (cp = utf8_three(s.p)) >= 0) {
		*n = 3;
		return cp;
	}
	whole = lead_length(p[0], &low, &high);
	if (!whole || s.n < 2 || p[1] < low || p[1] > high)
		return -1;
	cp = p[0] & (0xff >> (whole + 1));
	for (; *n < whole; ++*n) {
		if (*n >= s.n || !is_tail(p[*n]))
			return -1;
		cp = cp << 6 | (p[*n] & 0x3f);
	}
	return cp;
}

int32_t
utf8_next_other(struct str *s)
{
	int32_t cp;
	size_t n;

	if (!s->n)
		return -1;
	cp = decode(*s, &n);
	*s = skip(*s, n);
	return cp < 0 ? UTF8_REPLACEMENT : cp;
}

int32_t
utf8_last(struct str *s)
{
	size_t from, n;
	int32_t cp;

	if (!s->n)
		return -1;
	for (from = s->n - 1; from > 0 && s->n - from < 4 && is_tail((unsigned char)s->p[from]); from--)
		;
	cp = decode(skip(*s, from), &n);
	if (n != s->n - from) {
		cp = -1;
		from = s->n - 1;
	}
	s->n = from;
	return cp < 0 ? UTF8_REPLACEMENT : cp;
}

size_t
utf8_put(char out[4], int32_t cp)
{
	if (cp < 0 || cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		cp = UTF8_REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xc0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xe0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	out[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

void
utf8_add(struct buf *b, int32_t cp)
{
	char bytes[4];

	(void)buf_add_bytes(b, bytes, utf8_put(bytes, cp));
}

size_t
utf8_ascii(struct str s)
{
	size_t i = 0;

	while (s.n - i >= sizeof(uint64_t) && !(word_at(s.p + i) & WORD_EACH(0x80)))
		i += sizeof(uint64_t);
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

/* Bytes at the start of s that are well-formed. */
static size_t
valid_len(struct str s)
{
	size_t i = utf8_ascii(s), n;

	while (i < s.n && decode(skip(s, i), &n) >= 0) {
		i += n;
		i += utf8_ascii(skip(s, i));
	}
	return i;
}

bool
utf8_is_valid(struct str s)
{
	return valid_len(s) == s.n;
}

bool
utf8_repair(struct buf *out, struct str s)
{
	bool is_repaired = false;

	while (s.n) {
		size_t n = valid_len(s);

		(void)buf_add_bytes(out, s.p, n);
		s = skip(s, n);
		if (!s.n)
			break;
		(void)utf8_next(&s);
		utf8_add(out, UTF8_REPLACEMENT);
		is_repaired = true;
	}
	return is_repaired;
}

size_t
utf8_count(struct str s)
{
	size_t n = 0;

	while (utf8_next(&s) >= 0)
		n++;
	return n;
}

/* The bytes of n blocks that begin letters; 15 at the most, for all of theirs are counted in one byte. */
static size_t
letters_in(const char *p, size_t n)
{
	block others = { 0 };
	uint64_t halves[2];

	for (size_t i = 0; i < n; i++) {
		block b = block_at(p + i * BLOCK_BYTES), tails = (block)((block_signed)b < (signed char)0xc0);

		others -= tails | block_is(b, ' ') | block_is_from(b, '\t', '\r'); /* they are -1 each */
	}
	memcpy(halves, &others, sizeof halves);
	return n * BLOCK_BYTES - ((halves[0] + halves[1]) * WORD_EACH(1) >> 56);
}

size_t
utf8_letters(struct str s)
{
	char end[BLOCK_BYTES];
	size_t n = 0, i = 0;

	while (s.n - i >= BLOCK_BYTES) {
		size_t blocks = (s.n - i) / BLOCK_BYTES < 15 ? (s.n - i) / BLOCK_BYTES : 15;

		n += letters_in(s.p + i, blocks);
		i += blocks * BLOCK_BYTES;
	}
	if (i == s.n)
		return n;
	memset(end, ' ', sizeof end);
	memcpy(end, s.p + i, s.n - i);
	return n + letters_in(end, 1);
}

struct str
utf8_prefix(struct str s, size_t max)
{
	if (s.n <= max)
		return s;
	while (max > 0 && is_tail((unsigned char)s.p[max]))
		max--;
	return str_new(s.p, max);
}
