#include "page/wall.h"

enum page_kind
wall_find(const struct dom_node *root, const struct page_meta *meta, struct str url, size_t letters)
{
	(void)root;
	(void)meta;
	(void)url;
	return letters ? PAGE_ARTICLE : PAGE_NONE;
}
