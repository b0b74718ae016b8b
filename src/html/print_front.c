#include "html/print_front.h"

static void
add_front(struct buf *out, const struct print_levels_one *level)
{
	if (level->kind == PRINT_LEVELS_QUOTE)
		(void)buf_puts(out, "> ");
	else
		(void)buf_fill(out, ' ', (size_t)level->cols);
}

static void
add_fronts(struct print_front *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_front(w->out, &w->levels.v[i]);
}

/* An empty line inside of n levels. */
static void
blank_line(struct print_front *w, size_t n)
{
	(void)buf_putc(w->out, '\n');
	add_fronts(w, n);
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
	blank_line(w, w->levels.n);
}

static char
other_delim(const struct print_levels_one *list, char delim)
{
	if (list->is_ordered)
		return delim == '.' ? ')' : '.';
	return delim == '-' ? '+' : '-';
}

/*
 * The marker of an item. Markdown counts by itself: where a number is not the next one, another list
 * begins, which its mark says.
 */
static void
add_marker(struct print_front *w, struct print_levels_one *list, const struct doc_block *b)
{
	size_t start = w->out->n;

	if (!list->delim)
		list->delim = other_delim(list, w->closed);
	if (!list->is_ordered) {
		(void)buf_printf(w->out, "%c ", list->delim);
	} else {
		int number = b->is_item && b->number > 0 ? b->number : 0;

		if (list->cols && number != list->number)
			list->delim = other_delim(list, list->delim);
		(void)buf_printf(w->out, "%d%c ", number, list->delim);
		list->number = number + 1;
	}
	list->cols = (int)(w->out->n - start);
}

/* Begins details that are new with b, and the line behind it. */
static void
add_details(struct print_front *w, size_t at, const struct doc_block *b)
{
	bool is_summary_next = b->is_summary && at + 1 == w->levels.n;

	(void)buf_puts(w->out, "<details>");
	if (is_summary_next)
		(void)buf_putc(w->out, '\n');
	else
		blank_line(w, at);
	add_fronts(w, at);
}

/* The place among the levels of the list whose item b is; past them all for others. */
static size_t
own_list(const struct print_front *w, const struct doc_block *b)
{
	int left = b->is_item ? b->list : 0;

	for (size_t i = 0; left && i < w->levels.n; i++)
		if (w->levels.v[i].kind == PRINT_LEVELS_LIST && !--left)
			return i;
	return w->levels.n;
}

void
print_front_enter(struct print_front *w, const struct doc_block *b)
{
	size_t own, n;

	while (print_levels_add(&w->levels, b))
		;
	n = w->levels.n - b->is_term; /* a term stands above its list */
	own = own_list(w, b);
	for (size_t i = 0; i < n; i++) {
		struct print_levels_one *level = &w->levels.v[i];

		if (level->kind == PRINT_LEVELS_DETAILS && i >= w->kept)
			add_details(w, i, b);
		else if (level->kind == PRINT_LEVELS_LIST && (!level->cols || i == own))
			add_marker(w, level, b);
		else
			add_front(w->out, level);
	}
	if (b->is_term)
		w->levels.v[n].cols = 0;
	buf_clear(&w->front);
	for (size_t i = 0; i < n; i++)
		add_front(&w->front, &w->levels.v[i]);
}

static void
leave_to(struct print_front *w, size_t n)
{
	w->closed = w->levels.n > n && w->levels.v[n].kind == PRINT_LEVELS_LIST ? w->levels.v[n].delim : '\0';
	while (w->levels.n > n) {
		if (w->levels.v[--w->levels.n].kind != PRINT_LEVELS_DETAILS)
			continue;
		blank_line(w, w->levels.n);
		add_fronts(w, w->levels.n);
		(void)buf_puts(w->out, "</details>");
	}
	w->kept = n;
}

void
print_front_leave(struct print_front *w, const struct doc_block *b)
{
	leave_to(w, print_levels_kept(&w->levels, b));
}

bool
print_front_begins_list(const struct print_front *w, const struct doc_block *b)
{
	return w->closed && !print_levels_has_list(&w->levels, b);
}

void
print_front_end(struct print_front *w)
{
	leave_to(w, 0);
	buf_free(&w->front);
}
