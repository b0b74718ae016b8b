#include "html/print.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "html/layout_table.h"
#include "html/print_block.h"
#include "html/print_escape.h"
#include "html/print_front.h"
#include "html/print_inline.h"

struct writer {
	struct buf *out;
	const struct doc *doc;
	int top;         /* level of the outermost headings */
	struct buf line; /* scratch */
	struct print_front front;
};

/* ---- blocks */

static bool
is_plain_start(const struct print_inline *t)
{
	return t->text.n && !(t->n_spans && t->spans[0].at == 0);
}

/* How many bytes of a line stand before what would begin another block; the line's length when nothing does. */
static size_t
find_start(struct str s, bool is_continued)
{
	size_t digits = 0;

	while (digits < s.n && str_is_digit(s.p[digits]))
		digits++;
	if (digits && digits < s.n && (s.p[digits] == '.' || s.p[digits] == ')'))
		return digits + 1 == s.n || s.p[digits + 1] == ' ' ? digits : s.n;
	if (memchr("#>+-=", s.p[0], 5) || (is_continued && memchr("|:", s.p[0], 2)))
		return 0;
	return s.n;
}

static void
add_para(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);
	struct str s;
	size_t at;

	buf_clear(&w->line);
	print_inline_markdown(&w->line, w->doc, &t);
	s = buf_str(&w->line);
	at = is_plain_start(&t) && s.n ? find_start(s, b->is_continued) : s.n;
	(void)buf_add(w->out, str_sub(s, 0, at));
	(void)buf_puts(w->out, at < s.n ? "\\" : "");
	(void)buf_add(w->out, str_sub(s, at, s.n));
}

/* What is said below a picture, in italics, as is the custom. */
static void
add_caption(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);

	(void)buf_putc(w->out, '*');
	print_inline_markdown(w->out, w->doc, &t);
	(void)buf_putc(w->out, '*');
}

/* A term stands out as bold text. */
static void
add_term(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);

	(void)buf_puts(w->out, b->n_spans ? "<strong>" : "**");
	print_inline_markdown(w->out, w->doc, &t);
	(void)buf_puts(w->out, b->n_spans ? "</strong>" : "**");
}

static void
add_summary(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);

	(void)buf_puts(w->out, "<summary>");
	print_inline_html(w->out, w->doc, &t, NULL);
	(void)buf_puts(w->out, "</summary>");
}

/* True when s ends in what would be taken for the closing mark of a heading. */
static bool
ends_in_mark(struct str s)
{
	size_t n = s.n;

	while (n && s.p[n - 1] == '#')
		n--;
	return n < s.n && (!n || s.p[n - 1] == ' ');
}

static void
add_heading(struct writer *w, const struct doc_block *b, int level)
{
	int shown = level + w->top - 1;
	struct print_inline t = print_inline_block(b);
	struct str s;

	buf_clear(&w->line);
	print_inline_markdown(&w->line, w->doc, &t);
	s = buf_str(&w->line);
	(void)buf_fill(w->out, '#', shown > 6 ? 6 : (size_t)shown);
	(void)buf_putc(w->out, ' ');
	if (ends_in_mark(s)) {
		(void)buf_add(w->out, str_sub(s, 0, s.n - 1));
		(void)buf_puts(w->out, "\\#");
	} else {
		(void)buf_add(w->out, s);
	}
}

static size_t
longest_fence(struct str s)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest < 3 ? 3 : longest + 1;
}

static void
add_code(struct writer *w, const struct doc_block *b)
{
	size_t fence = longest_fence(b->text);
	struct str rest = b->text, line;

	(void)buf_fill(w->out, '`', fence);
	for (size_t i = 0; i < b->lang.n && b->lang.p[i] != '`' && !str_is_space(b->lang.p[i]); i++)
		(void)buf_putc(w->out, b->lang.p[i]);
	while (str_line(&rest, &line)) {
		print_front_line(&w->front);
		(void)buf_add(w->out, line);
	}
	print_front_line(&w->front);
	(void)buf_fill(w->out, '`', fence);
}

static void
add_image(struct writer *w, const struct doc_block *b)
{
	struct str page = print_inline_link(w->doc, b->page), url = print_inline_link(w->doc, b->link);

	(void)buf_puts(w->out, page.n ? "[![" : "![");
	print_escape_line(w->out, b->text.n || url.n ? b->text : str_of(tr("image"))); /* what has neither is not there */
	(void)buf_puts(w->out, "](");
	print_escape_url(w->out, url, 0);
	(void)buf_putc(w->out, ')');
	if (!page.n)
		return;
	(void)buf_puts(w->out, "](");
	print_escape_url(w->out, page, 0);
	(void)buf_putc(w->out, ')');
}

/* ---- tables */

static void
add_cell(struct writer *w, const struct doc_cell *cell)
{
	(void)buf_puts(w->out, "| ");
	if (cell) {
		struct print_inline t = print_inline_cell(cell);

		print_inline_markdown(w->out, w->doc, &t);
		(void)buf_putc(w->out, ' ');
	}
}

/* Columns that a cell from the left or from above takes are empty. */
static void
add_row(struct writer *w, const struct layout_table_row *row, int cols)
{
	int col = 0;

	for (size_t i = 0; i < row->n; i++) {
		for (; col < row->cells[i].col; col++)
			add_cell(w, NULL);
		add_cell(w, row->cells[i].cell);
		col++;
	}
	for (; col < cols; col++)
		add_cell(w, NULL);
	(void)buf_putc(w->out, '|');
}

