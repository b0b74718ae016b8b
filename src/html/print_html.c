#include "html/print.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "html/print_block.h"
#include "html/print_box.h"
#include "html/print_escape.h"
#include "html/print_inline.h"
#include "text/entity.h"

struct writer {
	struct buf *out;
	const struct doc *doc;
	enum print_html_form form;
	struct print_inline_notes notes;
	size_t from, to;
	const char *para; /* the element of the open paragraph, NULL for none */
	bool is_figure;   /* one is open */
	bool is_first;    /* the block is the first in its box */
	struct print_box box;
};

/* ---- blocks that stand beside others */

static const struct doc_block *
above(const struct writer *w, const struct doc_block *b)
{
	return b > w->doc->blocks + w->from ? b - 1 : NULL;
}

static const struct doc_block *
below(const struct writer *w, const struct doc_block *b)
{
	return b + 1 < w->doc->blocks + w->to ? b + 1 : NULL;
}

static bool
is_caption(const struct doc_block *b)
{
	return b->is_caption && b->kind == DOC_PARA && !b->is_section_head;
}

/* The caption of a table, in it or, of the figure that it was in, right below; or NULL. */
static const struct doc_block *
caption_of(const struct writer *w, const struct doc_block *table)
{
	const struct doc_block *b = above(w, table), *next;

	if (b && table->box && is_caption(b) && b->box == table->box)
		return b;
	b = below(w, table);
	next = b ? below(w, b) : NULL;
	if (!b || !is_caption(b) || !table->box || b->box != table->box->outer || (next && next->kind == DOC_IMAGE))
		return NULL;
	return b;
}

static bool
is_captions_table(const struct writer *w, const struct doc_block *b)
{
	const struct doc_block *next = below(w, b), *last = above(w, b);

	if (!is_caption(b))
		return false;
	return (next && next->kind == DOC_TABLE && caption_of(w, next) == b) ||
	    (last && last->kind == DOC_TABLE && caption_of(w, last) == b);
}

/* ---- blocks */

/* What the entries of an outline lead to. */
static void
add_id(struct writer *w, const struct doc_block *b)
{
	if (b->is_section_head && b->section >= 0)
		(void)buf_printf(w->out, " id=\"%ss%d\"", w->notes.ids, b->section + 1);
}

static void
add_code(struct writer *w, const struct doc_block *b)
{
	(void)buf_puts(w->out, "<pre");
	add_id(w, b);
	(void)buf_puts(w->out, "><code");
	if (b->lang.n) {
		(void)buf_puts(w->out, " class=\"language-");
		entity_escape(w->out, b->lang);
		(void)buf_putc(w->out, '"');
	}
	(void)buf_putc(w->out, '>');
	entity_escape(w->out, b->text);
	(void)buf_puts(w->out, "</code></pre>\n");
}

/* Begins a link; false where the number stands for none. */
static bool
open_link(struct writer *w, uint16_t link)
{
	struct str url = print_inline_link(w->doc, link);

	if (!url.n)
		return false;
	(void)buf_puts(w->out, "<a href=\"");
	print_escape_href(w->out, url);
	(void)buf_puts(w->out, "\">");
	return true;
}

static void
add_image(struct writer *w, const struct doc_block *b)
{
	bool has_page = open_link(w, b->page);

	(void)buf_puts(w->out, "<img src=\"");
	print_escape_href(w->out, print_inline_link(w->doc, b->link));
	(void)buf_puts(w->out, "\" alt=\"");
	entity_escape(w->out, b->text);
	(void)buf_putc(w->out, '"');
	if (b->width && b->height)
		(void)buf_printf(w->out, " width=\"%d\" height=\"%d\"", b->width, b->height);
	(void)buf_puts(w->out, has_page ? "></a>\n" : ">\n");
}

/* A book holds no pictures of others, and some are part of their page: where one is, and what it shows. */
static void
add_picture_line(struct writer *w, const struct doc_block *b)
{
	struct str page = print_inline_link(w->doc, b->page);
	bool has_link;

	(void)buf_puts(w->out, w->is_figure ? "<p>[" : "<p class=\"picture\">[");
	has_link = open_link(w, b->link);
	(void)buf_printf(w->out, has_link ? "%s</a>]" : "%s]", tr("image"));
	(void)buf_puts(w->out, b->text.n || page.n ? " " : "");
	has_link = open_link(w, b->page);
	entity_escape(w->out, b->text.n ? b->text : page);
	(void)buf_puts(w->out, has_link ? "</a></p>\n" : "</p>\n");
}

static void
add_figure(struct writer *w, const struct doc_block *b)
{
	const struct doc_block *next = below(w, b);

	w->is_figure = next && is_caption(next) && next->box == b->box;
	if (w->is_figure)
		(void)buf_puts(w->out, "<figure>\n");
	if (w->form == PRINT_HTML_BOOK || !print_inline_link(w->doc, b->link).n)
		add_picture_line(w, b);
	else
		add_image(w, b);
}

