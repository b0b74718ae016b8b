#include "page/gauge_table.h"

#include "base/num.h"

enum { PHRASING = 1, TRANSPARENT = 2, BLOCK = 4, KEPT = 8, DATA = 16 };

static const unsigned char kinds[DOM_TAG_COUNT] = {
	[DOM_TEXT] = PHRASING, [DOM_ABBR] = PHRASING, [DOM_AUDIO] = PHRASING, [DOM_B] = PHRASING, [DOM_BDO] = PHRASING,
	[DOM_BR] = PHRASING, [DOM_BUTTON] = PHRASING, [DOM_CITE] = PHRASING, [DOM_CODE] = PHRASING, [DOM_DATA] = PHRASING,
	[DOM_DATALIST] = PHRASING, [DOM_DFN] = PHRASING, [DOM_EM] = PHRASING, [DOM_EMBED] = PHRASING, [DOM_FONT] = PHRASING,
	[DOM_I] = PHRASING, [DOM_IMG] = PHRASING | BLOCK, [DOM_INPUT] = PHRASING, [DOM_KBD] = PHRASING,
	[DOM_LABEL] = PHRASING, [DOM_MARK] = PHRASING, [DOM_METER] = PHRASING,
	[DOM_NOSCRIPT] = PHRASING, [DOM_OBJECT] = PHRASING, [DOM_OUTPUT] = PHRASING, [DOM_PROGRESS] = PHRASING,
	[DOM_Q] = PHRASING, [DOM_RUBY] = PHRASING, [DOM_RT] = PHRASING, [DOM_SAMP] = PHRASING, [DOM_SCRIPT] = PHRASING,
	[DOM_SELECT] = PHRASING, [DOM_SMALL] = PHRASING, [DOM_SPAN] = PHRASING, [DOM_STRONG] = PHRASING,
	[DOM_SUB] = PHRASING, [DOM_SUP] = PHRASING, [DOM_TEXTAREA] = PHRASING, [DOM_TIME] = PHRASING, [DOM_U] = PHRASING,
	[DOM_VAR] = PHRASING, [DOM_WBR] = PHRASING, [DOM_A] = TRANSPARENT, [DOM_DEL] = TRANSPARENT, [DOM_INS] = TRANSPARENT,
	[DOM_BLOCKQUOTE] = BLOCK, [DOM_DL] = BLOCK, [DOM_DIV] = BLOCK, [DOM_OL] = BLOCK, [DOM_P] = BLOCK,
	[DOM_PRE] = BLOCK | KEPT, [DOM_TABLE] = BLOCK, [DOM_UL] = BLOCK,
	[DOM_MATH] = PHRASING | KEPT,
	[DOM_COL] = DATA, [DOM_COLGROUP] = DATA, [DOM_TFOOT] = DATA, [DOM_THEAD] = DATA, [DOM_TH] = DATA,
};

/* What is in a table. */
struct shape {
	bool has_data, has_table, has_caption;
	int64_t rows, cols, row_cols;
};

bool
gauge_table_is_phrasing(enum dom_tag tag, bool are_children)
{
	return kinds[tag] & PHRASING || (kinds[tag] & TRANSPARENT && are_children);
}

bool
gauge_table_is_block(enum dom_tag tag)
{
	return kinds[tag] & BLOCK;
}

bool
gauge_table_is_kept(enum dom_tag tag)
{
	return kinds[tag] & KEPT;
}

static int64_t
span_of(const struct dom_node *node, const char *name)
{
	struct str value = str_trim(dom_attr(node, name));
	int64_t n = num_take(&value, 4);

	return n < 1 ? 1 : n;
}

static void
look_at(struct shape *shape, const struct dom_node *node)
{
	shape->has_data = shape->has_data || kinds[node->tag] & DATA;
	shape->has_table = shape->has_table || node->tag == DOM_TABLE;
	shape->has_caption = shape->has_caption || (node->tag == DOM_CAPTION && node->first);
	if (node->tag == DOM_TR) {
		shape->rows += span_of(node, "rowspan");
		shape->row_cols = 0;
	} else if (node->tag == DOM_TD) {
		shape->row_cols += span_of(node, "colspan");
		shape->cols = shape->row_cols > shape->cols ? shape->row_cols : shape->cols;
	}
}

/* As browsers tell tables of data from those that only lay a page out. */
static bool
is_data(const struct dom_node *table)
{
	struct shape shape = { 0 };

	if (str_is(dom_attr(table, "role"), "presentation") || str_is(dom_attr(table, "datatable"), "0"))
		return false;
	if (dom_attr(table, "summary").n)
		return true;
	for (const struct dom_node *node = table->first; node && !shape.has_data && !shape.has_table; node = dom_next(node, table))
		look_at(&shape, node);
	if (shape.has_caption || shape.has_data)
		return true;
	if (shape.has_table || shape.cols == 1 || shape.rows == 1)
		return false;
	return shape.rows >= 10 || shape.cols > 4 || shape.rows * shape.cols > 10;
}

void
gauge_table_find(struct gauge *g)
{
	for (uint32_t i = 1; i < g->n; i++) {
		struct gauge_node *node = &g->nodes[i];

		node->is_data = g->nodes[node->parent].is_data || (node->node->tag == DOM_TABLE && is_data(node->node));
	}
}
