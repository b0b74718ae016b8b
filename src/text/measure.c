#include "text/measure.h"

#include "text/plain.h"
#include "text/plain_block.h"
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

/* What nearly all there is consists of. */
struct count {
	uint32_t ascii, blanks, latin, hangul, words;
	unsigned before; /* what the last code point is */
};

/* Takes the syllables at the start of *text. */
static void
take_syllables(struct count *c, struct str *text)
{
	size_t n = (unsigned char)*text->p >= SYLLABLE_LEAD ? plain_syllables(*text) : 0;

	*text = str_new(text->p + n, text->n - n);
	c->hangul += (uint32_t)(n / SYLLABLE);
	c->before = n ? 0 : c->before;
}

enum { BLOCKS = 0xff /* that a byte can count */ };

/* Counters of a byte for each of sixteen places. */
struct tally {
	block hangul, blanks, latin, words;
};

static inline block
latin_of(block b)
{
	return block_is_from(b | ('a' ^ 'A'), 'a', 'z');
}

static inline block
in_word(block b)
{
	return latin_of(b) | block_is_from(b, '0', '9');
}

/* Those of the bytes that count: what holds for one has all its bits set, which is -1. */
static inline void
tally_add(struct tally *t, block b, block behind1, block is_counted)
{
	t->hangul -= plain_block_leads(b) & is_counted;
	t->blanks -= (block_is(b, ' ') | block_is(b, '\n')) & is_counted;
	t->latin -= latin_of(b) & is_counted;
	t->words -= in_word(b) & ~in_word(behind1) & is_counted;
}

/* Takes n bytes, of which a syllable may be cut off at the end: it is not taken. */
static void
take_tallied(struct count *c, struct str *text, const struct tally *t, size_t n)
{
	size_t whole = plain_block_whole(text->p, n);
	uint32_t hangul = block_sum(t->hangul) - (whole < n);
	unsigned char last;

	if (!whole)
		return;
	last = (unsigned char)text->p[whole - 1];
	c->hangul += hangul;
	c->ascii += (uint32_t)whole - SYLLABLE * hangul;
	c->blanks += block_sum(t->blanks);
	c->latin += block_sum(t->latin);
	c->words += block_sum(t->words);
	c->before = last < 0x80 ? ascii[last] : 0;
	*text = str_new(text->p + whole, text->n - whole);
}

/* Whether a text begins with a block that it is worth to look at. */
static bool
has_block(struct str text)
{
	return text.n >= BLOCK_BYTES && ((unsigned char)*text.p < 0x80 || (unsigned char)*text.p >= SYLLABLE_LEAD);
}

/* Takes what at the start of *text is printable ASCII, line ends and syllables, sixteen bytes at a time. */
static void
take_blocks(struct count *c, struct str *text)
{
	static const block places = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	const size_t most = text->n < BLOCKS * BLOCK_BYTES ? text->n : BLOCKS * BLOCK_BYTES;
	char before[BLOCK_BYTES + 2] = { 0, c->before & IS_IN_WORD ? '0' : 0 };
	struct tally t = { block_each(0), block_each(0), block_each(0), block_each(0) };
	size_t at = 0, n = BLOCK_BYTES;

	memcpy(before + 2, text->p, BLOCK_BYTES);
	for (; n == BLOCK_BYTES && at + BLOCK_BYTES <= most; at += n) {
		const char *p = at ? text->p + at : before + 2;
		block b = block_at(p), behind1 = block_at(p - 1);
		unsigned other = plain_block_other(b, behind1, block_at(p - 2), block_is(b, '\n'));

		n = other ? (size_t)__builtin_ctz(other) : BLOCK_BYTES;
		tally_add(&t, b, behind1, (block)(places < (unsigned char)n));
	}
	take_tallied(c, text, &t, at);
}

struct measure
measure_text(struct str text)
{
	struct measure m = { 0 };
	struct count c = { 0 };
	unsigned what, all = 0;

	while (text.n) {
		int32_t cp;

		if (has_block(text))
			take_blocks(&c, &text);
		if (text.n)
			take_syllables(&c, &text);
		cp = utf8_next(&text);
		if (cp < 0)
			break;
		if (cp < 0x80) {
			what = ascii[cp];
			c.ascii++;
			c.blanks += what / IS_BLANK & 1;
			c.latin += what / IS_LATIN & 1;
		} else {
			what = add_other(&m, cp);
		}
		c.words += (what & ~c.before) / IS_IN_WORD & 1;
		all |= what;
		c.before = what;
	}
	measure_add(&m, &(struct measure){ .letters = c.ascii - c.blanks + c.hangul, .cells = c.ascii + 2 * c.hangul, .syllables = c.hangul,
		.words = c.words, .hangul = c.hangul, .latin = c.latin });
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
