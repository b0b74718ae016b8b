#include "text/find_token.h"

#include <uninorm.h>

#include "text/find_hanja.h"
#include "text/find_token_fold.h"
#include "text/utf8.h"

enum {
	SYLLABLES = 0xac00,
	SYLLABLES_END = 0xd7a4,
	INITIALS = 0x1100,     /* conjoining jamo, of modern syllables */
	INITIALS_END = 0x1113,
	VOWELS = 0x1161,
	VOWELS_END = 0x1176,
	FINALS = 0x11a7,       /* one before the first */
	FINALS_END = 0x11c3,
	N_VOWELS = VOWELS_END - VOWELS,
	N_FINALS = FINALS_END - FINALS,
};

/* ---- one code point */

/* The next code point of rest without taking it, 0 at the end. Only those of conjoining jamo and Kana marks are wanted. */
static int32_t
peek(struct str rest)
{
	return rest.n >= 3 && ((unsigned char)rest.p[0] == 0xe1 || (unsigned char)rest.p[0] == 0xe3) ? utf8_next(&rest) : 0;
}

static bool
takes(struct str *rest, int32_t from, int32_t end, int32_t *cp)
{
	*cp = peek(*rest);
	if (*cp < from || *cp >= end)
		return false;
	(void)utf8_next(rest);
	return true;
}

/* A syllable or a Kana with what belongs to it where they are written apart (NFD). */
static int32_t
join(struct str *rest, int32_t cp)
{
	int32_t next;

	if (cp >= INITIALS && cp < INITIALS_END && takes(rest, VOWELS, VOWELS_END, &next))
		cp = SYLLABLES + ((cp - INITIALS) * N_VOWELS + next - VOWELS) * N_FINALS;
	if (cp >= SYLLABLES && cp < SYLLABLES_END && (cp - SYLLABLES) % N_FINALS == 0 && takes(rest, FINALS + 1, FINALS_END, &next))
		return cp + next - FINALS;
	if (cp >= 0x3041 && cp <= 0x30ff && takes(rest, 0x3099, 0x309b, &next))
		next = (int32_t)uc_composition((ucs4_t)cp, (ucs4_t)next);
	else
		next = 0;
	return next ? next : cp;
}

static size_t
offset(const struct find_token_scan *scan)
{
	return (size_t)(scan->rest.p - scan->start);
}

/* A Hangul syllable that nothing is to be joined to, as it stands. */
static bool
take_syllable(struct find_token_scan *scan)
{
	struct find_token_char *c = &scan->ahead;
	struct str s = scan->rest;
	int32_t cp = s.n >= 3 ? utf8_three(s.p) : 0;

	if (cp < SYLLABLES || cp >= SYLLABLES_END || (s.n > 3 && (unsigned char)s.p[3] == 0xe1))
		return false;
	c->class = FIND_TOKEN_RUN;
	c->cp = cp;
	memcpy(c->bytes, s.p, 3);
	c->n = 3;
	c->to = c->from + 3;
	scan->rest = str_new(s.p + 3, s.n - 3);
	return true;
}

/* The next character that is ASCII and no blank, over those before it. */
static bool
take_plain(struct find_token_scan *scan)
{
	struct find_token_char *c = &scan->ahead;
	const char *p = scan->rest.p, *end = p + scan->rest.n;

	while (p < end && (unsigned char)*p < 0x80 && find_token_class_ascii[(unsigned char)*p] == FIND_TOKEN_BLANK)
		p++;
	c->is_near &= p == scan->rest.p;
	scan->rest = str_new(p, (size_t)(end - p));
	if (p == end || (unsigned char)*p >= 0x80)
		return false;
	c->class = find_token_class_ascii[(unsigned char)*p];
	c->from = offset(scan);
	c->cp = c->bytes[0] = str_lower(*p);
	c->n = 1;
	c->to = c->from + 1;
	scan->rest = str_new(p + 1, (size_t)(end - p) - 1);
	return true;
}

void
find_token_ahead(struct find_token_scan *scan)
{
	struct find_token_char *c = &scan->ahead;

	c->is_near = true;
	do {
		if (take_plain(scan))
			return;
		c->from = offset(scan);
		if (take_syllable(scan))
			return;
		c->cp = scan->rest.n ? utf8_next(&scan->rest) : 0;
		c->class = find_token_class(c->cp);
		c->is_near &= c->class != FIND_TOKEN_BLANK;
	} while (c->class == FIND_TOKEN_BLANK || c->class == FIND_TOKEN_NONE);
	if (c->class == FIND_TOKEN_RUN)
		c->cp = join(&scan->rest, c->cp);
	if (c->class != FIND_TOKEN_BREAK && (c->cp < SYLLABLES || c->cp >= SYLLABLES_END))
		c->cp = find_token_fold(c->cp);
	c->n = utf8_put(c->bytes, c->cp);
	c->to = offset(scan);
}

