#include "html/print_box.h"

static const char *
name_of(const struct print_levels_one *level)
{
	switch (level->kind) {
	case PRINT_LEVELS_DETAILS:
		return "details";
	case PRINT_LEVELS_QUOTE:
		return "blockquote";
	default:
		return level->is_terms ? "dl" : level->is_ordered ? "ol" : "ul";
	}
}

/* ---- items */

static void
close_item(struct print_box *w, struct print_levels_one *list)
{
	if (list->item)
		(void)buf_printf(w->out, "</%s>\n", list->item);
	list->item = NULL;
}

static void
open_item(struct print_box *w, struct print_levels_one *list, const char *name, int number)
{
	close_item(w, list);
	if (list->is_ordered && number != list->number)
		(void)buf_printf(w->out, "<%s value=\"%d\">", name, number);
	else
		(void)buf_printf(w->out, "<%s>", name);
	list->item = name;
	list->number = number + 1;
}

/* The item that b is, or stands in. */
static void
enter_item(struct print_box *w, const struct doc_block *b)
{
	struct print_levels_one *list = print_levels_list(&w->levels);

	if (!list)
		return;
	if (b->is_term)
		open_item(w, list, "dt", list->number);
	else if (b->is_item && !list->is_terms)
		open_item(w, list, "li", list->is_ordered ? b->number : list->number);
	else if (!list->item || !strcmp(list->item, "dt"))
		open_item(w, list, list->is_terms ? "dd" : "li", list->number);
}

/* ---- levels */

static void
open_level(struct print_box *w, const struct print_levels_one *level, const struct doc_block *b)
{
	(void)buf_printf(w->out, "<%s", name_of(level));
	if (level->is_ordered && level->number != 1)
		(void)buf_printf(w->out, " start=\"%d\"", level->number);
	if (level->is_ordered && b->numbering)
		(void)buf_printf(w->out, " type=\"%c\"", b->numbering);
	(void)buf_puts(w->out, ">\n");
}

static void
close_to(struct print_box *w, size_t n)
{
	for (; w->levels.n > n; w->levels.n--) {
		struct print_levels_one *level = &w->levels.v[w->levels.n - 1];

		close_item(w, level);
		(void)buf_printf(w->out, "</%s>\n", name_of(level));
	}
}

/* Opens the levels that b needs inside of what is open. */
static void
open_levels(struct print_box *w, const struct doc_block *b)
{
	struct print_levels_one *level;
	size_t n = w->levels.n;

	for (; (level = print_levels_add(&w->levels, b)); n = w->levels.n) {
		struct print_levels_one *outer = n ? &w->levels.v[n - 1] : NULL;

		if (outer && outer->kind == PRINT_LEVELS_LIST && !outer->item)
			open_item(w, outer, outer->is_terms ? "dd" : "li", outer->number);
		open_level(w, level, b);
	}
}

void
print_box_enter(struct print_box *w, const struct doc_block *b)
{
	bool is_open;

	close_to(w, print_levels_kept(&w->levels, b));
	is_open = print_levels_has_list(&w->levels, b);
	if (is_open)
		enter_item(w, b);
	open_levels(w, b);
	if (!is_open)
		enter_item(w, b);
}

void
print_box_close(struct print_box *w)
{
	close_to(w, 0);
}
