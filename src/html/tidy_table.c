#include "html/tidy_table.h"

#include "html/tidy_class.h"

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

/* Too large for a cell. */
static bool
is_large(const struct dom_node *node)
{
	switch (node->tag) {
	case DOM_TABLE:
	case DOM_PRE:
	case DOM_BLOCKQUOTE:
	case DOM_FIGURE:
	case DOM_IFRAME:
	case DOM_VIDEO:
	case DOM_HR:
		return true;
	default:
		return is_heading(node->tag) && node->parent->tag != DOM_TH;
	}
}

bool
tidy_table_is_layout(const struct dom_node *table)
{
	size_t cells = 0, most = 0;

	for (const struct dom_node *node = table->first; node; node = dom_next(node, table)) {
		if (is_large(node))
			return true;
		if (node->tag == DOM_TR)
			cells = 0;
		else if (node->tag == DOM_TD || node->tag == DOM_TH)
			cells++;
		most = cells > most ? cells : most;
	}
	return most < 2;
}

bool
tidy_table_list_is_loose(const struct dom_node *list)
{
	for (const struct dom_node *node = list->first; node; node = dom_next(node, list))
		if (is_heading(node->tag))
			return true;
	return false;
}
