#include "html/outline_group.h"

#include "base/vec.h"
#include "html/outline_sign.h"
#include "text/utf8.h"

/* Widths in half-width cells; shares of neighbours with nothing between them in percent. */
enum {
	SIZE_PERCENT = 110,
	SIZE_CELLS = OUTLINE_CELLS, SIZE_SENTENCE = 76,
	SYMBOL_CELLS = 70, SYMBOL_SENTENCE = 44,
	BOLD_CELLS = 76, BOLD_SENTENCE = 50,
	EMOJI_CELLS = 60,
	QUOTE_CELLS = 56,
	WORD_CELLS = 40,
	RUN_MAX = 4, /* so many in a row are emphasis */
};

/* How many it takes, and how many of its pairs may be adjacent. */
static const struct rule {
	size_t min;
	unsigned adjacent_max;
	bool may_run;
} rules[] = {
	[OUTLINE_HASH] = { 1, 100, true },
	[OUTLINE_SIZE] = { 1, 100, true },
	[OUTLINE_SYMBOL] = { 2, 34, false },
	[OUTLINE_BRACKET] = { 1, 40, false },
	[OUTLINE_QUOTE] = { 2, 100, false },
	[OUTLINE_EMOJI] = { 2, 40, false },
	[OUTLINE_BOLD] = { 1, 50, false },
	[OUTLINE_WORD] = { 1, 100, false },
};

struct group {
	enum outline_sort sort;
	int32_t key;
	size_t n, adjacent, last;
	bool is_doubtful; /* one line that nothing sets apart */
};

struct finder {
	struct outline_text *text;
	vec(struct group) all;
};

static bool
is_short(const struct outline_line *line, int cells, int sentence)
{
	return line->cells <= cells && !(line->is_sentence && line->cells > sentence);
}

static bool
is_single_quote(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	return line->is_quote && line->cells <= QUOTE_CELLS && !line->is_sentence &&
	    !(i && line[-1].is_quote) && !(i + 1 < text->n && line[1].is_quote);
}

static bool
is_emoji_led(const struct outline_line *line)
{
	struct str s = line->text;

	return outline_sign_is_emoji(utf8_next(&s)) && line->cells <= EMOJI_CELLS && !line->is_sentence;
}

static bool
has_colon(struct str text)
{
	return str_ends(text, ":") || str_ends(text, "：");
}

/* Which group a line is in: its sort, and in *key what tells groups of a sort apart. */
static enum outline_sort
sort_of(const struct outline_text *text, size_t i, int32_t *key)
{
	const struct outline_line *line = &text->lines[i];
	bool is_large = line->size * 100 >= text->size * SIZE_PERCENT;
	int32_t bracket = outline_sign_bracket(line->text);

	*key = 0;
	if (line->mark.class != OUTLINE_MARK_NONE && !outline_line_is_strong(line))
		return OUTLINE_NONE;
	if (line->hashes)
		return *key = line->hashes, OUTLINE_HASH;
	if (is_large && is_short(line, SIZE_CELLS, SIZE_SENTENCE))
		return *key = line->size, OUTLINE_SIZE;
	if (line->symbol && !line->is_link && is_short(line, SYMBOL_CELLS, SYMBOL_SENTENCE))
		return *key = line->symbol * 2 + line->is_bold, OUTLINE_SYMBOL;
	if (bracket)
		return *key = bracket * 2 + line->is_bold, OUTLINE_BRACKET;
	if (line->is_bold && !line->is_listed && is_short(line, BOLD_CELLS, BOLD_SENTENCE) && !has_colon(line->text))
		return *key = line->is_quote, OUTLINE_BOLD;
	if (is_emoji_led(line))
		return OUTLINE_EMOJI;
	if (is_single_quote(text, i))
		return OUTLINE_QUOTE;
	if (line->is_word && line->cells <= WORD_CELLS && !line->is_quote)
		return OUTLINE_WORD;
	return OUTLINE_NONE;
}

static int
find_group(struct finder *f, enum outline_sort sort, int32_t key)
{
	for (size_t k = 0; k < f->all.n; k++)
		if (f->all.v[k].sort == sort && f->all.v[k].key == key)
			return (int)k;
	*vec_add(&f->all) = (struct group){ .sort = sort, .key = key };
	return (int)f->all.n - 1;
}

static void
sort_lines(struct finder *f)
{
	for (size_t i = 0; i < f->text->n; i++) {
		struct outline_line *line = &f->text->lines[i];
		enum outline_sort sort;
		int32_t key;

		if (!line->is_para || line->sort != OUTLINE_NONE || line->is_never || (line->is_bullet && !line->symbol))
			continue;
		sort = sort_of(f->text, i, &key);
		if (sort != OUTLINE_NONE)
			line->group = find_group(f, sort, key);
	}
}

/* Takes lines out of their group that stand in a long row, and the last line of the text, which heads nothing. */
static void
drop_runs(struct finder *f)
{
	struct outline_line *lines = f->text->lines;
	size_t end;

	for (size_t i = 0; i < f->text->n; i = end) {
		for (end = i + 1; end < f->text->n && lines[end].group == lines[i].group; end++)
			;
		if (lines[i].group < 0 || end - i < RUN_MAX || rules[f->all.v[lines[i].group].sort].may_run)
			continue;
		for (size_t k = i; k < end; k++)
			lines[k].group = -1;
	}
	if (f->text->n)
		lines[f->text->n - 1].group = -1;
}

static void
count(struct finder *f)
{
	for (size_t i = 0; i < f->text->n; i++) {
		const struct outline_line *line = &f->text->lines[i];
		struct group *group;

		if (line->group < 0)
			continue;
		group = &f->all.v[line->group];
		group->adjacent += group->n && i - group->last == 1;
		group->is_doubtful = group->sort == OUTLINE_BRACKET && !group->n && !line->is_bold && !line->has_blank;
		group->last = i;
		group->n++;
	}
}

static bool
is_heading(const struct group *group)
{
	const struct rule *rule = &rules[group->sort];

	return group->n >= rule->min && !group->is_doubtful &&
	    (group->n < 2 || group->adjacent * 100 <= (group->n - 1) * rule->adjacent_max);
}

void
outline_group_find(struct outline_text *text)
{
	struct finder f = { .text = text };

	sort_lines(&f);
	drop_runs(&f);
	count(&f);
	for (size_t i = 0; i < text->n; i++) {
		struct outline_line *line = &text->lines[i];

		if (line->group >= 0 && is_heading(&f.all.v[line->group]))
			line->sort = f.all.v[line->group].sort;
	}
	text->groups = f.all.n;
	vec_free(&f.all);
}
