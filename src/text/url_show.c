#include <unictype.h>

#include "text/nfc.h"
#include "text/url.h"
#include "text/utf8.h"

static int
hex(char c)
{
	const char *digits = "0123456789abcdef", *at = strchr(digits, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c);

	return c && at ? (int)(at - digits) : -1;
}

/* The byte that s begins with as "%XX"; -1 when it does not. */
static int
escaped(struct str s)
{
	if (s.n < 3 || s.p[0] != '%' || hex(s.p[1]) < 0 || hex(s.p[2]) < 0)
		return -1;
	return hex(s.p[1]) * 16 + hex(s.p[2]);
}

/* Halves of syllables, fillers and forms of another width: what stands for something else or for nothing. */
static bool
is_deceptive(int32_t cp)
{
	return (cp >= 0x1100 && cp <= 0x11ff) || cp == 0x3164 || (cp >= 0xa960 && cp <= 0xa97f) ||
		(cp >= 0xd7b0 && cp <= 0xd7ff) || (cp >= 0xff00 && cp <= 0xffef);
}

/* Letters and digits that are read from left to right and stay themselves when the text is copied. */
static bool
is_readable(struct str letter)
{
	struct str rest = letter;
	int32_t cp = utf8_next(&rest);
	int bidi = uc_bidi_category((ucs4_t)cp);
	struct buf nfc = { 0 };
	bool is_same;

	if (!uc_is_alnum((ucs4_t)cp) || is_deceptive(cp))
		return false;
	if (bidi == UC_BIDI_R || bidi == UC_BIDI_AL || bidi == UC_BIDI_AN)
		return false;
	nfc_add(&nfc, letter);
	is_same = str_eq(buf_str(&nfc), letter);
	buf_free(&nfc);
	return is_same;
}

/* The letter beyond ASCII whose bytes s begins with, escaped; returns how many there are, 0 for none. */
static size_t
escaped_letter(struct str s, char letter[4])
{
	int first = escaped(s);
	size_t n = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;

	for (size_t i = 0; i < n; i++) {
		int byte = escaped(str_sub(s, 3 * i, s.n));

		if (byte < 0)
			return 0;
		letter[i] = (char)byte;
	}
	return n && utf8_is_valid(str_new(letter, n)) && is_readable(str_new(letter, n)) ? n : 0;
}

void
url_show(struct buf *out, struct str text)
{
	size_t path = str_find(text, str_lit("://"));

	path = path < text.n ? path + 3 : 0;
	path += str_find_char(str_sub(text, path, text.n), '/');
	for (size_t i = 0; i < text.n;) {
		char letter[4];
		size_t n = i > path ? escaped_letter(str_sub(text, i, text.n), letter) : 0;

		if (n)
			(void)buf_add_bytes(out, letter, n);
		else
			(void)buf_putc(out, text.p[i]);
		i += n ? 3 * n : 1;
	}
}
