#include "text/clean_escape.h"

#include "text/utf8.h"

enum { ESC = 0x1b, BEL = 0x07, ST = 0x9c };

/* What a control character opens: ESC and a letter, or the C1 character 0x40 above it. */
enum opens { OPENS_NOTHING, OPENS_CSI, OPENS_STRING, OPENS_ESCAPE };

static enum opens
opened_by(int32_t c1)
{
	switch (c1) {
	case 0x9b:
		return OPENS_CSI;
	case 0x90: /* DCS */
	case 0x98: /* SOS */
	case 0x9d: /* OSC */
	case 0x9e: /* PM */
	case 0x9f: /* APC */
		return OPENS_STRING;
	default:
		return OPENS_NOTHING;
	}
}

static bool
is_byte(struct str s, size_t i, unsigned char low, unsigned char high)
{
	return i < s.n && (unsigned char)s.p[i] >= low && (unsigned char)s.p[i] <= high;
}

/* One past the final byte at or behind i, or 0. */
static size_t
end_of_csi(struct str s, size_t i)
{
	while (is_byte(s, i, 0x30, 0x3f))
		i++;
	while (is_byte(s, i, 0x20, 0x2f))
		i++;
	return is_byte(s, i, 0x40, 0x7e) ? i + 1 : 0;
}

/* One past BEL or ST, or 0 when another control character comes before. */
static size_t
end_of_string(struct str s, size_t i)
{
	struct str rest = str_sub(s, i, s.n);

	while (rest.n) {
		int32_t cp = utf8_next(&rest);

		if (cp == BEL || cp == ST)
			return s.n - rest.n;
		if (cp == ESC && rest.n && rest.p[0] == '\\')
			return s.n - rest.n + 1;
		if ((cp < 0x20 && cp != '\t') || (cp >= 0x7f && cp < 0xa0))
			return 0;
	}
	return 0;
}

static size_t
end_of_escape(struct str s, size_t i)
{
	while (is_byte(s, i, 0x20, 0x2f))
		i++;
	return is_byte(s, i, 0x30, 0x7e) ? i + 1 : 0;
}

size_t
clean_escape_len(struct str s)
{
	struct str rest = s;
	int32_t cp = utf8_next(&rest);
	size_t own = s.n - rest.n, at = own, end = 0;
	enum opens opens = cp == ESC ? OPENS_ESCAPE : opened_by(cp);

	if (cp == ESC && is_byte(s, 1, 0x40, 0x5f) && opened_by(s.p[1] + 0x40) != OPENS_NOTHING) {
		opens = opened_by(s.p[1] + 0x40);
		at = 2;
	}
	if (opens == OPENS_CSI)
		end = end_of_csi(s, at);
	else if (opens == OPENS_STRING)
		end = end_of_string(s, at);
	else if (opens == OPENS_ESCAPE)
		end = end_of_escape(s, at);
	return end ? end : own;
}