/* The side that most of a column's cells stand on. */
static const char *
mark_of(const struct layout_table *t, int col)
{
	static const char *const marks[] = { "| --- ", "| :-: ", "| --: " };
	size_t counts[3] = { 0 };

	for (size_t r = 0; r < t->n; r++)
		for (size_t i = 0; i < t->rows[r].n; i++)
			if (t->rows[r].cells[i].col == col)
				counts[t->rows[r].cells[i].cell->align]++;
	if (counts[DOC_ALIGN_RIGHT] > counts[DOC_ALIGN_LEFT] + counts[DOC_ALIGN_CENTER])
		return marks[DOC_ALIGN_RIGHT];
	return marks[counts[DOC_ALIGN_CENTER] > counts[DOC_ALIGN_LEFT] ? DOC_ALIGN_CENTER : DOC_ALIGN_LEFT];
}

static bool
is_head(const struct doc_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!row->cells[i].is_header)
			return false;
	return true;
}

/* A table must have one header: an empty one where there is none. */
static void
add_table(struct writer *w, const struct doc_block *b)
{
	static const struct layout_table_row none = { 0 };
	struct layout_table t;
	struct arena a = { 0 };
	size_t first;

	layout_table_place(&t, &a, b);
	first = t.heads > 0 || is_head(&b->rows[0]);
	add_row(w, first ? &t.rows[0] : &none, t.n_cols);
	print_front_line(&w->front);
	for (int c = 0; c < t.n_cols; c++)
		(void)buf_puts(w->out, mark_of(&t, c));
	(void)buf_putc(w->out, '|');
	for (size_t r = first; r < t.n; r++) {
		print_front_line(&w->front);
		add_row(w, &t.rows[r], t.n_cols);
	}
	arena_free(&a);
}

/* ---- the order of blocks */

/*
 * True for an item right behind another one; an ordered list that does not begin at 1 cannot follow
 * text without a blank line.
 */
static bool
is_tight(const struct doc_block *above, const struct doc_block *b)
{
	if (!b->is_item || !above->list || above->is_summary || above->quote != b->quote || above->details != b->details)
		return false;
	if (!above->is_item && above->list <= b->list)
		return false;
	return above->list >= b->list || !b->is_ordered || b->number == 1;
}

/* Whether b is the caption of the picture above it, of one line and without marks of its own. */
static bool
is_caption(const struct writer *w, const struct doc_block *above, const struct doc_block *b)
{
	bool is_last = b + 1 == w->doc->blocks + w->doc->n;

	if (!above || above->kind != DOC_IMAGE || !b->is_caption || b->kind != DOC_PARA || b->is_item || above->box != b->box)
		return false;
	return b->text.n && !b->n_spans && !b->is_section_head && (is_last || !print_block_is_continued(w->doc, b, b + 1));
}

/* Ends the block above b and what b does not stand in; begins what it stands in. */
static void
begin(struct writer *w, const struct doc_block *above, const struct doc_block *b)
{
	if (print_block_is_continued(w->doc, above, b)) {
		(void)buf_puts(w->out, "\\\n");
		print_front_go_on(&w->front);
		return;
	}
	if (is_caption(w, above, b)) {
		print_front_line(&w->front);
		return;
	}
	print_front_leave(&w->front, b);
	if (above && is_tight(above, b) && !print_front_begins_list(&w->front, b))
		(void)buf_putc(w->out, '\n');
	else if (above)
		print_front_blank(&w->front);
	print_front_enter(&w->front, b);
}

static void
add_text(struct writer *w, const struct doc_block *above, const struct doc_block *b)
{
	bool is_item_text = b->kind != DOC_HEADING && b->list; /* a list whose items had headings would be none */
	int level = is_item_text ? 0 : print_block_level(w->doc, b);

	if (is_caption(w, above, b))
		add_caption(w, b);
	else if (b->is_term)
		add_term(w, b);
	else if (b->is_summary)
		add_summary(w, b);
	else if (level)
		add_heading(w, b, level);
	else
		add_para(w, b);
}

static void
add_block(struct writer *w, const struct doc_block *above, const struct doc_block *b)
{
	switch (b->kind) {
	case DOC_CODE:
		add_code(w, b);
		break;
	case DOC_IMAGE:
		add_image(w, b);
		break;
	case DOC_RULE:
		(void)buf_puts(w->out, "***");
		break;
	case DOC_TABLE:
		add_table(w, b);
		break;
	default:
		add_text(w, above, b);
	}
}

void
print_markdown(struct buf *out, const struct doc *doc, size_t from, size_t to, int top)
{
	struct writer *w = mem_zalloc(1, sizeof *w);

	w->out = w->front.out = out;
	w->doc = doc;
	w->top = top;
	to = to < doc->n ? to : doc->n;
	for (size_t i = from; i < to; i++) {
		const struct doc_block *b = &doc->blocks[i], *above = i > from ? b - 1 : NULL;

		begin(w, above, b);
		add_block(w, above, b);
	}
	print_front_end(&w->front);
	if (from < to)
		(void)buf_putc(out, '\n');
	buf_free(&w->line);
	free(w);
}