static bool
is_at_end(const struct find_token_scan *scan)
{
	return !scan->rest.n && scan->ahead.class == FIND_TOKEN_BREAK;
}

void
find_token_start(struct find_token_scan *scan, struct str text, enum find_token_use use)
{
	scan->start = text.n ? text.p : "";
	scan->rest = str_new(scan->start, text.n);
	scan->use = use;
	scan->ahead = (struct find_token_char){ 0 };
	scan->is_in_run = false;
	scan->n_also = scan->n_late = scan->given = 0;
	find_token_ahead(scan);
}

/* ---- other readings */

static void
add_also(struct find_token_also *list, size_t *n, struct str a, struct str b)
{
	struct find_token_also *also = &list[*n];

	if (*n == FIND_TOKEN_ALSO || a.n + b.n > sizeof also->bytes || !(a.n + b.n))
		return;
	memcpy(also->bytes, a.p, a.n);
	if (b.n)
		memcpy(also->bytes + a.n, b.p, b.n);
	also->n = a.n + b.n;
	++*n;
}

/* The pairs of a word that a sign stands for, each a place further than the one before. */
static void
add_word(struct find_token_scan *scan, struct str word)
{
	struct str second;

	for (int i = 0; word.n; i++) {
		struct str pair = word;

		(void)utf8_next(&word);
		second = word;
		(void)utf8_next(&second);
		pair.n = (size_t)(second.p - pair.p);
		if (i == 0)
			add_also(scan->also, &scan->n_also, pair, STR_NONE);
		else
			add_also(scan->late, &scan->n_late, pair, STR_NONE);
		if (!second.n)
			return;
	}
}

static const struct find_hanja *
hanja_of(const struct find_token_char *c)
{
	return c->cp >= 0x4e00 && c->cp <= 0x9fff ? find_hanja(c->cp) : NULL;
}

static struct str
sound_of(const struct find_token_char *c, const struct find_hanja *hanja)
{
	return hanja ? str_of(hanja->sound) : str_new(c->bytes, c->n);
}

/* How a token of a run is read: with the sounds of both signs, and as the word that the first stands for. */
static void
read_hanja(struct find_token_scan *scan, const struct find_token_char *c, bool is_pair)
{
	const struct find_hanja *first = hanja_of(c), *second = is_pair ? hanja_of(&scan->ahead) : NULL;

	if (is_pair && scan->ahead.is_near && (first || second))
		add_also(scan->also, &scan->n_also, sound_of(c, first), sound_of(&scan->ahead, second));
	else if (first)
		add_also(scan->also, &scan->n_also, str_of(first->sound), STR_NONE);
	if (first && *first->word)
		add_word(scan, str_of(first->word));
}

/* Readings that belong to this place: the first of those that came late; the others wait on. */
static void
take_late(struct find_token_scan *scan)
{
	scan->given = scan->n_also = 0;
	if (!scan->n_late)
		return;
	scan->also[scan->n_also++] = scan->late[0];
	memmove(scan->late, scan->late + 1, --scan->n_late * sizeof *scan->late);
}

/* ---- tokens */

static bool
give(struct find_token_scan *scan, struct find_token *ret, enum find_token_kind kind, int32_t first, size_t n, size_t from, size_t to)
{
	*ret = (struct find_token){ .kind = kind, .first = first, .text = { scan->room, n }, .from = from, .to = to };
	if (scan->n_also || scan->n_late)
		scan->last = *ret;
	return true;
}

/* A letter, digit or "_" of ASCII. */
static bool
is_ascii_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '_';
}

/* "++" or "#" right behind a word belong to it: C++, C#. */
static size_t
marks_behind(const struct find_token_scan *scan)
{
	struct str rest = scan->rest;

	if (!scan->ahead.is_near || scan->ahead.class != FIND_TOKEN_BREAK)
		return 0;
	if (scan->ahead.cp == '+' && rest.n && rest.p[0] == '+')
		return 2;
	return scan->ahead.cp == '#' && (!rest.n || !is_ascii_word(*rest.p)) ? 1 : 0;
}

/* Takes what of a word is ASCII and stands right ahead into room, where n bytes are already; returns where the word ends. */
static size_t
take_ascii(struct find_token_scan *scan, size_t *n)
{
	const char *p = scan->rest.p, *end = p + scan->rest.n;

	for (; p < end && is_ascii_word(*p); p++)
		if (*n < FIND_TOKEN_BYTES)
			scan->room[(*n)++] = str_lower(*p);
	scan->rest = str_new(p, (size_t)(end - p));
	return offset(scan);
}

