#include "html/tidy_rule.h"

#include "html/draft.h"

static const struct {
	unsigned char action;
	unsigned short arg;
} rules[DOM_TAG_COUNT] = {
	[DOM_META] = { TIDY_RULE_DROP, 0 },
	[DOM_LINK] = { TIDY_RULE_DROP, 0 },
	[DOM_TITLE] = { TIDY_RULE_DROP, 0 },
	[DOM_STYLE] = { TIDY_RULE_DROP, 0 },
	[DOM_SCRIPT] = { TIDY_RULE_SCRIPT, 0 },
	[DOM_MATH] = { TIDY_RULE_MATH, 0 },
	[DOM_SVG] = { TIDY_RULE_DROP, 0 },
	[DOM_FORM] = { TIDY_RULE_BLOCK, 0 },
	[DOM_BUTTON] = { TIDY_RULE_DROP, 0 },
	[DOM_INPUT] = { TIDY_RULE_CHECK, 0 },
	[DOM_SELECT] = { TIDY_RULE_DROP, 0 },
	[DOM_TEXTAREA] = { TIDY_RULE_FIELD, 0 },
	[DOM_DATALIST] = { TIDY_RULE_DROP, 0 },
	[DOM_NAV] = { TIDY_RULE_DROP, 0 },
	[DOM_NOEMBED] = { TIDY_RULE_DROP, 0 },
	[DOM_NOFRAMES] = { TIDY_RULE_DROP, 0 },
	[DOM_RP] = { TIDY_RULE_DROP, 0 },
	[DOM_RT] = { TIDY_RULE_AROUND, 0 },
	[DOM_Q] = { TIDY_RULE_AROUND, 0 },
	[DOM_B] = { TIDY_RULE_STYLE, DRAFT_BOLD },
	[DOM_STRONG] = { TIDY_RULE_STYLE, DRAFT_BOLD },
	[DOM_I] = { TIDY_RULE_STYLE, DRAFT_ITALIC },
	[DOM_EM] = { TIDY_RULE_STYLE, DRAFT_ITALIC },
	[DOM_CITE] = { TIDY_RULE_STYLE, DRAFT_ITALIC },
	[DOM_VAR] = { TIDY_RULE_STYLE, DRAFT_ITALIC },
	[DOM_DFN] = { TIDY_RULE_STYLE, DRAFT_ITALIC },
	[DOM_U] = { TIDY_RULE_STYLE, DRAFT_UNDERLINE },
	[DOM_INS] = { TIDY_RULE_STYLE, DRAFT_UNDERLINE },
	[DOM_S] = { TIDY_RULE_STYLE, DRAFT_STRIKE },
	[DOM_DEL] = { TIDY_RULE_STYLE, DRAFT_STRIKE },
	[DOM_STRIKE] = { TIDY_RULE_STYLE, DRAFT_STRIKE },
	[DOM_SUP] = { TIDY_RULE_STYLE, DRAFT_SUP },
	[DOM_SUB] = { TIDY_RULE_STYLE, DRAFT_SUB },
	[DOM_MARK] = { TIDY_RULE_STYLE, DRAFT_MARK },
	[DOM_KBD] = { TIDY_RULE_STYLE, DRAFT_KBD },
	[DOM_CODE] = { TIDY_RULE_STYLE, DRAFT_CODE_TEXT },
	[DOM_TT] = { TIDY_RULE_STYLE, DRAFT_CODE_TEXT },
	[DOM_SAMP] = { TIDY_RULE_STYLE, DRAFT_CODE_TEXT },
	[DOM_A] = { TIDY_RULE_LINK, 0 },
	[DOM_BR] = { TIDY_RULE_BREAK, 0 },
	[DOM_HR] = { TIDY_RULE_RULE, 0 },
	[DOM_IMG] = { TIDY_RULE_IMAGE, 0 },
	[DOM_PRE] = { TIDY_RULE_CODE, 0 },
	[DOM_XMP] = { TIDY_RULE_CODE, 0 },
	[DOM_LISTING] = { TIDY_RULE_CODE, 0 },
	[DOM_IFRAME] = { TIDY_RULE_MEDIA, 0 },
	[DOM_VIDEO] = { TIDY_RULE_MEDIA, 0 },
	[DOM_AUDIO] = { TIDY_RULE_MEDIA, 0 },
	[DOM_EMBED] = { TIDY_RULE_MEDIA, 0 },
	[DOM_OBJECT] = { TIDY_RULE_MEDIA, 0 },
	[DOM_IMAGE] = { TIDY_RULE_IMAGE, 0 },
	[DOM_P] = { TIDY_RULE_PARA, 0 },
	[DOM_DIV] = { TIDY_RULE_PARA, 0 },
	[DOM_H1] = { TIDY_RULE_LINE, DOM_H1 },
	[DOM_H2] = { TIDY_RULE_LINE, DOM_H2 },
	[DOM_H3] = { TIDY_RULE_LINE, DOM_H3 },
	[DOM_H4] = { TIDY_RULE_LINE, DOM_H4 },
	[DOM_H5] = { TIDY_RULE_LINE, DOM_H5 },
	[DOM_H6] = { TIDY_RULE_LINE, DOM_H6 },
	[DOM_DT] = { TIDY_RULE_LINE, DOM_DT },
	[DOM_SUMMARY] = { TIDY_RULE_LINE, DOM_SUMMARY },
	[DOM_CAPTION] = { TIDY_RULE_LINE, DOM_CAPTION },
	[DOM_FIGCAPTION] = { TIDY_RULE_LINE, DOM_FIGCAPTION },
	[DOM_UL] = { TIDY_RULE_LIST, DOM_UL },
	[DOM_MENU] = { TIDY_RULE_LIST, DOM_UL },
	[DOM_DIR] = { TIDY_RULE_LIST, DOM_UL },
	[DOM_OL] = { TIDY_RULE_LIST, DOM_OL },
	[DOM_DL] = { TIDY_RULE_LIST, DOM_DL },
	[DOM_LI] = { TIDY_RULE_BOX, DOM_LI },
	[DOM_DD] = { TIDY_RULE_BOX, DOM_DD },
	[DOM_BLOCKQUOTE] = { TIDY_RULE_BOX, DOM_BLOCKQUOTE },
	[DOM_DETAILS] = { TIDY_RULE_BOX, DOM_DETAILS },
	[DOM_FIGURE] = { TIDY_RULE_BOX, DOM_FIGURE },
	[DOM_TR] = { TIDY_RULE_BOX, DOM_TR },
	[DOM_TABLE] = { TIDY_RULE_TABLE, 0 },
	[DOM_TD] = { TIDY_RULE_CELL, DOM_TD },
	[DOM_TH] = { TIDY_RULE_CELL, DOM_TH },
};

