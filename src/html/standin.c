#include "html/standin.h"

#include "text/utf8.h"

enum {
	FIRST = 0x100000, COUNT = 0xfffe, /* the last two letters of a plane are none */
	LEAD = 0xf4,                      /* their first byte in UTF-8, and of nothing else that is valid */
	MARK_BYTES = 4,
	PART_MIN = 12,
	BLANK = '\f',
	BLANK_BYTES = 4, /* of a mark for blanks */
	BLANK_MIN = 8,
};

static const char blank_digits[] = " \t\n";

static bool
is_digit_of(char c, bool is_hex)
{
	return (c >= '0' && c <= '9') || (is_hex && str_lower(c) >= 'a' && str_lower(c) <= 'f');
}

/* What the number behind "&#" comes to, or just over FIRST. */
static uint32_t
number_at(struct str s, size_t at)
{
	bool is_hex = at < s.n && str_lower(s.p[at]) == 'x';
	uint32_t value = 0;

	for (at += is_hex; at < s.n && value < FIRST && is_digit_of(s.p[at], is_hex); at++)
		value = value * (is_hex ? 16 : 10) + (uint32_t)(s.p[at] <= '9' ? s.p[at] - '0' : str_lower(s.p[at]) - 'a' + 10);
	return value;
}

/* True where the parser would find letters that look like marks. */
static bool
has_marks(struct str html)
{
	if (str_find_char(html, (char)LEAD) < html.n || str_find_char(html, BLANK) < html.n)
		return true;
	for (size_t at = 0; (at += str_find(str_sub(html, at, html.n), str_lit("&#"))) < html.n; at += 2)
		if (number_at(html, at + 2) >= FIRST || number_at(html, at + 2) == BLANK)
			return true;
	return false;
}

void
standin_init(struct standin *s, struct str html)
{
	*s = (struct standin){ .is_off = has_marks(html) };
}

void
standin_free(struct standin *s)
{
	vec_free(&s->parts);
}

/* Bytes at the start of s, eight at a time, that are no controls: from none of them a blank could be taken with a borrow. */
static size_t
shown_len(struct str s)
{
	size_t i = 0;
	uint64_t word;

	for (; s.n - i >= sizeof word; i += sizeof word) {
		memcpy(&word, s.p + i, sizeof word);
		if ((word - 0x2020202020202020) & ~word & 0x8080808080808080)
			break;
	}
	return i;
}

/* The parser makes "\n" of "\r", and U+FFFD of other controls. */
static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		i += shown_len(str_sub(s, i, s.n));
		if (i < s.n && (unsigned char)s.p[i] < ' ' && s.p[i] != '\n' && s.p[i] != '\t')
			return true;
	}
	return false;
}

void
standin_add(struct standin *s, struct buf *out, struct str part)
{
	if (s->is_off || part.n < PART_MIN || s->parts.n == COUNT || has_controls(part)) {
		(void)buf_add(out, part);
		return;
	}
	utf8_add(out, (int32_t)(FIRST + s->parts.n));
	*vec_add(&s->parts) = part;
}

/* One past the reference at s[at] = '&', or what could be one. */
static size_t
skip_reference(struct str s, size_t at)
{
	at++;
	while (at < s.n && (str_is_alpha(s.p[at]) || is_digit_of(s.p[at], false) || s.p[at] == '#'))
		at++;
	return at + (at < s.n && s.p[at] == ';');
}

/* The number of a run of blanks, STANDIN_BLANKS when there are too many. */
static size_t
number_of(struct standin *s, struct str blanks)
{
	size_t i = 0;

	while (i < s->n_blanks && !str_eq(s->blanks[i], blanks))
		i++;
	if (i == s->n_blanks && i < STANDIN_BLANKS)
		s->blanks[s->n_blanks++] = blanks;
	return i;
}

/* The first blank stays: behind the tag of a pre it may be a line end that is dropped. */
static void
add_blanks(struct standin *s, struct buf *out, struct str blanks)
{
	struct str rest = str_sub(blanks, 1, blanks.n);
	size_t number = STANDIN_BLANKS;

	if (!s->is_off && rest.n >= BLANK_MIN && !has_controls(blanks))
		number = number_of(s, rest);
	if (number == STANDIN_BLANKS) {
		(void)buf_add(out, blanks);
		return;
	}
	(void)buf_putc(out, blanks.p[0]);
	(void)buf_putc(out, BLANK);
	(void)buf_putc(out, blank_digits[number / 9]);
	(void)buf_putc(out, blank_digits[number / 3 % 3]);
	(void)buf_putc(out, blank_digits[number % 3]);
}

void
standin_add_text(struct standin *s, struct buf *out, struct str text)
{
	size_t at = 0, next;

	while (at < text.n && str_is_space(text.p[at]))
		at++;
	add_blanks(s, out, str_sub(text, 0, at));
	while (at < text.n) {
		next = at + str_find_char(str_sub(text, at, text.n), '&');
		standin_add(s, out, str_sub(text, at, next));
		at = next < text.n ? skip_reference(text, next) : next;
		(void)buf_add(out, str_sub(text, next, at));
	}
}

/* The part that the mark of BLANK_BYTES or MARK_BYTES at p stands for; all marks are of this document. */
static struct str
part_at(const struct standin *s, const char *p)
{
	struct str mark = str_new(p, MARK_BYTES);
	size_t i = 0;

	if (*p != BLANK) {
		i = (size_t)(utf8_next(&mark) - FIRST);
		return i < s->parts.n ? s->parts.v[i] : STR_NONE;
	}
	for (size_t k = 1; k < BLANK_BYTES; k++)
		i = i * 3 + (p[k] == blank_digits[0] ? 0 : p[k] == blank_digits[1] ? 1 : 2);
	return i < s->n_blanks ? s->blanks[i] : STR_NONE;
}

/* Where the first mark stands, or text.n. */
static size_t
find_mark(const struct standin *s, struct str text)
{
	size_t at = s->parts.n ? str_find_char(text, (char)LEAD) : text.n;

	return s->n_blanks ? str_find_char(str_sub(text, 0, at), BLANK) : at;
}

struct str
standin_put_back(const struct standin *s, struct arena *a, struct str text)
{
	size_t at = find_mark(s, text);
	struct buf whole = { 0 };
	struct str ret;

	_Static_assert((int)MARK_BYTES == (int)BLANK_BYTES, "marks of one size");
	if (at + MARK_BYTES > text.n)
		return arena_dup(a, text);
	if (text.n == MARK_BYTES)
		return arena_dup(a, part_at(s, text.p));
	while (at + MARK_BYTES <= text.n) {
		(void)buf_add(&whole, str_sub(text, 0, at));
		(void)buf_add(&whole, part_at(s, text.p + at));
		text = str_sub(text, at + MARK_BYTES, text.n);
		at = find_mark(s, text);
	}
	(void)buf_add(&whole, text);
	ret = arena_dup(a, buf_str(&whole));
	buf_free(&whole);
	return ret;
}
