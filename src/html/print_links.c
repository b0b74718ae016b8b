#include "base/tr.h"
#include "html/print.h"
#include "text/url.h"

struct list {
	struct buf *out;
	const struct doc *doc;
	uint16_t next;  /* the first link not looked at */
	bool is_inside; /* what comes is asked for */
};

/*
 * The links up to number last. They are numbered as they come in the article; one around a picture
 * stands in no text, and is taken along with what comes behind it.
 */
static void
add_up_to(struct list *l, uint16_t last, bool is_image)
{
	for (; l->next <= last && l->next <= l->doc->n_links; l->next++) {
		if (!l->is_inside)
			continue;
		if (is_image && l->next == last)
			(void)buf_printf(l->out, "[%s %u] ", tr("image"), l->next);
		else
			(void)buf_printf(l->out, "[%u] ", l->next);
		url_show(l->out, l->doc->links[l->next - 1].url);
		(void)buf_putc(l->out, '\n');
	}
}

static void
add_spans(struct list *l, const struct doc_span *spans, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_up_to(l, spans[i].link, false);
}

static void
add_block(struct list *l, const struct doc_block *b)
{
	add_spans(l, b->spans, b->n_spans);
	for (size_t r = 0; r < b->n_rows; r++)
		for (size_t c = 0; c < b->rows[r].n; c++)
			add_spans(l, b->rows[r].cells[c].spans, b->rows[r].cells[c].n_spans);
	add_up_to(l, b->link, true);
}

void
print_links(struct buf *out, const struct doc *doc, size_t from, size_t to)
{
	struct list l = { .out = out, .doc = doc, .next = 1 };

	for (size_t i = 0; i < doc->n && i < to; i++) {
		l.is_inside = i >= from;
		add_block(&l, &doc->blocks[i]);
	}
	if (to >= doc->n)
		add_up_to(&l, (uint16_t)doc->n_links, false);
}
