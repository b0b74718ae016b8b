#include "html/doc_build.h"

#include "base/limits.h"
#include "text/clean.h"
#include "text/utf8.h"

enum {
	BOLD_PERCENT = 95, /* a paragraph is bold when this many of 100 letters are */
	SOME = 64,         /* blocks that are handed on at a time: few articles have more */
};

void
doc_build_init(struct doc_build *b, struct arena *a, const struct doc_taker *taker)
{
	*b = (struct doc_build){ .arena = a, .taker = taker, .table = MEASURE_NONE };
	if (taker)
		taker->begin(taker->user);
}

/* ---- text */

static void
add_span(struct doc_build *b, size_t at, size_t n, uint16_t style, uint16_t link)
{
	struct doc_span *last = b->spans.n ? &b->spans.v[b->spans.n - 1] : NULL;

	if (link)
		style |= DOC_LINK;
	if ((!style && !b->name) || !n)
		return;
	if (last && last->at + last->n == at && last->style == style && last->link == link && last->note == b->name) {
		last->n += (uint32_t)n;
		return;
	}
	*vec_add(&b->spans) = (struct doc_span){ (uint32_t)at, (uint32_t)n, style, link, b->name };
}

/* Whether a blank would go beside another, or begin the text or a line. */
static bool
is_behind_blank(const struct doc_build *b)
{
	return !b->text.n || b->text.p[b->text.n - 1] == ' ' || b->text.p[b->text.n - 1] == '\n';
}

static void
add_folded(struct doc_build *b, struct str s)
{
	if (str_is_folded(s)) {
		(void)buf_add(&b->text, str_sub(s, s.n && s.p[0] == ' ' && is_behind_blank(b), s.n));
		return;
	}
	while (s.n) {
		size_t n = 0;

		while (n < s.n && !str_is_space(s.p[n]))
			n++;
		(void)buf_add(&b->text, str_sub(s, 0, n));
		if (n < s.n && !is_behind_blank(b))
			(void)buf_putc(&b->text, ' ');
		s = str_sub(s, n + 1, s.n);
	}
}

void
doc_build_text(struct doc_build *b, struct str s, uint16_t style, uint16_t link)
{
	size_t at = b->text.n;

	if (!at && !b->is_verbatim && s.n == 1 && str_is_space(*s.p))
		return;
	if (b->is_verbatim)
		buf_add(&b->text, s);
	else
		add_folded(b, s);
	if (style & DOC_BOLD)
		b->bold_letters += utf8_letters(s);
	add_span(b, at, b->text.n - at, style, link);
}

struct str
doc_build_lines(struct doc_build *b, struct str s, uint16_t style, uint16_t link)
{
	struct str line;

	while (str_find_char(s, '\n') < s.n) {
		(void)str_cut(s, '\n', &line, &s);
		doc_build_text(b, line, style, link);
		doc_build_text(b, str_lit("\n"), 0, 0);
	}
	return s;
}

/* Takes a space off the end of the open text. */
static void
drop_space(struct doc_build *b)
{
	struct doc_span *last = b->spans.n ? &b->spans.v[b->spans.n - 1] : NULL;

	if (!b->text.n || b->text.p[b->text.n - 1] != ' ')
		return;
	buf_truncate(&b->text, b->text.n - 1);
	if (last && last->at + last->n > b->text.n && !--last->n)
		b->spans.n--;
}

void
doc_build_break(struct doc_build *b)
{
	drop_space(b);
	if (b->text.n && b->text.p[b->text.n - 1] != '\n')
		(void)buf_putc(&b->text, '\n');
}

/* ---- the open block */

static void
note_link_text(struct doc_build *b)
{
	struct doc_link *link;

	if (!b->open_link)
		return;
	link = &b->links.v[b->open_link - 1];
	if (!link->text.n)
		link->text = arena_dup(b->arena, str_trim(str_sub(buf_str(&b->text), b->link_at, b->text.n)));
	b->link_at = 0;
}

static void
clear_open(struct doc_build *b)
{
	note_link_text(b);
	buf_clear(&b->text);
	b->spans.n = 0;
	b->bold_letters = 0;
}

