#include "ui/article_point.h"

#include "base/num.h"

/* Of a line of the list at the end, "[3] https://…", its number. */
static int
listed_link(const struct layout_line *line)
{
	struct str text = line->n ? line->runs[0].text : STR_NONE;
	int64_t number;

	if (!line->n || line->runs[0].role != ARTICLE_LINK || !str_starts(text, "["))
		return 0;
	text = str_sub(text, 1, text.n);
	number = num_take(&text, 5);
	return number > 0 && str_starts(text, "]") ? (int)number : 0;
}

int
article_point_link(const struct article *a, size_t line, int col, int shift)
{
	const struct layout_line *l = line < a->n ? &a->lines[line] : NULL;
	int at = 0;

	if (!l || col < 0)
		return 0;
	if (l->over && col >= l->front)
		col += shift < l->over ? shift : l->over;
	for (uint32_t i = 0; i < l->n; i++) {
		at += l->runs[i].cols;
		if (col < at && l->runs[i].link)
			return l->runs[i].link;
		if (col < at)
			break;
	}
	return listed_link(l);
}

bool
article_point_folds(const struct article *a, size_t line, int col)
{
	const struct doc_block *block = line < a->n && a->lines[line].block < a->doc.n ? &a->doc.blocks[a->lines[line].block] : NULL;

	if (!block || !block->is_section_head || block->section < 0)
		return false;
	return col < 0 || a->folded[block->section];
}
