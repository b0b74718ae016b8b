#include "html/outline_mark.h"

#include "base/num.h"
#include "html/outline_sign.h"
#include "text/utf8.h"

#define SYLLABLES "가|나|다|라|마|바|사|아|자|차|카|타|파|하"
#define ROMAN "Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|Ⅶ|Ⅷ|Ⅸ|Ⅹ"
#define ROMAN_ASCII "I|II|III|IV|V|VI|VII|VIII|IX|X"

/*
 * A pattern is matched from the left:
 *	#  one or two digits, the number
 *	*  one of the words; its place is the number where the pattern has no #
 *	~  blanks, if any        _  at least one blank
 *	?  a "." if there is one
 *	&  at least one of  blank . : ) ,
 *	$  the end, or at least one of  blank . : ) ] -
 *	!  not before a digit
 * Anything else stands for itself. Words in small Latin letters match capitals too.
 */
static const struct mark {
	enum outline_mark_class class;
	int rank;
	const char *pattern;
	struct str words;
	bool stands_alone; /* may be the whole line */
} marks[] = {
	{ OUTLINE_MARK_CHAPTER, 0, "제~#~*$", STR_INIT("장|부|편|화|막|강"), true },
	{ OUTLINE_MARK_CHAPTER, 0, "#*$", STR_INIT("장|부|막|강"), true },
	{ OUTLINE_MARK_PART, 0, "*~?~#$", STR_INIT("part|chapter|ch"), true },
	{ OUTLINE_MARK_ROMAN, 1, "*.~", STR_INIT(ROMAN "|" ROMAN_ASCII), false },
	{ OUTLINE_MARK_ROMAN, 1, "*)~", STR_INIT(ROMAN "|" ROMAN_ASCII), false },
	{ OUTLINE_MARK_ROMAN, 1, "*~-_", STR_INIT(ROMAN "|" ROMAN_ASCII), false },
	{ OUTLINE_MARK_ROMAN, 1, "*~–_", STR_INIT(ROMAN "|" ROMAN_ASCII), false },
	{ OUTLINE_MARK_ROMAN, 1, "*_", STR_INIT(ROMAN), false },
	{ OUTLINE_MARK_CLAUSE, 1, "제~#~*$", STR_INIT("절|조|항|단계"), false },
	{ OUTLINE_MARK_STEP, 2, "*~?~#$", STR_INIT("step|단계|phase|case|tip|day|lesson|방법|이유|팁|level|lv"), true },
	{ OUTLINE_MARK_STAGE, 2, "#~*$", STR_INIT("단계|일차|주차|번째"), true },
	{ OUTLINE_MARK_QUESTION, 2, "Q~?~#&", STR_NONE, false },
	{ OUTLINE_MARK_QUESTION, 2, "Q&", STR_NONE, false },
	{ OUTLINE_MARK_NUMBER, 2, "#.!~", STR_NONE, false },
	{ OUTLINE_MARK_BRACKETED, 2, "[#]~", STR_NONE, false },
	{ OUTLINE_MARK_BRACKETED, 2, "#\u20e3~", STR_NONE, false }, /* a keycap */
	{ OUTLINE_MARK_COUNTER, 4, "#번_", STR_NONE, false },
	{ OUTLINE_MARK_SYLLABLE, 3, "*._", STR_INIT(SYLLABLES), false },
	{ OUTLINE_MARK_NUMBER_PAREN, 4, "#)~", STR_NONE, false },
	{ OUTLINE_MARK_SYLLABLE_PAREN, 5, "*)~", STR_INIT(SYLLABLES), false },
	{ OUTLINE_MARK_IN_PARENS, 6, "(#)~", STR_NONE, false },
	{ OUTLINE_MARK_SYLLABLE_PARENS, 7, "(*)~", STR_INIT(SYLLABLES), false },
	{ OUTLINE_MARK_PARENTHESIZED, 6, "*~", STR_INIT("⑴|⑵|⑶|⑷|⑸|⑹|⑺|⑻|⑼|⑽"), false },
	{ OUTLINE_MARK_CIRCLED, 8, "*~", STR_INIT("①|②|③|④|⑤|⑥|⑦|⑧|⑨|⑩|⑪|⑫|⑬|⑭|⑮|⑯|⑰|⑱|⑲|⑳"), false },
	{ OUTLINE_MARK_DARK_CIRCLED, 8, "*~", STR_INIT("❶|❷|❸|❹|❺|❻|❼|❽|❾|❿"), false },
	{ OUTLINE_MARK_LETTER, 4, "*._", STR_INIT("A|B|C|D|E|F|G|H"), false },
	{ OUTLINE_MARK_LETTER, 4, "*)_", STR_INIT("A|B|C|D|E|F|G|H"), false },
	{ OUTLINE_MARK_ORDINAL, 2, "*&", STR_INIT("첫째|둘째|셋째|넷째|다섯째|여섯째|일곱째|여덟째|아홉째|열째"), false },
	{ OUTLINE_MARK_ORDINAL, 2, "*~번째&", STR_INIT("첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열"), false },
};

