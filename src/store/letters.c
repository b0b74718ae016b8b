#include "store/letters.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/letters_wide.h"

enum { ENTITY_MAX = 12, COUNTER_MAX = 5, FULL_WIDTH = 0xfee0, ROMAN_MAX = 4, NUMBER_BITS = 30 };

enum { THREE_BYTES = (0xe0 << 12) + (0x80 << 6) + 0x80 }; /* what UTF-8 has over the code point in three bytes */

/* Words whose number says how often a page was looked at. */
static const struct {
	uint32_t word[COUNTER_MAX];
	size_t n;
} counters[] = {
	{ { 0xc870, 0xd68c }, 2 },                   /* 조회 */
	{ { 0xc870, 0xd68c, 0xc218 }, 3 },           /* 조회수 */
	{ { 0xc77d, 0xc74c }, 2 },                   /* 읽음 */
	{ { 0xacf5, 0xac10 }, 2 },                   /* 공감 */
	{ { 0xb313, 0xae00 }, 2 },                   /* 댓글 */
	{ { 'v', 'i', 'e', 'w', 's' }, 5 },
	{ { 'h', 'i', 't', 's' }, 4 },
};

static bool
is_behind_counter(const struct letters *l)
{
	for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
		size_t n = counters[i].n;

		if (l->n >= n && l->v[l->n - 1] == counters[i].word[n - 1] && !memcmp(&l->v[l->n - n], counters[i].word, n * sizeof *l->v))
			return true;
	}
	return false;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* A letter beyond ASCII as it is compared, 0 for marks, signs and pictures. */
static uint32_t
fold_wide(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x4e00, 0x9fff }, { 0x3041, 0x318e }, { 0xc0, 0x24f }, { 0x370, 0x1fff }, { 0x3400, 0x4dbf },
		{ 0xf900, 0xfaff }, { 0x20000, 0x3ffff },
	};

	if (c >= 0xac00 && c <= 0xd7a3)
		return c;
	if (c >= 0xff10 && c <= 0xff5a) {
		c -= FULL_WIDTH;
		return str_is_alpha((char)c) || is_digit(c) ? (uint32_t)str_lower((char)c) : 0;
	}
	if (c == 0xd7 || c == 0xf7)
		return 0;
	if (c >= 0xc0 && c <= 0xde)
		return c + 0x20;
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return c;
	return 0;
}

/* The code point at p, which begins with a byte above ASCII; *n is how many bytes it has. Bytes that are none are passed over. */
static uint32_t
wide_at(const unsigned char *p, size_t left, size_t *n)
{
	size_t need = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : *p >= 0xc0 ? 2 : 1;
	uint32_t c = *p & (0xffu >> (need + 1));

	*n = need <= left ? need : left;
	if (need == 1 || need > left)
		return 0;
	for (size_t i = 1; i < need; i++)
		c = c << 6 | (p[i] & 0x3fu);
	return c;
}

/* Bytes of a tag or an entity at p, 1 where it is neither. */
static size_t
markup_at(const char *p, size_t left)
{
	const char *end = NULL;

	if (*p == '<')
		end = memchr(p, '>', left);
	else if (*p == '&')
		end = memchr(p, ';', left < ENTITY_MAX ? left : ENTITY_MAX);
	return end ? (size_t)(end - p) + 1 : 1;
}

/* The letter at p, 0 for none; *n is how many bytes it has. */
static inline uint32_t
letter_at(const char *p, size_t left, size_t *n)
{
	unsigned char c = (unsigned char)*p;

	*n = 1;
	if (c >= 0x80)
		return fold_wide(wide_at((const unsigned char *)p, left, n));
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return c | 0x20u;
	if (c >= '0' && c <= '9')
		return c;
	if (c == '<' || c == '&')
		*n = markup_at(p, left);
	return 0;
}

/* Room for the letters of a text, of which there is none yet. */
static size_t
reserve(struct letters *l, struct str text, size_t max)
{
	size_t room = text.n < max ? text.n : max;

	if (l->cap < room) {
		l->v = mem_realloc(l->v, room, sizeof *l->v);
		l->cap = room;
	}
	l->n = 0;
	return room;
}

/* Takes what most of a text is, up to a digit, an entity or another alphabet: syllables, words in ASCII, tags and what is between them. Returns bytes. */
static size_t
fold_plain(struct letters *l, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n, *tag;
	uint32_t *to = l->v + l->n, c;

	while (p < end) {
		if (*p >= 0x80) {
			c = end - p < 3 ? 0 : ((uint32_t)p[0] << 12) + ((uint32_t)p[1] << 6) + p[2] - THREE_BYTES;
			if (c - 0xac00 > 0xd7a3 - 0xac00)
				break;
			*to++ = c;
			p += 3;
		} else if ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') {
			*to++ = *p++ | 0x20u;
		} else if (*p == '<') {
			tag = memchr(p, '>', (size_t)(end - p));
			if (!tag)
				break; /* it ends behind the text that was given, or not at all */
			p = tag + 1;
		} else if (is_digit(*p) || *p == '&') {
			break;
		} else {
			p++;
		}
	}
	l->n = (size_t)(to - l->v);
	return text.n - (size_t)(end - p);
}

