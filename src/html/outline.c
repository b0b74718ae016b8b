#include "html/outline.h"

#include "html/outline_group.h"
#include "html/outline_level.h"
#include "html/outline_never.h"
#include "html/outline_plain.h"
#include "html/outline_prune.h"
#include "html/outline_series.h"
#include "html/outline_sign.h"
#include "html/outline_words.h"
#include "html/reading.h"

/* Half-width cells. */
enum {
	REAL_CELLS = 160,
	REAL_SENTENCE = 100,
	REAL_MIN = 2, /* so many h1-h6 are the skeleton of the article */
};

static bool
is_real(const struct outline_line *line)
{
	return line->level && line->cells <= REAL_CELLS && !(line->is_sentence && line->cells > REAL_SENTENCE) &&
	    !outline_never_title(line->text);
}

static void
find_real(struct outline_text *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->n; i++) {
		if (!is_real(&text->lines[i]))
			continue;
		text->lines[i].sort = OUTLINE_REAL;
		n++;
	}
	text->is_real = n >= REAL_MIN;
}

/* Whether a line is a heading in the end: beside the author's own only what is bold and numbered, or has "#". */
static bool
is_head(const struct outline_text *text, const struct outline_line *line)
{
	if (line->sort == OUTLINE_NONE || outline_words_is_contents(line->text))
		return false;
	if (!text->is_real || line->sort == OUTLINE_REAL || line->sort == OUTLINE_HASH)
		return true;
	return line->sort == OUTLINE_SERIES && (line->is_bold || line->hashes);
}

static bool
is_same_title(struct arena *a, struct str x, struct str y)
{
	char *x_key = arena_take(a, x.n), *y_key = arena_take(a, y.n);
	size_t n = outline_sign_key(x_key, x.n, x);

	return n && str_eq(str_new(x_key, n), str_new(y_key, outline_sign_key(y_key, y.n, y)));
}

/* How many lines may be headings in the end. */
static size_t
count_found(const struct outline_text *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->n; i++)
		n += text->lines[i].sort != OUTLINE_NONE;
	return n;
}

/* The headings in order; the post's own title and a heading with nothing below it are left out. */
static size_t
collect(struct arena *a, struct outline_text *text, struct str title, struct outline_line **heads)
{
	size_t n = 0;

	for (size_t i = 0; i < text->n; i++) {
		struct outline_line *line = &text->lines[i];

		if (is_head(text, line) && (n || !is_same_title(a, line->text, title)))
			heads[n++] = line;
	}
	while (n && heads[n - 1] == &text->lines[text->n - 1] && heads[n - 1]->sort != OUTLINE_REAL)
		n--;
	return n;
}

static struct doc_section *
make_sections(struct arena *a, struct outline_line *const heads[], const int levels[], size_t n, size_t blocks)
{
	struct doc_section *sections = arena_new(a, struct doc_section, n);
	size_t *open = arena_new(a, size_t, n), depth = 0; /* sections that have not ended */

	for (size_t i = 0; i < n; i++) {
		while (depth && levels[open[depth - 1]] >= levels[i])
			sections[open[--depth]].end = heads[i]->at;
		open[depth++] = i;
		sections[i] = (struct doc_section){ .title = heads[i]->title, .level = levels[i], .block = heads[i]->at, .end = blocks };
	}
	return sections;
}

void
outline_add(struct arena *a, struct outline_lines *lines, const struct doc *some)
{
	for (size_t i = 0; i < some->n; i++)
		outline_line_add(a, lines, &some->blocks[i]);
}

struct doc_section *
outline_sections(struct arena *a, struct outline_lines *lines, struct str title, size_t *n)
{
	struct outline_text text;
	struct outline_line **heads;
	struct doc_section *sections;
	int *levels;

	outline_line_settle(lines, &text);
	find_real(&text);
	outline_series_find(&text);
	outline_group_find(&text);
	outline_prune_lists(a, &text);
	outline_plain_find(a, &text);
	heads = arena_new(a, struct outline_line *, count_found(&text));
	*n = collect(a, &text, title, heads);
	levels = arena_new(a, int, *n);
	outline_level_find(a, heads, *n, text.series, levels);
	sections = make_sections(a, heads, levels, *n, lines->blocks);
	vec_free(&lines->v);
	*lines = (struct outline_lines){ 0 };
	return sections;
}

/* The innermost section of each block, and what is below each heading. */
static void
mark_blocks(struct arena *a, struct doc *doc)
{
	size_t *before = arena_new(a, size_t, doc->n + 1); /* letters before each block */
	int64_t *ms = arena_new(a, int64_t, doc->n + 1);
	size_t next = 0;

	for (size_t i = 0; i < doc->n; i++) {
		struct doc_block *block = &doc->blocks[i];

		block->is_section_head = next < doc->n_sections && doc->sections[next].block == i;
		next += block->is_section_head;
		block->section = (int)next - 1;
		before[i + 1] = before[i] + block->measure.letters;
		ms[i + 1] = ms[i] + reading_ms(block);
	}
	for (size_t i = 0; i < doc->n_sections; i++) {
		struct doc_section *section = &doc->sections[i];

		section->letters = before[section->end] - before[section->block + 1];
		section->ms = ms[section->end] - ms[section->block];
	}
}

void
outline_find(struct arena *a, struct doc *doc, struct str title)
{
	struct outline_lines lines = { 0 };

	outline_add(a, &lines, doc);
	doc->sections = outline_sections(a, &lines, title, &doc->n_sections);
	mark_blocks(a, doc);
}
