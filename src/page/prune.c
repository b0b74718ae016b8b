#include "page/prune.h"

#include "base/buf.h"
#include "page/score.h"

enum { PRUNE_COMMAS = 10, PRUNE_SHARE_LETTERS = 500 };

static const float PRUNE_BESIDE_DENSITY = .2f;

static int
weight_of(const struct gauge_node *node, unsigned how)
{
	return how & PRUNE_WEIGHS ? score_weight(node) : 0;
}

/* ---- boxes that are judged by what is in them */

static bool
is_video(const struct dom_node *node)
{
	static const char *const hosts[] = {
		"youtube.com/", "youtube-nocookie.com/", "player.vimeo.com/", "dailymotion.com/", "v.qq.com/", "archive.org/",
		"upload.wikimedia.org/", "player.twitch.tv/", "tv.naver.com/", "tv.kakao.com/",
	};

	for (size_t i = 0; i < node->n_attrs; i++)
		for (size_t k = 0; k < sizeof hosts / sizeof *hosts; k++)
			if (str_has(node->attrs[i].value, hosts[k]))
				return true;
	return false;
}

static bool
has_video(const struct gauge *g, uint32_t at)
{
	for (uint32_t i = at; g->nodes[at].sum.embed && i < g->nodes[at].end; i++) {
		enum dom_tag tag = g->nodes[i].node->tag;

		if (!g->nodes[i].is_gone && (tag == DOM_OBJECT || tag == DOM_EMBED || tag == DOM_IFRAME))
			if (is_video(g->nodes[i].node))
				return true;
	}
	return false;
}

static bool
holds_data(const struct gauge *g, uint32_t at)
{
	for (uint32_t i = at; i < g->nodes[at].end; i++)
		if (g->nodes[i].is_data && !g->nodes[i].is_gone)
			return true;
	return false;
}

/* A list or line of links to elsewhere is one of sources. */
static float
inward_density(const struct gauge_node *node)
{
	return node->sum.letters ? (float)(node->sum.linked - node->sum.outward) / (float)node->sum.letters : 0;
}

/* Whether something is wrong with what a box holds. */
static bool
is_fishy(const struct gauge *g, uint32_t at, int weight, bool is_list)
{
	const struct gauge_node *node = &g->nodes[at];
	const struct gauge_sum *sum = &node->sum;
	bool is_of_sources = is_list || sum->blocks <= 1;
	float density = is_of_sources ? inward_density(node) : gauge_link_density(node);
	bool is_in_figure = gauge_is_inside(g, at, DOM_FIGURE, 4);
	bool is_headed = (float)sum->headed >= .9f * (float)sum->letters;

	if (!is_in_figure && sum->img > 1 && sum->p * 2 < sum->img)
		return true;
	if (!is_list && sum->li > sum->p + 100)
		return true;
	if (sum->input > sum->p / 3)
		return true;
	if (!is_list && !is_in_figure && !is_headed && sum->letters < 25 && (!sum->img || sum->img > 2) && density > 0)
		return true;
	if (!is_list && weight < 25 && density > .2f)
		return true;
	if (weight >= 25 && density > .5f)
		return true;
	return sum->embed > 1 || (sum->embed == 1 && sum->letters < 75);
}

/* A list whose every item is a picture. */
static bool
is_gallery(const struct gauge *g, uint32_t at)
{
	for (uint32_t i = gauge_child(g, at, 0); i; i = gauge_child(g, at, i)) {
		size_t n = 0;

		for (uint32_t k = gauge_child(g, i, 0); k; k = gauge_child(g, i, k))
			n += g->nodes[k].node->tag != DOM_TEXT;
		if (n > 1)
			return false;
	}
	return g->nodes[at].sum.img == g->nodes[at].sum.li;
}

