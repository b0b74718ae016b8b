#include "ui/article_search.h"

#include <stdlib.h>

#include "base/mem.h"
#include "html/prose.h"
#include "store/hits.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/article_draw.h"
#include "ui/article_find.h"
#include "ui/theme.h"

static void
make_prose(struct article_search *s, const struct article *a)
{
	if (s->prose.n)
		return;
	(void)buf_add(&s->prose, a->post.title);
	(void)buf_putc(&s->prose, '\n');
	s->starts = mem_zalloc(a->doc.n + 1, sizeof *s->starts);
	prose_add(&s->prose, &a->doc, s->starts);
}

static void
forget_prose(struct article_search *s)
{
	buf_clear(&s->prose);
	free(s->starts);
	s->starts = NULL;
}

static void
forget_found(struct article_search *s)
{
	arena_reset(&s->arena);
	s->found = (struct find_text){ 0 };
	s->at = 0;
	s->is_by_words = false;
	buf_clear(&s->wanted);
}

void
article_search_set(struct article_search *s, const struct article *a, struct str wanted)
{
	forget_found(s);
	(void)buf_add(&s->wanted, wanted);
	if (!wanted.n)
		return;
	make_prose(s, a);
	find_text(&s->arena, buf_str(&s->prose), buf_str(&s->wanted), &s->found);
}

void
article_search_words_again(struct article_search *s, const struct article *a)
{
	forget_found(s);
	if (!s->match.n)
		return;
	make_prose(s, a);
	s->is_by_words = true;
	article_find_all(&s->arena, a, buf_str(&s->prose), s->starts, &s->match, &s->found);
}

void
article_search_words(struct article_search *s, const struct article *a, const struct query *query)
{
	arena_reset(&s->words);
	s->match = (struct find_match){ 0 };
	hits_match(&s->words, query, &s->match);
	article_search_words_again(s, a);
}

void
article_search_again(struct article_search *s, const struct article *a)
{
	struct buf wanted = { 0 };
	size_t at = s->at;

	forget_prose(s);
	if (!s->wanted.n && !s->is_by_words)
		return;
	(void)buf_add(&wanted, buf_str(&s->wanted));
	if (s->is_by_words)
		article_search_words_again(s, a);
	else
		article_search_set(s, a, buf_str(&wanted));
	if (s->found.n)
		s->at = at < s->found.n ? at : s->found.n - 1;
	buf_free(&wanted);
}

void
article_search_free(struct article_search *s)
{
	forget_prose(s);
	buf_free(&s->prose);
	buf_free(&s->missing);
	buf_free(&s->wanted);
	buf_free(&s->before);
	arena_free(&s->arena);
	arena_free(&s->words);
	*s = (struct article_search){ 0 };
}

/* ---- where a place is */

static size_t
start_of(const struct article_search *s, const struct article *a, size_t block)
{
	return block < a->doc.n ? s->starts[block] : 0;
}

/* The last block that begins at or before a byte of the prose; SIZE_MAX for the title. */
static size_t
block_at(const struct article_search *s, const struct article *a, size_t at)
{
	size_t from = 0, to = a->doc.n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (s->starts[middle] <= at)
			from = middle + 1;
		else
			to = middle;
	}
	return at > a->post.title.n && from ? from - 1 : SIZE_MAX;
}

/* The byte of the prose where what stands from a line on begins. */
static size_t
byte_of_line(const struct article_search *s, const struct article *a, size_t line)
{
	struct article_place place = article_place_of(a, line);

	if (place.part == ARTICLE_IN_HEAD)
		return 0;
	return place.part == ARTICLE_IN_TEXT ? s->starts[place.block] + (a->doc.blocks[place.block].kind == DOC_TABLE ? 0 : place.at) : s->prose.n;
}

void
article_search_go(struct article_search *s, const struct article *a, size_t block)
{
	size_t byte = s->found.n ? start_of(s, a, block) : 0;

	s->at = 0;
	while (s->at + 1 < s->found.n && s->found.spans[s->at].from < byte)
		s->at++;
}

