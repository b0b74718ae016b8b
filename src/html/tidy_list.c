#include "html/tidy_list.h"

#include "base/num.h"

enum { NUMBER_MAX = 100000 };

static int
count_items(const struct dom_node *ol)
{
	int n = 0;

	for (const struct dom_node *node = ol->first; node && n < NUMBER_MAX; node = node->next)
		n += node->tag == DOM_LI;
	return n;
}

/* As in struct doc_block. */
static char
numbering_of(const struct dom_node *ol)
{
	static const struct {
		const char *style;
		char numbering;
	} styles[] = { { "lower-alpha", 'a' }, { "lower-latin", 'a' }, { "upper-alpha", 'A' }, { "upper-latin", 'A' },
		{ "lower-roman", 'i' }, { "upper-roman", 'I' } };
	struct str type = str_trim(dom_attr(ol, "type")), style = dom_attr(ol, "style");

	if (type.n == 1 && strchr("aAiI", type.p[0]))
		return type.p[0];
	for (size_t i = 0; style.n && i < sizeof styles / sizeof *styles; i++)
		if (str_has(style, styles[i].style))
			return styles[i].numbering;
	return '\0';
}

int
tidy_list_start(const struct dom_node *ol)
{
	int64_t start;

	if (num_parse(str_trim(dom_attr(ol, "start")), -NUMBER_MAX, NUMBER_MAX, &start))
		return (int)start;
	return dom_has_attr(ol, "reversed") ? count_items(ol) : 1;
}

void
tidy_list_open(struct draft_part *list, const struct dom_node *ol)
{
	list->is_reversed = dom_has_attr(ol, "reversed");
	list->numbering = numbering_of(ol);
	list->start = tidy_list_start(ol);
	list->next = list->start;
}

void
tidy_list_item(struct draft *parts, const struct dom_node *li)
{
	struct draft_part *item, *list;
	int64_t value;

	if (parts->open.n < 2 || draft_inside(parts) != DOM_LI)
		return;
	item = &parts->list.v[parts->open.v[parts->open.n - 1]];
	list = &parts->list.v[parts->open.v[parts->open.n - 2]];
	if (list->tag != DOM_OL)
		return;
	item->has_number = num_parse(str_trim(dom_attr(li, "value")), -NUMBER_MAX, NUMBER_MAX, &value);
	item->start = item->has_number ? (int)value : list->next;
	item->has_number |= list->is_reversed;
	list->next = item->start + (list->is_reversed ? -1 : 1);
}