/* Takes any of the bytes in set off *s; returns how many. */
static size_t
take_any(struct str *s, const char *set)
{
	size_t n = 0;

	while (n < s->n && s->p[n] && strchr(set, s->p[n]))
		n++;
	*s = str_sub(*s, n, s->n);
	return n;
}

static bool
take_word(struct str *s, struct str word)
{
	struct str head = str_sub(*s, 0, word.n);
	bool is_small = word.p[0] >= 'a' && word.p[0] <= 'z';

	if (head.n && str_lower(head.p[0]) != str_lower(word.p[0]))
		return false;
	if (is_small ? !str_eq_icase(head, word) : !str_eq(head, word))
		return false;
	*s = str_sub(*s, word.n, s->n);
	return true;
}

/* Matches one sign of a pattern that is not "*". */
static bool
take_sign(struct str *s, char sign, int *number)
{
	switch (sign) {
	case '#':
		return (*number = (int)num_take(s, 2)) >= 0;
	case '~':
		take_any(s, " ");
		return true;
	case '_':
		return take_any(s, " ");
	case '?':
		if (str_starts(*s, "."))
			*s = str_sub(*s, 1, s->n);
		return true;
	case '&':
		return take_any(s, " .:),");
	case '$':
		return !s->n || take_any(s, " .:)]-");
	case '!':
		return !s->n || !str_is_digit(s->p[0]);
	default:
		if (!s->n || s->p[0] != sign)
			return false;
		*s = str_sub(*s, 1, s->n);
		return true;
	}
}

static bool
match_signs(struct str *s, struct str pattern, int *number)
{
	for (size_t i = 0; i < pattern.n; i++)
		if (!take_sign(s, pattern.p[i], number))
			return false;
	return true;
}

/* Whether one of the words begins with that character. */
static bool
has_word_with(struct str words, struct str first)
{
	size_t from = 0, at;

	for (; (at = from + str_find(str_sub(words, from, words.n), first)) < words.n; from = at + 1)
		if (!at || words.p[at - 1] == '|')
			return true;
	return false;
}

/* Whether one of the words may stand at the start of s, by its first character: said before each of them is looked at. */
static bool
may_begin(struct str words, struct str s)
{
	struct str rest = s, first;
	int32_t cp = utf8_next(&rest);
	char small = cp >= 0 && cp < 0x80 ? str_lower((char)cp) : '\0';

	if (cp < 0)
		return false;
	first = str_sub(s, 0, s.n - rest.n);
	return has_word_with(words, first) || (small && small != *first.p && has_word_with(words, str_new(&small, 1)));
}

/* The same of a mark. */
static bool
may_match(const struct mark *mark, struct str s)
{
	switch (*mark->pattern) {
	case '#':
		return str_is_digit(*s.p);
	case '*':
		return may_begin(mark->words, s);
	default:
		return *s.p == *mark->pattern;
	}
}

/* Matches a mark at the start of text: what is behind it, and its number. */
static bool
match(const struct mark *mark, struct str text, struct str *rest, int *number)
{
	struct str before, after, words = mark->words, word;

	*number = -1;
	*rest = text;
	if (!str_cut(str_of(mark->pattern), '*', &before, &after))
		return match_signs(rest, before, number);
	if (!match_signs(rest, before, number) || !may_begin(words, *rest))
		return false;
	for (int place = 1; words.n; place++) {
		struct str s = *rest;
		int n = *number;

		str_cut(words, '|', &word, &words);
		if (!take_word(&s, word) || !match_signs(&s, after, &n))
			continue;
		*rest = s;
		*number = n >= 0 ? n : place;
		return true;
	}
	return false;
}

