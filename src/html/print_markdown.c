#include "html/print.h"

#include <stdlib.h>

#include "base/mem.h"
#include "html/layout_table.h"
#include "html/print_block.h"
#include "html/print_inline.h"

enum { DEPTHS = 256 };

struct writer {
	struct buf *out;
	const struct doc *doc;
	struct buf front;      /* before every line of the block but the first */
	struct buf line;       /* scratch */
	int top;               /* level of the outermost headings */
	int depth;
	int cols[DEPTHS];      /* columns of the marker of the list at each depth; 0 outside */
	int last[DEPTHS];      /* its last number */
	char delim[DEPTHS];    /* "1." or "1)": another list directly behind takes the other */
};

/* ---- lists */

/* True for blocks that get a marker: items, and the text of a dd, for which Markdown has nothing. */
static bool
has_marker(const struct writer *w, const struct doc_block *b)
{
	return b->list && (b->is_item || (b->list > w->depth && !w->cols[b->list]));
}

static void
make_marker(struct writer *w, const struct doc_block *b)
{
	int d = b->list, number = b->number > 0 ? b->number : 0;

	buf_clear(&w->line);
	if (!b->is_item || !b->is_ordered) {
		(void)buf_puts(&w->line, "- ");
		w->last[d] = -1;
	} else {
		if (!w->delim[d] || (w->last[d] >= 0 && number <= w->last[d] && w->cols[d]))
			w->delim[d] = w->delim[d] == '.' ? ')' : '.';
		(void)buf_printf(&w->line, "%d%c ", number, w->delim[d]);
		w->last[d] = number;
	}
	w->cols[d] = (int)w->line.n;
}

/* Writes what stands before the first line of b, and sets what stands before the others. */
static void
enter(struct writer *w, const struct doc_block *b)
{
	bool is_marked = has_marker(w, b);

	for (; w->depth > b->list; w->depth--) {
		w->cols[w->depth] = 0;
		w->delim[w->depth] = '\0';
	}
	w->depth = b->list;
	buf_clear(&w->front);
	for (int i = 0; i < b->quote; i++)
		(void)buf_puts(&w->front, "> ");
	for (int d = 1; d < b->list; d++)
		(void)buf_fill(&w->front, ' ', (size_t)w->cols[d]);
	(void)buf_add(w->out, buf_str(&w->front));
	if (is_marked) {
		make_marker(w, b);
		(void)buf_add(w->out, buf_str(&w->line));
	} else if (b->list) {
		(void)buf_fill(w->out, ' ', (size_t)w->cols[b->list]);
	}
	(void)buf_fill(&w->front, ' ', b->list ? (size_t)w->cols[b->list] : 0);
}

static void
new_line(struct writer *w)
{
	(void)buf_putc(w->out, '\n');
	(void)buf_add(w->out, buf_str(&w->front));
}

/* ---- blocks */

static bool
is_plain_start(const struct print_inline *t)
{
	return t->text.n && !(t->n_spans && t->spans[0].at == 0);
}

/* Writes a paragraph, with what would begin another block there escaped. */
static void
add_para(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);
	struct str s;
	size_t digits = 0;

	buf_clear(&w->line);
	print_inline_markdown(&w->line, w->doc, &t);
	s = buf_str(&w->line);
	if (is_plain_start(&t)) {
		while (digits < s.n && str_is_digit(s.p[digits]))
			digits++;
		if (strchr("#>+-=", s.p[0]) || (digits && digits < s.n && (s.p[digits] == '.' || s.p[digits] == ')'))) {
			(void)buf_add(w->out, str_sub(s, 0, digits));
			(void)buf_putc(w->out, '\\');
			s = str_sub(s, digits, s.n);
		}
	}
	(void)buf_add(w->out, s);
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
		new_line(w);
		(void)buf_add(w->out, line);
	}
	new_line(w);
	(void)buf_fill(w->out, '`', fence);
}

static void
add_image(struct writer *w, const struct doc_block *b)
{
	(void)buf_puts(w->out, "![");
	print_inline_escape(w->out, b->text, false);
	(void)buf_puts(w->out, "](");
	print_inline_url(w->out, print_inline_link(w->doc, b->link));
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

/* A table must have one header: an empty one where there is none. */
static void
add_table(struct writer *w, const struct doc_block *b)
{
	static const struct layout_table_row none = { 0 };
	struct layout_table t;
	struct arena a = { 0 };
	size_t first;

	layout_table_place(&t, &a, b);
	first = t.heads > 0;
	add_row(w, first ? &t.rows[0] : &none, t.n_cols);
	new_line(w);
	for (int c = 0; c < t.n_cols; c++)
		(void)buf_puts(w->out, "| --- ");
	(void)buf_putc(w->out, '|');
	for (size_t r = first; r < t.n; r++) {
		new_line(w);
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
	if (!b->is_item || !above->list || above->quote != b->quote || (!above->is_item && above->list <= b->list))
		return false;
	return above->list >= b->list || !b->is_ordered || b->number == 1;
}

static void
separate(struct writer *w, const struct doc_block *above, const struct doc_block *b)
{
	int quote = above->quote < b->quote ? above->quote : b->quote;

	if (print_block_is_continued(w->doc, above, b)) {
		(void)buf_puts(w->out, "\\\n");
		return;
	}
	(void)buf_putc(w->out, '\n');
	if (is_tight(above, b))
		return;
	for (int i = 0; i < quote; i++)
		(void)buf_puts(w->out, i ? " >" : ">");
	(void)buf_putc(w->out, '\n');
}

static void
add_block(struct writer *w, const struct doc_block *b)
{
	int level = print_block_level(w->doc, b);

	enter(w, b);
	if (level) {
		add_heading(w, b, level);
		return;
	}
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
		(void)buf_puts(w->out, b->is_term ? "**" : "");
		add_para(w, b);
		(void)buf_puts(w->out, b->is_term ? "**" : "");
	}
}

void
print_markdown(struct buf *out, const struct doc *doc, size_t from, size_t to, int top)
{
	struct writer *w = mem_zalloc(1, sizeof *w);

	w->out = out;
	w->doc = doc;
	w->top = top;
	to = to < doc->n ? to : doc->n;
	for (size_t i = from; i < to; i++) {
		if (i > from)
			separate(w, &doc->blocks[i - 1], &doc->blocks[i]);
		add_block(w, &doc->blocks[i]);
	}
	if (from < to)
		(void)buf_putc(out, '\n');
	buf_free(&w->front);
	buf_free(&w->line);
	free(w);
}