size_t
article_search_below(const struct article_search *s, const struct article *a, size_t line)
{
	size_t byte = s->found.n ? byte_of_line(s, a, line) : 0;

	for (size_t i = 0; i < s->found.n; i++)
		if (s->found.spans[i].from >= byte)
			return i;
	return 0;
}

size_t
article_search_above(const struct article_search *s, const struct article *a, size_t line)
{
	size_t byte = s->found.n ? byte_of_line(s, a, line) : 0;

	for (size_t i = s->found.n; i-- > 0;)
		if (s->found.spans[i].from < byte)
			return i;
	return s->found.n ? s->found.n - 1 : 0;
}

size_t
article_search_block(const struct article_search *s, const struct article *a)
{
	return s->found.n ? block_at(s, a, s->found.spans[s->at].from) : SIZE_MAX;
}

/* Columns of a run before byte at of what it shows. */
static int
cols_before(const struct article_search *s, const struct layout_run *run, size_t start, size_t at)
{
	struct str own = str_sub(buf_str(&s->prose), start + run->at, start + run->at + at);
	struct buf shown = { 0 };
	int cols;

	if (at >= run->n)
		return run->cols;
	if (run->n == run->text.n)
		return width_str(str_sub(run->text, 0, at));
	wrap_show(&shown, own);
	cols = width_str(buf_str(&shown));
	buf_free(&shown);
	return cols < run->cols ? cols : run->cols;
}

/* Whether a line shows a byte of the block that begins at start; where it does, its column. */
static bool
shows(const struct article_search *s, const struct layout_line *line, size_t start, size_t byte, int *col)
{
	int cols = 0;

	for (uint32_t k = 0; k < line->n; cols += line->runs[k++].cols) {
		const struct layout_run *run = &line->runs[k];

		if (!run->n || byte < start + run->at || byte >= start + run->at + run->n)
			continue;
		*col = cols + cols_before(s, run, start, byte - start - run->at);
		return true;
	}
	return false;
}

size_t
article_search_line(const struct article_search *s, const struct article *a, int *col)
{
	size_t block = article_search_block(s, a), first = SIZE_MAX, start = start_of(s, a, block);

	*col = 0;
	for (size_t i = 0; i < a->n; i++) {
		bool is_of_block = block == SIZE_MAX ? i < a->head : a->lines[i].block == block;

		if (!is_of_block)
			continue;
		if (first == SIZE_MAX)
			first = i;
		if (shows(s, &a->lines[i], start, s->found.spans[s->at].from, col))
			return i;
	}
	return first; /* what is not shown letter by letter, as a table's blank cell */
}

/* ---- marks */

/* The first place that ends behind a byte. */
static size_t
place_behind(const struct find_text *found, size_t byte)
{
	size_t from = 0, to = found->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (found->spans[middle].to <= byte)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static void
mark_run(const struct article_search *s, struct screen *screen, struct screen_box box, const struct layout_line *line, int col,
	const struct layout_run *run, size_t start, int shift)
{
	size_t from = start + run->at, to = from + run->n;

	for (size_t i = place_behind(&s->found, from); i < s->found.n && s->found.spans[i].from < to; i++) {
		const struct find_text_span *span = &s->found.spans[i];
		int first = span->from > from ? cols_before(s, run, start, span->from - from) : 0;
		int end = span->to < to ? cols_before(s, run, start, span->to - from) : run->cols;

		article_draw_mark(screen, box, line, shift, col + first, col + end, THEME_HIT | (i == s->at ? THEME_SELECTED : 0));
	}
}

void
article_search_draw(const struct article_search *s, struct screen *screen, struct screen_box box, const struct article *a, size_t top,
	int shift)
{
	for (int row = 0; s->found.n && row < box.rows && top + (size_t)row < a->n; row++) {
		const struct layout_line *line = &a->lines[top + (size_t)row];
		int col = 0;

		for (uint32_t k = 0; k < line->n; col += line->runs[k++].cols)
			if (line->runs[k].n)
				mark_run(s, screen, (struct screen_box){ box.row + row, box.col, 1, box.cols }, line, col, &line->runs[k],
					start_of(s, a, line->block), shift);
	}
}
