#include "text/find_text.h"

#include <unicase.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/find_match.h"
#include "text/find_retry.h"
#include "text/hangul.h"
#include "text/utf8.h"

typedef vec(struct find_text_span) spans;

static bool
is_blank(int32_t cp)
{
	return cp == ' ' || cp == 0xa0;
}

static int32_t
fold(int32_t cp)
{
	if (is_blank(cp))
		return ' ';
	return cp < 0x80 ? (int32_t)str_lower((char)cp) : (int32_t)uc_tolower((ucs4_t)cp);
}

/* Whether wanted stands at the start of *text, which is behind it then. */
static bool
takes(struct str *text, struct str wanted)
{
	struct str rest = *text;

	while (wanted.n)
		if (!rest.n || fold(utf8_next(&rest)) != fold(utf8_next(&wanted)))
			return false;
	*text = rest;
	return true;
}

/* Each of the ways appends what it finds. */
static void
find_as_it_is(spans *found, struct str text, struct str wanted)
{
	struct str rest = text, first = wanted;
	int32_t begin = fold(utf8_next(&first));

	while (rest.n) {
		struct str behind = rest;
		size_t from = text.n - rest.n;

		if (fold(utf8_next(&rest)) != begin || !takes(&behind, wanted))
			continue;
		*vec_add(found) = (struct find_text_span){ from, text.n - behind.n };
		rest = behind;
	}
}

static void
find_loosely(spans *found, struct str text, struct str wanted)
{
	size_t at = 0, from, to;

	while (at < text.n && hangul_find(str_sub(text, at, text.n), wanted, &from, &to)) {
		struct str hit = str_sub(text, at + from, at + to), rest = hit;

		while (is_blank(utf8_next(&rest)))
			hit = rest;
		*vec_add(found) = (struct find_text_span){ at + to - hit.n, at + to };
		at += to;
	}
}

/* Whether every word is looked for. */
static bool
make_match(struct arena *a, struct str wanted, struct find_match *ret)
{
	struct find_term term;
	struct str word;

	while ((word = str_word(&wanted)).n) {
		if (!find_term_make(a, word, FIND_TERM_WORD, &term))
			return false;
		find_match_add(a, ret, &term, 0);
	}
	return ret->n > 0;
}

static void
find_by_words(spans *found, struct str text, struct str wanted)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct find_match match = { 0 };
	struct str rest = text, line;
	bool *seen;
	size_t n_seen = 0;

	if (!make_match(&a, wanted, &match))
		rest = STR_NONE;
	seen = arena_new(&a, bool, match.n);
	while (str_line(&rest, &line)) {
		size_t at = (size_t)(line.p - text.p), n;
		struct find_match_span *s;

		n = find_match_spans(&scratch, &match, line, FIND_MATCH_BODY, &s);
		for (size_t i = 0; i < n; i++) {
			n_seen += !seen[s[i].term];
			seen[s[i].term] = true;
			*vec_add(found) = (struct find_text_span){ at + s[i].from, at + s[i].to };
		}
		arena_reset(&scratch);
	}
	if (n_seen < match.n)
		found->n = 0;
	arena_free(&scratch);
	arena_free(&a);
}

static enum find_text_way
look(spans *found, struct str text, struct str wanted)
{
	static void (*const ways[])(spans *, struct str, struct str) = {
		[FIND_TEXT_AS_IT_IS] = find_as_it_is,
		[FIND_TEXT_LOOSELY] = find_loosely,
		[FIND_TEXT_BY_WORDS] = find_by_words,
	};
	int way = 0;

	for (; way <= FIND_TEXT_BY_WORDS && !found->n; way++)
		ways[way](found, text, wanted);
	return found->n ? (enum find_text_way)(way - 1) : FIND_TEXT_WAYS;
}

/* Looks for another form of what is wanted, where there is one. */
static void
look_for_other(struct arena *a, spans *found, struct str text, struct str wanted, struct find_text *ret)
{
	static bool (*const forms[])(struct buf *, struct str) = { find_retry_layout, find_retry_particle };

	for (int i = 0; i < (int)(sizeof forms / sizeof *forms) && !found->n; i++) {
		struct buf other = { 0 };

		if (forms[i](&other, wanted) && other.n && look(found, text, buf_str(&other)) < FIND_TEXT_WAYS) {
			ret->way = (enum find_text_way)(FIND_TEXT_LAYOUT + i);
			ret->other = arena_dup(a, buf_str(&other));
		}
		buf_free(&other);
	}
}

void
find_text(struct arena *a, struct str text, struct str wanted, struct find_text *ret)
{
	spans found = { 0 };

	*ret = (struct find_text){ .way = FIND_TEXT_WAYS };
	if (!str_trim(wanted).n)
		return;
	ret->way = look(&found, text, wanted);
	if (!found.n)
		look_for_other(a, &found, text, str_trim(wanted), ret);
	ret->n = found.n;
	ret->spans = arena_new(a, struct find_text_span, found.n);
	if (found.n)
		memcpy(ret->spans, found.v, found.n * sizeof *found.v);
	vec_free(&found);
}
