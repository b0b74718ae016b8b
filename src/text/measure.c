#include "text/measure.h"

#include "text/plain.h"
#include "text/utf8.h"
#include "text/wrap_class.h"

/* What a code point is. */
enum {
	IS_WIDE = 1 << 0,
	IS_SYLLABLE = 1 << 1,
	IS_IN_WORD = 1 << 2,
	IS_KANA = 1 << 4,
	IS_HAN = 1 << 5,
	IS_LATIN = 1 << 6,
	IS_BLANK = 1 << 7,
	IS_UNPLAIN = 1 << 8,
};

enum { SYLLABLE = 3 /* bytes */, SYLLABLE_LEAD = 0xea /* the first of them, or higher */ };

static const uint16_t ascii[0x80] = {
	[0 ... '\t' - 1] = IS_UNPLAIN,
	['\t'] = IS_BLANK | IS_UNPLAIN,
	['\n'] = IS_BLANK,
	['\n' + 1 ... '\r'] = IS_BLANK | IS_UNPLAIN,
	['\r' + 1 ... ' ' - 1] = IS_UNPLAIN,
	[' '] = IS_BLANK,
	['0' ... '9'] = IS_IN_WORD,
	['A' ... 'Z'] = IS_IN_WORD | IS_LATIN,
	['a' ... 'z'] = IS_IN_WORD | IS_LATIN,
	[0x7f] = IS_UNPLAIN,
};

static bool
is_wide(int32_t cp)
{
	return cp >= 0x1100 && (cp <= 0x115f || (cp >= 0x2e80 && cp <= 0xa4cf) || (cp >= 0xac00 && cp <= 0xd7a3) ||
	    (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0xfe30 && cp <= 0xfe6f) || (cp >= 0xff00 && cp <= 0xff60) ||
	    (cp >= 0x1f300 && cp <= 0x3fffd));
}

static unsigned
script_of(int32_t cp)
{
	if (cp >= 0x3041 && cp <= 0x30ff)
		return IS_KANA;
	if ((cp >= 0x4e00 && cp <= 0x9fff) || (cp >= 0x3400 && cp <= 0x4dbf))
		return IS_HAN;
	return cp >= 0xc0 && cp <= 0x24f ? IS_LATIN : 0;
}

static unsigned
reading_of(int32_t cp)
{
	switch (wrap_class(cp)) {
	case WRAP_CLASS_HANGUL:
	case WRAP_CLASS_HAN:
		return IS_SYLLABLE;
	case WRAP_CLASS_LETTER:
	case WRAP_CLASS_DIGIT:
		return IS_IN_WORD;
	default:
		return 0;
	}
}

/* Adds a code point that is neither ASCII nor a Hangul syllable; returns what it is. */
static unsigned
add_other(struct measure *m, int32_t cp)
{
	unsigned script = script_of(cp), reading = reading_of(cp);

	m->letters++;
	m->cells += is_wide(cp) ? 2 : 1;
	m->syllables += reading == IS_SYLLABLE;
	m->kana += script == IS_KANA;
	m->han += script == IS_HAN;
	m->latin += script == IS_LATIN;
	return reading | (plain_is(cp) ? 0 : IS_UNPLAIN);
}

/* Takes the syllables at the start of *text; returns how many. */
static uint32_t
take_syllables(struct str *text)
{
	size_t n = (unsigned char)*text->p >= SYLLABLE_LEAD ? plain_syllables(*text) : 0;

	*text = str_new(text->p + n, text->n - n);
	return (uint32_t)(n / SYLLABLE);
}

struct measure
measure_text(struct str text)
{
	struct measure m = { 0 };
	uint32_t ascii_n = 0, blanks = 0, latin = 0, hangul = 0, words = 0; /* nearly all there is */
	unsigned before = 0, what, all = 0;

	while (text.n) {
		uint32_t syllables = take_syllables(&text);
		int32_t cp;

		hangul += syllables;
		before = syllables ? 0 : before;
		cp = utf8_next(&text);
		if (cp < 0)
			break;
		if (cp < 0x80) {
			what = ascii[cp];
			ascii_n++;
			blanks += what / IS_BLANK & 1;
			latin += what / IS_LATIN & 1;
		} else {
			what = add_other(&m, cp);
		}
		words += (what & ~before) / IS_IN_WORD & 1;
		all |= what;
		before = what;
	}
	measure_add(&m, &(struct measure){ .letters = ascii_n - blanks + hangul, .cells = ascii_n + 2 * hangul, .syllables = hangul,
		.words = words, .hangul = hangul, .latin = latin });
	m.is_plain = !(all & IS_UNPLAIN);
	return m;
}

void
measure_add(struct measure *m, const struct measure *other)
{
	m->letters += other->letters;
	m->cells += other->cells;
	m->syllables += other->syllables;
	m->words += other->words;
	m->hangul += other->hangul;
	m->kana += other->kana;
	m->han += other->han;
	m->latin += other->latin;
	m->is_plain &= other->is_plain;
}
