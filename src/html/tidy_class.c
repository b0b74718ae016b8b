#include "html/tidy_class.h"

/* Sorted by name. */
static const struct {
	const char *name;
	enum tidy_class meaning;
} classes[] = {
	{ "MathJax_Preview", TIDY_CLASS_DROP },
	{ "__se_code_view", TIDY_CLASS_CODE },
	{ "__se_module_data", TIDY_CLASS_MODULE },
	{ "adsbygoogle", TIDY_CLASS_DROP },
	{ "anchor", TIDY_CLASS_ANCHOR },
	{ "anchor-link", TIDY_CLASS_ANCHOR },
	{ "anchorjs-link", TIDY_CLASS_ANCHOR },
	{ "another_category", TIDY_CLASS_DROP },
	{ "blob-num", TIDY_CLASS_DROP },
	{ "btn-toggle-moreless", TIDY_CLASS_DROP },
	{ "btn_buddyadd", TIDY_CLASS_DROP },
	{ "checkin_button_wrap", TIDY_CLASS_DROP },
	{ "code-line-number", TIDY_CLASS_DROP },
	{ "colorscripter-code", TIDY_CLASS_CODE_TABLE },
	{ "colorscripter-code-table", TIDY_CLASS_CODE_TABLE },
	{ "container_postbtn", TIDY_CLASS_DROP },
	{ "copy-btn", TIDY_CLASS_DROP },
	{ "copy-button", TIDY_CLASS_DROP },
	{ "feedflare", TIDY_CLASS_DROP },
	{ "gutter", TIDY_CLASS_DROP },
	{ "hash-link", TIDY_CLASS_ANCHOR },
	{ "header-anchor", TIDY_CLASS_ANCHOR },
	{ "header-link", TIDY_CLASS_ANCHOR },
	{ "headerlink", TIDY_CLASS_ANCHOR },
	{ "heading-anchor", TIDY_CLASS_ANCHOR },
	{ "hljs-ln-numbers", TIDY_CLASS_DROP },
	{ "jp-relatedposts", TIDY_CLASS_DROP },
	{ "katex-html", TIDY_CLASS_DROP },
	{ "line-number", TIDY_CLASS_DROP },
	{ "line-numbers-rows", TIDY_CLASS_DROP },
	{ "lineno", TIDY_CLASS_DROP },
	{ "linenodiv", TIDY_CLASS_DROP },
	{ "linenos", TIDY_CLASS_DROP },
	{ "linenumber", TIDY_CLASS_DROP },
	{ "lnt", TIDY_CLASS_DROP },
	{ "moreless_bottom", TIDY_CLASS_DROP },
	{ "moreless_fold", TIDY_CLASS_DROP },
	{ "moreless_top", TIDY_CLASS_DROP },
	{ "og-text", TIDY_CLASS_DROP },
	{ "postbtn_like", TIDY_CLASS_DROP },
	{ "react-syntax-highlighter-line-number", TIDY_CLASS_DROP },
	{ "revenue_unit_wrap", TIDY_CLASS_DROP },
	{ "rouge-gutter", TIDY_CLASS_DROP },
	{ "se-caption", TIDY_CLASS_CAPTION },
	{ "se-documentTitle", TIDY_CLASS_DROP },
	{ "se-image", TIDY_CLASS_FIGURE },
	{ "se-oglink", TIDY_CLASS_CARD },
	{ "se-quotation-container", TIDY_CLASS_QUOTE },
	{ "se-section-sectionTitle", TIDY_CLASS_HEADING },
	{ "se-sticker", TIDY_CLASS_DROP },
	{ "se_caption", TIDY_CLASS_CAPTION },
	{ "se_image", TIDY_CLASS_FIGURE },
	{ "se_oglink", TIDY_CLASS_CARD },
	{ "sharedaddy", TIDY_CLASS_DROP },
	{ "txt_fold", TIDY_CLASS_DROP },
	{ "wp-caption", TIDY_CLASS_FIGURE },
	{ "wp-caption-text", TIDY_CLASS_CAPTION },
};

static enum tidy_class
find(struct str word)
{
	size_t from = 0, to = sizeof classes / sizeof *classes;

	while (from < to) {
		size_t mid = (from + to) / 2;
		int order = str_cmp(word, str_of(classes[mid].name));

		if (!order)
			return classes[mid].meaning;
		if (order < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return TIDY_CLASS_NONE;
}

enum tidy_class
tidy_class_find(const struct dom_node *node)
{
	struct str words, word;
	enum tidy_class meaning;

	if (!node->n_attrs)
		return TIDY_CLASS_NONE;
	words = dom_attr(node, "class");
	while ((word = str_word(&words)).n)
		if ((meaning = find(word)))
			return meaning;
	if (str_is(dom_attr(node, "data-ke-type"), "opengraph"))
		return TIDY_CLASS_CARD;
	return TIDY_CLASS_NONE;
}
