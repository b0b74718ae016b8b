#include "page/overview.h"

enum {
	OVERVIEW_ENTRIES = 5,
	OVERVIEW_ARTICLES = 3,  /* are enough where each is an article element */
	OVERVIEW_LETTERS = 500, /* of an entry, at most */
	OVERVIEW_LEVELS = 4,    /* from a heading to its article */
	OVERVIEW_LONGER = 3,    /* than the average is the one that the page is about */
};

static uint32_t
inward(const struct gauge_node *node)
{
	return node->sum.linked - node->sum.outward;
}

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

/* ---- headings that lead to other pages */

/* A heading inside of a link counts like one around it. */
static bool
leads_away(const struct gauge *g, uint32_t at)
{
	uint32_t linked = inward(&g->nodes[at]);

	for (uint32_t up = g->nodes[at].parent; up && !linked; up = g->nodes[up].parent)
		if (g->nodes[up].node->tag == DOM_A)
			linked = inward(&g->nodes[up]);
	return linked * 5 >= g->nodes[at].sum.letters * 4;
}

/* Whether node `at`, which is in node `list`, is in an article that is in there, too. */
static bool
is_in_article(const struct gauge *g, uint32_t list, uint32_t at)
{
	for (int i = 0; i < OVERVIEW_LEVELS && (at = g->nodes[at].parent) > list; i++)
		if (g->nodes[at].node->tag == DOM_ARTICLE)
			return true;
	return false;
}

static bool
lists_headings(const struct gauge *g, uint32_t at)
{
	uint32_t headings = 0, entries = 0, articles = 0;

	for (uint32_t i = at + 1; i < g->nodes[at].end; i++) {
		if (g->nodes[i].is_gone || !is_heading(g->nodes[i].node->tag) || !g->nodes[i].sum.letters)
			continue;
		headings++;
		if (leads_away(g, i)) {
			entries++;
			articles += is_in_article(g, at, i);
		}
	}
	if (entries < OVERVIEW_ENTRIES && articles < OVERVIEW_ARTICLES)
		return false;
	return entries * 10 >= headings * 9 && g->nodes[at].sum.letters < entries * OVERVIEW_LETTERS;
}

/* ---- boxes of one name that begin with links to other pages */

static bool
are_alike(const struct dom_node *a, const struct dom_node *b)
{
	return a->tag == b->tag && str_eq(dom_attr(a, "class"), dom_attr(b, "class"));
}

/* Whether the first text of a box is a link to another page of the site. */
static bool
begins_with_link(const struct gauge *g, uint32_t box)
{
	uint32_t at = box + 1;

	while (at < g->nodes[box].end && (g->nodes[at].is_gone || g->nodes[at].node->tag != DOM_TEXT || !g->nodes[at].sum.letters))
		at++;
	if (at == g->nodes[box].end)
		return false;
	for (at = g->nodes[at].parent; at > box; at = g->nodes[at].parent)
		if (g->nodes[at].node->tag == DOM_A)
			return inward(&g->nodes[at]) > 0;
	return false;
}

static bool
is_box(const struct dom_node *node)
{
	enum dom_tag tag = node->tag;

	return (tag == DOM_DIV || tag == DOM_ARTICLE || tag == DOM_SECTION || tag == DOM_LI) && dom_attr(node, "class").n;
}

/* Whether what is in node `parent` are such boxes, which make up nearly all of the `all` letters. */
static bool
holds_boxes(const struct gauge *g, uint32_t parent, uint32_t all)
{
	const struct dom_node *first = NULL;
	uint32_t entries = 0, letters = 0;

	for (uint32_t i = gauge_child(g, parent, 0); i; i = gauge_child(g, parent, i)) {
		const struct dom_node *node = g->nodes[i].node;

		if (!is_box(node) || (first && !are_alike(first, node)) || !begins_with_link(g, i))
			continue;
		first = node;
		entries++;
		letters += g->nodes[i].sum.letters;
	}
	return entries >= OVERVIEW_ENTRIES && letters * 10 >= all * 8 && letters < entries * OVERVIEW_LETTERS;
}

static bool
lists_boxes(const struct gauge *g, uint32_t at)
{
	uint32_t all = g->nodes[at].sum.letters;

	for (uint32_t i = at; i < g->nodes[at].end; i++)
		if (!g->nodes[i].is_gone && g->nodes[i].sum.blocks >= OVERVIEW_ENTRIES && g->nodes[i].sum.letters * 10 >= all * 8 &&
			holds_boxes(g, i, all))
			return true;
	return false;
}

bool
overview_is(const struct gauge *g, uint32_t at)
{
	return lists_headings(g, at) || lists_boxes(g, at);
}

/* ---- one of several */

static bool
is_entry(const struct gauge_node *node)
{
	return node->sum.headed && node->sum.link;
}

/* Whether node `at` is one of several that are alike, and its `letters` are not most of theirs. */
static bool
has_brothers(const struct gauge *g, uint32_t at, uint32_t letters)
{
	uint32_t parent = g->nodes[at].parent, n = 0, all = 0;

	for (uint32_t i = gauge_child(g, parent, 0); i; i = gauge_child(g, parent, i))
		if (is_entry(&g->nodes[i]) && are_alike(g->nodes[at].node, g->nodes[i].node)) {
			n++;
			all += g->nodes[i].sum.letters;
		}
	return n >= OVERVIEW_ENTRIES && letters < all / n * OVERVIEW_LONGER;
}

bool
overview_has(const struct gauge *g, uint32_t at)
{
	uint32_t letters = g->nodes[at].sum.letters;

	for (; at; at = g->nodes[at].parent)
		if (is_entry(&g->nodes[at]) && has_brothers(g, at, letters))
			return true;
	return false;
}