/* Many at a time, and one by one where little is left. */
static size_t
take(struct letters *l, struct str text, size_t room)
{
	size_t n = text.n >= LETTERS_WIDE ? letters_wide(l, text, room) : 0;

	if (n && text.n - n >= LETTERS_WIDE && room - l->n >= LETTERS_WIDE)
		return n;
	return n + fold_plain(l, str_sub(text, n, n + (room - l->n))); /* no byte is more than one letter */
}

void
letters_fold(struct letters *l, struct str text, size_t max)
{
	size_t room = reserve(l, text, max), n;
	bool is_counting = false;

	for (size_t i = 0; i < text.n && l->n < room; i += n) {
		size_t was = l->n;
		uint32_t c;

		n = take(l, str_sub(text, i, text.n), room);
		is_counting &= l->n == was;
		if (n)
			continue;
		c = letter_at(text.p + i, text.n - i, &n);
		if (!c)
			continue;
		if (is_digit(c) && (is_counting || is_behind_counter(l))) {
			is_counting = true;
			continue;
		}
		is_counting = false;
		l->v[l->n++] = c;
	}
}

/* Signs that are a number: ①, ⑴, ⒈, ❶, ➀, ➊, Ⅰ, ⅰ and those behind them; 0 for others. */
static uint32_t
sign_number(uint32_t c)
{
	static const uint32_t signs[][2] = { { 0x2460, 20 }, { 0x2474, 20 }, { 0x2488, 20 }, { 0x2776, 10 }, { 0x2780, 10 },
		{ 0x278a, 10 }, { 0x2160, 12 }, { 0x2170, 12 } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (c >= signs[i][0] && c < signs[i][0] + signs[i][1])
			return c - signs[i][0] + 1;
	return 0;
}

static bool
is_word(struct str s, size_t at)
{
	return at < s.n && (str_is_alpha(s.p[at]) || str_is_digit(s.p[at]));
}

/* "II" to "XII" as a word of their own; one letter alone says too little. */
static uint32_t
roman_number(struct str s, size_t at, size_t *n)
{
	static const char *const romans[] = { "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII" };
	static const unsigned char values[] = { 2, 3, 4, 6, 7, 8, 9, 11, 12 };
	struct str word;
	size_t end = at;

	while (is_word(s, end) && end - at <= ROMAN_MAX)
		end++;
	word = str_sub(s, at, end);
	for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
		if ((!at || !is_word(s, at - 1)) && str_eq(word, str_of(romans[i]))) {
			*n = word.n;
			return values[i];
		}
	return 0;
}

/* A run of digits, however many, without zeros in front. */
static uint32_t
digits_number(struct str s, size_t at, size_t *n)
{
	uint32_t value = 0;
	size_t end = at;

	for (; end < s.n && str_is_digit(s.p[end]); end++)
		value = (value * 10 + (uint32_t)(s.p[end] - '0')) & ((1u << NUMBER_BITS) - 1);
	*n = end - at;
	return value;
}

/* The letter, number or sign of a title at a byte, 0 for none. */
static uint32_t
title_at(struct str s, size_t at, size_t *n)
{
	uint32_t c;

	if (str_is_digit(s.p[at]))
		return LETTERS_NUMBER + digits_number(s, at, n);
	*n = 1;
	if (s.p[at] == '+' || s.p[at] == '#')
		return (unsigned char)s.p[at];
	if (s.p[at] == '<' || s.p[at] == '&')
		return 0; /* titles are plain text */
	if ((unsigned char)s.p[at] < 0x80) {
		c = roman_number(s, at, n);
		return c ? LETTERS_NUMBER + c : letter_at(s.p + at, s.n - at, n);
	}
	c = sign_number(wide_at((const unsigned char *)s.p + at, s.n - at, n));
	if (c)
		return LETTERS_NUMBER + c;
	c = letter_at(s.p + at, s.n - at, n);
	return is_digit(c) ? LETTERS_NUMBER + c - '0' : c;
}

/* Takes syllables, small letters and blanks, which most of a title is: no number begins with one. Returns where they end. */
static size_t
fold_title_plain(struct letters *l, struct str title, size_t at, size_t room)
{
	const unsigned char *p = (const unsigned char *)title.p;
	uint32_t c;

	for (; at < title.n && l->n < room; at += c < 0x80 ? 1 : 3) {
		c = p[at];
		if (c >= 0x80) {
			c = title.n - at < 3 ? 0 : (c << 12) + ((uint32_t)p[at + 1] << 6) + p[at + 2] - THREE_BYTES;
			if (c - 0xac00 > 0xd7a3 - 0xac00)
				break;
		} else if (c != ' ' && (c < 'a' || c > 'z')) {
			break;
		}
		if (c != ' ')
			l->v[l->n++] = c;
	}
	return at;
}

void
letters_fold_title(struct letters *l, struct str title, size_t max)
{
	size_t room = reserve(l, title, max), n;

	for (size_t i = 0; (i = fold_title_plain(l, title, i, room)) < title.n && l->n < room; i += n) {
		uint32_t c = title_at(title, i, &n);

		if (c)
			l->v[l->n++] = c;
	}
}

bool
letters_eq(const struct letters *a, const struct letters *b)
{
	return a->n == b->n && (!a->n || !memcmp(a->v, b->v, a->n * sizeof *a->v));
}

void
letters_free(struct letters *l)
{
	free(l->v);
	*l = (struct letters){ 0 };
}
