#include "html/print_block.h"

int
print_block_level(const struct doc *doc, const struct doc_block *b)
{
	int level = b->kind == DOC_HEADING ? b->level : 0;

	if (b->is_section_head && b->section >= 0)
		level = doc->sections[b->section].level;
	return level > 6 ? 6 : level;
}

static bool
is_running(const struct doc *doc, const struct doc_block *b)
{
	return b->kind == DOC_PARA && !print_block_level(doc, b);
}

bool
print_block_is_continued(const struct doc *doc, const struct doc_block *above, const struct doc_block *b)
{
	if (!b->is_continued || !above || above->box != b->box)
		return false;
	if (b->is_item || b->is_term || above->is_term || above->is_caption != b->is_caption || above->is_summary != b->is_summary)
		return false;
	return is_running(doc, above) && is_running(doc, b);
}