static const unsigned char class_actions[] = {
	[TIDY_CLASS_DROP] = TIDY_RULE_DROP,
	[TIDY_CLASS_HEADING] = TIDY_RULE_LINE,
	[TIDY_CLASS_QUOTE] = TIDY_RULE_BOX,
	[TIDY_CLASS_CODE] = TIDY_RULE_CODE,
	[TIDY_CLASS_CODE_TABLE] = TIDY_RULE_CODE,
	[TIDY_CLASS_FIGURE] = TIDY_RULE_BOX,
	[TIDY_CLASS_CAPTION] = TIDY_RULE_LINE,
	[TIDY_CLASS_CARD] = TIDY_RULE_CARD,
	[TIDY_CLASS_MODULE] = TIDY_RULE_MODULE,
	[TIDY_CLASS_MATHJAX] = TIDY_RULE_MATHJAX,
	[TIDY_CLASS_KATEX] = TIDY_RULE_MATHJAX,
};

/* Elements that HTML does not know. */
static const struct {
	const char *name;
	enum tidy_action action;
} others[] = {
	{ "amp-img", TIDY_RULE_IMAGE }, { "amp-iframe", TIDY_RULE_MEDIA }, { "amp-youtube", TIDY_RULE_MEDIA },
	{ "lite-youtube", TIDY_RULE_MEDIA }, { "youtube-video", TIDY_RULE_MEDIA }, { "clipboard-copy", TIDY_RULE_DROP },
	{ "mjx-container", TIDY_RULE_MATHJAX }, { "xml", TIDY_RULE_DROP }, { "dialog", TIDY_RULE_DROP },
	{ "code-block", TIDY_RULE_CODE }, { "search", TIDY_RULE_BLOCK },
};

static enum tidy_action
action_of(const struct dom_node *node)
{
	if (node->tag == DOM_OTHER)
		for (size_t i = 0; i < sizeof others / sizeof *others; i++)
			if (str_is_icase(node->text, others[i].name))
				return others[i].action;
	return (enum tidy_action)rules[node->tag].action;
}

static const enum dom_tag class_tags[] = {
	[TIDY_CLASS_HEADING] = DOM_H2,
	[TIDY_CLASS_QUOTE] = DOM_BLOCKQUOTE,
	[TIDY_CLASS_FIGURE] = DOM_FIGURE,
	[TIDY_CLASS_CAPTION] = DOM_FIGCAPTION,
};

/* "role=heading aria-level=3" of an element that is no heading: its tag, DOM_OTHER without one. */
static enum dom_tag
heading_role(const struct dom_node *node)
{
	struct str level = dom_attr(node, "aria-level");

	if (!node->n_attrs || !str_is(dom_attr(node, "role"), "heading"))
		return DOM_OTHER;
	return level.n == 1 && level.p[0] >= '1' && level.p[0] <= '6' ? DOM_H1 + (enum dom_tag)(level.p[0] - '1') : DOM_H2;
}

struct tidy_rule
tidy_rule_find(const struct dom_node *node, enum tidy_class meaning)
{
	unsigned arg = rules[node->tag].arg;
	struct tidy_rule rule = { .action = action_of(node) };

	if (meaning && meaning < sizeof class_actions && class_actions[meaning] && rule.action != TIDY_RULE_IMAGE) {
		rule.action = (enum tidy_action)class_actions[meaning];
		rule.tag = meaning < sizeof class_tags / sizeof *class_tags ? class_tags[meaning] : DOM_OTHER;
		return rule;
	}
	if (meaning == TIDY_CLASS_LATE && (dom_has_attr(node, "thumburl") || dom_has_attr(node, "data-gif-url")))
		return (struct tidy_rule){ .action = TIDY_RULE_IMAGE };
	if ((rule.action == TIDY_RULE_PARA || rule.action == TIDY_RULE_THROUGH) && heading_role(node) != DOM_OTHER)
		return (struct tidy_rule){ .action = TIDY_RULE_LINE, .tag = heading_role(node) };
	if (rule.action == TIDY_RULE_LINE && node->parent && dom_has_class(node->parent, "admonition-heading"))
		rule.action = TIDY_RULE_BLOCK; /* "note" above a box is no section */
	if (rule.action == TIDY_RULE_STYLE)
		rule.style = arg;
	else
		rule.tag = (enum dom_tag)arg;
	if (rule.action == TIDY_RULE_THROUGH && (dom_tag_kinds(node->tag) & DOM_IS_BLOCK))
		rule.action = TIDY_RULE_BLOCK;
	return rule;
}
