#include "page/score.h"

enum { SCORE_LETTERS_MIN = 25, SCORE_LEVELS = 5 };

static const signed char first_scores[DOM_TAG_COUNT] = {
	[DOM_DIV] = 5, [DOM_PRE] = 3, [DOM_TD] = 3, [DOM_BLOCKQUOTE] = 3,
	[DOM_ADDRESS] = -3, [DOM_OL] = -3, [DOM_UL] = -3, [DOM_DL] = -3, [DOM_DD] = -3, [DOM_DT] = -3, [DOM_LI] = -3,
	[DOM_FORM] = -3, [DOM_H1] = -5, [DOM_H2] = -5, [DOM_H3] = -5, [DOM_H4] = -5, [DOM_H5] = -5, [DOM_H6] = -5,
	[DOM_TH] = -5,
};

static int
weight_of(unsigned hints)
{
	return (hints & HINT_POSITIVE ? 25 : 0) - (hints & HINT_NEGATIVE ? 25 : 0);
}

int
score_weight(const struct gauge_node *node)
{
	return weight_of(node->class_hints) + weight_of(node->id_hints);
}

bool
score_has_runs(const struct gauge_node *node)
{
	return node->node->tag == DOM_DIV || node->has_breaks;
}

/* ---- points of a paragraph */

static void
give(struct gauge *g, uint32_t at, float points, bool weighs)
{
	struct gauge_node *node = &g->nodes[at];

	if (!node->is_scored)
		node->score = (float)(first_scores[node->node->tag] + (weighs ? score_weight(node) : 0));
	node->is_scored = true;
	node->score += points;
}

/* To what a paragraph stands in, the less the farther; the html element gets none. */
static void
add_points(struct gauge *g, uint32_t parent, const struct score_run *run, bool weighs)
{
	float points = 2 + (float)run->commas + (float)(run->letters / 100 < 3 ? run->letters / 100 : 3);

	if (run->letters < SCORE_LETTERS_MIN)
		return;
	for (int level = 0; level < SCORE_LEVELS && parent; parent = g->nodes[parent].parent) {
		if (g->nodes[parent].is_para)
			continue;
		give(g, parent, points / (float)(level == 0 ? 1 : level == 1 ? 2 : level * 3), weighs);
		level++;
	}
}

static struct score_run
run_of(const struct gauge *g, uint32_t at)
{
	const struct gauge_node *node = &g->nodes[at];

	return (struct score_run){ node->sum.letters, node->sum.linked, node->sum.commas, at, at };
}

/* ---- runs of text */

static bool
is_break(const struct gauge *g, uint32_t at)
{
	return g->nodes[at].node->tag == DOM_BR;
}

static bool
is_blank(const struct gauge_node *node)
{
	return !node->sum.letters && !node->sum.img;
}

bool
score_run_next(const struct gauge *g, uint32_t parent, uint32_t after, struct score_run *ret)
{
	bool has_any = false;
	uint32_t last_break = 0, at;

	*ret = (struct score_run){ 0 };
	for (at = gauge_child(g, parent, after); at; at = gauge_child(g, parent, at)) {
		const struct gauge_node *node = &g->nodes[at];
		bool is_end = !node->is_phrasing || (is_break(g, at) && last_break);

		if (is_end && has_any)
			break;
		if (!node->is_phrasing || (!has_any && is_blank(node)))
			continue;
		if (!is_blank(node) || node->node->tag != DOM_TEXT)
			last_break = is_break(g, at) ? at : 0;
		if (!has_any)
			ret->from = at;
		has_any = true;
		ret->last = at;
		ret->letters += node->sum.letters;
		ret->linked += node->sum.linked;
		ret->commas += node->sum.commas;
	}
	return has_any;
}

/* ---- elements */

static bool
is_scored_tag(enum dom_tag tag)
{
	return tag == DOM_SECTION || (tag >= DOM_H2 && tag <= DOM_H6) || tag == DOM_P || tag == DOM_TD || tag == DOM_PRE;
}

/* How many elements stand in it that are no part of a run of text; *last is one of them. */
static size_t
count_blocks(const struct gauge *g, uint32_t parent, uint32_t *last)
{
	size_t n = 0;

	*last = 0;
	for (uint32_t at = gauge_child(g, parent, 0); at; at = gauge_child(g, parent, at)) {
		if (g->nodes[at].is_phrasing)
			continue;
		*last = at;
		n++;
	}
	return n;
}

/* A div with one paragraph and nothing else is that paragraph, and so is one without any block. */
static bool
is_paragraph(const struct gauge *g, uint32_t at)
{
	const struct gauge_node *node = &g->nodes[at];
	struct score_run run, second;
	uint32_t last;
	size_t n = count_blocks(g, at, &last);

	if (node->node->tag != DOM_DIV)
		return false;
	if (score_run_next(g, at, 0, &run)) {
		bool is_only = !n && !score_run_next(g, at, run.last, &second);

		return is_only && gauge_link_density(node) < .25f;
	}
	if (n == 1 && g->nodes[last].node->tag == DOM_P)
		return gauge_link_density(node) < .25f;
	return node->sum.blocks <= 1;
}

void
score_nodes(struct gauge *g, bool weighs)
{
	for (uint32_t i = 1; i < g->n; i++) {
		struct gauge_node *node = &g->nodes[i];
		struct score_run run = run_of(g, i);
		uint32_t after = 0;

		if (node->is_gone || node->node->tag == DOM_TEXT)
			continue;
		if (is_paragraph(g, i)) {
			node->is_para = true;
			add_points(g, node->parent, &run, weighs);
		} else if (score_has_runs(node)) {
			for (; score_run_next(g, i, after, &run); after = run.last)
				add_points(g, i, &run, weighs);
		} else if (is_scored_tag(node->node->tag) && !g->nodes[node->parent].is_para) {
			add_points(g, node->parent, &run, weighs);
		}
	}
	for (uint32_t i = 1; i < g->n; i++)
		if (g->nodes[i].is_scored)
			g->nodes[i].score *= 1 - gauge_link_density(&g->nodes[i]);
}
