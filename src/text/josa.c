#include "text/josa.h"

#include "text/utf8.h"

/* How the last letter of a word ends when it is read aloud. */
enum ending { ENDING_UNKNOWN, ENDING_OPEN, ENDING_L, ENDING_CLOSED };

enum {
	JOSA_WINDOW = 256, /* bytes looked at before a particle: more than any word */
	JOSA_PART = 12,    /* bytes of one form of a particle */
	SAID_MIN = 4,      /* letters of an abbreviation that may be read as a word */
};

/* Endings of English words, the longest first; vowel_before says that the letter before must be a vowel. */
static const struct {
	const char *text;
	enum ending ending;
	bool is_after_vowel;
	size_t max; /* of the word, in letters */
} word_endings[] = {
	{ "le", ENDING_L, false, 99 },      { "el", ENDING_L, false, 99 },      { "l", ENDING_L, false, 99 },
	{ "ng", ENDING_CLOSED, false, 99 }, { "mb", ENDING_CLOSED, false, 99 }, { "ne", ENDING_CLOSED, false, 99 },
	{ "me", ENDING_CLOSED, false, 99 }, { "n", ENDING_CLOSED, false, 99 },  { "m", ENDING_CLOSED, false, 99 },
	{ "oop", ENDING_OPEN, false, 99 },  { "oot", ENDING_OPEN, false, 99 },  { "eet", ENDING_OPEN, false, 99 },
	{ "eat", ENDING_OPEN, false, 99 },  { "oat", ENDING_OPEN, false, 99 }, /* long vowels: 루프, 루트, 시트, 보트 */
	{ "ck", ENDING_CLOSED, true, 5 },   { "p", ENDING_CLOSED, true, 5 },    { "k", ENDING_CLOSED, true, 5 },
	{ "t", ENDING_CLOSED, true, 5 },
};

