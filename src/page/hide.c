#include "page/hide.h"

enum { LABEL_LETTERS = 120 }; /* of a label for those who hear the page */

/* Whether a style says name:value, blanks aside. */
static bool
has_style(struct str style, const char *name, const char *value)
{
	struct str part, key, said;

	while (style.n) {
		(void)str_cut(style, ';', &part, &style);
		(void)str_cut(part, ':', &key, &said);
		if (str_is_icase(str_trim(key), name) && str_starts_icase(str_trim(said), value))
			return true;
	}
	return false;
}

static bool
is_hidden(const struct dom_node *node)
{
	struct str style = dom_attr(node, "style");

	if (style.n && (has_style(style, "display", "none") || has_style(style, "visibility", "hidden")))
		return true;
	if (dom_has_attr(node, "hidden"))
		return !str_is_icase(dom_attr(node, "hidden"), "until-found");
	/* Formulas are pictures that are hidden from those who hear the page. */
	if (str_is(dom_attr(node, "aria-hidden"), "true"))
		return !str_has(dom_attr(node, "class"), "fallback-image");
	return str_is(dom_attr(node, "aria-modal"), "true") && str_is(dom_attr(node, "role"), "dialog");
}

/* Content that a click unfolds. */
static bool
is_folded(const struct dom_node *node)
{
	return str_has(dom_attr(node, "class"), "moreless");
}

static bool
is_unseen(const struct gauge_node *node)
{
	if (node->node->tag == DOM_NOSCRIPT)
		return node->sum.letters > 0;
	if (node->class_hints & HINT_UNSEEN && node->sum.letters < LABEL_LETTERS)
		return true;
	return node->node->n_attrs && is_hidden(node->node) && !is_folded(node->node);
}

void
hide_unseen(struct gauge *g)
{
	uint32_t all = g->nodes[0].sum.letters;
	bool is_any = false;

	for (uint32_t i = 1; i < g->n; i++) {
		struct gauge_node *node = &g->nodes[i];

		if (node->is_gone || !is_unseen(node))
			continue;
		/* What holds most of the page is shown by a script. */
		if (node->sum.letters > all / 2)
			continue;
		node->node->is_dropped = is_any = true;
		i = node->end - 1;
	}
	if (is_any)
		gauge_reset(g);
}
