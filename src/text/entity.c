#include "text/entity.h"

#include "base/block.h"
#include "text/entity_table.h"
#include "text/utf8.h"

enum { NAME_MAX_BYTES = 32 };

/* What the numbers 128 to 159 mean in pages of the world: the letters of windows-1252 (HTML 13.2.5.80). */
static const uint16_t windows_1252[32] = {
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
};

/* The entry of a name: the mark behind it and its value follow. NULL when there is none. */
static const char *
find_entry(struct str name)
{
	size_t low = 0, high = entity_table_size;

	while (low < high) {
		size_t at = low + (high - low) / 2;

		while (at > low && entity_table[at - 1])
			at--;
		const char *entry = entity_table + at;
		size_t n = strcspn(entry, ";!");
		int order = str_cmp(name, str_new(entry, n));

		if (!order)
			return entry;
		if (order < 0)
			high = at;
		else
			low = at + strlen(entry) + 1;
	}
	return NULL;
}

struct str
entity_find(struct str name)
{
	const char *entry = name.n && name.n <= NAME_MAX_BYTES ? find_entry(name) : NULL;

	return entry ? str_of(entry + name.n + 1) : STR_NONE;
}

static int
digit_value(char c)
{
	c = str_lower(c);
	if (str_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* The number in a reference, whatever it stands for; -1 when it is none. */
static int32_t
number_of(struct str name)
{
	bool is_hex = name.n > 1 && str_lower(name.p[1]) == 'x';
	int base = is_hex ? 16 : 10;
	size_t from = is_hex ? 2 : 1;
	int32_t cp = 0;

	if (!str_starts(name, "#") || name.n == from)
		return -1;
	for (size_t i = from; i < name.n; i++) {
		int value = digit_value(name.p[i]);

		if (value >= base)
			return -1;
		if (cp <= 0x10ffff)
			cp = cp * base + value;
	}
	return cp;
}

int32_t
entity_number(struct str name)
{
	int32_t cp = number_of(name);

	if (cp < 0)
		return -1;
	if (cp >= 0x80 && cp < 0xa0)
		cp = windows_1252[cp - 0x80];
	bool is_control = (cp < ' ' && cp != '\t' && cp != '\n' && cp != '\r') || (cp >= 0x7f && cp < 0xa0);
	bool is_scalar = cp <= 0x10ffff && (cp < 0xd800 || cp > 0xdfff) && (cp & 0xfffe) != 0xfffe;

	return is_scalar && !is_control ? cp : 0;
}

/* The bytes behind "&" that may be a name. */
static size_t
name_length(struct str s)
{
	size_t n = s.n && s.p[0] == '#' ? 1 : 0;

	while (n < s.n && n < NAME_MAX_BYTES && (str_is_alpha(s.p[n]) || str_is_digit(s.p[n])))
		n++;
	return n;
}

static bool
takes_no_semicolon(struct str name, struct str rest)
{
	const char *entry = name.n && name.p[0] != '#' ? find_entry(name) : NULL;

	if (rest.n && (str_is_alpha(rest.p[0]) || str_is_digit(rest.p[0]) || rest.p[0] == '='))
		return false;
	return name.p[0] == '#' || (entry && entry[name.n] == '!');
}

/* The half of a surrogate pair that the reference at the start of s, of n bytes, gives; 0 where it gives none. */
static int32_t
half_at(struct str s, size_t *n)
{
	size_t name_n = name_length(str_sub(s, 1, s.n));
	int32_t cp = str_starts(s, "&#") ? number_of(str_sub(s, 1, 1 + name_n)) : -1;

	*n = name_n + 2;
	return cp >= 0xd800 && cp < 0xe000 && str_starts(str_sub(s, 1 + name_n, s.n), ";") ? cp : 0;
}

/* The letter of both halves, "&#55357;&#56832;", as programs write it that know UTF-16 only; 0 where there are none. */
static int32_t
pair_at(struct str s, size_t *n)
{
	size_t high_n, low_n;
	int32_t high = half_at(s, &high_n), low = high && high < 0xdc00 ? half_at(str_sub(s, high_n, s.n), &low_n) : 0;

	if (low < 0xdc00)
		return 0;
	*n = high_n + low_n;
	return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

void
entity_join_halves(struct buf *text)
{
	struct str rest = buf_str(text);
	size_t to = str_find(rest, str_lit("&#")), n, cp_n;

	rest = str_sub(rest, to, rest.n);
	while (rest.n) {
		int32_t cp = pair_at(rest, &n);

		if (cp) {
			cp_n = utf8_put(text->p + to, cp);
		} else {
			n = cp_n = 1 + str_find(str_sub(rest, 1, rest.n), str_lit("&#"));
			memmove(text->p + to, rest.p, n);
		}
		to += cp_n;
		rest = str_sub(rest, n, rest.n);
	}
	buf_truncate(text, to);
}

bool
entity_take(struct buf *out, struct str *s)
{
	size_t pair_n;
	int32_t pair = pair_at(*s, &pair_n);

	if (pair) {
		utf8_add(out, pair);
		*s = str_sub(*s, pair_n, s->n);
		return true;
	}
	struct str after = str_sub(*s, 1, s->n);
	size_t n = name_length(after);
	struct str name = str_sub(after, 0, n), rest = str_sub(after, n, after.n);
	int32_t cp = entity_number(name);
	struct str text = cp < 0 ? entity_find(name) : STR_NONE;

	if (!n || (cp < 0 && !text.n))
		return false;
	if (str_starts(rest, ";"))
		rest = str_sub(rest, 1, rest.n);
	else if (!takes_no_semicolon(name, rest))
		return false;
	if (cp > 0)
		utf8_add(out, cp);
	else
		buf_add(out, text);
	*s = rest;
	return true;
}

void
entity_decode(struct buf *out, struct str s)
{
	while (s.n) {
		size_t at = str_find_char(s, '&');

		buf_add(out, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		if (!s.n || entity_take(out, &s))
			continue;
		buf_putc(out, '&');
		s = str_sub(s, 1, s.n);
	}
}

static const char *
escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

/* Which of sixteen bytes escape_of() knows; & is " with a bit more, > is <. */
static unsigned
specials(block b)
{
	return block_bits(block_is(b & (unsigned char)~('&' ^ '"'), '"') | block_is(b & (unsigned char)~('>' ^ '<'), '<'));
}

/* Where the next of them stands from i on, or s.n. */
static size_t
next_special(struct str s, size_t i)
{
	while (i < s.n && !escape_of(s.p[i]))
		i++;
	return i;
}

/* Copies s as far as the next of them, and maybe more, to where there is room for all of it and a block; the bytes that count. */
static size_t
copy_plain(char *to, struct str s)
{
	size_t i = 0;
	unsigned found = 0;

	for (; s.n - i >= BLOCK_BYTES; i += BLOCK_BYTES) {
		block b = block_at(s.p + i);

		memcpy(to + i, &b, sizeof b);
		if ((found = specials(b)))
			return i + (size_t)__builtin_ctz(found);
	}
	if (i < s.n && s.n >= BLOCK_BYTES) { /* the last block, with some of what has been looked at */
		block b = block_at(s.p + s.n - BLOCK_BYTES);

		memcpy(to + s.n - BLOCK_BYTES, &b, sizeof b);
		found = specials(b) >> (BLOCK_BYTES - (s.n - i));
		return found ? i + (size_t)__builtin_ctz(found) : s.n;
	}
	for (; i < s.n && !escape_of(s.p[i]); i++)
		to[i] = s.p[i];
	return i;
}

/* To a buffer that may have no room for all of it. */
static void
escape_capped(struct buf *out, struct str s)
{
	size_t from = 0, at;

	while ((at = next_special(s, from)) < s.n) {
		buf_add(out, str_sub(s, from, at));
		buf_puts(out, escape_of(s.p[at]));
		from = at + 1;
	}
	buf_add(out, str_sub(s, from, s.n));
}

void
entity_escape(struct buf *out, struct str s)
{
	enum { LONGEST = 6 }; /* of what stands for one of them */
	size_t n;

	if (out->max && s.n * LONGEST + BLOCK_BYTES > out->max - out->n) {
		escape_capped(out, s);
		return;
	}
	for (;; s = str_sub(s, n + 1, s.n)) {
		n = copy_plain(buf_reserve(out, s.n + BLOCK_BYTES), s);
		out->n += n;
		if (n == s.n)
			break;
		buf_puts(out, escape_of(s.p[n]));
	}
	out->p[out->n] = '\0';
}
