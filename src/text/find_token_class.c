#include "text/find_token_class.h"

#include <stdbool.h>
#include <stddef.h>
#include <unictype.h>

enum {
	SYLLABLES = 0xac00,
	SYLLABLES_END = 0xd7a4,
	WIDE = 0xff01, /* full-width forms of ASCII */
	WIDE_END = 0xff5f,
	WIDE_OFF = 0xfee0,
};

struct range {
	int32_t first, last;
};

/* Hangul, Han and Kana, in order. */
static const struct range runs[] = {
	{ 0x1100, 0x11ff }, { 0x3005, 0x3007 }, { 0x3041, 0x3096 }, { 0x309d, 0x309f }, { 0x30a1, 0x30fa }, { 0x30fc, 0x30ff },
	{ 0x3105, 0x312f }, { 0x3131, 0x3163 }, { 0x3165, 0x318e }, { 0x31f0, 0x31ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff },
	{ 0xa960, 0xa97f }, { 0xac00, 0xd7a3 }, { 0xd7b0, 0xd7ff }, { 0xf900, 0xfaff }, { 0xff66, 0xff9d }, { 0xffa1, 0xffdc },
	{ 0x20000, 0x3ffff },
};

static const struct range blanks[] = {
	{ '\t', '\t' }, { ' ', ' ' }, { 0xa0, 0xa0 }, { 0x1680, 0x1680 }, { 0x2000, 0x200b }, { 0x202f, 0x202f }, { 0x205f, 0x205f },
	{ 0x3000, 0x3000 }, { 0x3164, 0x3164 },
};

/* What is not seen, and marks that change the letter before them. */
static const struct range nones[] = {
	{ 0xad, 0xad }, { 0x300, 0x36f }, { 0x200c, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x2064 }, { 0x3099, 0x309a },
	{ 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xe0100, 0xe01ef },
};

#define is_in(ranges, cp) is_among((ranges), sizeof(ranges) / sizeof *(ranges), (cp))

static bool
is_among(const struct range *ranges, size_t n, int32_t cp)
{
	for (size_t i = 0; i < n && cp >= ranges[i].first; i++)
		if (cp <= ranges[i].last)
			return true;
	return false;
}

/* FIND_TOKEN_BREAK is 0. */
const unsigned char find_token_class_ascii[0x80] = {
	['\t'] = FIND_TOKEN_BLANK, [' '] = FIND_TOKEN_BLANK, ['_'] = FIND_TOKEN_WORD, ['0' ... '9'] = FIND_TOKEN_WORD,
	['A' ... 'Z'] = FIND_TOKEN_WORD, ['a' ... 'z'] = FIND_TOKEN_WORD,
};

enum find_token_class
find_token_class(int32_t cp)
{
	if (cp >= WIDE && cp < WIDE_END)
		cp -= WIDE_OFF;
	if (cp < 0x80)
		return find_token_class_ascii[cp];
	if ((cp >= SYLLABLES && cp < SYLLABLES_END) || is_in(runs, cp))
		return FIND_TOKEN_RUN;
	if (is_in(blanks, cp))
		return FIND_TOKEN_BLANK;
	if (is_in(nones, cp))
		return FIND_TOKEN_NONE;
	if (uc_is_property_alphabetic((ucs4_t)cp) || uc_is_general_category((ucs4_t)cp, UC_DECIMAL_DIGIT_NUMBER))
		return FIND_TOKEN_WORD;
	return FIND_TOKEN_BREAK;
}
