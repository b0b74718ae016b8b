#include "ui/article_find.h"

#include "html/hit.h"
#include "store/hits.h"

int
article_find_section(const struct article *a, const struct query *query)
{
	struct find_match match = { 0 };
	struct arena scratch = { 0 };
	struct hit hit = { .section = -1 };

	hits_match(&scratch, query, &match);
	if (match.n)
		hit_find(&scratch, &a->doc, &match, HIT_LETTERS, &hit);
	arena_free(&scratch);
	return hit.section;
}
