#include "feed/mojibake.h"

#include "text/charset_table.h"
#include "text/utf8.h"

static bool
has_c1(struct str s)
{
	for (size_t i = str_find_char(s, '\xc2'); i + 1 < s.n; i++) {
		if (s.p[i] == '\xc2' && (unsigned char)s.p[i + 1] < 0xa0)
			return true;
		i += str_find_char(str_sub(s, i + 1, s.n), '\xc2');
	}
	return false;
}

/* The byte that ISO 8859-1 or else windows-1252 has for a character; -1 where neither has one. */
static int
byte_of(const char16_t *letters, int32_t cp)
{
	if (cp < 0x100)
		return cp;
	for (int i = 0; i < 0x20; i++)
		if (letters[i] == cp)
			return 0x80 + i;
	return -1;
}

/* The bytes of the text; false when not all of it has one, as where anything is Korean. */
static bool
to_latin(struct buf *out, const char16_t *letters, struct str s)
{
	while (s.n) {
		int byte = byte_of(letters, utf8_next(&s));

		if (byte < 0)
			return false;
		buf_putc(out, (char)byte);
	}
	return true;
}

/* Whether there are letters of three bytes: those of two are too easily met by chance. */
static bool
has_long_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xe0)
			return true;
	return false;
}

/* Whether the first letter above ASCII, if any, is one that neither has: of those that begin with E3 and more, as nearly all of Korean do. */
static bool
begins_foreign(struct str s)
{
	size_t i = utf8_ascii(s);

	return i == s.n || (unsigned char)s.p[i] >= 0xe3;
}

bool
mojibake_mend(struct buf *out, struct str s)
{
	struct buf bytes = { 0 };
	bool is_strange = has_c1(s), is_turned;

	if (!is_strange && begins_foreign(s))
		return false;
	const char16_t *letters = charset_table_find(str_lit("windows-1252"))->letters;

	is_turned = to_latin(&bytes, letters, s) && utf8_is_valid(buf_str(&bytes)) && (is_strange || has_long_letters(buf_str(&bytes)));
	if (is_turned)
		buf_add(out, buf_str(&bytes));
	buf_free(&bytes);
	if (is_turned || !is_strange)
		return is_turned;
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp >= 0x80 && cp < 0xa0)
			cp = letters[cp - 0x80];
		utf8_add(out, cp);
	}
	return true;
}