/* Takes off "1.1", "2-3-1" with a blank, ")" or "." behind; no part has more than two digits, so that dates and most versions are none. */
static bool
match_decimal(struct str *text, struct outline_mark *ret)
{
	struct str s = *text, part;
	int64_t n = num_take(&s, 2);
	int parts = 1;

	while (n >= 0 && s.n > 1 && (s.p[0] == '.' || s.p[0] == '-')) {
		part = str_sub(s, 1, s.n);
		if (num_take(&part, 2) < 0)
			break;
		s = part;
		parts++;
	}
	if (parts < 2 || !take_any(&s, " .)"))
		return false;
	s = str_trim(s);
	if (!s.n || str_is_digit(s.p[0]))
		return false;
	*text = s;
	*ret = (struct outline_mark){ .number = (int)n, .class = OUTLINE_MARK_DECIMAL, .rank = 3 };
	ret->parts = (uint16_t)(parts < UINT16_MAX ? parts : UINT16_MAX);
	return true;
}

/* An emoji may stand before the number. */
static struct str
skip_emoji(struct str text)
{
	struct str s = text, next;

	for (;;) {
		next = s;
		if (!outline_sign_is_emoji(utf8_next(&next)))
			break;
		s = next;
		take_any(&s, " ");
	}
	if (s.n && (str_is_digit(s.p[0]) || s.p[0] == '(' || s.p[0] == '[' || (s.p[0] >= 'A' && s.p[0] <= 'Z') ||
	    str_starts(s, "제")))
		return s;
	return text;
}

/* Whether the letters of ASCII at the start of s are all of a word that a mark starts with. */
static bool
may_be_word(struct str s)
{
	static const char *const words[] = {
		"a", "b", "c", "d", "e", "f", "g", "h", "q", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
		"part", "chapter", "ch", "step", "phase", "case", "tip", "day", "lesson", "level", "lv", NULL,
	};
	size_t n = 0;

	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	return str_is_one_of(str_sub(s, 0, n), words);
}

/* Whether a word that a mark starts with starts so. */
static bool
is_word_of_two(int32_t cp, int32_t next)
{
	switch (cp) {
	case U'단':
		return next == U'계';
	case U'방':
		return next == U'법';
	case U'이':
		return next == U'유';
	case U'다':
		return next == U'섯';
	case U'여':
		return next == U'섯' || next == U'덟';
	case U'일':
		return next == U'곱';
	case U'아':
		return next == U'홉';
	case U'둘':
	case U'셋':
	case U'넷':
		return next == U'째';
	case U'첫':
	case U'열':
		return next == U'째' || next == U'번';
	case U'두':
	case U'세':
	case U'네':
		return next == U'번';
	default:
		return false;
	}
}

/* Most lines start with no sign that any mark starts with. A syllable has no other behind it, or is the first of a word of two. */
static bool
may_be_marked(struct str s)
{
	static const uint16_t singles[] = u"제팁가나다라마바사아자차카타파하첫두세네열";
	struct str start = s;
	int32_t cp = utf8_next(&s), next;

	if (cp < 0x80)
		return cp == '(' || cp == '[' || (cp >= 0 && str_is_digit((char)cp)) || may_be_word(start);
	if (cp < 0xac00) /* Ⅰ-Ⅹ, ①-⑳ and ⑴-⑽, ❶-❿ */
		return (cp >= 0x2160 && cp <= 0x2169) || (cp >= 0x2460 && cp <= 0x247d) || (cp >= 0x2776 && cp <= 0x277f);
	next = utf8_next(&s);
	for (size_t i = 0; next < 0x80 && i < sizeof singles / sizeof *singles; i++)
		if (singles[i] == cp)
			return true;
	return is_word_of_two(cp, next);
}

struct str
outline_mark_find(struct str text, struct outline_mark *ret)
{
	struct str s = skip_emoji(text), rest;
	int number;

	*ret = (struct outline_mark){ .class = OUTLINE_MARK_NONE, .number = -1 };
	if (!may_be_marked(s))
		return text;
	if (match_decimal(&s, ret))
		return s;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (!may_match(&marks[i], s) || !match(&marks[i], s, &rest, &number))
			continue;
		rest = str_trim(rest);
		if (!rest.n && !marks[i].stands_alone)
			continue;
		*ret = (struct outline_mark){ .number = number, .parts = 1, .class = marks[i].class, .rank = marks[i].rank };
		return rest;
	}
	return text;
}