static bool
is_vowel(char c)
{
	return c && strchr("aeiou", str_lower(c));
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* A word read as it is written: by its last letters. Short ones end in a consonant (봇, 스택), long ones in -으 or -스. */
static enum ending
word_ending(struct str word)
{
	for (size_t i = 0; i < sizeof word_endings / sizeof *word_endings; i++) {
		size_t n = strlen(word_endings[i].text);

		if (word.n <= n || word.n > word_endings[i].max)
			continue;
		if (!str_is_icase(str_sub(word, word.n - n, word.n), word_endings[i].text))
			continue;
		if (!word_endings[i].is_after_vowel || is_vowel(word.p[word.n - n - 1]))
			return word_endings[i].ending;
	}
	return ENDING_OPEN;
}

/* Capitals only: an abbreviation is read letter by letter, but a long one that can be said is a word (HOME, NAVER). */
static bool
is_spelt(struct str word)
{
	bool is_said = false;

	for (size_t i = 0; i < word.n; i++) {
		if (!is_upper(word.p[i]))
			return false;
		is_said |= i > 0 && is_vowel(word.p[i]);
	}
	return word.n < SAID_MIN || !is_said;
}

static enum ending
latin_ending(struct str s)
{
	size_t from = s.n;

	while (from > 0 && str_is_alpha(s.p[from - 1]))
		from--;
	if (!is_spelt(str_sub(s, from, s.n)) && s.n - from > 1)
		return word_ending(str_sub(s, from, s.n));
	switch (str_lower(s.p[s.n - 1])) {
	case 'l':
	case 'r':
		return ENDING_L;
	case 'm':
	case 'n':
		return ENDING_CLOSED;
	default:
		return ENDING_OPEN;
	}
}

/* A number is read 영 일 이 …; with zeros behind it 십 백 천 만 억 조. */
static enum ending
number_ending(struct str s)
{
	static const char by_digit[] = { ENDING_CLOSED, ENDING_L, ENDING_OPEN, ENDING_CLOSED, ENDING_OPEN,
		ENDING_OPEN, ENDING_CLOSED, ENDING_L, ENDING_L, ENDING_OPEN };
	size_t zeros = 0, i = s.n;

	for (; i > 0 && (s.p[i - 1] == '0' || s.p[i - 1] == ','); i--)
		zeros += s.p[i - 1] == '0';
	if (!zeros)
		return (enum ending)by_digit[s.p[s.n - 1] - '0'];
	return zeros >= 12 && zeros < 16 && i > 0 && str_is_digit(s.p[i - 1]) ? ENDING_OPEN : ENDING_CLOSED;
}

/* Takes a "(…)" without brackets in it, and the spaces before it, off the end of *s. */
static bool
drop_bracket(struct str *s)
{
	size_t i = s->n;

	if (!i || s->p[i - 1] != ')')
		return false;
	for (i--; i > 0 && s->p[i - 1] != '(' && s->p[i - 1] != ')'; i--)
		;
	if (i < 2 || s->p[i - 1] != '(')
		return false;
	*s = str_trim(str_sub(*s, 0, i - 1));
	return s->n > 0;
}

/* A letter by itself is read by its name: 기역, 리을, 아. */
static enum ending
letter_ending(int32_t cp)
{
	if (cp == 0x3139)
		return ENDING_L;
	return cp <= 0x314e || (cp >= 0x3165 && cp <= 0x3186) ? ENDING_CLOSED : ENDING_OPEN;
}

static enum ending
find_ending(struct str s)
{
	struct str before;
	int32_t cp;

	s = str_sub(s, s.n > JOSA_WINDOW ? s.n - JOSA_WINDOW : 0, s.n);
	while (s.n) {
		char c = s.p[s.n - 1];

		if (drop_bracket(&s))
			continue;
		if (str_is_digit(c))
			return number_ending(s);
		if (str_is_alpha(c))
			return latin_ending(s);
		before = s;
		cp = utf8_last(&before);
		if (cp >= 0xac00 && cp <= 0xd7a3) {
			int final = (cp - 0xac00) % 28;

			return !final ? ENDING_OPEN : final == 8 ? ENDING_L : ENDING_CLOSED;
		}
		if (cp == '%') /* 퍼센트 */
			return ENDING_OPEN;
		if (cp >= 0x3131 && cp <= 0x318e)
			return letter_ending(cp);
		if (cp == ' ' || cp == 0xa0 || (cp >= 0x3400 && cp <= 0x9fff))
			return ENDING_UNKNOWN;
		s = before;
	}
	return ENDING_UNKNOWN;
}

static void
add_unknown(struct buf *out, struct str closed, struct str open)
{
	if (closed.n > open.n && str_eq(str_sub(closed, closed.n - open.n, closed.n), open)) { /* (으)로, (이)나 */
		(void)buf_printf(out, "(%.*s)%.*s", (int)(closed.n - open.n), closed.p, STR(open));
		return;
	}
	(void)buf_printf(out, "%.*s(%.*s)", STR(closed), STR(open));
}

static void
add_fitting(struct buf *out, enum ending ending, struct str pair)
{
	struct str closed, open;

	if (!str_cut(pair, '/', &closed, &open) || ending == ENDING_UNKNOWN) {
		if (open.n)
			add_unknown(out, closed, open);
		else
			(void)buf_add(out, pair);
		return;
	}
	if (ending == ENDING_L)
		ending = str_starts(closed, "으") ? ENDING_OPEN : ENDING_CLOSED;
	(void)buf_add(out, ending == ENDING_OPEN ? open : closed);
}

void
josa_pick(struct buf *out, struct str word, struct str pair)
{
	add_fitting(out, find_ending(word), pair);
}

static bool
is_particle(struct str s)
{
	if (!s.n || s.n > JOSA_PART)
		return false;
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp < 0xac00 || cp > 0xd7a3)
			return false;
	}
	return true;
}

/* The "을/를" of a "{을/를}" at the start of s; empty when it is something else. */
static struct str
find_pair(struct str s)
{
	size_t end = str_find_char(str_sub(s, 0, 2 * JOSA_PART + 3), '}');
	struct str pair = str_sub(s, 1, end), closed, open;

	if (end >= s.n || end < 2 || !str_cut(pair, '/', &closed, &open))
		return STR_NONE;
	return is_particle(closed) && is_particle(open) ? pair : STR_NONE;
}

void
josa_apply(struct buf *out, struct str line)
{
	size_t start = out->n;

	while (line.n) {
		size_t at = str_find_char(line, '{');
		struct str pair;

		(void)buf_add(out, str_sub(line, 0, at));
		line = str_sub(line, at, line.n);
		if (!line.n)
			break;
		pair = find_pair(line);
		if (pair.n) {
			enum ending ending = find_ending(str_sub(buf_str(out), start, out->n));

			add_fitting(out, ending, pair);
			line = str_sub(line, pair.n + 2, line.n);
		} else {
			(void)buf_putc(out, '{');
			line = str_sub(line, 1, line.n);
		}
	}
}
