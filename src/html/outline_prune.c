#include "html/outline_prune.h"

enum {
	STYLED_MIN = 3, /* so many headings of a style make it the style of the article */
	UNIT_MIN = 2,
};

/* Lines that are headings or not together: the plain numbers of one kind, a group. */
struct unit {
	size_t n;
	size_t first_section, last_section;
};

/* A heading by its letters, without a number. */
static bool
is_styled(const struct outline_line *line)
{
	return line->sort == OUTLINE_SIZE || line->sort == OUTLINE_HASH || line->sort == OUTLINE_BOLD;
}

/* The unit of a heading that nothing but a number or a sign makes one; -1 for others. */
static int
unit_of(const struct outline_line *line)
{
	if (outline_line_is_strong(line))
		return -1;
	switch (line->sort) {
	case OUTLINE_SERIES:
		return (int)line->mark.class;
	case OUTLINE_SYMBOL:
	case OUTLINE_EMOJI:
	case OUTLINE_BRACKET:
	case OUTLINE_QUOTE:
		return OUTLINE_MARKS + line->group;
	default:
		return -1;
	}
}

/* "참고", "결과" and the like are headings by their word only where nothing else makes headings. */
static bool
is_loose_word(const struct outline_line *line)
{
	return line->sort == OUTLINE_WORD && !line->is_closing_word && !outline_line_is_strong(line);
}

static bool
is_list(const struct unit *unit)
{
	return unit->n >= UNIT_MIN && unit->first_section && unit->first_section == unit->last_section;
}

void
outline_prune_lists(struct arena *a, struct outline_text *text)
{
	struct unit *units = arena_new(a, struct unit, OUTLINE_MARKS + text->groups);
	size_t section = 0;

	for (size_t i = 0; i < text->n; i++) {
		int k = unit_of(&text->lines[i]);

		section += is_styled(&text->lines[i]);
		if (k < 0)
			continue;
		if (!units[k].n++)
			units[k].first_section = section;
		units[k].last_section = section;
	}
	for (size_t i = 0; i < text->n && section >= STYLED_MIN; i++) {
		int k = unit_of(&text->lines[i]);

		if (is_loose_word(&text->lines[i]) || (k >= 0 && is_list(&units[k])))
			text->lines[i].sort = OUTLINE_NONE;
	}
}
