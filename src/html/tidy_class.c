#include "html/tidy_class.h"

/* Sorted by name. */
static const struct {
	struct str name;
	enum tidy_class meaning;
} classes[] = {
	{ STR_INIT("CodeMirror-code"), TIDY_CLASS_CODE },
	{ STR_INIT("CodeMirror-cursors"), TIDY_CLASS_DROP },
	{ STR_INIT("CodeMirror-gutter-wrapper"), TIDY_CLASS_DROP },
	{ STR_INIT("CodeMirror-gutters"), TIDY_CLASS_DROP },
	{ STR_INIT("CodeMirror-measure"), TIDY_CLASS_DROP },
	{ STR_INIT("MathJax"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("MathJax_CHTML"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("MathJax_Display"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("MathJax_Preview"), TIDY_CLASS_DROP },
	{ STR_INIT("MathJax_SVG"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("MathJax_SVG_Display"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("TableOfContents"), TIDY_CLASS_TOC },
	{ STR_INIT("__se_code_view"), TIDY_CLASS_CODE },
	{ STR_INIT("__se_module_data"), TIDY_CLASS_MODULE },
	{ STR_INIT("_gifmp4"), TIDY_CLASS_LATE },
	{ STR_INIT("_img"), TIDY_CLASS_LATE },
	{ STR_INIT("_oglink"), TIDY_CLASS_CARD },
	{ STR_INIT("a2a_kit"), TIDY_CLASS_DROP },
	{ STR_INIT("accordion-body"), TIDY_CLASS_SHOWN },
	{ STR_INIT("accordion-collapse"), TIDY_CLASS_SHOWN },
	{ STR_INIT("accordion-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("action_button"), TIDY_CLASS_DROP },
	{ STR_INIT("addthis_toolbox"), TIDY_CLASS_DROP },
	{ STR_INIT("addtoany_share_save_container"), TIDY_CLASS_DROP },
	{ STR_INIT("adsbygoogle"), TIDY_CLASS_DROP },
	{ STR_INIT("anchor"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("anchor-after"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("anchor-before"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("anchor-heading"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("anchor-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("anchorjs-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("another_category"), TIDY_CLASS_DROP },
	{ STR_INIT("article-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("blob-num"), TIDY_CLASS_DROP },
	{ STR_INIT("blog-card"), TIDY_CLASS_CARD },
	{ STR_INIT("blogcard"), TIDY_CLASS_CARD },
	{ STR_INIT("book-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("bookmark"), TIDY_CLASS_CARD },
	{ STR_INIT("btn-clipboard"), TIDY_CLASS_DROP },
	{ STR_INIT("btn-copy"), TIDY_CLASS_DROP },
	{ STR_INIT("btn-toggle-moreless"), TIDY_CLASS_DROP },
	{ STR_INIT("btn_buddyadd"), TIDY_CLASS_DROP },
	{ STR_INIT("carousel-control-next"), TIDY_CLASS_DROP },
	{ STR_INIT("carousel-control-prev"), TIDY_CLASS_DROP },
	{ STR_INIT("carousel-indicators"), TIDY_CLASS_DROP },
	{ STR_INIT("checkin_button_wrap"), TIDY_CLASS_DROP },
	{ STR_INIT("clipboard-copy"), TIDY_CLASS_DROP },
	{ STR_INIT("cm-content"), TIDY_CLASS_CODE },
	{ STR_INIT("cm-gutters"), TIDY_CLASS_DROP },
	{ STR_INIT("code-block__code"), TIDY_CLASS_CODE },
	{ STR_INIT("code-copy"), TIDY_CLASS_DROP },
	{ STR_INIT("code-copy-btn"), TIDY_CLASS_DROP },
	{ STR_INIT("code-line-number"), TIDY_CLASS_DROP },
	{ STR_INIT("collapse"), TIDY_CLASS_SHOWN },
	{ STR_INIT("colorscripter-code"), TIDY_CLASS_CODE_TABLE },
	{ STR_INIT("colorscripter-code-table"), TIDY_CLASS_CODE_TABLE },
	{ STR_INIT("container_postbtn"), TIDY_CLASS_DROP },
	{ STR_INIT("content-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("contents-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("copy-btn"), TIDY_CLASS_DROP },
	{ STR_INIT("copy-button"), TIDY_CLASS_DROP },
	{ STR_INIT("copy-code-btn"), TIDY_CLASS_DROP },
	{ STR_INIT("copy-code-button"), TIDY_CLASS_DROP },
	{ STR_INIT("copyBtn"), TIDY_CLASS_DROP },
	{ STR_INIT("copybtn"), TIDY_CLASS_DROP },
	{ STR_INIT("crayon-main"), TIDY_CLASS_CODE_TABLE },
	{ STR_INIT("crayon-nums"), TIDY_CLASS_DROP },
	{ STR_INIT("crayon-plain-wrap"), TIDY_CLASS_DROP },
	{ STR_INIT("crayon-table"), TIDY_CLASS_CODE_TABLE },
	{ STR_INIT("crayon-toolbar"), TIDY_CLASS_DROP },
	{ STR_INIT("data-footnote-backref"), TIDY_CLASS_DROP },
	{ STR_INIT("direct-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("dp-bar"), TIDY_CLASS_DROP },
	{ STR_INIT("dp-highlighter"), TIDY_CLASS_CODE },
	{ STR_INIT("dw__toc"), TIDY_CLASS_TOC },
	{ STR_INIT("dw_toc"), TIDY_CLASS_TOC },
	{ STR_INIT("embed-card"), TIDY_CLASS_CARD },
	{ STR_INIT("enlighter"), TIDY_CLASS_CODE },
	{ STR_INIT("enlighter-btn"), TIDY_CLASS_DROP },
	{ STR_INIT("enlighter-raw"), TIDY_CLASS_DROP },
	{ STR_INIT("enlighter-toolbar"), TIDY_CLASS_DROP },
	{ STR_INIT("entry-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("ez-toc-container"), TIDY_CLASS_TOC },
	{ STR_INIT("fb-like"), TIDY_CLASS_DROP },
	{ STR_INIT("fb-share-button"), TIDY_CLASS_DROP },
	{ STR_INIT("feedflare"), TIDY_CLASS_DROP },
	{ STR_INIT("fileblock"), TIDY_CLASS_CARD },
	{ STR_INIT("flex-control-nav"), TIDY_CLASS_DROP },
	{ STR_INIT("fold-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("folding-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("footnote-back"), TIDY_CLASS_DROP },
	{ STR_INIT("footnote-backref"), TIDY_CLASS_DROP },
	{ STR_INIT("footnote-return"), TIDY_CLASS_DROP },
	{ STR_INIT("gallery-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("gist-meta"), TIDY_CLASS_DROP },
	{ STR_INIT("graf--mixtapeEmbed"), TIDY_CLASS_CARD },
	{ STR_INIT("gutter"), TIDY_CLASS_DROP },
	{ STR_INIT("hash-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("header-anchor"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("header-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("headerlink"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("heading-anchor"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("heading-link"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("heateor_sss_sharing_container"), TIDY_CLASS_DROP },
	{ STR_INIT("hljs-ln-numbers"), TIDY_CLASS_DROP },
	{ STR_INIT("image-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("imagegridblock"), TIDY_CLASS_FIGURE },
	{ STR_INIT("imageslideblock"), TIDY_CLASS_FIGURE },
	{ STR_INIT("img-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("jp-relatedposts"), TIDY_CLASS_DROP },
	{ STR_INIT("js-file-line-container"), TIDY_CLASS_CODE },
	{ STR_INIT("js-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("kakao_ad_area"), TIDY_CLASS_DROP },
	{ STR_INIT("katex-html"), TIDY_CLASS_KATEX },
	{ STR_INIT("kb-table-of-content-nav"), TIDY_CLASS_TOC },
	{ STR_INIT("kg-bookmark-card"), TIDY_CLASS_CARD },
	{ STR_INIT("line-number"), TIDY_CLASS_DROP },
	{ STR_INIT("line-numbers-rows"), TIDY_CLASS_DROP },
	{ STR_INIT("line_numbers"), TIDY_CLASS_DROP },
	{ STR_INIT("lineno"), TIDY_CLASS_DROP },
	{ STR_INIT("linenodiv"), TIDY_CLASS_DROP },
	{ STR_INIT("linenos"), TIDY_CLASS_DROP },
	{ STR_INIT("linenumber"), TIDY_CLASS_DROP },
	{ STR_INIT("link-card"), TIDY_CLASS_CARD },
	{ STR_INIT("linkcard"), TIDY_CLASS_CARD },
	{ STR_INIT("lnt"), TIDY_CLASS_DROP },
	{ STR_INIT("lwptoc"), TIDY_CLASS_TOC },
	{ STR_INIT("markdown-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("material-icons"), TIDY_CLASS_DROP },
	{ STR_INIT("material-symbols-outlined"), TIDY_CLASS_DROP },
	{ STR_INIT("mjx-chtml"), TIDY_CLASS_MATHJAX },
	{ STR_INIT("moreless-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("moreless_bottom"), TIDY_CLASS_DROP },
	{ STR_INIT("moreless_fold"), TIDY_CLASS_DROP },
	{ STR_INIT("moreless_top"), TIDY_CLASS_DROP },
	{ STR_INIT("mw-cite-backlink"), TIDY_CLASS_DROP },
	{ STR_INIT("mw-editsection"), TIDY_CLASS_DROP },
	{ STR_INIT("mw-empty-elt"), TIDY_CLASS_DROP },
	{ STR_INIT("octicon"), TIDY_CLASS_DROP },
	{ STR_INIT("og-card"), TIDY_CLASS_CARD },
	{ STR_INIT("og-text"), TIDY_CLASS_DROP },
	{ STR_INIT("og_link"), TIDY_CLASS_CARD },
	{ STR_INIT("oglink"), TIDY_CLASS_CARD },
	{ STR_INIT("on-this-page"), TIDY_CLASS_TOC },
	{ STR_INIT("page-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("permalink"), TIDY_CLASS_ANCHOR },
	{ STR_INIT("photo-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("post-ratings"), TIDY_CLASS_DROP },
	{ STR_INIT("post-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("post-toc-wrap"), TIDY_CLASS_TOC },
	{ STR_INIT("postbtn_like"), TIDY_CLASS_DROP },
	{ STR_INIT("ql-code-block-container"), TIDY_CLASS_CODE },
	{ STR_INIT("react-syntax-highlighter-line-number"), TIDY_CLASS_DROP },
	{ STR_INIT("revenue_unit_wrap"), TIDY_CLASS_DROP },
	{ STR_INIT("reversefootnote"), TIDY_CLASS_DROP },
	{ STR_INIT("rouge-gutter"), TIDY_CLASS_DROP },
	{ STR_INIT("sd-sharing-enabled"), TIDY_CLASS_DROP },
	{ STR_INIT("se-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("se-documentTitle"), TIDY_CLASS_DROP },
	{ STR_INIT("se-file-save-button"), TIDY_CLASS_DROP },
	{ STR_INIT("se-image"), TIDY_CLASS_FIGURE },
	{ STR_INIT("se-imageGroup"), TIDY_CLASS_FIGURE },
	{ STR_INIT("se-map-info"), TIDY_CLASS_CARD },
	{ STR_INIT("se-module-file"), TIDY_CLASS_CARD },
	{ STR_INIT("se-oglink"), TIDY_CLASS_CARD },
	{ STR_INIT("se-quotation-container"), TIDY_CLASS_QUOTE },
	{ STR_INIT("se-section-sectionTitle"), TIDY_CLASS_HEADING },
	{ STR_INIT("se-sticker"), TIDY_CLASS_DROP },
	{ STR_INIT("se_caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("se_image"), TIDY_CLASS_FIGURE },
	{ STR_INIT("se_oglink"), TIDY_CLASS_CARD },
	{ STR_INIT("sharedaddy"), TIDY_CLASS_DROP },
	{ STR_INIT("simple-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("slick-arrow"), TIDY_CLASS_DROP },
	{ STR_INIT("slick-dots"), TIDY_CLASS_DROP },
	{ STR_INIT("spoiler"), TIDY_CLASS_SHOWN },
	{ STR_INIT("spoiler-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("swiper-button-next"), TIDY_CLASS_DROP },
	{ STR_INIT("swiper-button-prev"), TIDY_CLASS_DROP },
	{ STR_INIT("swiper-notification"), TIDY_CLASS_DROP },
	{ STR_INIT("swiper-pagination"), TIDY_CLASS_DROP },
	{ STR_INIT("syntaxhighlighter"), TIDY_CLASS_CODE_TABLE },
	{ STR_INIT("tab-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("tab-pane"), TIDY_CLASS_SHOWN },
	{ STR_INIT("tabcontent"), TIDY_CLASS_SHOWN },
	{ STR_INIT("table-of-content"), TIDY_CLASS_TOC },
	{ STR_INIT("table-of-contents"), TIDY_CLASS_TOC },
	{ STR_INIT("table_of_contents"), TIDY_CLASS_TOC },
	{ STR_INIT("tabs__content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("toc"), TIDY_CLASS_TOC },
	{ STR_INIT("toc-box"), TIDY_CLASS_TOC },
	{ STR_INIT("toc-container"), TIDY_CLASS_TOC },
	{ STR_INIT("toc-wrapper"), TIDY_CLASS_TOC },
	{ STR_INIT("toc_container"), TIDY_CLASS_TOC },
	{ STR_INIT("toggle-content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("toggle_content"), TIDY_CLASS_SHOWN },
	{ STR_INIT("tt-comment-cont"), TIDY_CLASS_DROP },
	{ STR_INIT("tt-share-entry-with-sns"), TIDY_CLASS_DROP },
	{ STR_INIT("twitter-share-button"), TIDY_CLASS_DROP },
	{ STR_INIT("txt_fold"), TIDY_CLASS_DROP },
	{ STR_INIT("vp-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("wiki-macro-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("wiki-toc"), TIDY_CLASS_TOC },
	{ STR_INIT("wp-block-file__button"), TIDY_CLASS_DROP },
	{ STR_INIT("wp-block-rank-math-toc-block"), TIDY_CLASS_TOC },
	{ STR_INIT("wp-block-yoast-seo-table-of-contents"), TIDY_CLASS_TOC },
	{ STR_INIT("wp-caption"), TIDY_CLASS_FIGURE },
	{ STR_INIT("wp-caption-text"), TIDY_CLASS_CAPTION },
	{ STR_INIT("wp-element-caption"), TIDY_CLASS_CAPTION },
	{ STR_INIT("zeroclipboard-container"), TIDY_CLASS_DROP },
};

static enum tidy_class
find(struct str word)
{
	size_t from = 0, to = word.n ? sizeof classes / sizeof *classes : 0;

	while (from < to) {
		size_t mid = (from + to) / 2;
		int order = (unsigned char)word.p[0] - (unsigned char)classes[mid].name.p[0]; /* which is most of them */

		if (!order)
			order = str_cmp(word, classes[mid].name);
		if (!order)
			return classes[mid].meaning;
		if (order < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return TIDY_CLASS_NONE;
}

/* Words that mean something only in an element of that class. */
static bool
is_part(const struct dom_node *node)
{
	static const struct {
		const char *name, *parent;
	} parts[] = {
		{ "toolbar", "code-toolbar" }, { "mark", "image-container" }, { "btn", "image-container" }, { "toolbar", "syntaxhighlighter" },
		{ "bar", "dp-highlighter" },
	};

	static const char *const names[] = { "toolbar", "mark", "btn", "bar", NULL };
	bool has_class = node->parent && dom_has_one_class(node, names);

	for (size_t i = 0; has_class && i < sizeof parts / sizeof *parts; i++)
		if (dom_has_class(node, parts[i].name) && dom_has_class(node->parent, parts[i].parent))
			return true;
	return false;
}

/* What an id, or an attribute of its own, says of an element. */
static enum tidy_class
find_elsewhere(const struct dom_node *node)
{
	enum tidy_class found = TIDY_CLASS_NONE;

	for (size_t i = 0; i < node->n_attrs; i++) {
		const struct dom_attr *attr = &node->attrs[i];

		if (str_is(attr->name, "id") && find(attr->value) == TIDY_CLASS_TOC)
			return TIDY_CLASS_TOC;
		if ((str_is(attr->name, "data-ke-type") && str_is(attr->value, "opengraph")) || str_is(attr->name, "data-video-url"))
			found = TIDY_CLASS_CARD;
	}
	return found;
}

enum tidy_class
tidy_class_find(const struct dom_node *node)
{
	struct str list, words, word;
	enum tidy_class meaning;

	if (!node->n_attrs)
		return TIDY_CLASS_NONE;
	words = list = dom_attr(node, "class");
	while ((word = str_word(&words)).n)
		if ((meaning = find(word)))
			return meaning;
	return list.n && is_part(node) ? TIDY_CLASS_DROP : find_elsewhere(node);
}
