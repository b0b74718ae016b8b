#include "ui/article_find.h"

#include "base/vec.h"
#include "html/hit.h"

size_t
article_find_best(const struct article *a, const struct find_match *match, int *section)
{
	struct arena scratch = { 0 };
	struct hit hit = { .block = SIZE_MAX, .section = -1 };

	if (match->n)
		hit_find(&scratch, &a->doc, match, HIT_LETTERS, &hit);
	arena_free(&scratch);
	*section = hit.section;
	return hit.block;
}

/* What part of the post a line that begins at a byte of the prose is; *block goes on to the one it is of. */
static unsigned
part_at(const struct article *a, const size_t *starts, size_t at, size_t *block)
{
	if (!at)
		return FIND_MATCH_TITLE;
	while (*block + 1 < a->doc.n && starts[*block + 1] <= at)
		++*block;
	return FIND_MATCH_BODY | (*block < a->doc.n && a->doc.blocks[*block].is_section_head ? FIND_MATCH_SECTION : 0);
}

void
article_find_all(struct arena *arena, const struct article *a, struct str prose, const size_t *starts,
	const struct find_match *match, struct find_text *ret)
{
	struct arena scratch = { 0 };
	struct str rest = prose, line;
	vec(struct find_text_span) found = { 0 };
	size_t block = 0;

	while (str_line(&rest, &line)) {
		size_t at = (size_t)(line.p - prose.p);
		struct find_match_span *spans;
		size_t n = find_match_spans(&scratch, match, line, part_at(a, starts, at, &block), &spans);

		for (size_t i = 0; i < n; i++)
			*vec_add(&found) = (struct find_text_span){ at + spans[i].from, at + spans[i].to };
		arena_reset(&scratch);
	}
	*ret = (struct find_text){ .way = FIND_TEXT_BY_WORDS, .n = found.n };
	ret->spans = arena_new(arena, struct find_text_span, found.n);
	if (found.n)
		memcpy(ret->spans, found.v, found.n * sizeof *found.v);
	vec_free(&found);
	arena_free(&scratch);
}
