#include "html/outline_plain.h"

#include "html/outline_words.h"

/* Half-width cells. */
enum {
	MIN_CELLS = 3,
	MAX_CELLS = 64,
	BODY_CELLS = 50,       /* a line this long is text */
	PARTICLE_CELLS = 20,   /* a longer line that ends in a particle is cut text */
	CAPTION_CELLS = 40,    /* below an image */
	CELLS_PER_HEADING = 110,
	FEW_BLANKS = 3,
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
	return !outline_words_is_quotation(line->text) && !outline_words_is_code(line->text);
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

/* In the middle of a row of short lines: verse, a list, names. */
static bool
is_in_row(const struct outline_text *text, const bool *is_candidate, size_t i)
{
	return i >= 2 && i + 1 < text->n && is_candidate[i - 1] && is_candidate[i + 1] && is_candidate[i - 2];
}

/* Whether the headings found so far leave room for plain ones, and how many. */
static bool
is_wanted(const struct outline_text *text, size_t *others)
{
	*others = 0;
	for (size_t i = 0; i < text->n; i++) {
		switch (text->lines[i].sort) {
		case OUTLINE_NONE:
		case OUTLINE_REAL:
		case OUTLINE_WORD:
			break;
		case OUTLINE_SERIES:
		case OUTLINE_DECIMAL:
		case OUTLINE_EMOJI:
			++*others;
			break;
		default:
			return false;
		}
	}
	return true;
}

void
outline_plain_find(struct arena *a, struct outline_text *text)
{
	bool *is_candidate = arena_new(a, bool, text->n + 1);
	size_t others, n = 0;

	if (text->is_real || !is_wanted(text, &others))
		return;
	find_candidates(text, is_candidate);
	for (size_t i = 0; i < text->n; i++)
		n += is_candidate[i] && !is_in_row(text, is_candidate, i) &&
		    (text->blanks < FEW_BLANKS || text->lines[i].has_blank || !i);
	if (n < (others ? 1 : 2) || text->cells < CELLS_PER_HEADING * (long)n)
		return;
	for (size_t i = 0; i < text->n; i++)
		if (is_candidate[i] && !is_in_row(text, is_candidate, i) &&
		    (text->blanks < FEW_BLANKS || text->lines[i].has_blank || !i))
			text->lines[i].sort = OUTLINE_PLAIN;
}
