#include "html/outline_plain.h"


#include "html/outline_sign.h"
#include "html/outline_words.h"
/* Half-width cells. */
enum {
	MIN_CELLS = 3,
	MAX_CELLS = 64,
	BODY_CELLS = 50,       /* a line this long is text */
	PARTICLE_CELLS = 20,   /* a longer line that ends in a particle is cut text */
	CAPTION_CELLS = 40,    /* below an image */
	CELLS_PER_HEADING = 110,
	ROW_BODY_CELLS = 60,
	ROW_MIN = 4,           /* lines */
	FEW_BLANKS = 3,
	STYLED_BOLD = 3,
	INSTEAD_TIMES = 2,     /* so many times more plain lines than headings of another style are the style of the article */
};

/* Whether line could be a heading by itself. */
static bool
is_short(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	if (!line->is_para || line->sort != OUTLINE_NONE || line->is_quote || line->is_bullet || line->symbol ||
	    line->mark.class != OUTLINE_MARK_NONE || line->is_never || line->is_sentence)
		return false;
	if (line->cells > MAX_CELLS || line->cells < MIN_CELLS || i + 1 == text->n)
		return false;
	if (outline_words_is_unfinished(line->text) && !line->is_word)
		return false;
	if (outline_words_has_particle(line->text) && line->cells > PARTICLE_CELLS)
		return false;
	if (i && line[-1].is_image && line->cells < CAPTION_CELLS && !line->has_rule && !line->has_blank)
		return false;
	if (outline_sign_is_file(line->text) && line[1].is_object)
		return false;
	return !outline_sign_is_quotation(line->text) && !outline_sign_is_code(line->text);
}

/* What follows a heading: text, a list, code, an image, or another heading. */
static bool
is_body(const struct outline_line *line)
{
	return line->is_object || line->is_bullet || line->sort != OUTLINE_NONE ||
	    (line->is_para && (line->cells >= BODY_CELLS || line->is_sentence));
}

/* A heading right above a plain heading. */
static bool
is_above_heading(const struct outline_text *text, const bool *is_short_, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	return is_short(text, i) && is_short_[i + 1] && (!i || line->has_blank || !text->uses_blanks) &&
	    line[1].has_blank >= text->uses_blanks;
}

/* Short lines that have text below them. */
static void
find_candidates(const struct outline_text *text, bool *is_candidate)
{
	for (size_t i = 0; i < text->n; i++)
		is_candidate[i] = is_short(text, i) && is_body(&text->lines[i + 1]);
	for (size_t i = text->n; i-- > 0;)
		if (!is_candidate[i])
			is_candidate[i] = is_above_heading(text, is_candidate, i);
}

static bool
is_in_row(const struct outline_line *line)
{
	return line->is_para && line->sort == OUTLINE_NONE && line->cells <= MAX_CELLS && !line->is_sentence;
}

/* Long rows of short lines are verse, lists, the cells of a table; only their last line may head the text below. */
static void
drop_rows(const struct outline_text *text, bool *is_candidate)
{
	size_t end;

	for (size_t i = 0; i < text->n; i = end) {
		bool is_apart = text->uses_blanks && text->lines[i].has_blank, has_text;

		for (end = i; end < text->n && is_in_row(&text->lines[end]); end++)
			if (end > i && text->uses_blanks && text->lines[end].has_blank)
				break;
		has_text = end < text->n && text->lines[end].is_para && text->lines[end].cells >= ROW_BODY_CELLS;
		for (size_t k = i + is_apart; end - i >= ROW_MIN && k + has_text < end; k++)
			is_candidate[k] = false;
		end += end == i;
	}
}

/* The headings there are already: of sorts that go with plain ones, and of sorts that take their place. */
struct others {
	size_t beside, instead;
	bool is_styled; /* the author gave them a style of their own, more than by chance */
};

static void
count_others(const struct outline_text *text, struct others *ret)
{
	size_t bold = 0, large = 0;

	*ret = (struct others){ 0 };
	for (size_t i = 0; i < text->n; i++) {
		enum outline_sort sort = text->lines[i].sort;

		if (sort == OUTLINE_NONE || sort == OUTLINE_REAL)
			continue;
		bold += sort == OUTLINE_BOLD;
		large += sort == OUTLINE_SIZE || sort == OUTLINE_HASH;
		if (sort == OUTLINE_SERIES || sort == OUTLINE_DECIMAL || sort == OUTLINE_EMOJI || sort == OUTLINE_WORD)
			ret->beside++;
		else
			ret->instead++;
	}
	ret->is_styled = large || (bold >= STYLED_BOLD && !text->uses_blanks);
}

void
outline_plain_find(struct arena *a, struct outline_text *text)
{
	bool *is_candidate = arena_new(a, bool, text->n + 1);
	struct others others;
	size_t n = 0;

	count_others(text, &others);
	if (text->is_real || others.is_styled)
		return;
	find_candidates(text, is_candidate);
	drop_rows(text, is_candidate);
	for (size_t i = 0; i < text->n; i++) {
		is_candidate[i] &= text->blanks < FEW_BLANKS || text->lines[i].has_blank || !i;
		n += is_candidate[i];
	}
	if (n < (others.beside ? 1 : 2) || n < others.instead * INSTEAD_TIMES || text->cells < CELLS_PER_HEADING * (long)n)
		return;
	for (size_t i = 0; i < text->n; i++)
		if (is_candidate[i])
			text->lines[i].sort = OUTLINE_PLAIN;
}
