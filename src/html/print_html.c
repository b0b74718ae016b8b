#include "html/print.h"

#include <stdlib.h>

#include "base/mem.h"
#include "html/print_block.h"
#include "html/print_inline.h"
#include "text/entity.h"

enum { DEPTHS = 257 };

enum container { CONTAINER_NONE, CONTAINER_BULLETS, CONTAINER_NUMBERS, CONTAINER_TERMS };

static const char *const container_names[] = { "", "ul", "ol", "dl" };

/* The elements that are open: quotes outside, lists in them. */
struct writer {
	struct buf *out;
	const struct doc *doc;
	int quote, depth;
	bool is_para; /* a paragraph is open */
	enum container containers[DEPTHS]; /* by depth, from 1 */
	const char *item[DEPTHS];          /* the element open in each: "li", "dd", "dt"; NULL for none */
};

static void
add_tag(struct writer *w, const char *before, const char *name, const char *after)
{
	(void)buf_puts(w->out, before);
	(void)buf_puts(w->out, name);
	(void)buf_puts(w->out, after);
}

static void
close_item(struct writer *w, int depth)
{
	if (w->item[depth])
		add_tag(w, "</", w->item[depth], ">\n");
	w->item[depth] = NULL;
}

static void
close_lists(struct writer *w, int depth)
{
	for (; w->depth > depth; w->depth--) {
		close_item(w, w->depth);
		add_tag(w, "</", container_names[w->containers[w->depth]], ">\n");
	}
}

static void
open_list(struct writer *w, enum container container, int number)
{
	w->containers[++w->depth] = container;
	if (container == CONTAINER_NUMBERS && number != 1)
		(void)buf_printf(w->out, "<ol start=\"%d\">\n", number);
	else
		add_tag(w, "<", container_names[container], ">\n");
}

static void
open_item(struct writer *w, const char *name)
{
	close_item(w, w->depth);
	add_tag(w, "<", name, ">");
	w->item[w->depth] = name;
}

/* The element of what stands in the innermost list. */
static const char *
item_name(const struct writer *w)
{
	return w->containers[w->depth] == CONTAINER_TERMS ? "dd" : "li";
}

static void
set_quote(struct writer *w, int quote)
{
	if (quote != w->quote)
		close_lists(w, 0);
	for (; w->quote > quote; w->quote--)
		(void)buf_puts(w->out, "</blockquote>\n");
	for (; w->quote < quote; w->quote++)
		(void)buf_puts(w->out, "<blockquote>\n");
}

/* True for the text of a dd, and for what stands in no item of its own. */
static bool
is_detail(const struct writer *w, const struct doc_block *b)
{
	if (!b->list || b->is_item || b->is_term)
		return false;
	return w->depth < b->list || w->containers[b->list] == CONTAINER_TERMS;
}

static void
open_lists(struct writer *w, int depth, enum container innermost, int number)
{
	while (w->depth < depth) {
		if (w->depth && !w->item[w->depth])
			open_item(w, item_name(w));
		open_list(w, w->depth + 1 == depth ? innermost : CONTAINER_BULLETS, number);
	}
}

/* Opens and closes lists so that b stands where it belongs. */
static void
enter(struct writer *w, const struct doc_block *b)
{
	int depth = b->list + b->is_term;
	enum container wanted = b->is_ordered ? CONTAINER_NUMBERS : CONTAINER_BULLETS;
	bool is_new;

	set_quote(w, b->quote);
	close_lists(w, depth);
	if (!depth)
		return;
	is_new = b->is_item && !b->is_term;
	if (b->is_term || is_detail(w, b))
		wanted = CONTAINER_TERMS;
	if ((is_new || wanted == CONTAINER_TERMS) && w->depth == depth && w->containers[depth] != wanted)
		close_lists(w, depth - 1);
	open_lists(w, depth, wanted, is_new ? b->number : 1);
	if (b->is_term)
		open_item(w, "dt");
	else if (is_new || !w->item[depth] || !strcmp(w->item[depth], "dt"))
		open_item(w, item_name(w));
}

