#include "text/hangul.h"

#include <unicase.h>

#include "text/utf8.h"

enum {
	SYLLABLES = 0xac00,
	SYLLABLES_END = 0xd7a4,
	VOWELS = 21,
	FINALS = 28,
	LETTERS = 0x3131,      /* compatibility jamo */
	FIRST_VOWEL = 30,      /* index of ㅏ among them */
	NONE = -1,
};

/* The keys of the compatibility jamo U+3131..U+3163 on the 두벌식 keyboard. */
static const char letter_keys[][3] = {
	"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt",
	"t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
	"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
};

enum { LETTER_COUNT = sizeof letter_keys / sizeof *letter_keys };

/*
 * Indexes above of the initials and finals of syllables, in their order; the vowels follow one
 * another from FIRST_VOWEL on.
 */
static const int8_t initials[] = { 0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 };
static const int8_t finals[FINALS] = { NONE, 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22,
	23, 25, 26, 27, 28, 29 };

static bool
is_syllable(int32_t cp)
{
	return cp >= SYLLABLES && cp < SYLLABLES_END;
}

static int
index_in(const int8_t *list, size_t n, int letter)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == letter)
			return (int)i;
	return NONE;
}

static int
initial_of(int letter)
{
	return index_in(initials, sizeof initials, letter);
}

static int
final_of(int letter)
{
	return letter == NONE ? NONE : index_in(finals, FINALS, letter);
}

/* Halfwidth jamo stand in the order of the others, with gaps between the vowels. */
static int
halfwidth_letter(int32_t cp)
{
	int32_t vowel = cp - 0xffc2;

	if (cp >= 0xffa1 && cp <= 0xffbe)
		return cp - 0xffa1;
	return cp >= 0xffc2 && cp <= 0xffdc && vowel % 8 < 6 ? FIRST_VOWEL + vowel / 8 * 6 + vowel % 8 : NONE;
}

/* The index of a single jamo of any kind. */
static int
letter_of(int32_t cp)
{
	if (cp >= LETTERS && cp < LETTERS + LETTER_COUNT)
		return cp - LETTERS;
	if (cp >= 0x1100 && cp <= 0x1112)
		return initials[cp - 0x1100];
	if (cp >= 0x1161 && cp <= 0x1175)
		return FIRST_VOWEL + cp - 0x1161;
	if (cp >= 0x11a8 && cp <= 0x11c2)
		return finals[cp - 0x11a7];
	return halfwidth_letter(cp);
}

static size_t
put_keys(char *keys, size_t n, int letter)
{
	if (letter == NONE)
		return n;
	for (const char *k = letter_keys[letter]; *k; k++)
		keys[n++] = *k;
	return n;
}

size_t
hangul_keys(int32_t cp, char keys[8])
{
	size_t n = 0;
	int i = cp - SYLLABLES;

	if (!is_syllable(cp))
		return put_keys(keys, 0, letter_of(cp));
	n = put_keys(keys, n, initials[i / (VOWELS * FINALS)]);
	n = put_keys(keys, n, FIRST_VOWEL + i / FINALS % VOWELS);
	return put_keys(keys, n, finals[i % FINALS]);
}

void
hangul_decode(struct buf *out, struct str s)
{
	while (s.n) {
		struct str from = s;
		char keys[8];
		size_t n = hangul_keys(utf8_next(&s), keys);

		if (n)
			(void)buf_add_bytes(out, keys, n);
		else
			(void)buf_add_bytes(out, from.p, from.n - s.n);
	}
}

/* The letter of one key (b NUL) or of two pressed one after the other. */
static int
find_letter(char a, char b)
{
	for (int i = 0; i < LETTER_COUNT; i++)
		if (letter_keys[i][0] == a && letter_keys[i][1] == b)
			return i;
	return NONE;
}

static int
join_letters(int a, int b)
{
	return letter_keys[a][1] ? NONE : find_letter(letter_keys[a][0], letter_keys[b][0]);
}

/* What an input method holds before it is committed; indexes of letters. */
struct composer {
	int initial, vowel, final;
};

static const struct composer nothing = { NONE, NONE, NONE };

static void
commit(struct buf *out, struct composer *c)
{
	if (c->initial != NONE && c->vowel != NONE) {
		int final = c->final == NONE ? 0 : final_of(c->final);

		utf8_add(out, SYLLABLES + (initial_of(c->initial) * VOWELS + c->vowel - FIRST_VOWEL) * FINALS + final);
	} else if (c->initial != NONE || c->vowel != NONE) {
		utf8_add(out, LETTERS + (c->initial != NONE ? c->initial : c->vowel));
	}
	*c = nothing;
}

/* A vowel takes the final, or its second half, before it along as its initial. */
static void
add_vowel(struct buf *out, struct composer *c, int letter)
{
	int moved = NONE, joined;

	if (c->final != NONE) {
		const char *keys = letter_keys[c->final];

		moved = find_letter(keys[1] ? keys[1] : keys[0], '\0');
		c->final = keys[1] ? find_letter(keys[0], '\0') : NONE;
	} else if (c->vowel == NONE) {
		c->vowel = letter;
		return;
	} else if ((joined = join_letters(c->vowel, letter)) != NONE) {
		c->vowel = joined;
		return;
	}
	commit(out, c);
	c->initial = moved;
	c->vowel = letter;
}

