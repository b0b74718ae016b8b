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

/* The bytes that ISO 8859-1 has for the text; false when it has not all of it. */
static bool
to_latin(struct buf *out, struct str s)
{
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp > 0xff)
			return false;
		buf_putc(out, (char)cp);
	}
	return true;
}

bool
mojibake_mend(struct buf *out, struct str s)
{
	struct buf bytes = { 0 };

	if (!has_c1(s))
		return false;
	const char16_t *letters = charset_table_find(str_lit("windows-1252"))->letters;

	if (to_latin(&bytes, s) && utf8_is_valid(buf_str(&bytes))) {
		buf_add(out, buf_str(&bytes));
		buf_free(&bytes);
		return true;
	}
	buf_free(&bytes);
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp >= 0x80 && cp < 0xa0)
			cp = letters[cp - 0x80];
		utf8_add(out, cp);
	}
	return true;
}
