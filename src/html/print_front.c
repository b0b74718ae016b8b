#include "html/print_front.h"

enum { NOTE_COLS = 4 };

static void
add_front(const struct print_front *w, struct buf *out, const struct doc_box *box)
{
	if (box->kind == DOC_BOX_QUOTE)
		(void)buf_puts(out, "> ");
	else if (box->kind == DOC_BOX_ITEM || box->kind == DOC_BOX_DETAIL)
		(void)buf_fill(out, ' ', (size_t)w->boxes[box->depth].cols);
}

/* What stands before a line in box. */
static void
add_fronts(const struct print_front *w, struct buf *out, const struct doc_box *box)
{
	const struct doc_box *path[DOC_BOX_DEPTH];
	size_t n = doc_box_path(box, NULL, path);

	for (size_t i = 0; i < n; i++)
		add_front(w, out, path[i]);
}

/* An empty line in box. */
static void
blank_line(struct print_front *w, const struct doc_box *box)
{
	(void)buf_putc(w->out, '\n');
	add_fronts(w, w->out, box);
	while (w->out->n && w->out->p[w->out->n - 1] == ' ')
		buf_truncate(w->out, w->out->n - 1);
	(void)buf_putc(w->out, '\n');
}

void
print_front_go_on(struct print_front *w)
{
	(void)buf_add(w->out, buf_str(&w->front));
}

void
print_front_line(struct print_front *w)
{
	(void)buf_putc(w->out, '\n');
	print_front_go_on(w);
}

void
print_front_blank(struct print_front *w)
{
	blank_line(w, w->open);
}

static char
other_delim(bool is_ordered, char delim)
{
	if (is_ordered)
		return delim == '.' ? ')' : '.';
	return delim == '-' ? '+' : '-';
}

/*
 * The marker of an item. Markdown counts by itself: where a number is not the next one, another list
 * begins, which its mark says. It knows no number below 0.
 */
static void
add_marker(struct print_front *w, const struct doc_box *item)
{
	struct print_front_box *list = &w->boxes[item->depth - 1];
	bool is_ordered = item->outer->is_ordered;
	int number = item->is_implied || item->number < 0 ? list->next : item->number;
	size_t start = w->out->n;

	if (number < 1 && item->number < 0)
		number = 1;
	if (!list->delim)
		list->delim = other_delim(is_ordered, w->closed);
	else if (is_ordered && number != list->next)
		list->delim = other_delim(is_ordered, list->delim);
	if (is_ordered)
		(void)buf_printf(w->out, "%d%c ", number, list->delim);
	else
		(void)buf_printf(w->out, "%c ", list->delim);
	list->next = number + 1;
	w->boxes[item->depth].cols = (int)(w->out->n - start);
}

/* Begins details, and the line behind it, which may be that of their summary. */
static void
add_details(struct print_front *w, const struct doc_box *details, const struct doc_block *b)
{
	(void)buf_puts(w->out, "<details>");
	if (b->is_summary && b->box == details)
		(void)buf_putc(w->out, '\n');
	else
		blank_line(w, details);
	add_fronts(w, w->out, details);
}

/* A footnote, whose other lines are indented as code is. */
static void
add_note(struct print_front *w, const struct doc_box *item, uint16_t number)
{
	(void)buf_printf(w->out, "[^%u]: ", number);
	w->boxes[item->depth].cols = NOTE_COLS;
	w->boxes[item->depth - 1].next = number + 1;
}

static void
open_box(struct print_front *w, const struct doc_box *box, const struct doc_block *b)
{
	w->boxes[box->depth] = (struct print_front_box){ 0 };
	if (box->kind == DOC_BOX_FOLD)
		add_details(w, box, b);
	else if (box->kind == DOC_BOX_ITEM && box == b->box && b->note)
		add_note(w, box, b->note);
	else if (box->kind == DOC_BOX_ITEM || box->kind == DOC_BOX_DETAIL)
		add_marker(w, box);
	else
		add_front(w, w->out, box);
}

void
print_front_enter(struct print_front *w, const struct doc_block *b)
{
	const struct doc_box *path[DOC_BOX_DEPTH];
	size_t n = doc_box_path(b->box, w->open, path);

	add_fronts(w, w->out, w->open);
	for (size_t i = 0; i < n; i++)
		open_box(w, path[i], b);
	w->open = b->box;
	buf_clear(&w->front);
	add_fronts(w, &w->front, w->open);
}

static void
leave_to(struct print_front *w, const struct doc_box *end)
{
	w->closed = '\0';
	for (; w->open != end; w->open = w->open->outer) {
		w->closed = w->boxes[w->open->depth].delim;
		if (w->open->kind != DOC_BOX_FOLD)
			continue;
		blank_line(w, w->open->outer);
		add_fronts(w, w->out, w->open->outer);
		(void)buf_puts(w->out, "</details>");
	}
}

void
print_front_leave(struct print_front *w, const struct doc_block *b)
{
	leave_to(w, doc_box_common(w->open, b->box));
}

bool
print_front_begins_list(const struct print_front *w, const struct doc_block *b)
{
	return w->closed && b->box != w->open;
}

void
print_front_end(struct print_front *w)
{
	leave_to(w, NULL);
	buf_free(&w->front);
}
