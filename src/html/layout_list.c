#include "html/layout_list.h"

#include "text/width.h"

static const char *const bullets[] = { "• ", "◦ ", "‣ " };

static struct str
bullet(int depth)
{
	return str_of(bullets[(depth - 1) % (int)(sizeof bullets / sizeof *bullets)]);
}

static int
number_cols(int number)
{
	int cols = number < 0 ? 4 : 3; /* digit, stop, blank */

	for (; number > 9 || number < -9; number /= 10)
		cols++;
	return cols;
}

/* Columns of the widest number of the ordered list whose first item is block i. */
static int
widest_number(const struct doc *doc, size_t i)
{
	const struct doc_block *first = &doc->blocks[i];
	int cols = 0;

	for (; i < doc->n && doc->blocks[i].list >= first->list; i++) {
		const struct doc_block *b = &doc->blocks[i];

		if (b->list > first->list || !b->is_item)
			continue;
		if (!b->is_ordered)
			break;
		if (number_cols(b->number) > cols)
			cols = number_cols(b->number);
	}
	return cols;
}

/* True when the item of block b begins another list than the one open at its depth. */
static bool
begins_list(const struct layout_list *list, const struct doc_block *b)
{
	if (!list->cols[b->list])
		return true;
	return b->is_ordered ? b->number <= list->last[b->list] || !list->last[b->list] : list->last[b->list] != 0;
}

static void
open_list(struct layout_list *list, const struct doc *doc, size_t i)
{
	const struct doc_block *b = &doc->blocks[i];

	list->cols[b->list] = b->is_ordered ? widest_number(doc, i) : width_str(bullet(b->list));
}

int
layout_list_enter(struct layout_list *list, struct arena *a, const struct doc *doc, size_t i, struct str *marker)
{
	const struct doc_block *b = &doc->blocks[i];
	int indent = 0;

	*marker = STR_NONE;
	for (; list->depth > b->list; list->depth--)
		list->cols[list->depth] = list->last[list->depth] = 0;
	list->depth = b->list;
	if (b->is_item && b->list) {
		if (begins_list(list, b))
			open_list(list, doc, i);
		list->last[b->list] = b->is_ordered ? b->number : 0;
		*marker = b->is_ordered ? arena_printf(a, "%d. ", b->number) : bullet(b->list);
	}
	for (int depth = 1; depth <= b->list; depth++)
		indent += list->cols[depth] ? list->cols[depth] : 2;
	return indent;
}