static bool
is_bad_box(const struct gauge *g, uint32_t at, unsigned how)
{
	const struct gauge_node *node = &g->nodes[at];
	enum dom_tag tag = node->node->tag;
	int weight = weight_of(node, how);
	bool is_list = tag == DOM_UL || tag == DOM_OL || (float)node->sum.listed > .9f * (float)node->sum.letters;

	if (node->is_data || g->nodes[node->parent].is_data || gauge_is_inside(g, at, DOM_CODE, 4) || holds_data(g, at))
		return false;
	if (node->sum.code)
		return false;
	if (weight < 0)
		return true;
	if (node->sum.commas >= PRUNE_COMMAS || has_video(g, at))
		return false;
	return is_fishy(g, at, weight, is_list) && !(is_list && is_gallery(g, at));
}

/* The last ones first, so that those inside of others are looked at before these. */
static void
clean_boxes(struct gauge *g, uint32_t root, enum dom_tag tag, enum dom_tag other, unsigned how)
{
	for (uint32_t i = g->nodes[root].end - 1; how & PRUNE_CLEANS && i > root; i--) {
		enum dom_tag here = g->nodes[i].node->tag;

		if ((here == tag || here == other) && !g->nodes[i].is_gone && !g->nodes[i].is_para && is_bad_box(g, i, how))
			gauge_drop(g, i);
	}
}

/* ---- elements that are never part of it */

static bool
is_never(const struct dom_node *node)
{
	switch (node->tag) {
	case DOM_INPUT:
	case DOM_TEXTAREA:
	case DOM_SELECT:
	case DOM_BUTTON:
	case DOM_NAV:
		return true;
	case DOM_OBJECT:
	case DOM_EMBED:
	case DOM_IFRAME:
		return !is_video(node);
	default:
		return false;
	}
}

/*
 * A callout is an aside, and sources stand in a footer; what is called a thing
 * beside the article, or leads to other pages of the site, is none of these.
 */
static bool
is_beside(const struct gauge *g, uint32_t at)
{
	const struct gauge_node *node = &g->nodes[at];
	unsigned hints = node->class_hints | node->id_hints;
	bool is_footer = node->node->tag == DOM_FOOTER;

	if (!is_footer && node->node->tag != DOM_ASIDE)
		return false;
	if (hints & (HINT_NEGATIVE | HINT_EXTRA | HINT_SHARE | HINT_BIO | HINT_BYLINE) || node->sum.input || node->sum.embed)
		return true;
	if (inward_density(node) > PRUNE_BESIDE_DENSITY)
		return true;
	if (!is_footer && node->sum.li > 1 && gauge_link_density(node) > PRUNE_BESIDE_DENSITY)
		return true; /* the contents of the page */
	return is_footer && !node->sum.outward && !gauge_is_inside(g, at, DOM_BLOCKQUOTE, 4);
}

static bool
is_sharing(const struct gauge_node *node)
{
	return (node->class_hints | node->id_hints) & HINT_SHARE && node->sum.letters < PRUNE_SHARE_LETTERS;
}

static bool
is_weak_heading(const struct gauge_node *node, unsigned how)
{
	return (node->node->tag == DOM_H1 || node->node->tag == DOM_H2) && weight_of(node, how) < 0;
}

static void
clean_elements(struct gauge *g, uint32_t root, unsigned how)
{
	for (uint32_t i = root + 1; i < g->nodes[root].end; i++) {
		const struct gauge_node *node = &g->nodes[i];

		if (node->is_gone || node->node->tag == DOM_TEXT)
			continue;
		if (is_never(node->node) || is_beside(g, i) || is_sharing(node) || is_weak_heading(node, how))
			gauge_drop(g, i);
	}
}

void
prune_article(struct gauge *g, uint32_t at, unsigned how)
{
	clean_boxes(g, at, DOM_FORM, DOM_FIELDSET, how);
	clean_elements(g, at, how);
	clean_boxes(g, at, DOM_TABLE, DOM_TABLE, how);
	clean_boxes(g, at, DOM_UL, DOM_UL, how);
	clean_boxes(g, at, DOM_DIV, DOM_ASIDE, how);
}
