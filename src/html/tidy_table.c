#include "html/tidy_table.h"

#include "base/limits.h"
#include "base/num.h"
#include "html/tidy_class.h"

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

/* Code of several lines. */
static bool
is_long_code(const struct dom_node *node)
{
	size_t lines = 0;

	for (const struct dom_node *at = node->first; node->tag == DOM_PRE && at; at = dom_next(at, node)) {
		struct str text = at->tag == DOM_TEXT ? str_trim(at->text) : STR_NONE;

		lines += at->tag == DOM_BR || str_find_char(text, '\n') < text.n;
	}
	return lines > 0;
}

/* Too large for a cell: always, or where nothing says that the table is one of data. */
static bool
is_large(const struct dom_node *node, bool has_head)
{
	switch (node->tag) {
	case DOM_TABLE:
		return true;
	case DOM_PRE:
		return !has_head && is_long_code(node);
	case DOM_BLOCKQUOTE:
	case DOM_FIGURE:
	case DOM_IFRAME:
	case DOM_VIDEO:
	case DOM_HR:
		return !has_head;
	default:
		return !has_head && is_heading(node->tag) && node->parent->tag != DOM_TH;
	}
}

bool
tidy_table_is_layout(const struct dom_node *table)
{
	bool has_head = dom_find(table, DOM_TH) || dom_find(table, DOM_CAPTION);
	size_t cells = 0, most = 0;

	if (str_is(dom_attr(table, "role"), "presentation"))
		return true;
	for (const struct dom_node *node = table->first; node; node = dom_next(node, table)) {
		if (is_large(node, has_head))
			return true;
		if (node->tag == DOM_TR)
			cells = 0;
		else if (node->tag == DOM_TD || node->tag == DOM_TH)
			cells++;
		most = cells > most ? cells : most;
	}
	return most < 2;
}

/* Text, but for the words below pictures. */
static bool
is_text(const struct dom_node *node)
{
	return node->tag == DOM_TEXT && str_trim(node->text).n && node->parent->tag != DOM_FIGCAPTION &&
	    tidy_class_find(node->parent) != TIDY_CLASS_CAPTION;
}

/* How much of a heading an item has: 2 when it begins with one, 1 when one stands in it. */
static int
headed(const struct dom_node *item)
{
	bool has_text = false;

	for (const struct dom_node *node = item; node; node = dom_next(node, item)) {
		if (is_heading(node->tag))
			return has_text ? 1 : 2;
		has_text = has_text || is_text(node);
	}
	return 0;
}

/* Whether most of a list's items are headed; the only one must begin with its heading. One outside of items counts for all. */
static bool
is_headed(const struct dom_node *list)
{
	size_t n = 0, items = 0, first = 0;

	for (const struct dom_node *node = list->first; node; node = node->next) {
		int is = node->tag == DOM_TEXT ? 0 : headed(node);

		if (is && node->tag != DOM_LI)
			return true;
		items += node->tag == DOM_LI;
		n += is > 0;
		first += is == 2;
	}
	return items == 1 ? first > 0 : n * 2 > items;
}

bool
tidy_table_list_is_loose(const struct dom_node *list)
{
	bool has_picture = false, has_text = false, has_heading = false;

	for (const struct dom_node *node = list->first; node; node = dom_next(node, list)) {
		has_heading = has_heading || is_heading(node->tag);
		has_picture = has_picture || node->tag == DOM_IMG;
		has_text = has_text || is_text(node);
	}
	return (has_picture && !has_text) || (has_heading && is_headed(list));
}

static uint8_t
span_of(const struct dom_node *cell, const char *name)
{
	struct str value = str_trim(dom_attr(cell, name));
	int64_t n = num_take(&value, 6);

	return n < 1 ? 1 : n > LIMIT_TABLE_SPAN ? LIMIT_TABLE_SPAN : (uint8_t)n;
}

/* What follows "text-align:" in a style. */
static struct str
styled_align(struct str style)
{
	struct str name = str_lit("text-align:");
	size_t at = str_find(style, name);

	return at < style.n ? str_trim(str_sub(style, at + name.n, style.n)) : STR_NONE;
}

void
tidy_table_cell(struct draft_part *cell, const struct dom_node *node)
{
	static const struct {
		const char *name;
		enum draft_align align;
	} sides[] = { { "right", DRAFT_ALIGN_RIGHT }, { "center", DRAFT_ALIGN_CENTER } };
	struct str attr = dom_attr(node, "align"), style = styled_align(dom_attr(node, "style"));

	cell->colspan = span_of(node, "colspan");
	cell->rowspan = span_of(node, "rowspan");
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		if (str_starts_icase(style.n ? style : attr, sides[i].name))
			cell->align = sides[i].align;
}
