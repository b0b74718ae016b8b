#include "html/tidy_bullet.h"

#include "html/draft_line.h"

/* Whether a bullet may begin so. */
static bool
may_be_bullet(char first)
{
	return first == '-' || first == '*' || first == '\xe2' || first == '\xc2' || first == '\xe3';
}

/* Bytes of the bullet and the blanks behind it at the start of s, 0 for none. */
static size_t
bullet_of(struct str s)
{
	static const struct {
		const char *mark;
		bool needs_space;
	} bullets[] = {
		{ "•", false }, { "‣", false }, { "⁃", false }, { "∙", false }, { "◦", true }, { "·", true },
		{ "ㆍ", true }, { "-", true }, { "*", true }, { "–", true },
	};

	for (size_t i = 0; s.n && may_be_bullet(s.p[0]) && i < sizeof bullets / sizeof *bullets; i++) {
		size_t n = strlen(bullets[i].mark);

		if (!str_starts(s, bullets[i].mark) || s.n <= n + 1)
			continue;
		if (s.p[n] != ' ')
			return bullets[i].needs_space ? 0 : n;
		if (str_ends(s, " -") || str_ends(s, " *")) /* "- 끝 -" */
			return 0;
		return n + 1;
	}
	return 0;
}

static bool
is_paragraph(const struct draft_part *part, size_t boxes)
{
	return part->kind == DRAFT_LINE && part->tag == DOM_P && !boxes && !part->hashes;
}

void
tidy_bullet(struct draft *parts)
{
	struct draft made = { 0 };
	size_t boxes = 0, kept; /* up to the first bullet nothing changes */
	bool is_open = false;

	draft_line_sweep(parts);
	kept = parts->list.n;
	for (size_t i = 0; i < parts->list.n; i++) {
		const struct draft_part *here = &parts->list.v[i];
		size_t n = is_paragraph(here, boxes) ? bullet_of(draft_text_of(parts, here)) : 0;
		struct draft_part part;

		if (here->tag != DOM_BLOCKQUOTE && here->tag != DOM_DETAILS) {
			boxes += here->kind == DRAFT_OPEN;
			boxes -= here->kind == DRAFT_CLOSE;
		}
		if (!n && i < kept)
			continue;
		part = *here;
		if (n && i < kept)
			kept = i;
		if (is_open != (n > 0))
			(void)draft_line_box(&made, n ? DRAFT_OPEN : DRAFT_CLOSE, DOM_UL);
		is_open = n > 0;
		if (!n && i > kept)
			*vec_add(&made.list) = part;
		if (!n)
			continue;
		draft_line_cut(parts, &part, n);
		(void)draft_line_box(&made, DRAFT_OPEN, DOM_LI);
		*vec_add(&made.list) = part;
		(void)draft_line_box(&made, DRAFT_CLOSE, DOM_LI);
	}
	if (is_open)
		(void)draft_line_box(&made, DRAFT_CLOSE, DOM_UL);
	draft_line_replace(parts, kept, &made);
}
