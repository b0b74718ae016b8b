#include "html/outline_series.h"

#include "base/vec.h"
#include "html/outline_sign.h"

/*
 * The bounds were measured on posts whose headings are known; shares are in
 * percent, widths in half-width cells.
 */
enum {
	ADJACENT_MAX = 34,        /* of neighbours with nothing between them: more is a list */
	ADJACENT_MAX_STRONG = 50, /* of bold or larger lines */
	LONG_CELLS = 90,
	LONG_MAX = 34,
	BLANK_MIN = 60,
	SENTENCE_CELLS = 24,
	SENTENCE_MAX = 40,
	SENTENCE_GAP = 3,         /* sentences may be headings when this far apart */
	SINGLE_CELLS = 80,        /* of a number without a second one */
	PAIR_CELLS = 60,
	HEADING_CELLS = 120,
	DECIMAL_CELLS = 90,
	DECIMAL_SENTENCE = 40,
	DECIMAL_ADJACENT = 50,
	OPEN_MAX = 64,            /* series looked at for the next item: keeps hostile posts cheap */
};

/* What the lines of one series have in common. */
struct style {
	enum outline_mark_class class;
	bool is_bold, is_larger, opens;
};

struct series {
	struct style style;
	size_t first, last, n;
	bool is_open, is_tight; /* tight: every item right behind the one before */
	/* Counts over its items. */
	size_t adjacent, longs, sentences, blanks, nevers, pairs;
	long cells;
};

struct finder {
	struct outline_text *text;
	vec(struct series) all;
};

static bool
is_same_style(const struct style *a, const struct style *b)
{
	return a->class == b->class && a->is_bold == b->is_bold && a->is_larger == b->is_larger && a->opens == b->opens;
}

/* Whether a line stands on its own: something other than text is before it. */
static bool
is_apart(const struct outline_text *text, size_t i)
{
	return !i || text->lines[i].has_blank || text->lines[i].has_rule;
}

static struct style
style_of(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	return (struct style){
		.class = line->mark.class,
		.is_bold = line->is_bold || line->hashes,
		.is_larger = line->size > text->size,
		.opens = !text->uses_blanks || is_apart(text, i) || line->is_bold,
	};
}

/* ---- which series a line belongs to */

static int
last_number(const struct finder *f, const struct series *s)
{
	return f->text->lines[s->last].mark.number;
}

static size_t
oldest(const struct finder *f)
{
	return f->all.n > OPEN_MAX ? f->all.n - OPEN_MAX : 0;
}

/* An older series waits for the same number. */
static bool
has_rival(const struct finder *f, size_t than, int number)
{
	for (size_t k = oldest(f); k < f->all.n; k++) {
		const struct series *s = &f->all.v[k];

		if (k != than && s->is_open && is_same_style(&s->style, &f->all.v[than].style) && last_number(f, s) == number)
			return true;
	}
	return false;
}

/* The newest open series of this style whose last number is in [from, to]; -1 for none. */
static int
find_open(const struct finder *f, const struct style *style, size_t i, int from, int to)
{
	for (size_t k = f->all.n; k-- > oldest(f);) {
		const struct series *s = &f->all.v[k];
		int last = last_number(f, s);

		if (!s->is_open || !is_same_style(&s->style, style) || last < from || last > to)
			continue;
		if (from == to && s->is_tight && s->n > 1 && i - s->last > 1 && has_rival(f, k, last))
			continue;
		return (int)k;
	}
	return -1;
}

static int
pick_series(const struct finder *f, const struct style *style, size_t i)
{
	int number = f->text->lines[i].mark.number;
	int k;

	if (number < 0) /* "Q." without numbers: all are one series */
		return find_open(f, style, i, -1, 1 << 20);
	k = find_open(f, style, i, number - 1, number - 1);
	if (k < 0 && number > 1)
		k = find_open(f, style, i, number - 2, number);
	return k;
}

/* Series that began inside the one that goes on are over. */
static void
close_younger(struct finder *f, int than)
{
	for (size_t k = (size_t)than + 1; k < f->all.n; k++)
		if (is_same_style(&f->all.v[k].style, &f->all.v[than].style))
			f->all.v[k].is_open = false;
}

static void
count(struct series *s, const struct outline_line *line, bool is_apart_)
{
	s->n++;
	s->longs += line->cells > LONG_CELLS;
	s->sentences += line->is_sentence && line->cells >= SENTENCE_CELLS;
	s->blanks += is_apart_;
	s->nevers += line->is_never;
	s->pairs += line->cells > PAIR_CELLS && line->is_pair;
	s->cells += line->cells;
}