static void
add_consonant(struct buf *out, struct composer *c, int letter)
{
	int final = c->final == NONE ? letter : join_letters(c->final, letter);

	if (c->initial != NONE && c->vowel != NONE && final != NONE && final_of(final) != NONE) {
		c->final = final;
		return;
	}
	commit(out, c);
	c->initial = letter;
}

void
hangul_encode(struct buf *out, struct str keys)
{
	struct composer c = nothing;

	for (size_t i = 0; i < keys.n; i++) {
		int letter = find_letter(keys.p[i], '\0');

		if (letter == NONE)
			letter = find_letter(str_lower(keys.p[i]), '\0');
		if (letter == NONE || !str_is_alpha(keys.p[i])) {
			commit(out, &c);
			(void)buf_putc(out, keys.p[i]);
		} else if (letter >= FIRST_VOWEL) {
			add_vowel(out, &c, letter);
		} else {
			add_consonant(out, &c, letter);
		}
	}
	commit(out, &c);
}

int32_t
hangul_initial(int32_t cp)
{
	int letter;

	if (is_syllable(cp))
		return LETTERS + initials[(cp - SYLLABLES) / (VOWELS * FINALS)];
	letter = letter_of(cp);
	return letter != NONE && initial_of(letter) != NONE ? LETTERS + letter : 0;
}

void
hangul_initials(struct buf *out, struct str s)
{
	while (s.n) {
		int32_t cp = utf8_next(&s), initial;
		int letter;

		if (cp < 0x80) {
			(void)buf_putc(out, (char)cp);
			continue;
		}
		initial = hangul_initial(cp);
		letter = initial ? NONE : letter_of(cp);
		if (letter == NONE || letter >= FIRST_VOWEL) {
			utf8_add(out, initial ? initial : cp);
			continue;
		}
		for (const char *k = letter_keys[letter]; *k; k++)
			utf8_add(out, LETTERS + find_letter(*k, '\0'));
	}
}

/*
 * Code points that count in a match: spaces do not, and a cluster an input method made of two
 * initials (ㄳ) is those two.
 */
struct reader {
	struct str rest;
	int32_t pending; /* second half of a cluster; 0 for none */
};

static int32_t
read_next(struct reader *r, bool is_query)
{
	int32_t cp = r->pending;
	int letter;

	if (cp) {
		r->pending = 0;
		return cp;
	}
	do
		cp = utf8_next(&r->rest);
	while (cp == ' ' || cp == 0xa0);
	letter = is_query ? letter_of(cp) : NONE;
	if (letter == NONE || letter >= FIRST_VOWEL || !letter_keys[letter][1])
		return cp;
	r->pending = LETTERS + find_letter(letter_keys[letter][1], '\0');
	return LETTERS + find_letter(letter_keys[letter][0], '\0');
}

/* In lower case, and a full-width sign as the ASCII one. */
static int32_t
fold(int32_t cp)
{
	if (cp >= 0xff01 && cp <= 0xff5e)
		cp -= 0xff01 - '!';
	return cp < 0x80 ? (int32_t)(unsigned char)str_lower((char)cp) : (int32_t)uc_tolower((ucs4_t)cp);
}

static bool
is_match(int32_t text, int32_t query, bool is_last)
{
	if (text == query)
		return true;
	if (is_syllable(query))
		return is_last && (query - SYLLABLES) % FINALS == 0 && is_syllable(text) &&
		       text - query > 0 && text - query < FINALS;
	if (letter_of(query) != NONE)
		return is_syllable(text) && hangul_initial(text) == hangul_initial(query);
	return fold(text) == fold(query);
}

/* The first of what a query has, and whether that is all. */
struct first {
	int32_t cp; /* below 0: it is empty */
	bool is_all;
};

static struct first
first_of(struct str query)
{
	struct reader r = { .rest = query };
	int32_t cp = read_next(&r, true);

	return (struct first){ cp, cp >= 0 && read_next(&r, true) < 0 };
}

/* Whether a text may begin with the query; most places of a text are passed over by that. */
static bool
may_begin(struct str text, const struct first *first)
{
	int32_t cp = first->cp < 0 ? ' ' : utf8_next(&text);

	return cp == ' ' || cp == 0xa0 || is_match(cp, first->cp, first->is_all);
}

/* True when the whole query stands at the start of text; that is taken off it then. */
static bool
matches_at(struct str *start, struct str wanted)
{
	struct reader text = { .rest = *start }, query = { .rest = wanted };

	int32_t want = read_next(&query, true);

	while (want >= 0) {
		int32_t next = read_next(&query, true);

		if (!is_match(read_next(&text, false), want, next < 0))
			return false;
		want = next;
	}
	*start = text.rest;
	return true;
}

bool
hangul_find(struct str text, struct str query, size_t *from, size_t *to)
{
	const struct first first = first_of(query);
	struct str rest = text, behind;

	do {
		behind = rest;
		if (!may_begin(rest, &first) || !matches_at(&behind, query))
			continue;
		*from = text.n - rest.n;
		*to = text.n - behind.n;
		return true;
	} while (utf8_next(&rest) >= 0);
	return false;
}

bool
hangul_matches(struct str text, struct str query)
{
	size_t from, to;

	return hangul_find(text, query, &from, &to);
}

bool
hangul_begins(struct str text, struct str query)
{
	return matches_at(&text, query);
}
