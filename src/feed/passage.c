#include "feed/passage.h"

#include "base/block.h"
#include "text/plain.h"
#include "text/utf8.h"

static const struct str section_start = STR_INIT("<![CDATA["), section_end = STR_INIT("]]>");

/* Bytes at the start of s to the end of the tag or whatever begins there, or of the start of a section. */
static size_t
tag_len(struct str s)
{
	size_t n = str_find_char(s, '>');

	return str_has_head(s, section_start) ? section_start.n : n + (n < s.n);
}

/* Where the section that s is the rest of ends, or s.n. Markup in it has many ">" and few "]". */
static size_t
find_section_end(struct str s)
{
	size_t at = 0;

	while ((at += str_find_char(str_sub(s, at, s.n), ']')) < s.n && !str_has_head(str_sub(s, at, s.n), section_end))
		at++;
	return at;
}

/* Whether it is an instruction, a comment or a declaration: none of an element, and no section. */
static bool
is_beside(struct str tag)
{
	return tag.n > 1 && (tag.p[1] == '?' || tag.p[1] == '!') && !str_has_head(tag, section_start);
}

size_t
passage_find(struct str s)
{
	size_t at = 0;
	struct str tag;

	do {
		at += str_find_char(str_sub(s, at, s.n), '<');
		tag = str_sub(s, at, s.n);
		at += tag_len(tag);
	} while (is_beside(tag));
	return at;
}

struct str
passage_text(struct str s, enum passage kind)
{
	size_t n = kind == PASSAGE_SECTION ? find_section_end(s) : str_find_char(s, '<');

	return str_sub(s, 0, n < s.n ? n : 0);
}

/* The length of the letter at the start of s, which is not plain; 0 when the parser is to look at it. */
static size_t
letter_len(struct str s)
{
	struct str rest = s;
	int32_t cp = utf8_next(&rest);
	bool is_fine = cp >= ' ' ? cp != UTF8_REPLACEMENT && (cp & 0xfffe) != 0xfffe : cp == '\n' || cp == '\t';

	return is_fine ? s.n - rest.n : 0;
}

size_t
passage_fine(struct str text)
{
	struct str rest = text = str_sub(text, 0, find_section_end(text));
	size_t n;

	do {
		n = plain_lines_len(rest);
		if (n < rest.n)
			n += letter_len(str_sub(rest, n, rest.n));
		rest = str_sub(rest, n, rest.n);
	} while (n && rest.n);
	return text.n - rest.n;
}

/* Takes text off *s, which may begin with it: one comparison or two, as its length is known where this is part of. */
static inline bool
take_off(struct str *s, const char *text)
{
	size_t n = strlen(text);

	if (s->n < n || memcmp(s->p, text, n) != 0)
		return false;
	*s = str_new(s->p + n, s->n - n);
	return true;
}

/* The letter of a reference that XML itself has, which is taken off *s, a "&" and more; '\0' for others. */
static char
take_reference(struct str *s)
{
	switch (s->n > 1 ? s->p[1] : '\0') {
	case 'l':
		return take_off(s, "&lt;") ? '<' : '\0';
	case 'g':
		return take_off(s, "&gt;") ? '>' : '\0';
	case 'q':
		return take_off(s, "&quot;") ? '"' : '\0';
	case 'a':
		return take_off(s, "&amp;") ? '&' : take_off(s, "&apos;") ? '\'' : '\0';
	default:
		return '\0';
	}
}

/* Copies what stands before the next reference, sixteen bytes at a time, where there is that much of it and room; the bytes copied. */
static size_t
copy_blocks(char *to, size_t room, struct str s)
{
	size_t n = 0, end = room < s.n ? room : s.n;
	unsigned bits = 0;

	while (!bits && end - n > BLOCK_BYTES + 2) { /* a letter that it cuts has its end behind it */
		block b = block_at(s.p + n);

		memcpy(to + n, &b, sizeof b);
		bits = block_bits(block_is(b, '&'));
		n += bits ? (size_t)__builtin_ctz(bits) : BLOCK_BYTES;
	}
	return n;
}

/* The same for the rest, of whole letters. */
static size_t
copy_rest(char *to, size_t room, struct str s)
{
	struct str before = utf8_prefix(str_sub(s, 0, str_find_char(str_sub(s, 0, room), '&')), room);

	memcpy(to, before.p, before.n);
	return before.n;
}

size_t
passage_take(char piece[PASSAGE_PIECE], struct str *text)
{
	size_t n = 0;

	while (text->n && n < PASSAGE_PIECE) {
		char letter = text->p[0] == '&' ? take_reference(text) : '\0';
		size_t copied = 0;

		if (letter)
			piece[n++] = letter;
		copied = copy_blocks(piece + n, PASSAGE_PIECE - n, *text);
		if (!letter && !copied)
			copied = copy_rest(piece + n, PASSAGE_PIECE - n, *text);
		if (!letter && !copied)
			break;
		*text = str_new(text->p + copied, text->n - copied);
		n += copied;
	}
	return n;
}
