#include "text/find_retry.h"

#include "text/hangul.h"
#include "text/utf8.h"

enum {
	STEM_LETTERS = 2,   /* that stay without a particle */
	INITIALS_LEAST = 4, /* so many consonants in a row are meant; fewer are any Latin abbreviation */
};

/* Longer ones first. */
static const char *const particles[] = {
	"으로부터", "에서부터", "이라면서",
	"로부터", "에서는", "에서도", "에서의", "에서만", "에게서", "에게는", "에게도", "으로는", "으로도", "으로의", "으로만", "까지는",
	"까지도", "까지의", "부터는", "부터의", "보다는", "보다도", "처럼은", "이라는", "이라고", "이라면", "이라도", "한테서", "밖에는",
	"에서", "에게", "에는", "에도", "에만", "으로", "로는", "로도", "로의", "로만", "까지", "부터", "처럼", "보다", "이나", "이란",
	"이랑", "이며", "라는", "라고", "라면", "라도", "께서", "한테", "하고", "마다", "조차", "마저", "밖에", "대로", "만의", "만이",
	"만을", "만은", "과의", "와의", "과는", "와는", "이든", "든지",
	"은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "나", "랑", "란",
};

bool
find_retry_particle(struct buf *out, struct str word)
{
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
		struct str stem = str_sub(word, 0, word.n - strlen(particles[i]));

		if (!str_ends(word, particles[i]) || utf8_count(stem) < STEM_LETTERS)
			continue;
		(void)buf_add(out, stem);
		return true;
	}
	return false;
}

/* ---- the other layout */

struct letters {
	size_t syllables, consonants, vowels; /* consonants: alone, behind all syllables */
	size_t latin;
	bool is_broken; /* a syllable stands behind a consonant that is alone */
};

static struct letters
count_letters(struct str text)
{
	struct letters n = { 0 };

	while (text.n) {
		int32_t cp = utf8_next(&text);
		char keys[8];
		bool is_syllable = cp >= 0xac00 && cp <= 0xd7a3;

		n.is_broken |= is_syllable && n.consonants;
		n.syllables += is_syllable;
		n.latin += cp < 0x80 && str_is_alpha((char)cp);
		if (is_syllable || !hangul_keys(cp, keys))
			continue;
		n.consonants += cp <= 0x314e;
		n.vowels += cp > 0x314e;
	}
	return n;
}

/* Syllables, with consonants behind them while a word is being typed; or consonants alone, as initials. */
static bool
can_be_korean(struct letters n)
{
	if (n.latin || n.vowels || n.is_broken)
		return false;
	return n.syllables ? n.consonants <= 1 : n.consonants >= INITIALS_LEAST;
}

static bool
to_korean(struct buf *out, struct str word)
{
	struct buf made = { 0 };
	bool is_made;

	hangul_encode(&made, word);
	is_made = can_be_korean(count_letters(buf_str(&made)));
	if (is_made)
		(void)buf_add(out, buf_str(&made));
	buf_free(&made);
	return is_made;
}

bool
find_retry_layout(struct buf *out, struct str word)
{
	struct letters n = count_letters(word);

	if (n.latin)
		return n.latin > 1 && to_korean(out, word);
	if (!n.syllables && !n.consonants && !n.vowels)
		return false;
	hangul_decode(out, word);
	return true;
}

bool
find_retry_typed(struct buf *out, struct str word)
{
	struct str rest = word;
	int32_t last = utf8_last(&rest);

	if (last < 0xac00 || last > 0xd7a3 || (last - 0xac00) % 28 || !rest.n)
		return false;
	(void)buf_add(out, word);
	return true;
}

/* ---- in parts */

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_joint(char before, char behind)
{
	return (str_is_alpha(before) && str_is_digit(behind)) || (str_is_alpha(before) && !is_upper(before) && is_upper(behind));
}

bool
find_retry_apart(struct buf *out, struct str word)
{
	size_t at = 0;

	for (size_t i = 1; i < word.n; i++) {
		if (!is_joint(word.p[i - 1], word.p[i]))
			continue;
		(void)buf_printf(out, "%.*s ", STR(str_sub(word, at, i)));
		at = i;
	}
	if (!at)
		return false;
	(void)buf_add(out, str_sub(word, at, word.n));
	return true;
}