/* Passes over marks and blanks of ASCII, which are no part of any token. */
static void
skip_ascii(struct find_token_scan *scan)
{
	const char *p = scan->rest.p, *end = p + scan->rest.n;

	while (p < end && (unsigned char)*p < 0x80 && !is_ascii_word(*p))
		p++;
	scan->rest = str_new(p, (size_t)(end - p));
}

bool
find_token_word(struct find_token_scan *scan, struct str *ret)
{
	const struct str rest = scan->rest;
	size_t n = 1;

	if (scan->ahead.class != FIND_TOKEN_WORD || scan->ahead.cp >= 0x80 || scan->given < scan->n_also || scan->n_late)
		return false;
	scan->room[0] = (char)scan->ahead.cp;
	(void)take_ascii(scan, &n);
	if (scan->rest.n && ((unsigned char)*scan->rest.p >= 0x80 || *scan->rest.p == '+' || *scan->rest.p == '#')) {
		scan->rest = rest;
		return false;
	}
	skip_ascii(scan);
	find_token_ahead(scan);
	*ret = str_new(scan->room, n);
	return true;
}

static bool
give_word(struct find_token_scan *scan, struct find_token *ret)
{
	size_t n = 0, from = scan->ahead.from, to, marks;

	do {
		if (n + scan->ahead.n <= FIND_TOKEN_BYTES) {
			memcpy(scan->room + n, scan->ahead.bytes, scan->ahead.n);
			n += scan->ahead.n;
		}
		to = take_ascii(scan, &n);
		find_token_ahead(scan);
	} while (scan->ahead.class == FIND_TOKEN_WORD && scan->ahead.is_near);
	marks = marks_behind(scan);
	if (marks && n + marks <= FIND_TOKEN_ALSO_BYTES) {
		memset(scan->room + n, scan->ahead.cp, marks);
		to += marks;
		if (scan->use == FIND_TOKEN_QUERY)
			n += marks;
		else
			add_also(scan->also, &scan->n_also, str_new(scan->room, n), str_new(scan->room + n, marks));
		for (size_t i = 0; i < marks; i++)
			find_token_ahead(scan);
	}
	return give(scan, ret, FIND_TOKEN_WHOLE, 0, n, from, to);
}

/* False for the last character of a run that ends a query. */
static bool
give_run(struct find_token_scan *scan, struct find_token *ret)
{
	const struct find_token_char c = scan->ahead;
	enum find_token_kind kind = scan->is_in_run ? FIND_TOKEN_LAST : FIND_TOKEN_ONE;
	size_t n = c.n;

	find_token_ahead(scan);
	memcpy(scan->room, c.bytes, sizeof c.bytes);
	if (scan->ahead.class == FIND_TOKEN_RUN) {
		kind = FIND_TOKEN_PAIR;
		memcpy(scan->room + n, scan->ahead.bytes, sizeof c.bytes);
		n += scan->ahead.n;
	}
	if (scan->use == FIND_TOKEN_TEXT)
		read_hanja(scan, &c, kind == FIND_TOKEN_PAIR);
	scan->is_in_run = kind == FIND_TOKEN_PAIR;
	if (kind == FIND_TOKEN_LAST && scan->use == FIND_TOKEN_QUERY) {
		while (scan->ahead.class == FIND_TOKEN_BREAK && !is_at_end(scan))
			find_token_ahead(scan);
		if (is_at_end(scan))
			return false;
	}
	return give(scan, ret, kind, c.cp, n, c.from, kind == FIND_TOKEN_PAIR ? scan->ahead.to : c.to);
}

static bool
give_also(struct find_token_scan *scan, struct find_token *ret)
{
	const struct find_token_also *also = &scan->also[scan->given++];
	struct str text = str_new(also->bytes, also->n);
	int32_t first = utf8_next(&text);

	*ret = scan->last;
	ret->first = find_token_class(first) == FIND_TOKEN_RUN ? first : 0;
	ret->text = str_new(also->bytes, also->n);
	ret->is_also = true;
	return true;
}

bool
find_token_next(struct find_token_scan *scan, struct find_token *ret)
{
	if (scan->given < scan->n_also)
		return give_also(scan, ret);
	take_late(scan);
	while (scan->ahead.class == FIND_TOKEN_BREAK && !is_at_end(scan))
		find_token_ahead(scan);
	if (scan->ahead.class == FIND_TOKEN_WORD)
		return give_word(scan, ret);
	if (scan->ahead.class == FIND_TOKEN_RUN)
		return give_run(scan, ret);
	/* What is left of a reading has a place of its own. */
	if (!scan->n_also)
		return false;
	(void)give_also(scan, ret);
	ret->is_also = false;
	return true;
}