/* The bytes of the open text without blanks at its end and blank lines at its start: only code begins with blanks. */
static struct str
trimmed(const struct doc_build *b)
{
	struct str s = buf_str(&b->text);

	while (s.n && (s.p[0] == '\n' || s.p[0] == '\r'))
		s = str_sub(s, 1, s.n);
	while (s.n && str_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The spans that lie in [from, from + n) of the open text, counted from there. */
static struct doc_span *
take_spans(struct doc_build *b, size_t from, size_t n, size_t *ret_n)
{
	struct doc_span *spans = arena_new(b->arena, struct doc_span, b->spans.n);
	size_t count = 0;

	for (size_t i = 0; i < b->spans.n; i++) {
		struct doc_span span = b->spans.v[i];
		size_t start = span.at > from ? span.at - from : 0;
		size_t end = span.at + span.n > from ? span.at + span.n - from : 0;

		if (end > n)
			end = n;
		if (start >= end)
			continue;
		spans[count++] = (struct doc_span){ (uint32_t)start, (uint32_t)(end - start), span.style, span.link, span.note };
	}
	*ret_n = count;
	return count ? spans : NULL;
}

/*
 * The open text as a copy in the arena. It was cleaned when it came in; where
 * the cache was damaged, or a letter and its accent met only now, it is
 * cleaned again and the spans, which no longer fit, are left out.
 */
static struct str
take_text(struct doc_build *b, struct doc_span **spans, size_t *n_spans, struct measure *measure)
{
	struct str s = trimmed(b);
	struct buf cleaned = { 0 };
	struct str copy;

	*spans = NULL;
	*n_spans = 0;
	*measure = measure_text(s);
	if (measure->is_plain || clean_is(s)) {
		if (s.n)
			*spans = take_spans(b, (size_t)(s.p - b->text.p), s.n, n_spans);
		return arena_dup(b->arena, s);
	}
	if (str_find_char(s, '\n') < s.n)
		clean_text(&cleaned, s);
	else
		clean_line(&cleaned, s);
	copy = arena_dup(b->arena, buf_str(&cleaned));
	*measure = measure_text(copy);
	buf_free(&cleaned);
	return copy;
}

static void
give_blocks(struct doc_build *b)
{
	struct doc some = { .blocks = b->blocks.v, .n = b->blocks.n, .links = b->links.v, .n_links = b->links.n };

	b->taker->take(b->taker->user, &some);
	b->blocks.n = 0;
}

/* A new block with what waited for it. */
static struct doc_block *
add_block(struct doc_build *b, const struct doc_block *like)
{
	struct doc_block *block;

	if (b->taker && b->blocks.n == SOME)
		give_blocks(b);
	block = vec_add(&b->blocks);
	*block = *like;
	block->is_item = b->is_item;
	block->has_blank_before = b->has_blank;
	block->is_continued = b->is_continued && !b->has_blank && !b->is_item;
	block->hashes = b->hashes;
	block->note = b->note;
	block->section = -1;
	b->is_item = b->has_blank = b->is_continued = false;
	b->hashes = 0;
	b->note = 0;
	return block;
}

bool
doc_build_end(struct doc_build *b, const struct doc_block *like)
{
	struct doc_block *block;

	if (!trimmed(b).n) {
		clear_open(b);
		return false;
	}
	block = add_block(b, like);
	block->text = take_text(b, &block->spans, &block->n_spans, &block->measure);
	block->is_bold = b->bold_letters && b->bold_letters * 100 >= (size_t)block->measure.letters * BOLD_PERCENT;
	clear_open(b);
	return true;
}

void
doc_build_object(struct doc_build *b, const struct doc_block *like, struct str text)
{
	struct doc_block *block = add_block(b, like);
	struct buf line = { 0 };

	clean_line(&line, text);
	block->text = arena_dup(b->arena, buf_str(&line));
	block->measure = measure_text(block->text);
	buf_free(&line);
}

/* ---- links */

static uint16_t
add_link(struct doc_build *b, struct doc_link link)
{
	if (b->links.n >= LIMIT_LINKS_SHOWN)
		return 0;
	*vec_add(&b->links) = link;
	return (uint16_t)b->links.n;
}

uint16_t
doc_build_link(struct doc_build *b, struct str url)
{
	doc_build_link_end(b);
	b->open_link = add_link(b, (struct doc_link){ .url = arena_dup(b->arena, url) });
	b->link_at = b->text.n;
	return b->open_link;
}

void
doc_build_link_end(struct doc_build *b)
{
	note_link_text(b);
	b->open_link = 0;
}

uint16_t
doc_build_image_link(struct doc_build *b, struct str url, struct str text)
{
	struct doc_link link = { arena_dup(b->arena, url), STR_NONE, true };
	struct buf line = { 0 };

	clean_line(&line, text);
	link.text = arena_dup(b->arena, buf_str(&line));
	buf_free(&line);
	return add_link(b, link);
}

/* ---- tables */

void
doc_build_cell_end(struct doc_build *b, const struct doc_cell *like)
{
	struct doc_cell *cell = vec_add(&b->cells);
	struct measure measure;

	*cell = *like;
	cell->text = take_text(b, &cell->spans, &cell->n_spans, &measure);
	measure_add(&b->table, &measure);
	clear_open(b);
}

void
doc_build_row_end(struct doc_build *b)
{
	struct doc_row row = { arena_new(b->arena, struct doc_cell, b->cells.n), b->cells.n };

	if (!row.n)
		return;
	memcpy(row.cells, b->cells.v, row.n * sizeof *row.cells);
	*vec_add(&b->rows) = row;
	b->cells.n = 0;
}

void
doc_build_table_end(struct doc_build *b, const struct doc_block *like)
{
	struct doc_block *block;

	if (!b->rows.n)
		return;
	block = add_block(b, like);
	block->kind = DOC_TABLE;
	block->n_rows = b->rows.n;
	block->rows = arena_new(b->arena, struct doc_row, b->rows.n);
	memcpy(block->rows, b->rows.v, b->rows.n * sizeof *block->rows);
	block->measure = b->table;
	b->table = MEASURE_NONE;
	b->rows.n = 0;
}

/* ---- the end */

void
doc_build_finish(struct doc_build *b, struct doc *ret)
{
	*ret = (struct doc){
		.blocks = arena_new(b->arena, struct doc_block, b->blocks.n),
		.n = b->blocks.n,
		.links = arena_new(b->arena, struct doc_link, b->links.n),
		.n_links = b->links.n,
	};
	if (ret->n)
		memcpy(ret->blocks, b->blocks.v, ret->n * sizeof *ret->blocks);
	if (ret->n_links)
		memcpy(ret->links, b->links.v, ret->n_links * sizeof *ret->links);
	doc_build_free(b);
}

void
doc_build_hand_on(struct doc_build *b)
{
	give_blocks(b);
}

void
doc_build_free(struct doc_build *b)
{
	vec_free(&b->blocks);
	vec_free(&b->links);
	vec_free(&b->rows);
	vec_free(&b->cells);
	vec_free(&b->spans);
	buf_free(&b->text);
}
