#include "text/wrap_class.h"

#include <stddef.h>
#include <unictype.h>

/* In the order of code points. */
static const uint16_t opening[] = {
	'(', '<', '[', '{', 0xab, 0x2018, 0x201c, 0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016,
	0xff08, 0xff1c, 0xff3b, 0xff5b, 0xff62,
};

static const uint16_t closing[] = {
	'!', '%', ')', ',', '-', '.', '/', ':', ';', '>', '?', ']', '}', '~', 0xb0, 0xb7, 0xbb, 0x2013, 0x2014, 0x2019,
	0x201d, 0x2025, 0x2026, 0x2027, 0x2030, 0x2032, 0x2033, 0x203c, 0x2047, 0x2048, 0x2049, 0x2103, 0x2109, 0x3001,
	0x3002, 0x3005, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015, 0x3017, 0x301c, 0x309d, 0x309e, 0x30fb, 0x30fc,
	0x30fd, 0x30fe, 0x318d, 0xff01, 0xff05, 0xff09, 0xff0c, 0xff0d, 0xff0e, 0xff0f, 0xff1a, 0xff1b, 0xff1e, 0xff1f,
	0xff3d, 0xff5d, 0xff5e, 0xff61, 0xff63, 0xff64, 0xff65,
};

/* Closing marks that also begin words. */
static const uint16_t beginning[] = { '-', '.', '/', '~', 0xb7, 0x2013, 0x2014 };

static const uint16_t dashes[] = { '-', '/', ':', '|', '~', 0xb7, 0x2013, 0x2014 };

#define has(list, cp) is_among((list), sizeof(list) / sizeof *(list), (cp))

static bool
is_among(const uint16_t *list, size_t n, int32_t cp)
{
	size_t from = 0;

	while (n) {
		size_t half = n / 2;

		if (list[from + half] == cp)
			return true;
		if (list[from + half] < cp) {
			from += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return false;
}

static bool
is_plain_letter(int32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= 0xac00 && cp <= 0xd7a3);
}

bool
wrap_class_is_open(int32_t cp)
{
	return !is_plain_letter(cp) && has(opening, cp);
}

bool
wrap_class_is_closing(int32_t cp)
{
	return !is_plain_letter(cp) && has(closing, cp);
}

bool
wrap_class_sticks(int32_t cp)
{
	return wrap_class_is_closing(cp) && !has(beginning, cp);
}

bool
wrap_class_is_dash(int32_t cp)
{
	return has(dashes, cp);
}

static bool
is_hangul(int32_t cp)
{
	if (cp >= 0xac00 && cp <= 0xd7a3)
		return true;
	if (cp >= 0x3131 && cp <= 0x318e)
		return cp != 0x318d; /* the middle dot */
	return (cp >= 0x1100 && cp <= 0x11ff) || (cp >= 0xa960 && cp <= 0xa97c) || (cp >= 0xffa1 && cp <= 0xffdc);
}

static bool
is_han(int32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0x3040 && cp <= 0x30ff) || (cp >= 0xf900 && cp <= 0xfaff) ||
	       (cp >= 0x20000 && cp <= 0x3ffff) || cp == 0x3005;
}

static bool
is_emoji(int32_t cp)
{
	return cp >= 0x1f000 || (cp >= 0x2190 && uc_is_property_extended_pictographic((ucs4_t)cp));
}

enum wrap_class
wrap_class(int32_t cp)
{
	if (is_hangul(cp))
		return WRAP_CLASS_HANGUL;
	if (cp < 0x80 && is_plain_letter(cp))
		return WRAP_CLASS_LETTER;
	if (cp >= '0' && cp <= '9')
		return WRAP_CLASS_DIGIT;
	if (cp < 0x80)
		return WRAP_CLASS_OTHER;
	if (is_han(cp))
		return WRAP_CLASS_HAN;
	if (is_emoji(cp))
		return WRAP_CLASS_EMOJI;
	return uc_is_alpha((ucs4_t)cp) ? WRAP_CLASS_LETTER : WRAP_CLASS_OTHER;
}
