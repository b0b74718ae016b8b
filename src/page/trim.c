#include "page/trim.h"

enum {
	TRIM_EXTRA_LETTERS = 400,
	TRIM_BYLINE_LETTERS = 120,
	TRIM_EDGE_PERCENT = 15,
	TRIM_LINKED_LETTERS = 200, /* of a paragraph that is a link */
	TRIM_TOLD_LETTERS = 40,    /* of one that tells something */
	TRIM_BEHIND = 6,
};

/* Where a node stands, in percent of the letters of the article. */
struct place {
	uint32_t all, before;
	uint32_t told, told_end; /* the last paragraph, and what is before its end */
};

static bool
is_in_tail(const struct place *place, const struct gauge_node *node)
{
	return (uint64_t)place->before * 100 >= (uint64_t)place->all * 60 || node->sum.letters * 4 < place->all;
}

/* Dates and names in the middle are told of. */
static bool
is_at_edge(const struct place *place)
{
	uint64_t percent = (uint64_t)place->before * 100 / (place->all + 1);

	return percent < TRIM_EDGE_PERCENT || percent >= 100 - TRIM_EDGE_PERCENT;
}

/* ---- by name */

static unsigned
hints_of(const struct gauge_node *node)
{
	return node->class_hints | node->id_hints;
}

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

static bool
is_named_extra(const struct gauge_node *node, const struct place *place)
{
	unsigned hints = hints_of(node);
	uint32_t letters = node->sum.letters;

	if (!hints || node->sum.code || letters * 2 > place->all || is_heading(node->node->tag))
		return false;
	if (hints & (HINT_EXTRA | HINT_SHARE) && letters < TRIM_EXTRA_LETTERS)
		return true;
	if (hints & HINT_BYLINE && letters < TRIM_BYLINE_LETTERS && node->sum.commas < 3 && is_at_edge(place))
		return true;
	return hints & HINT_BIO && letters < TRIM_EXTRA_LETTERS && is_in_tail(place, node);
}

/* ---- by links */

static bool
is_told(const struct gauge_node *node)
{
	return node->node->tag == DOM_P && node->sum.letters >= TRIM_TOLD_LETTERS && node->sum.linked * 2 < node->sum.letters;
}

/* Whether the first node behind with text tells something; few are looked at. */
static bool
is_told_behind(const struct gauge *g, const struct dom_node *node)
{
	for (int i = 0; i < TRIM_BEHIND && (node = node->next); i++)
		if (!g->nodes[node->number].is_gone && g->nodes[node->number].sum.letters)
			return is_told(&g->nodes[node->number]);
	return false;
}

/* The parts of a series, say: a list between two paragraphs. */
static bool
is_in_text(const struct gauge *g, const struct gauge_node *node, const struct place *place)
{
	if (node->node->tag != DOM_UL && node->node->tag != DOM_OL)
		return false;
	return place->told && g->nodes[place->told].parent == node->parent && place->before == place->told_end &&
	       is_told_behind(g, node->node);
}

static bool
is_list_of_links(const struct gauge_node *node, const struct place *place)
{
	const struct gauge_sum *sum = &node->sum;
	uint32_t inward = sum->linked - sum->outward;

	if (!sum->link || sum->code || sum->letters * 2 > place->all)
		return false;
	switch (node->node->tag) {
	case DOM_UL:
	case DOM_OL:
	case DOM_DIV:
	case DOM_SECTION:
		return (float)(inward + sum->headed) > (sum->headed ? .8f : .6f) * (float)sum->letters &&
			inward > 0 && (sum->link > 1 || sum->letters < 80);
	case DOM_P:
		return (float)inward > .95f * (float)sum->letters && sum->letters < TRIM_LINKED_LETTERS;
	default:
		return false;
	}
}

/* A line that says what is on a picture, or whose it is. */
static bool
is_named_caption(const struct gauge_node *node)
{
	return hints_of(node) & HINT_CAPTION && node->sum.letters && node->sum.letters < TRIM_EXTRA_LETTERS &&
		node->sum.blocks <= 1 && !node->sum.img && node->node->tag != DOM_CAPTION && !is_heading(node->node->tag);
}

/* What may go as a whole: a block, or a part of a box that is no paragraph. */
static bool
is_block(const struct gauge *g, const struct gauge_node *node)
{
	const struct gauge_node *parent = &g->nodes[node->parent];

	if (node->is_gone || node->node->tag == DOM_TEXT || node->is_data || node->node->tag == DOM_BODY)
		return false;
	return !node->is_phrasing || (parent->node->tag == DOM_DIV && !parent->is_para);
}

void
trim_article(struct gauge *g, uint32_t at)
{
	struct place place = { .all = g->nodes[at].sum.letters };

	for (uint32_t i = at + 1; i < g->nodes[at].end; i++) {
		struct gauge_node *node = &g->nodes[i];

		if (!node->is_gone && is_told(node)) {
			place.told = i;
			place.told_end = place.before + node->sum.letters;
		}
		if (is_block(g, node) && is_named_caption(node))
			node->is_caption = true;
		else if (is_block(g, node) && (is_named_extra(node, &place) || (is_list_of_links(node, &place) && !is_in_text(g, node, &place))))
			gauge_drop(g, i);
		else if (node->node->tag == DOM_TEXT && !node->is_gone)
			place.before += node->sum.letters;
	}
}
