#include "page/choose.h"

#include "page/edge.h"
#include "page/join.h"
#include "page/overview.h"
#include "page/prune.h"
#include "page/score.h"
#include "page/stage.h"
#include "page/trim.h"

enum {
	CHOOSE_TOP = 5,           /* candidates compared */
	CHOOSE_ALTERNATIVES = 3,  /* as good as the first: then what holds them all is meant */
	CHOOSE_LETTERS = 500,     /* an article shorter than this is looked for again, less strictly */
};

/* Each less strict than the one before. */
static const struct {
	bool strips, weighs, cleans;
} passes[] = {
	{ true, true, true }, { false, true, true }, { false, false, true }, { false, false, false },
};

/* What a pass found: the node, and which nodes are out or captions. */
struct choice {
	uint32_t at, letters;
	unsigned char *marks;
};

enum { MARK_OUT = 1, MARK_CAPTION = 2 };

/* ---- what is no part of an article by its name */

static bool
is_unlikely(const struct gauge *g, uint32_t at)
{
	const struct gauge_node *node = &g->nodes[at];
	unsigned hints = node->class_hints | node->id_hints;

	if (!(hints & HINT_UNLIKELY) || hints & HINT_MAYBE)
		return false;
	if (node->node->tag == DOM_BODY || node->node->tag == DOM_A || node->node->tag == DOM_DT)
		return false;
	return !gauge_is_inside(g, at, DOM_TABLE, 4) && !gauge_is_inside(g, at, DOM_CODE, 4);
}

/* What readers wrote, also where its names speak of articles. In code "comment" is the name of something else. */
static bool
is_of_readers(const struct gauge *g, uint32_t at)
{
	const struct gauge_node *node = &g->nodes[at];
	unsigned hints = node->class_hints | node->id_hints;

	if (!(hints & HINT_COMMENTS) || hints & HINT_POST || node->is_phrasing || node->node->tag == DOM_BODY)
		return false;
	return node->sum.letters * 2 < g->nodes[0].sum.letters && !gauge_is_inside(g, at, DOM_PRE, 4);
}

static bool
has_unlikely_role(const struct dom_node *node)
{
	static const char *const roles[] = {
		"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
	};
	struct str role = node->n_attrs ? dom_attr(node, "role") : STR_NONE;

	for (size_t i = 0; role.n && i < sizeof roles / sizeof *roles; i++)
		if (str_is(role, roles[i]))
			return true;
	return false;
}

static bool
is_empty(const struct gauge_node *node)
{
	enum dom_tag tag = node->node->tag;
	bool is_box = tag == DOM_DIV || tag == DOM_SECTION || tag == DOM_HEADER || (tag >= DOM_H1 && tag <= DOM_H6);

	return is_box && !node->sum.letters && node->sum.elements <= 1;
}

static void
strip(struct gauge *g, bool strips)
{
	for (uint32_t i = 1; i < g->n; i++) {
		const struct gauge_node *node = &g->nodes[i];

		if (node->is_gone || node->node->tag == DOM_TEXT)
			continue;
		if (is_empty(node) || (strips && (is_unlikely(g, i) || is_of_readers(g, i) || has_unlikely_role(node->node))))
			gauge_drop(g, i);
	}
}

/* ---- the best candidate */

static size_t
find_top(const struct gauge *g, uint32_t top[CHOOSE_TOP])
{
	size_t n = 0;

	for (uint32_t i = 1; i < g->n; i++) {
		size_t place = n;

		if (!g->nodes[i].is_scored || g->nodes[i].is_gone)
			continue;
		while (place && g->nodes[top[place - 1]].score < g->nodes[i].score)
			place--;
		if (place == CHOOSE_TOP)
			continue;
		n += n < CHOOSE_TOP;
		memmove(top + place + 1, top + place, (n - place - 1) * sizeof *top);
		top[place] = i;
	}
	return n;
}

static bool
holds(const struct gauge *g, uint32_t outer, uint32_t inner)
{
	return outer < inner && inner < g->nodes[outer].end;
}

static bool
is_body(const struct gauge *g, uint32_t at)
{
	return !at || g->nodes[at].node->tag == DOM_BODY;
}

/* Several candidates as good as the first are parts of what holds most of them. */
static uint32_t
join_alternatives(const struct gauge *g, const uint32_t *top, size_t n)
{
	size_t good = 1;

	while (good < n && g->nodes[top[good]].score >= .75f * g->nodes[top[0]].score)
		good++;
	if (good <= CHOOSE_ALTERNATIVES)
		return top[0];
	for (uint32_t at = g->nodes[top[0]].parent; !is_body(g, at); at = g->nodes[at].parent) {
		size_t held = 0;

		for (size_t i = 1; i < good; i++)
			held += holds(g, at, top[i]);
		if (held >= CHOOSE_ALTERNATIVES)
			return at;
	}
	return top[0];
}

