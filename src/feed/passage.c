#include "feed/passage.h"

#include "text/plain.h"
#include "text/utf8.h"

enum { LONG = 64 /* bytes that are worth a call of the parser's */ };

static const struct str section_start = STR_INIT("<![CDATA["), section_end = STR_INIT("]]>");

/* Bytes at the start of s to the end of the tag or whatever begins there, or of the start of a section. */
static size_t
tag_len(struct str s)
{
	size_t n = str_find_char(s, '>');

	return str_has_head(s, section_start) ? section_start.n : n + (n < s.n);
}

/* Bytes of the text that s begins with, as far as LONG. */
static size_t
text_len(struct str s, bool is_section)
{
	s = str_sub(s, 0, LONG);
	return is_section ? str_find(s, section_end) : str_find_char(s, '<');
}

size_t
passage_find(struct str s)
{
	for (size_t at = 0; at < s.n;) {
		struct str tag = str_sub(s, at, s.n);

		tag = str_sub(tag, str_find_char(tag, '<'), tag.n);
		at = s.n - tag.n + tag_len(tag);
		if (s.n - at <= LONG)
			break;
		size_t n = text_len(str_sub(s, at, s.n), str_has_head(tag, section_start));

		if (n == LONG)
			return at;
		at += n;
	}
	return s.n;
}

struct str
passage_text(struct str s, enum passage kind)
{
	size_t n = kind == PASSAGE_SECTION ? str_find(s, section_end) : str_find_char(s, '<');

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
	struct str rest = text = str_sub(text, 0, str_find(text, section_end));
	size_t n;

	do {
		n = plain_len(rest);
		if (n < rest.n)
			n += letter_len(str_sub(rest, n, rest.n));
		rest = str_sub(rest, n, rest.n);
	} while (n && rest.n);
	return text.n - rest.n;
}

/* The letter of a reference that XML itself has, which is taken off *s, a "&" and more; '\0' for others. */
static char
take_reference(struct str *s)
{
	static const struct {
		struct str name;
		char letter;
	} references[] = {
		{ STR_INIT("lt;"), '<' }, { STR_INIT("gt;"), '>' }, { STR_INIT("amp;"), '&' }, { STR_INIT("quot;"), '"' },
		{ STR_INIT("apos;"), '\'' },
	};
	struct str name = str_sub(*s, 1, s->n);

	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (str_has_head(name, references[i].name)) {
			*s = str_sub(name, references[i].name.n, name.n);
			return references[i].letter;
		}
	return '\0';
}

size_t
passage_take(char piece[PASSAGE_PIECE], struct str *text)
{
	size_t n = 0;

	while (text->n && n < PASSAGE_PIECE) {
		struct str before = str_sub(*text, 0, PASSAGE_PIECE - n);
		char letter = '\0';

		before = utf8_prefix(str_sub(*text, 0, str_find_char(before, '&')), PASSAGE_PIECE - n);
		memcpy(piece + n, before.p, before.n);
		*text = str_sub(*text, before.n, text->n);
		n += before.n;
		if (n < PASSAGE_PIECE && text->n && text->p[0] == '&' && (letter = take_reference(text)))
			piece[n++] = letter;
		if (!before.n && !letter)
			break;
	}
	return n;
}
