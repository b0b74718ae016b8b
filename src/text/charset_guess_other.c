#include "text/charset_guess_other.h"

#include <stdint.h>

enum { LEAST = 8 }; /* letters that a guess rests on */

static bool
is_within(unsigned char c, unsigned char first, unsigned char last)
{
	return c >= first && c <= last;
}

/* Letters of two bytes, and how many of them stand right behind another one. */
struct pairs {
	size_t all, bad, joined;
	size_t common; /* in the rows of the common characters */
	size_t low;    /* with a second byte of ASCII */
};

static bool
is_trail(unsigned char c)
{
	return is_within(c, 0x40, 0x7e) || is_within(c, 0xa1, 0xfe);
}

/* first to last: the lead bytes of the common characters. */
static struct pairs
count_pairs(struct str s, unsigned char first, unsigned char last)
{
	struct pairs count = { 0 };
	bool was_pair = false;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char lead = (unsigned char)s.p[i], trail = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		bool is_pair = is_within(lead, 0xa1, 0xf9) && is_trail(trail);

		if (lead >= 0x80) {
			count.all++;
			count.bad += !is_pair;
			count.joined += is_pair && was_pair;
			count.common += is_pair && is_within(lead, first, last);
			count.low += is_pair && trail < 0x80;
		}
		was_pair = is_pair;
		i += is_pair;
	}
	return count;
}

/* Chinese: in Big5 many second bytes are of ASCII, in EUC-CN none; in both the common characters come first. */
static const char *
guess_chinese(struct str s)
{
	struct pairs big5 = count_pairs(s, 0xa4, 0xc6), euc = count_pairs(s, 0xb0, 0xd7);
	bool is_running = big5.all >= LEAST && big5.bad * 20 <= big5.all && big5.joined * 2 >= big5.all;

	if (is_running && big5.low * 8 >= big5.all && big5.common * 10 >= big5.all * 7)
		return "big5";
	if (is_running && euc.low * 50 <= euc.all && euc.common * 10 >= euc.all * 7)
		return "gb18030";
	return NULL;
}

/* Letters of one byte. */
struct letters {
	size_t all, beside_ascii;
	size_t columns[16]; /* by the high half of the byte */
	size_t thai, hebrew, accented;
};

static struct letters
count_letters(struct str s)
{
	struct letters count = { 0 };

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0xa0)
			continue;
		count.all++;
		count.columns[c >> 4]++;
		count.beside_ascii += (i && str_is_alpha(s.p[i - 1])) || (i + 1 < s.n && str_is_alpha(s.p[i + 1]));
		count.thai += is_within(c, 0xa1, 0xda) || is_within(c, 0xdf, 0xfb);
		count.hebrew += is_within(c, 0xe0, 0xfa);
		count.accented += is_within(c, 0xdc, 0xdf);
	}
	return count;
}

/* Alphabets of their own: words of nothing but high bytes. Cyrillic small letters are the last 32 bytes in windows-1251, those before in KOI8. */
static const char *
guess_alphabet(struct str s)
{
	struct letters count = count_letters(s);
	size_t upper = count.columns[0xc] + count.columns[0xd], lower = count.columns[0xe] + count.columns[0xf];

	if (count.all < LEAST || count.beside_ascii * 5 > count.all)
		return NULL;
	if (count.hebrew * 20 >= count.all * 19)
		return "windows-1255";
	if ((upper + lower) * 10 < count.all * 9)
		return count.thai * 50 >= count.all * 49 && count.columns[0xa] + count.columns[0xb] > lower ? "windows-874" : NULL;
	if (count.accented * 20 >= count.all && lower > upper)
		return "windows-1253";
	if (lower > 3 * upper)
		return "windows-1251";
	return upper > 3 * lower ? "koi8-r" : NULL;
}

const char *
charset_guess_other(struct str bytes)
{
	const char *name = guess_chinese(bytes);

	return name ? name : guess_alphabet(bytes);
}