static void
place(struct finder *f, size_t i)
{
	struct outline_line *line = &f->text->lines[i];
	struct style style = style_of(f->text, i);
	int k = pick_series(f, &style, i);
	struct series *s;

	if (k < 0) {
		k = (int)f->all.n;
		*vec_add(&f->all) = (struct series){ .style = style, .first = i, .last = i, .is_open = true, .is_tight = true };
	} else {
		close_younger(f, k);
	}
	s = &f->all.v[k];
	if (s->n && i - s->last == 1)
		s->adjacent++;
	else if (s->n)
		s->is_tight = false;
	s->last = i;
	line->series = k;
	count(s, line, is_apart(f->text, i));
}

/* ---- headings or a list */

static bool
is_heading_alone(const struct outline_text *text, const struct series *s)
{
	const struct outline_line *line = &text->lines[s->first];

	return outline_line_is_strong(line) && line->cells <= SINGLE_CELLS && !line->is_sentence && !line->is_never &&
	    s->first + 1 < text->n;
}

/* What plain items must have beyond those that are bold or larger. */
static bool
is_heading_plain(const struct outline_text *text, const struct series *s)
{
	if (s->style.class == OUTLINE_MARK_ORDINAL || s->style.class == OUTLINE_MARK_COUNTER)
		return false;
	if (text->uses_blanks && s->blanks * 100 < s->n * BLANK_MIN)
		return false;
	if (s->pairs * 2 > s->n)
		return false;
	if (s->sentences * 100 <= s->n * SENTENCE_MAX)
		return true;
	return (s->last - s->first) >= SENTENCE_GAP * (s->n - 1) && s->cells <= (long)s->n * LONG_CELLS;
}

static bool
is_list(const struct series *s)
{
	size_t max = s->style.is_bold || s->style.is_larger ? ADJACENT_MAX_STRONG : ADJACENT_MAX;

	return s->n > 1 && s->adjacent * 100 > (s->n - 1) * max;
}

static bool
is_heading(const struct outline_text *text, const struct series *s)
{
	if (s->n == 1)
		return is_heading_alone(text, s);
	if (is_list(s) || s->longs * 100 > s->n * LONG_MAX || s->nevers * 2 >= s->n)
		return false;
	if (s->last + 1 == text->n && text->lines[s->last].is_sentence && s->n < 3)
		return false;
	return s->style.is_bold || s->style.is_larger || is_heading_plain(text, s);
}

/* ---- 1.1, 1.2, 2.1 */

static bool
is_decimal(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	return line->is_para && line->mark.class == OUTLINE_MARK_DECIMAL && line->cells <= DECIMAL_CELLS &&
	    !(line->is_sentence && line->cells > DECIMAL_SENTENCE) && !line->is_never && i + 1 < text->n;
}

static void
find_decimals(struct outline_text *text)
{
	size_t n = 0, adjacent = 0, last = 0;
	bool is_strong = false;

	for (size_t i = 0; i < text->n; i++) {
		if (!is_decimal(text, i))
			continue;
		adjacent += n && i - last == 1;
		is_strong |= text->lines[i].is_bold || text->lines[i].hashes;
		last = i;
		n++;
	}
	if (!is_strong && (n < 2 || adjacent * 100 > (n - 1) * DECIMAL_ADJACENT))
		return;
	for (size_t i = 0; i < text->n; i++)
		if (is_decimal(text, i))
			text->lines[i].sort = OUTLINE_DECIMAL;
}

void
outline_series_find(struct outline_text *text)
{
	struct finder f = { .text = text };

	for (size_t i = 0; i < text->n; i++) {
		const struct outline_line *line = &text->lines[i];

		if (line->is_para && line->mark.class != OUTLINE_MARK_NONE && line->mark.class != OUTLINE_MARK_DECIMAL)
			place(&f, i);
	}
	for (size_t i = 0; i < text->n; i++) {
		struct outline_line *line = &text->lines[i];

		if (line->series < 0)
			continue;
		line->is_listed = is_list(&f.all.v[line->series]);
		if (line->cells > HEADING_CELLS || !is_heading(text, &f.all.v[line->series]))
			continue;
		line->sort = OUTLINE_SERIES;
		line->opens = f.all.v[line->series].style.opens;
	}
	text->series = f.all.n;
	vec_free(&f.all);
	find_decimals(text);
}
