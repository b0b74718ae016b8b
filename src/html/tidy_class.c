#include "html/tidy_class.h"

/* Sorted by name. */
static const struct {
	const char *name;
	enum tidy_class meaning;
} classes[] = {
	{ "CodeMirror-code", TIDY_CLASS_CODE },
	{ "CodeMirror-cursors", TIDY_CLASS_DROP },
	{ "CodeMirror-gutter-wrapper", TIDY_CLASS_DROP },
	{ "CodeMirror-gutters", TIDY_CLASS_DROP },
	{ "CodeMirror-measure", TIDY_CLASS_DROP },
	{ "MathJax", TIDY_CLASS_MATHJAX },
	{ "MathJax_CHTML", TIDY_CLASS_MATHJAX },
	{ "MathJax_Display", TIDY_CLASS_MATHJAX },
	{ "MathJax_Preview", TIDY_CLASS_DROP },
	{ "MathJax_SVG", TIDY_CLASS_MATHJAX },
	{ "MathJax_SVG_Display", TIDY_CLASS_MATHJAX },
	{ "TableOfContents", TIDY_CLASS_TOC },
	{ "__se_code_view", TIDY_CLASS_CODE },
	{ "__se_module_data", TIDY_CLASS_MODULE },
	{ "_gifmp4", TIDY_CLASS_LATE },
	{ "_img", TIDY_CLASS_LATE },
	{ "_oglink", TIDY_CLASS_CARD },
	{ "a2a_kit", TIDY_CLASS_DROP },
	{ "accordion-body", TIDY_CLASS_SHOWN },
	{ "accordion-collapse", TIDY_CLASS_SHOWN },
	{ "accordion-content", TIDY_CLASS_SHOWN },
	{ "action_button", TIDY_CLASS_DROP },
	{ "addthis_toolbox", TIDY_CLASS_DROP },
	{ "addtoany_share_save_container", TIDY_CLASS_DROP },
	{ "adsbygoogle", TIDY_CLASS_DROP },
	{ "anchor", TIDY_CLASS_ANCHOR },
	{ "anchor-after", TIDY_CLASS_ANCHOR },
	{ "anchor-before", TIDY_CLASS_ANCHOR },
	{ "anchor-heading", TIDY_CLASS_ANCHOR },
	{ "anchor-link", TIDY_CLASS_ANCHOR },
	{ "anchorjs-link", TIDY_CLASS_ANCHOR },
	{ "another_category", TIDY_CLASS_DROP },
	{ "article-toc", TIDY_CLASS_TOC },
	{ "blob-num", TIDY_CLASS_DROP },
	{ "blog-card", TIDY_CLASS_CARD },
	{ "blogcard", TIDY_CLASS_CARD },
	{ "book-toc", TIDY_CLASS_TOC },
	{ "bookmark", TIDY_CLASS_CARD },
	{ "btn-clipboard", TIDY_CLASS_DROP },
	{ "btn-copy", TIDY_CLASS_DROP },
	{ "btn-toggle-moreless", TIDY_CLASS_DROP },
	{ "btn_buddyadd", TIDY_CLASS_DROP },
	{ "carousel-control-next", TIDY_CLASS_DROP },
	{ "carousel-control-prev", TIDY_CLASS_DROP },
	{ "carousel-indicators", TIDY_CLASS_DROP },
	{ "checkin_button_wrap", TIDY_CLASS_DROP },
	{ "clipboard-copy", TIDY_CLASS_DROP },
	{ "cm-content", TIDY_CLASS_CODE },
	{ "cm-gutters", TIDY_CLASS_DROP },
	{ "code-block__code", TIDY_CLASS_CODE },
	{ "code-copy", TIDY_CLASS_DROP },
	{ "code-copy-btn", TIDY_CLASS_DROP },
	{ "code-line-number", TIDY_CLASS_DROP },
	{ "collapse", TIDY_CLASS_SHOWN },
	{ "colorscripter-code", TIDY_CLASS_CODE_TABLE },
	{ "colorscripter-code-table", TIDY_CLASS_CODE_TABLE },
	{ "container_postbtn", TIDY_CLASS_DROP },
	{ "content-toc", TIDY_CLASS_TOC },
	{ "contents-toc", TIDY_CLASS_TOC },
	{ "copy-btn", TIDY_CLASS_DROP },
	{ "copy-button", TIDY_CLASS_DROP },
	{ "copy-code-btn", TIDY_CLASS_DROP },
	{ "copy-code-button", TIDY_CLASS_DROP },
	{ "copyBtn", TIDY_CLASS_DROP },
	{ "copybtn", TIDY_CLASS_DROP },
	{ "crayon-main", TIDY_CLASS_CODE_TABLE },
	{ "crayon-nums", TIDY_CLASS_DROP },
	{ "crayon-plain-wrap", TIDY_CLASS_DROP },
	{ "crayon-table", TIDY_CLASS_CODE_TABLE },
	{ "crayon-toolbar", TIDY_CLASS_DROP },
	{ "data-footnote-backref", TIDY_CLASS_DROP },
	{ "direct-link", TIDY_CLASS_ANCHOR },
	{ "dp-bar", TIDY_CLASS_DROP },
	{ "dp-highlighter", TIDY_CLASS_CODE },
	{ "dw__toc", TIDY_CLASS_TOC },
	{ "dw_toc", TIDY_CLASS_TOC },
	{ "embed-card", TIDY_CLASS_CARD },
	{ "enlighter", TIDY_CLASS_CODE },
	{ "enlighter-btn", TIDY_CLASS_DROP },
	{ "enlighter-raw", TIDY_CLASS_DROP },
	{ "enlighter-toolbar", TIDY_CLASS_DROP },
	{ "entry-toc", TIDY_CLASS_TOC },
	{ "ez-toc-container", TIDY_CLASS_TOC },
	{ "fb-like", TIDY_CLASS_DROP },
	{ "fb-share-button", TIDY_CLASS_DROP },
	{ "feedflare", TIDY_CLASS_DROP },
	{ "fileblock", TIDY_CLASS_CARD },
	{ "flex-control-nav", TIDY_CLASS_DROP },
	{ "fold-content", TIDY_CLASS_SHOWN },
	{ "folding-content", TIDY_CLASS_SHOWN },
	{ "footnote-back", TIDY_CLASS_DROP },
	{ "footnote-backref", TIDY_CLASS_DROP },
	{ "footnote-return", TIDY_CLASS_DROP },
	{ "gallery-caption", TIDY_CLASS_CAPTION },
	{ "gist-meta", TIDY_CLASS_DROP },
	{ "graf--mixtapeEmbed", TIDY_CLASS_CARD },
	{ "gutter", TIDY_CLASS_DROP },
	{ "hash-link", TIDY_CLASS_ANCHOR },
	{ "header-anchor", TIDY_CLASS_ANCHOR },
	{ "header-link", TIDY_CLASS_ANCHOR },
	{ "headerlink", TIDY_CLASS_ANCHOR },
	{ "heading-anchor", TIDY_CLASS_ANCHOR },
	{ "heading-link", TIDY_CLASS_ANCHOR },
	{ "heateor_sss_sharing_container", TIDY_CLASS_DROP },
	{ "hljs-ln-numbers", TIDY_CLASS_DROP },
	{ "image-caption", TIDY_CLASS_CAPTION },
	{ "imagegridblock", TIDY_CLASS_FIGURE },
	{ "imageslideblock", TIDY_CLASS_FIGURE },
	{ "img-caption", TIDY_CLASS_CAPTION },
	{ "jp-relatedposts", TIDY_CLASS_DROP },
	{ "js-file-line-container", TIDY_CLASS_CODE },
	{ "js-toc", TIDY_CLASS_TOC },
	{ "kakao_ad_area", TIDY_CLASS_DROP },
	{ "katex-html", TIDY_CLASS_KATEX },
	{ "kb-table-of-content-nav", TIDY_CLASS_TOC },
	{ "kg-bookmark-card", TIDY_CLASS_CARD },
	{ "line-number", TIDY_CLASS_DROP },
	{ "line-numbers-rows", TIDY_CLASS_DROP },
	{ "line_numbers", TIDY_CLASS_DROP },
	{ "lineno", TIDY_CLASS_DROP },
	{ "linenodiv", TIDY_CLASS_DROP },
	{ "linenos", TIDY_CLASS_DROP },
	{ "linenumber", TIDY_CLASS_DROP },
	{ "link-card", TIDY_CLASS_CARD },
	{ "linkcard", TIDY_CLASS_CARD },
	{ "lnt", TIDY_CLASS_DROP },
	{ "lwptoc", TIDY_CLASS_TOC },
	{ "markdown-toc", TIDY_CLASS_TOC },
	{ "material-icons", TIDY_CLASS_DROP },
	{ "material-symbols-outlined", TIDY_CLASS_DROP },
	{ "mjx-chtml", TIDY_CLASS_MATHJAX },
	{ "moreless-content", TIDY_CLASS_SHOWN },
	{ "moreless_bottom", TIDY_CLASS_DROP },
	{ "moreless_fold", TIDY_CLASS_DROP },
	{ "moreless_top", TIDY_CLASS_DROP },
	{ "mw-cite-backlink", TIDY_CLASS_DROP },
	{ "mw-editsection", TIDY_CLASS_DROP },
	{ "mw-empty-elt", TIDY_CLASS_DROP },
	{ "octicon", TIDY_CLASS_DROP },
	{ "og-card", TIDY_CLASS_CARD },
	{ "og-text", TIDY_CLASS_DROP },
	{ "og_link", TIDY_CLASS_CARD },
	{ "oglink", TIDY_CLASS_CARD },
	{ "on-this-page", TIDY_CLASS_TOC },
	{ "page-toc", TIDY_CLASS_TOC },
	{ "permalink", TIDY_CLASS_ANCHOR },
	{ "photo-caption", TIDY_CLASS_CAPTION },
	{ "post-ratings", TIDY_CLASS_DROP },
	{ "post-toc", TIDY_CLASS_TOC },
	{ "post-toc-wrap", TIDY_CLASS_TOC },
	{ "postbtn_like", TIDY_CLASS_DROP },
	{ "ql-code-block-container", TIDY_CLASS_CODE },
	{ "react-syntax-highlighter-line-number", TIDY_CLASS_DROP },
	{ "revenue_unit_wrap", TIDY_CLASS_DROP },
	{ "reversefootnote", TIDY_CLASS_DROP },
	{ "rouge-gutter", TIDY_CLASS_DROP },
	{ "sd-sharing-enabled", TIDY_CLASS_DROP },
	{ "se-caption", TIDY_CLASS_CAPTION },
	{ "se-documentTitle", TIDY_CLASS_DROP },
	{ "se-file-save-button", TIDY_CLASS_DROP },
	{ "se-image", TIDY_CLASS_FIGURE },
	{ "se-imageGroup", TIDY_CLASS_FIGURE },
	{ "se-map-info", TIDY_CLASS_CARD },
	{ "se-module-file", TIDY_CLASS_CARD },
	{ "se-oglink", TIDY_CLASS_CARD },
	{ "se-quotation-container", TIDY_CLASS_QUOTE },
	{ "se-section-sectionTitle", TIDY_CLASS_HEADING },
	{ "se-sticker", TIDY_CLASS_DROP },
	{ "se_caption", TIDY_CLASS_CAPTION },
	{ "se_image", TIDY_CLASS_FIGURE },
	{ "se_oglink", TIDY_CLASS_CARD },
	{ "sharedaddy", TIDY_CLASS_DROP },
	{ "simple-toc", TIDY_CLASS_TOC },
	{ "slick-arrow", TIDY_CLASS_DROP },
	{ "slick-dots", TIDY_CLASS_DROP },
	{ "spoiler", TIDY_CLASS_SHOWN },
	{ "spoiler-content", TIDY_CLASS_SHOWN },
	{ "swiper-button-next", TIDY_CLASS_DROP },
	{ "swiper-button-prev", TIDY_CLASS_DROP },
	{ "swiper-notification", TIDY_CLASS_DROP },
	{ "swiper-pagination", TIDY_CLASS_DROP },
	{ "syntaxhighlighter", TIDY_CLASS_CODE_TABLE },
	{ "tab-content", TIDY_CLASS_SHOWN },
	{ "tab-pane", TIDY_CLASS_SHOWN },
	{ "tabcontent", TIDY_CLASS_SHOWN },
	{ "table-of-content", TIDY_CLASS_TOC },
	{ "table-of-contents", TIDY_CLASS_TOC },
	{ "table_of_contents", TIDY_CLASS_TOC },
	{ "tabs__content", TIDY_CLASS_SHOWN },
	{ "toc", TIDY_CLASS_TOC },
	{ "toc-box", TIDY_CLASS_TOC },
	{ "toc-container", TIDY_CLASS_TOC },
	{ "toc-wrapper", TIDY_CLASS_TOC },
	{ "toc_container", TIDY_CLASS_TOC },
	{ "toggle-content", TIDY_CLASS_SHOWN },
	{ "toggle_content", TIDY_CLASS_SHOWN },
	{ "tt-comment-cont", TIDY_CLASS_DROP },
	{ "tt-share-entry-with-sns", TIDY_CLASS_DROP },
	{ "twitter-share-button", TIDY_CLASS_DROP },
	{ "txt_fold", TIDY_CLASS_DROP },
	{ "vp-toc", TIDY_CLASS_TOC },
	{ "wiki-macro-toc", TIDY_CLASS_TOC },
	{ "wiki-toc", TIDY_CLASS_TOC },
	{ "wp-block-file__button", TIDY_CLASS_DROP },
	{ "wp-block-rank-math-toc-block", TIDY_CLASS_TOC },
	{ "wp-block-yoast-seo-table-of-contents", TIDY_CLASS_TOC },
	{ "wp-caption", TIDY_CLASS_FIGURE },
	{ "wp-caption-text", TIDY_CLASS_CAPTION },
	{ "wp-element-caption", TIDY_CLASS_CAPTION },
	{ "zeroclipboard-container", TIDY_CLASS_DROP },
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

/* Words that mean something only in an element of that class, or as an id. */
static enum tidy_class
find_elsewhere(const struct dom_node *node)
{
	static const struct {
		const char *name, *parent;
	} parts[] = {
		{ "toolbar", "code-toolbar" }, { "mark", "image-container" }, { "btn", "image-container" }, { "toolbar", "syntaxhighlighter" },
		{ "bar", "dp-highlighter" },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (node->parent && dom_has_class(node, parts[i].name) && dom_has_class(node->parent, parts[i].parent))
			return TIDY_CLASS_DROP;
	if (find(dom_attr(node, "id")) == TIDY_CLASS_TOC)
		return TIDY_CLASS_TOC;
	if (str_is(dom_attr(node, "data-ke-type"), "opengraph") || dom_has_attr(node, "data-video-url"))
		return TIDY_CLASS_CARD;
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
	return find_elsewhere(node);
}
