#include "text/find_match.h"

#include <stdlib.h>

#include "base/vec.h"
#include "text/find_token.h"
#include "text/grapheme.h"
#include "text/hangul.h"

/* One way to write a term, taken apart. */
struct find_match_word {
	struct find_match_word *next;
	size_t term, n;
	struct str *tokens;
	enum find_token_kind last;
	unsigned parts;
	bool is_begun;
	bool has_initials; /* it is compared with the initials of a title */
	struct str check;
};

/* A token of the text. */
struct token {
	struct str text;
	size_t from, to;
	bool is_also;
};

struct tokens {
	vec(struct token) all;
	vec(size_t) places; /* the first of the tokens at each place */
};

struct finder {
	struct str text;
	struct tokens tokens;
	vec(struct find_match_span) spans;
};

static void
add_word(struct arena *a, struct find_match *match, struct find_match_word word, struct str text)
{
	vec(struct str) tokens = { 0 };
	struct find_token_scan scan;
	struct find_token token;
	struct find_match_word *made = arena_new(a, struct find_match_word, 1);

	find_token_start(&scan, text, FIND_TOKEN_QUERY);
	while (find_token_next(&scan, &token)) {
		*vec_add(&tokens) = arena_dup(a, token.text);
		word.last = token.kind;
	}
	word.n = tokens.n;
	word.tokens = arena_new(a, struct str, tokens.n);
	if (tokens.n)
		memcpy(word.tokens, tokens.v, tokens.n * sizeof *tokens.v);
	vec_free(&tokens);
	word.next = match->words;
	*made = word;
	match->words = made;
}

void
find_match_add(struct arena *a, struct find_match *match, const struct find_term *term, unsigned parts)
{
	struct find_match_word word = { .term = match->n++, .parts = parts ? parts : FIND_MATCH_ALL, .is_begun = term->is_begun };

	if (!term->check.n)
		add_word(a, match, word, term->text);
	if (!term->other.n)
		return;
	word.check = term->check;
	word.has_initials = term->has_initials;
	if (word.has_initials)
		word.parts &= FIND_MATCH_TITLE;
	add_word(a, match, word, term->other);
}

/* ---- the text */

static void
take_apart(struct arena *a, struct tokens *tokens, struct str text)
{
	struct find_token_scan scan;
	struct find_token token;

	find_token_start(&scan, text, FIND_TOKEN_TEXT);
	while (find_token_next(&scan, &token)) {
		if (!token.is_also)
			*vec_add(&tokens->places) = tokens->all.n;
		*vec_add(&tokens->all) = (struct token){ arena_dup(a, token.text), token.from, token.to, token.is_also };
	}
}

static bool
is_token(struct str token, struct str want, bool is_begun)
{
	return is_begun ? token.n >= want.n && !memcmp(token.p, want.p, want.n) : str_eq(token, want);
}

/* The token at a place that is the k-th of the word; NULL. */
static const struct token *
token_at(const struct tokens *tokens, size_t place, const struct find_match_word *word, size_t k)
{
	const struct token *t = &tokens->all.v[tokens->places.v[place]], *end = tokens->all.v + tokens->all.n;
	bool is_begun = word->is_begun && k + 1 == word->n;

	do
		if (is_token(t->text, word->tokens[k], is_begun))
			return t;
	while (++t < end && t->is_also);
	return NULL;
}

/* Of a pair that one character was looked for in only that one. No grapheme is cut: an accent belongs to its letter. */
static size_t
end_of(const struct finder *f, const struct find_match_word *word, const struct token *token)
{
	struct str rest = str_sub(f->text, token->from, f->text.n);

	do
		(void)grapheme_next(&rest);
	while (word->last != FIND_TOKEN_ONE && f->text.n - rest.n < token->to);
	return f->text.n - rest.n;
}

static void
look_at(struct finder *f, const struct find_match_word *word, size_t place)
{
	const struct token *token = NULL;
	struct find_match_span span = { .term = word->term };

	if (!word->n || place + word->n > f->tokens.places.n)
		return;
	for (size_t k = 0; k < word->n; k++) {
		token = token_at(&f->tokens, place + k, word, k);
		if (!token)
			return;
		if (!k)
			span.from = token->from;
	}
	span.to = end_of(f, word, token);
	if (!word->check.n || hangul_begins(str_sub(f->text, span.from, f->text.n), word->check))
		*vec_add(&f->spans) = span;
}

static int
compare(const void *a, const void *b)
{
	const struct find_match_span *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to == y->to ? 0 : x->to > y->to ? -1 : 1;
}

/* Into the arena, in order, joined. */
static size_t
join(struct arena *a, struct finder *f, struct find_match_span **ret)
{
	struct find_match_span *joined = arena_new(a, struct find_match_span, f->spans.n);
	size_t n = 0;

	if (f->spans.n)
		qsort(f->spans.v, f->spans.n, sizeof *f->spans.v, compare);
	for (size_t i = 0; i < f->spans.n; i++) {
		const struct find_match_span *span = &f->spans.v[i];

		if (!n || span->from >= joined[n - 1].to)
			joined[n++] = *span;
		else if (span->to > joined[n - 1].to)
			joined[n - 1].to = span->to;
	}
	*ret = joined;
	return n;
}

static void
look_for(struct arena *scratch, struct finder *f, const struct find_match *match, struct str text, unsigned part, bool has_initials)
{
	struct tokens none = { 0 };
	bool is_apart = false;

	for (const struct find_match_word *word = match->words; word; word = word->next) {
		if (!(word->parts & part) || word->has_initials != has_initials)
			continue;
		if (!is_apart)
			take_apart(scratch, &f->tokens, text);
		is_apart = true;
		for (size_t place = 0; place < f->tokens.places.n; place++)
			look_at(f, word, place);
	}
	vec_free(&f->tokens.all);
	vec_free(&f->tokens.places);
	f->tokens = none;
}

size_t
find_match_spans(struct arena *a, const struct find_match *match, struct str text, unsigned part, struct find_match_span **ret)
{
	struct finder f = { .text = text };
	struct arena scratch = { 0 };
	struct buf initials = { 0 };
	size_t n;

	look_for(&scratch, &f, match, text, part, false);
	hangul_initials(&initials, text);
	/* A syllable and its initial take three bytes each: places are the same in both, but for a title with ㄳ in it. */
	if (part & FIND_MATCH_TITLE && initials.n == text.n)
		look_for(&scratch, &f, match, buf_str(&initials), part, true);
	n = join(a, &f, ret);
	vec_free(&f.spans);
	buf_free(&initials);
	arena_free(&scratch);
	return n;
}
