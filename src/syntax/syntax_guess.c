#include "syntax/syntax_guess.h"

#include <assert.h>
#include <stdint.h>

#include "syntax/syntax_lines.h"
#include "syntax/syntax_signs.h"

enum {
	SAMPLE = 2048,  /* bytes that are looked at */
	SIGNS = 1200,   /* of all languages */
	LANGS = 48,
	CHAINS = 1024,
	TIMES = 3,      /* a sign counts no more often */
	LEAST = 6, SURE = 16, AGAINST = 20, /* scores for a colour, for a name, against the author's */
	COMMAND = 10,   /* against it where all else is silent: a command line is short */
};

struct sign {
	const char *text;
	uint8_t n, weight, lang;
	int16_t next; /* of its chain, -1 for none */
};

/* Signs are chained by their first two bytes, those of a start of a line by themselves. Made once: it is the same for all texts. */
static struct {
	struct sign signs[SIGNS];
	size_t n_signs;
	int16_t chains[2][CHAINS];
	const struct syntax_lang *langs[LANGS];
	size_t n_langs; /* 0: not made yet */
} known;

struct scores {
	int score[LANGS];
	uint8_t counts[SIGNS]; /* how often each sign was counted */
};

static int16_t *
chain(const char *two, bool is_line_start)
{
	unsigned char one = (unsigned char)str_lower(two[0]), other = (unsigned char)str_lower(two[1]);

	return &known.chains[is_line_start][(one * 37u + other) % CHAINS];
}

static void
add_sign(const char *text, int weight)
{
	bool is_line_start = *text == '^';
	struct sign *sign = &known.signs[known.n_signs];
	int16_t *first;

	assert(known.n_signs < SIGNS && known.n_langs <= LANGS && strlen(text) > 1);
	text += is_line_start;
	first = chain(text, is_line_start);
	*sign = (struct sign){ text, (uint8_t)strlen(text), (uint8_t)weight, (uint8_t)(known.n_langs - 1), *first };
	*first = (int16_t)known.n_signs++;
}

static void
read_signs(void)
{
	const struct syntax_signs *row;
	const char *name = "";

	memset(known.chains, 0xff, sizeof known.chains);
	for (size_t i = 0; (row = syntax_signs_at(i)); i++) {
		if (strcmp(name, row->lang)) {
			name = row->lang;
			known.langs[known.n_langs++] = syntax_lang_labelled(name);
		}
		for (size_t k = 0; k < SYNTAX_SIGNS_MAX && row->signs[k]; k++)
			add_sign(row->signs[k], row->weight);
	}
}

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Whether the sign stands at text.p[at]. */
static bool
stands_at(const struct sign *sign, struct str text, size_t at, bool is_any_case)
{
	size_t end = at + sign->n;
	struct str here = str_sub(text, at, end);

	if (end > text.n || !(is_any_case ? str_is_icase(here, sign->text) : !memcmp(here.p, sign->text, here.n)))
		return false;
	if (at && is_word(*sign->text) && is_word(text.p[at - 1]))
		return false;
	return !(is_word(sign->text[sign->n - 1]) && end < text.n && is_word(text.p[end]));
}

static void
count_at(struct scores *s, struct str text, size_t at, bool is_line_start)
{
	for (int i = *chain(text.p + at, is_line_start); i >= 0; i = known.signs[i].next) {
		const struct sign *sign = &known.signs[i];
		bool is_any_case = known.langs[sign->lang]->flags & SYNTAX_ANY_CASE;

		if (s->counts[i] < TIMES && stands_at(sign, text, at, is_any_case)) {
			s->score[sign->lang] += sign->weight;
			s->counts[i]++;
		}
	}
}

static void
count_signs(struct scores *s, struct str text)
{
	bool is_line_start = true;

	for (size_t at = 0; at + 1 < text.n; at++) {
		bool is_blank = text.p[at] == ' ';

		if (is_line_start && !is_blank)
			count_at(s, text, at, true);
		count_at(s, text, at, false);
		is_line_start = text.p[at] == '\n' || (is_line_start && is_blank);
	}
}

static int *
score_of(struct scores *s, const struct syntax_lang *lang)
{
	for (size_t i = 0; i < known.n_langs; i++)
		if (known.langs[i] == lang)
			return &s->score[i];
	return NULL;
}

static int *
score_named(struct scores *s, const char *name)
{
	return score_of(s, syntax_lang_labelled(name));
}

/* What is only to be had from the whole: how it begins and ends, and what it never holds. */
static void
weigh_form(struct scores *s, struct str text)
{
	struct str body = str_trim(text), inner = str_trim(str_sub(body, 1, body.n));
	char first = body.n ? *body.p : '\0', second = inner.n ? *inner.p : '\0';
	int *json = score_named(s, "JSON"), *html = score_named(s, "HTML"), *xml = score_named(s, "XML");

	if ((first == '{' || first == '[') && (second == '"' || second == '{' || second == '}'))
		*json += *json ? 8 : 0;
	else
		*json = 0;
	if (first != '<') {
		*html /= 2;
		*xml /= 2;
	} else if (*xml) {
		*xml += *html;
	}
	if (syntax_lines_prompt(text) == syntax_lang_labelled("Shell") && first != '>')
		*score_named(s, "Shell") += SURE;
}

/* A language that is another with more to it takes what speaks for that one. */
static void
join(struct scores *s, const char *more, const char *less)
{
	int *own = score_named(s, more), *base = score_named(s, less);

	if (!*own)
		return;
	*own += *base;
	*base = 0;
}

static size_t
find_best(const struct scores *s, int *second)
{
	size_t best = 0;

	*second = 0;
	for (size_t i = 1; i < known.n_langs; i++)
		if (s->score[i] > s->score[best])
			best = i;
	for (size_t i = 0; i < known.n_langs; i++)
		if (i != best && s->score[i] > *second)
			*second = s->score[i];
	return best;
}

static int
least_against(const struct syntax_lang *best, int second)
{
	return !second && best == syntax_lang_labelled("Shell") ? COMMAND : AGAINST;
}

struct syntax_guess
syntax_guess(struct str text, const struct syntax_lang *named)
{
	struct scores s = { 0 };
	struct syntax_guess guess = { named, named != NULL };
	const int *own;
	int best, second;
	size_t at;

	if (!known.n_langs)
		read_signs();
	own = score_of(&s, named);
	if (named && !own)
		return guess;
	count_signs(&s, str_sub(text, 0, SAMPLE));
	weigh_form(&s, text);
	join(&s, "TypeScript", "JavaScript");
	join(&s, "C++", "C");
	at = find_best(&s, &second);
	best = s.score[at];
	if (named && (*own > 0 || best < least_against(known.langs[at], second) || best < 2 * second))
		return guess;
	if (best < LEAST || 2 * best < 3 * second)
		return guess;
	return (struct syntax_guess){ known.langs[at], best >= SURE && best >= 2 * second };
}