static void
add_cell(struct writer *w, const struct doc_cell *cell)
{
	static const char *const sides[] = { NULL, "center", "right" };
	struct print_inline t = print_inline_cell(cell);
	const char *name = cell->is_header ? "th" : "td";

	(void)buf_printf(w->out, "<%s", name);
	if (cell->colspan > 1)
		(void)buf_printf(w->out, " colspan=\"%d\"", cell->colspan);
	if (cell->rowspan > 1)
		(void)buf_printf(w->out, " rowspan=\"%d\"", cell->rowspan);
	if (sides[cell->align])
		(void)buf_printf(w->out, " style=\"text-align:%s\"", sides[cell->align]);
	(void)buf_putc(w->out, '>');
	print_inline_html(w->out, w->doc, &t, &w->notes);
	(void)buf_printf(w->out, "</%s>", name);
}

static void
add_table(struct writer *w, const struct doc_block *b)
{
	const struct doc_block *caption = caption_of(w, b);

	(void)buf_puts(w->out, "<table");
	add_id(w, b);
	(void)buf_puts(w->out, ">\n");
	if (caption) {
		struct print_inline t = print_inline_block(caption);

		(void)buf_puts(w->out, "<caption>");
		print_inline_html(w->out, w->doc, &t, &w->notes);
		(void)buf_puts(w->out, "</caption>\n");
	}
	for (size_t r = 0; r < b->n_rows; r++) {
		(void)buf_puts(w->out, "<tr>");
		for (size_t i = 0; i < b->rows[r].n; i++)
			add_cell(w, &b->rows[r].cells[i]);
		(void)buf_puts(w->out, "</tr>\n");
	}
	(void)buf_puts(w->out, "</table>\n");
}

/* ---- running text */

/* The element of a paragraph; NULL for the first block of an item or a term, which needs none. */
static const char *
para_name(const struct writer *w, const struct doc_block *b)
{
	if (w->is_figure && is_caption(b))
		return "figcaption";
	if (b->is_summary)
		return "summary";
	return w->is_first && (b->is_term || b->box->kind == DOC_BOX_ITEM) ? NULL : "p";
}

static void
open_para(struct writer *w, const struct doc_block *b)
{
	w->para = para_name(w, b);
	if (w->para)
		(void)buf_printf(w->out, "<%s>", w->para);
}

static void
close_para(struct writer *w)
{
	if (w->para)
		(void)buf_printf(w->out, "</%s>\n", w->para);
	w->para = NULL;
	if (w->is_figure)
		(void)buf_puts(w->out, "</figure>\n");
	w->is_figure = false;
}

static void
add_heading(struct writer *w, const struct doc_block *b, int level)
{
	struct print_inline t = print_inline_block(b);

	level = level < 6 ? level + 1 : 6; /* a title stands above */
	(void)buf_printf(w->out, "<h%d", level);
	add_id(w, b);
	(void)buf_putc(w->out, '>');
	print_inline_html(w->out, w->doc, &t, &w->notes);
	(void)buf_printf(w->out, "</h%d>\n", level);
}

/* From a note to where it is named first. */
static void
add_way_back(struct writer *w, const struct doc_block *b)
{
	(void)buf_printf(w->out, " <a href=\"#%sr%u\"%s>\u21a9\ufe0e</a>", w->notes.ids, b->note,
		w->notes.is_book ? "" : " role=\"doc-backlink\"");
}

static void
add_text(struct writer *w, const struct doc_block *b)
{
	struct print_inline t = print_inline_block(b);
	const struct doc_block *next = below(w, b);
	int level = print_block_level(w->doc, b);

	if (level && !b->is_term && !b->is_summary) {
		add_heading(w, b, level);
		return;
	}
	if (print_block_is_continued(w->doc, above(w, b), b))
		(void)buf_puts(w->out, w->form == PRINT_HTML_BOOK ? "<br/>\n" : "<br>\n");
	else
		open_para(w, b);
	if (level && b->is_section_head && b->section >= 0)
		(void)buf_printf(w->out, "<span id=\"%ss%d\"></span>", w->notes.ids, b->section + 1);
	print_inline_html(w->out, w->doc, &t, &w->notes);
	if (b->note)
		add_way_back(w, b);
	if (!next || !print_block_is_continued(w->doc, b, next))
		close_para(w);
}

static void
add_block(struct writer *w, const struct doc_block *b)
{
	if (is_captions_table(w, b))
		return;
	w->is_first = print_box_enter(&w->box, b);
	if (b->note && !(w->is_first && b->box->kind == DOC_BOX_ITEM))
		(void)buf_printf(w->out, "<div id=\"%sn%u\"></div>\n", w->notes.ids, b->note);
	switch (b->kind) {
	case DOC_CODE:
		add_code(w, b);
		break;
	case DOC_IMAGE:
		add_figure(w, b);
		break;
	case DOC_RULE:
		(void)buf_puts(w->out, w->form == PRINT_HTML_BOOK ? "<hr/>\n" : "<hr>\n");
		break;
	case DOC_TABLE:
		add_table(w, b);
		break;
	default:
		add_text(w, b);
	}
}

void
print_html(struct buf *out, const struct doc *doc, size_t from, size_t to, enum print_html_form form, const char *ids)
{
	struct writer *w = mem_zalloc(1, sizeof *w);

	w->out = w->box.out = out;
	w->doc = doc;
	w->form = form;
	w->box.notes = &w->notes;
	w->notes = (struct print_inline_notes){ ids, form == PRINT_HTML_BOOK };
	w->from = from;
	w->to = to < doc->n ? to : doc->n;
	for (size_t i = from; i < w->to; i++)
		add_block(w, &doc->blocks[i]);
	print_box_close(&w->box);
	free(w);
}
