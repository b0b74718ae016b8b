#include "html/hit.h"

#include "html/prose.h"
#include "text/grapheme.h"
#include "text/utf8.h"

enum {
	TERMS = 64,    /* that are told apart */
	BEFORE = 3,    /* a part of the room stands before the first word */
	BOUNDARY = 12, /* letters given up to begin or end with a word */
};

/* A part of a text, and what stands in it. */
struct window {
	struct str text; /* the whole */
	size_t from, to; /* from the first word to the last, bytes */
	size_t n_terms;  /* different ones */
	const struct find_match_span *spans;
	size_t n_spans;
	size_t block;
	bool is_heading;
};

struct search {
	struct arena *a;
	size_t *starts; /* of the blocks in the text */
	const struct find_match *match;
	size_t letters;
	struct window best;
};

static size_t
count_bits(uint64_t bits)
{
	return (size_t)__builtin_popcountll(bits);
}

static size_t
score(const struct window *w)
{
	return w->n_terms * 2 + !w->is_heading;
}

/* From one word on as many more as there is room for. */
static void
widen(const struct search *s, struct window *w, size_t first)
{
	uint64_t terms = 0;

	w->from = w->spans[first].from;
	for (size_t i = first; i < w->n_spans; i++) {
		size_t to = w->spans[i].to;

		if (i > first && utf8_count(str_sub(w->text, w->from, to)) > s->letters)
			break;
		terms |= (uint64_t)1 << w->spans[i].term % TERMS;
		w->to = to;
	}
	w->n_terms = count_bits(terms);
}

/* The block that a byte of the text is of, SIZE_MAX in an article without any. */
static size_t
block_at(const struct search *s, const struct doc *doc, size_t at)
{
	size_t from = 0, to = doc->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (s->starts[middle] <= at)
			from = middle + 1;
		else
			to = middle;
	}
	return from ? from - 1 : SIZE_MAX;
}

/* A line of the article's text, which stands at at in the whole. */
static void
look_at(struct search *s, const struct doc *doc, struct str text, size_t at)
{
	struct find_match_span *spans;
	size_t first = block_at(s, doc, at);
	struct window w = { .text = text, .is_heading = first < doc->n && doc->blocks[first].is_section_head };

	w.n_spans = find_match_spans(s->a, s->match, text, FIND_MATCH_BODY | (w.is_heading ? FIND_MATCH_SECTION : 0), &spans);
	w.spans = spans;
	for (size_t i = 0; i < w.n_spans; i++) {
		widen(s, &w, i);
		w.block = block_at(s, doc, at + w.from);
		if (!s->best.n_terms || score(&w) > score(&s->best))
			s->best = w;
		if (w.n_terms == s->match->n)
			return;
	}
}

/* ---- the snippet */

/* The start of a text of so many letters before at, better at the beginning of a word. */
static size_t
start_before(struct str text, size_t at, size_t letters)
{
	struct str head = str_sub(text, 0, at);
	size_t start = at, word = at;

	for (size_t i = 0; head.n && i < letters; i++) {
		(void)grapheme_last(&head);
		start = head.n;
		if (!head.n || str_is_space(head.p[head.n - 1]))
			word = start;
	}
	return word < at && utf8_count(str_sub(text, start, word)) <= BOUNDARY ? word : start;
}

static size_t
end_behind(struct str text, size_t at, size_t letters)
{
	struct str tail = str_sub(text, at, text.n);
	size_t end = at, word = at;

	for (size_t i = 0; tail.n && i < letters; i++) {
		(void)grapheme_next(&tail);
		end = text.n - tail.n;
		if (tail.n && str_is_space(tail.p[0]))
			word = end;
	}
	return end < text.n && word > at && utf8_count(str_sub(text, word, end)) <= BOUNDARY ? word : end;
}

/* Where a byte of the source stands in the snippet. */
struct cut {
	struct buf out;
	struct find_match_span *spans;
	size_t n_spans;
};

static void
copy(struct cut *cut, const struct window *w, size_t from, size_t to)
{
	size_t next = 0;

	for (size_t i = from; i < to; i++) {
		bool is_blank = str_is_space(w->text.p[i]);

		while (next < w->n_spans && w->spans[next].to <= i)
			next++;
		if (next < w->n_spans && i == w->spans[next].from && w->spans[next].to <= to)
			cut->spans[cut->n_spans] = (struct find_match_span){ .from = cut->out.n, .term = w->spans[next].term };
		if (!is_blank)
			(void)buf_putc(&cut->out, w->text.p[i]);
		else if (cut->out.n && cut->out.p[cut->out.n - 1] != ' ')
			(void)buf_putc(&cut->out, ' ');
		if (next < w->n_spans && i + 1 == w->spans[next].to && w->spans[next].from >= from)
			cut->spans[cut->n_spans++].to = cut->out.n;
	}
}

static void
cut_out(struct search *s, const struct window *w, struct hit *ret)
{
	struct cut cut = { .spans = arena_new(s->a, struct find_match_span, w->n_spans) };
	size_t used = utf8_count(str_sub(w->text, w->from, w->to));
	size_t room = s->letters > used ? s->letters - used : 0;
	size_t from = start_before(w->text, w->from, room / BEFORE);
	size_t to = end_behind(w->text, w->to, room - utf8_count(str_sub(w->text, from, w->from)));

	/* What is not needed behind the words is taken before them. */
	if (to == w->text.n && from)
		from = start_before(w->text, w->from, room - utf8_count(str_sub(w->text, w->to, to)));
	if (from)
		(void)buf_puts(&cut.out, "…");
	copy(&cut, w, from, to);
	if (to < w->text.n)
		(void)buf_puts(&cut.out, "…");
	*ret = (struct hit){ .text = arena_dup(s->a, buf_str(&cut.out)), .spans = cut.spans, .n_spans = cut.n_spans,
		.block = w->block, .section = -1 };
	buf_free(&cut.out);
}

/* The beginning, without headings. */
static struct window
beginning(const struct doc *doc)
{
	struct window w = { .block = SIZE_MAX };

	for (size_t i = 0; i < doc->n && !w.text.n; i++)
		if (doc->blocks[i].kind == DOC_PARA && !doc->blocks[i].is_section_head && !doc->blocks[i].is_caption)
			w.text = doc->blocks[i].text;
	return w;
}

void
hit_find(struct arena *a, const struct doc *doc, const struct find_match *match, size_t letters, struct hit *ret)
{
	struct search s = { .a = a, .match = match, .letters = letters, .starts = arena_new(a, size_t, doc->n) };
	struct buf prose = { 0 };
	struct str rest, line;

	prose_add(&prose, doc, s.starts);
	rest = buf_str(&prose);
	while (score(&s.best) <= match->n * 2 && str_line(&rest, &line))
		look_at(&s, doc, line, (size_t)(line.p - prose.p));
	if (!s.best.n_terms)
		s.best = beginning(doc);
	cut_out(&s, &s.best, ret);
	buf_free(&prose);
	if (ret->block != SIZE_MAX)
		ret->section = doc->blocks[ret->block].section;
}

/* A title that begins with its number needs no other. */
void
hit_section(struct buf *out, const struct doc *doc, int section)
{
	struct str title = doc->sections[section].title;
	struct buf own = { 0 };

	(void)buf_printf(&own, "%d.", section + 1);
	if (str_starts(title, buf_cstr(&own)))
		(void)buf_printf(out, "§ %.*s", STR(title));
	else
		(void)buf_printf(out, "§ %s %.*s", buf_cstr(&own), STR(title));
	buf_free(&own);
}