/* Where the score goes up again, more of the article stands beside. */
static uint32_t
climb(const struct gauge *g, uint32_t at)
{
	float last = g->nodes[at].score, least = last / 3;

	for (uint32_t up = g->nodes[at].parent; !is_body(g, up); up = g->nodes[up].parent) {
		if (!g->nodes[up].is_scored)
			continue;
		if (g->nodes[up].score < least)
			break;
		if (g->nodes[up].score > last)
			return up;
		last = g->nodes[up].score;
	}
	return at;
}

static bool
is_only_child(const struct gauge *g, uint32_t at)
{
	uint32_t parent = g->nodes[at].parent;

	for (uint32_t i = gauge_child(g, parent, 0); i; i = gauge_child(g, parent, i))
		if (i != at && g->nodes[i].node->tag != DOM_TEXT)
			return false;
	return true;
}

static uint32_t
find_body(const struct gauge *g)
{
	for (uint32_t i = 1; i < g->n; i++)
		if (g->nodes[i].node->tag == DOM_BODY)
			return i;
	return 0;
}

static uint32_t
find_best(const struct gauge *g)
{
	uint32_t top[CHOOSE_TOP], at;
	size_t n = find_top(g, top);

	if (!n || is_body(g, top[0]))
		return find_body(g);
	at = climb(g, join_alternatives(g, top, n));
	while (!is_body(g, g->nodes[at].parent) && is_only_child(g, at))
		at = g->nodes[at].parent;
	return at;
}

/* ---- passes */

/* Takes out of node `at` what is no part of it, and notes what is left. */
static void
take(struct arena *a, struct gauge *g, uint32_t at, unsigned how, struct choice *ret)
{
	prune_article(g, at, how);
	trim_article(g, at);
	edge_trim(a, g, at);
	ret->at = at;
	ret->letters = overview_is(g, at) ? 0 : g->nodes[at].sum.letters;
	ret->marks = arena_new(a, unsigned char, g->n);
	for (uint32_t i = 0; i < g->n; i++)
		ret->marks[i] = (unsigned char)((g->nodes[i].is_out ? MARK_OUT : 0) | (g->nodes[i].is_caption ? MARK_CAPTION : 0));
}

static void
run_pass(struct arena *a, struct gauge *g, size_t pass, struct choice *ret)
{
	gauge_reset(g);
	strip(g, passes[pass].strips);
	score_nodes(g, passes[pass].weighs);
	take(a, g, join_siblings(g, find_best(g), passes[pass].weighs),
		(passes[pass].weighs ? PRUNE_WEIGHS : 0) | (passes[pass].cleans ? PRUNE_CLEANS : 0), ret);
}

/* What the usual selectors name is better where it holds the choice and clearly more, or almost all of the choice and less beside. */
static void
ask_stages(struct arena *a, struct gauge *g, struct choice *best)
{
	struct choice choice;
	bool is_sure;
	uint32_t at;

	gauge_reset(g);
	strip(g, true);
	at = stage_find(a, g, &is_sure);
	if (!at || at == best->at || !(holds(g, at, best->at) || (is_sure && holds(g, best->at, at))))
		return;
	take(a, g, at, PRUNE_WEIGHS | PRUNE_CLEANS, &choice);
	if (gauge_link_density(&g->nodes[at]) > .3f)
		return;
	if (holds(g, at, best->at) ? choice.letters * 4 >= best->letters * 5 : choice.letters * 100 >= best->letters * 85)
		*best = choice;
}

struct dom_node *
choose_article(struct arena *a, struct gauge *g)
{
	struct choice best = { 0 };

	for (size_t i = 0; i < sizeof passes / sizeof *passes && best.letters < CHOOSE_LETTERS; i++) {
		struct choice choice;

		run_pass(a, g, i, &choice);
		if (choice.letters > best.letters)
			best = choice;
	}
	ask_stages(a, g, &best);
	if (!best.letters)
		return NULL;
	for (uint32_t i = 0; i < g->n; i++) {
		struct dom_node *node = g->nodes[i].node;

		if (best.marks[i] & MARK_OUT)
			node->is_dropped = true;
		if (!(best.marks[i] & MARK_CAPTION))
			continue;
		node->tag = DOM_FIGCAPTION;
		node->names = 0;
	}
	return g->nodes[best.at].node;
}
