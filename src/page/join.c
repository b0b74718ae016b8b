#include "page/join.h"

#include "base/buf.h"
#include "page/score.h"

enum { JOIN_LETTERS = 80 };

/* What is being joined to. */
struct join {
	struct gauge *g;
	uint32_t at;
	float least; /* score of what belongs to it */
	struct str class;
};

/* A full stop at the end or before a blank. */
static bool
has_stop(const struct gauge *g, const struct score_run *run)
{
	struct buf text = { 0 };
	struct str s;
	bool ret = false;

	for (uint32_t i = run->from; i < g->nodes[run->last].end; i++)
		if (g->nodes[i].node->tag == DOM_TEXT)
			(void)buf_add(&text, g->nodes[i].node->text);
	s = str_trim(buf_str(&text));
	for (size_t i = 0; i < s.n && !ret; i++)
		ret = s.p[i] == '.' && (i + 1 == s.n || str_is_space(s.p[i + 1]));
	buf_free(&text);
	return ret;
}

static bool
is_good_paragraph(const struct gauge *g, const struct score_run *run)
{
	float density = run->letters ? (float)run->linked / (float)run->letters : 0;

	if (run->letters > JOIN_LETTERS)
		return density < .25f;
	return run->letters && !run->linked && has_stop(g, run);
}

static bool
is_kin(const struct join *join, uint32_t at)
{
	const struct gauge_node *node = &join->g->nodes[at];
	struct score_run run = { node->sum.letters, node->sum.linked, node->sum.commas, at, at };
	float bonus = 0;

	if (join->class.n && str_eq(dom_attr(node->node, "class"), join->class))
		bonus = join->g->nodes[join->at].score * .2f;
	if (node->is_scored && node->score + bonus >= join->least)
		return true;
	return (node->node->tag == DOM_P || node->is_para) && is_good_paragraph(join->g, &run);
}

/* Takes out the text of a run in a parent where text counts as paragraphs. Returns whether it stays. */
static bool
keep_run(struct gauge *g, uint32_t parent, const struct score_run *run)
{
	uint32_t next;

	if (score_has_runs(&g->nodes[parent]) && is_good_paragraph(g, run))
		return true;
	for (uint32_t i = run->from; i; i = next) {
		next = i == run->last ? 0 : gauge_child(g, parent, i);
		gauge_drop(g, i);
	}
	return false;
}

/* Whether there is anything beside it that belongs to it. */
static bool
has_kin(const struct join *join, uint32_t parent)
{
	struct gauge *g = join->g;
	struct score_run run;
	uint32_t after = 0;

	for (uint32_t i = gauge_child(g, parent, 0); i; i = gauge_child(g, parent, i))
		if (i != join->at && !g->nodes[i].is_phrasing && is_kin(join, i))
			return true;
	for (; score_has_runs(&g->nodes[parent]) && score_run_next(g, parent, after, &run); after = run.last)
		if (is_good_paragraph(g, &run))
			return true;
	return false;
}

uint32_t
join_siblings(struct gauge *g, uint32_t at, bool weighs)
{
	uint32_t parent = g->nodes[at].parent, next;
	struct join join = { .g = g, .at = at, .class = dom_attr(g->nodes[at].node, "class") };
	struct score_run run;

	if (g->nodes[at].node->tag == DOM_BODY || !parent)
		return at;
	if (!g->nodes[at].is_scored)
		g->nodes[at].score = (float)(weighs ? score_weight(&g->nodes[at]) : 0);
	join.least = g->nodes[at].score * .2f > 10 ? g->nodes[at].score * .2f : 10;
	if (!has_kin(&join, parent))
		return at;
	for (uint32_t after = 0; score_run_next(g, parent, after, &run); after = run.last)
		if (run.from <= at && at <= run.last)
			continue;
		else
			(void)keep_run(g, parent, &run);
	for (uint32_t i = gauge_child(g, parent, 0); i; i = next) {
		next = gauge_child(g, parent, i);
		if (i != at && !g->nodes[i].is_phrasing && !is_kin(&join, i))
			gauge_drop(g, i);
	}
	return parent;
}