static void
add_code(struct writer *w, const struct doc_block *b)
{
	(void)buf_puts(w->out, "<pre><code");
	if (b->lang.n) {
		(void)buf_puts(w->out, " class=\"language-");
		entity_escape(w->out, b->lang);
		(void)buf_putc(w->out, '"');
	}
	(void)buf_putc(w->out, '>');
	entity_escape(w->out, b->text);
	(void)buf_puts(w->out, "</code></pre>\n");
}

static void
add_image(struct writer *w, const struct doc_block *b)
{
	(void)buf_puts(w->out, "<img src=\"");
	entity_escape(w->out, print_inline_link(w->doc, b->link));
	(void)buf_puts(w->out, "\" alt=\"");
	entity_escape(w->out, b->text);
	(void)buf_puts(w->out, "\">\n");
}

static void
add_cell(struct writer *w, const struct doc_cell *cell)
{
	struct print_inline t = print_inline_cell(cell);
	const char *name = cell->is_header ? "th" : "td";

	add_tag(w, "<", name, "");
	if (cell->colspan > 1)
		(void)buf_printf(w->out, " colspan=\"%d\"", cell->colspan);
	if (cell->rowspan > 1)
		(void)buf_printf(w->out, " rowspan=\"%d\"", cell->rowspan);
	(void)buf_putc(w->out, '>');
	print_inline_html(w->out, w->doc, &t);
	add_tag(w, "</", name, ">");
}

static void
add_table(struct writer *w, const struct doc_block *b)
{
	(void)buf_puts(w->out, "<table>\n");
	for (size_t r = 0; r < b->n_rows; r++) {
		(void)buf_puts(w->out, "<tr>");
		for (size_t i = 0; i < b->rows[r].n; i++)
			add_cell(w, &b->rows[r].cells[i]);
		(void)buf_puts(w->out, "</tr>\n");
	}
	(void)buf_puts(w->out, "</table>\n");
}

/* The first block of an item needs no paragraph of its own. */
static bool
is_bare(const struct doc_block *b)
{
	return b->is_term || (b->is_item && b->list);
}

static void
open_para(struct writer *w)
{
	(void)buf_puts(w->out, "<p>");
	w->is_para = true;
}

static void
close_para(struct writer *w)
{
	if (w->is_para)
		(void)buf_puts(w->out, "</p>\n");
	w->is_para = false;
}

static void
add_text(struct writer *w, const struct doc_block *b, const struct doc_block *above, const struct doc_block *below)
{
	struct print_inline t = print_inline_block(b);
	int level = print_block_level(w->doc, b);

	if (level)
		(void)buf_printf(w->out, "<h%d>", level);
	else if (print_block_is_continued(w->doc, above, b))
		(void)buf_puts(w->out, "<br>\n");
	else if (!is_bare(b))
		open_para(w);
	print_inline_html(w->out, w->doc, &t);
	if (level)
		(void)buf_printf(w->out, "</h%d>\n", level);
	if (below && print_block_is_continued(w->doc, b, below))
		return;
	close_para(w);
}

void
print_html(struct buf *out, const struct doc *doc, size_t from, size_t to)
{
	struct writer *w = mem_zalloc(1, sizeof *w);

	w->out = out;
	w->doc = doc;
	to = to < doc->n ? to : doc->n;
	for (size_t i = from; i < to; i++) {
		const struct doc_block *b = &doc->blocks[i];

		enter(w, b);
		if (b->kind == DOC_CODE)
			add_code(w, b);
		else if (b->kind == DOC_IMAGE)
			add_image(w, b);
		else if (b->kind == DOC_RULE)
			(void)buf_puts(out, "<hr>\n");
		else if (b->kind == DOC_TABLE)
			add_table(w, b);
		else
			add_text(w, b, i > from ? b - 1 : NULL, i + 1 < to ? b + 1 : NULL);
	}
	set_quote(w, 0);
	close_lists(w, 0);
	free(w);
}
