#include "html/print_box.h"

static const char *
name_of(const struct doc_box *box)
{
	static const char *const names[] = { "blockquote", "details", "ul", "li", "dl", "dt", "dd", NULL };

	return box->kind == DOC_BOX_LIST && box->is_ordered ? "ol" : names[box->kind];
}

static struct print_box_list *
list_around(struct print_box *w, const struct doc_box *item)
{
	return &w->lists[item->depth - 1];
}

/* ---- opening */

static void
open_list(struct print_box *w, const struct doc_box *list, const struct doc_box *item)
{
	int first = list->is_ordered && item && !item->is_implied ? item->number : 1;

	w->lists[list->depth] = (struct print_box_list){ .next = first };
	(void)buf_printf(w->out, "<%s", name_of(list));
	if (first != 1)
		(void)buf_printf(w->out, " start=\"%d\"", first);
	if (list->numbering)
		(void)buf_printf(w->out, " type=\"%c\"", list->numbering);
	(void)buf_puts(w->out, ">\n");
}

/* note: the footnote that the item is, 0 for none. */
static void
open_item(struct print_box *w, const struct doc_box *item, uint16_t note)
{
	struct print_box_list *list = list_around(w, item);

	(void)buf_puts(w->out, "<li");
	if (item->outer->is_ordered && !item->is_implied && item->number != list->next) {
		(void)buf_printf(w->out, " value=\"%d\"", item->number);
		list->next = item->number;
	}
	if (note)
		(void)buf_printf(w->out, " id=\"%sn%u\"%s", w->notes->ids, note, w->notes->is_book ? " epub:type=\"footnote\"" : "");
	(void)buf_putc(w->out, '>');
	list->next++;
}

/* What is explained has a term, if an empty one. */
static void
open_detail(struct print_box *w, const struct doc_box *detail)
{
	struct print_box_list *list = list_around(w, detail);

	(void)buf_puts(w->out, list->has_term ? "<dd>" : "<dt></dt>\n<dd>");
	list->has_term = true;
	list->needs_detail = false;
}

static void
open_box(struct print_box *w, const struct doc_box *box, const struct doc_box *inner, const struct doc_block *b)
{
	switch (box->kind) {
	case DOC_BOX_LIST:
	case DOC_BOX_TERMS:
		open_list(w, box, inner);
		break;
	case DOC_BOX_ITEM:
		open_item(w, box, inner ? 0 : b->note);
		break;
	case DOC_BOX_TERM:
		(void)buf_puts(w->out, "<dt>");
		list_around(w, box)->has_term = list_around(w, box)->needs_detail = true;
		break;
	case DOC_BOX_DETAIL:
		open_detail(w, box);
		break;
	case DOC_BOX_TABLE:
		break;
	default:
		(void)buf_printf(w->out, "<%s>\n", name_of(box));
	}
	w->open = box;
}

/* ---- closing */

static void
close_to(struct print_box *w, const struct doc_box *end)
{
	for (; w->open != end; w->open = w->open->outer) {
		if (w->open->kind == DOC_BOX_TERMS && w->lists[w->open->depth].needs_detail)
			(void)buf_puts(w->out, "<dd></dd>\n");
		if (name_of(w->open))
			(void)buf_printf(w->out, "</%s>\n", name_of(w->open));
	}
}

bool
print_box_enter(struct print_box *w, const struct doc_block *b)
{
	const struct doc_box *path[DOC_BOX_DEPTH], *common = doc_box_common(w->open, b->box);
	size_t n = doc_box_path(b->box, common, path);

	close_to(w, common);
	for (size_t i = 0; i < n; i++)
		open_box(w, path[i], i + 1 < n ? path[i + 1] : NULL, b);
	return n > 0;
}

void
print_box_close(struct print_box *w)
{
	close_to(w, NULL);
}
