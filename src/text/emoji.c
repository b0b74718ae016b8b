#include "text/emoji.h"

#include <unictype.h>

#include "text/utf8.h"

enum { EMOJI_JOINED = 6 }; /* of one sequence; a family has four, a kiss of two people as well */

static bool
is_picture(int32_t cp)
{
	return cp > 0xa0 && uc_is_property_extended_pictographic((ucs4_t)cp);
}

static bool
is_selector(int32_t cp)
{
	return cp == 0xfe0e || cp == 0xfe0f;
}

static bool
is_skin_tone(int32_t cp)
{
	return cp >= 0x1f3fb && cp <= 0x1f3ff;
}

static bool
has_keycap(int32_t cp)
{
	return cp == '#' || cp == '*' || (cp >= '0' && cp <= '9');
}

bool
emoji_is_tail(int32_t cp)
{
	return is_selector(cp) || is_skin_tone(cp);
}

/* True when s ends in an emoji, and one more may be joined to it. */
static bool
may_join(struct str s)
{
	for (int n = 1; n < EMOJI_JOINED; n++) {
		int32_t cp = utf8_last(&s);

		while (emoji_is_tail(cp))
			cp = utf8_last(&s);
		if (!is_picture(cp))
			return false;
		if (utf8_last(&s) != EMOJI_ZWJ)
			return true;
	}
	return false;
}

bool
emoji_goes_on(struct str before, int32_t cp, struct str rest)
{
	int32_t last;

	if (cp == EMOJI_ZWJ)
		return is_picture(utf8_next(&rest)) && may_join(before);
	last = utf8_last(&before);
	if (is_selector(cp))
		return is_picture(last) || (has_keycap(last) && utf8_next(&rest) == EMOJI_KEYCAP);
	if (is_selector(last))
		last = utf8_last(&before);
	return cp == EMOJI_KEYCAP ? has_keycap(last) : is_skin_tone(cp) && is_picture(last);
}

void
emoji_reduce(struct buf *out, struct str s)
{
	while (s.n) {
		struct str from = s;
		int32_t cp = utf8_next(&s);

		if (cp == EMOJI_ZWJ)
			(void)utf8_next(&s);
		else if (!emoji_is_tail(cp))
			(void)buf_add(out, str_sub(from, 0, from.n - s.n));
	}
}
