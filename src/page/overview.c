#include "page/overview.h"

enum {
	OVERVIEW_ENTRIES = 5,
	OVERVIEW_LETTERS = 500, /* of an entry, at most */
};

/* A heading inside of a link counts like one around it. */
static bool
leads_away(const struct gauge *g, uint32_t at)
{
	const struct gauge_sum *sum = &g->nodes[at].sum;
	uint32_t inward = sum->linked - sum->outward;

	for (uint32_t up = g->nodes[at].parent; up && !inward; up = g->nodes[up].parent)
		if (g->nodes[up].node->tag == DOM_A)
			inward = g->nodes[up].sum.linked - g->nodes[up].sum.outward;
	return inward * 5 >= sum->letters * 4;
}

bool
overview_is(const struct gauge *g, uint32_t at)
{
	uint32_t headings = 0, entries = 0;

	for (uint32_t i = at + 1; i < g->nodes[at].end; i++) {
		enum dom_tag tag = g->nodes[i].node->tag;

		if (g->nodes[i].is_gone || tag < DOM_H1 || tag > DOM_H6 || !g->nodes[i].sum.letters)
			continue;
		headings++;
		entries += leads_away(g, i);
	}
	return entries >= OVERVIEW_ENTRIES && entries * 10 >= headings * 9 && g->nodes[at].sum.letters < entries * OVERVIEW_LETTERS;
}
