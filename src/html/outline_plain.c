#include "html/outline_plain.h"

#include "html/outline_short.h"

enum {
	FEW_BLANKS = 3,
	STYLED_BOLD = 3,
	INSTEAD_TIMES = 2, /* so many times more plain lines than headings of another style are the style of the article */
};

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

/* Lines that look like headings; where the author sets blank lines, only with one before. */
static size_t
find_candidates(const struct outline_text *text, bool *is_candidate)
{
	struct outline_shape shape;
	size_t n = 0;

	outline_short_shape(text, &shape);
	for (size_t i = 0; i < text->n; i++) {
		bool is_apart = text->blanks < FEW_BLANKS || text->lines[i].has_blank || !i;

		is_candidate[i] = is_apart && outline_short_may(text, i) && outline_short_score(text, i, &shape) > 0;
		n += is_candidate[i];
	}
	return n;
}

void
outline_plain_find(struct arena *a, struct outline_text *text)
{
	bool *is_candidate = arena_new(a, bool, text->n + 1);
	struct others others;
	size_t n;

	count_others(text, &others);
	if (text->is_real || others.is_styled)
		return;
	n = find_candidates(text, is_candidate);
	if (n < (others.beside ? 1 : 2) || n < others.instead * INSTEAD_TIMES)
		return;
	for (size_t i = 0; i < text->n; i++)
		if (is_candidate[i])
			text->lines[i].sort = OUTLINE_PLAIN;
}
