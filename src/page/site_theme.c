#include "page/site_table.h"

static const struct site_rule rules[] = {
	{
		.name = "Docusaurus",
		.mark = "meta[name=generator][content^=Docusaurus], #__docusaurus, #__blog-post-container",
		.content = { "#__blog-post-container", ".theme-doc-markdown", "article .markdown", ".markdown" },
		.drop =
			".hash-link, .theme-doc-toc-mobile, .theme-doc-breadcrumbs, .pagination-nav, "
			".theme-doc-footer, .theme-doc-version-badge, [class*=buttonGroup], [class*=tocCollapsible]",
	},
	{
		.name = "VuePress",
		.mark =
			"meta[name=generator][content^=VuePress], meta[name=generator][content^=VitePress], "
			".theme-default-content, .vp-doc",
		.content = {
			".vp-doc", ".theme-default-content", "[vp-content]", ".content__default",
			".theme-reco-content",
		},
		.drop =
			".header-anchor, .page-edit, .page-nav, .table-of-contents, .custom-block-title-default, "
			"button.copy, .line-numbers-wrapper",
	},
	{
		.name = "MkDocs, Sphinx",
		.mark =
			"meta[name=generator][content^=mkdocs], .md-content__inner, .rst-content [role=main], "
			"div.document .body[role=main], article.bd-article",
		.content = {
			".md-content__inner", ".rst-content [itemprop=articleBody]", "article.bd-article",
			".rst-content [role=main]", ".body[role=main]", ".col-md-9[role=main]",
		},
		.drop =
			".headerlink, .md-content__button, .md-source-file, .md-feedback, .rst-footer-buttons, "
			".toctree-wrapper, .contents.topic, .contents.local, .prev-next-area, .md-tags, .md-source-date",
	},
	{
		.name = "Ghost",
		.mark = "meta[name=generator][content^=Ghost]",
		.content = {
			".gh-content", ".post-full-content .post-content", ".kg-canvas", ".post-content",
			".c-content", ".article-content", ".content",
		},
		.drop =
			".kg-signup-card, .gh-subscribe, .subscribe-form, .footer-cta, .author-card, "
			".gh-post-upgrade-cta, .kg-toggle-card-icon",
		.letters = 100,
	},
	{
		.name = "Blogger",
		.mark =
			"meta[name=generator][content=blogger], meta[content=blogger][name=generator], "
			"link[rel=service\\.post]",
		.content = { ".post-body", ".entry-content", ".post-content", ".blog-post-body" },
		.drop =
			".post-footer, .post-share-buttons, .blog-pager, .comment-link, .separator_ad, "
			".related-posts, .post-labels, .label-head",
		.letters = 60,
	},
	{
		.name = "Rhymix, GnuBoard, KBoard",
		.mark = ".xe_content, .rhymix_content, #bo_v_con, .kboard-content .content-view, .rd_body",
		.content = {
			".rd_body .xe_content", ".rd_body .rhymix_content", "#bo_v_con",
			".kboard-content .content-view", ".read_body", ".xe_content", ".rhymix_content",
		},
		.drop = ".document_popup_menu, .rd_ft, .bo_v_snswr, .sign, .vote",
		.letters = 30,
	},
	{
		.name = "Hexo",
		.mark =
			"meta[name=generator][content^=Hexo], .article-entry, script[src*='hexo-theme'], "
			"link[href*='hexo-theme']",
		.content = {
			"[itemprop~=articleBody].article-entry", ".article-entry", ".md-text",
			"article.card-content > .content", ".card-content .content", "[itemprop~=articleBody]",
			"#article-container", "#articleContent", ".post-body", ".markdown-body", ".post-content",
			".article-content", ".post__content", ".article .content", "article .content",
		},
		.drop =
			".headerlink, .gutter, .article-tags, .donate, .post-navigation, .article-toc, .post-toc, "
			".toc, .toc-article, .post-copyright, .reward-container, .reward, .post-footer, "
			".article-licensing, .article-meta, .post-meta, .post-header, .post-title, .post-nav, "
			".post-tags, .tag-list, .article-nav, .social-share, .post_share, .copyright, "
			".article-more-link, .relate-post, .post-widgets, .followme, .article-gallery, "
			".popular-posts",
		.letters = 60,
	},
	{
		.name = "Docsy, Hugo Book, wowchemy",
		.mark = ".td-content, article.book-article, .article-style",
		.content = { ".td-content", "article.book-article", ".article-style" },
		.drop =
			".td-page-meta, .feedback--answer, .td-page-meta__lastmod, .td-heading-self-link, "
			".article-tags, .share-box, .media.author-card, .article-widget, .body-nav, .d-print-none",
		.letters = 60,
	},
	{
		.name = "Hugo",
		.mark = "meta[name=generator][content^=Hugo]",
		.content = {
			"#content.content", ".post-content", ".article-content", ".post__content",
			".single__contents", ".entry-content", ".post-body", ".content.mb-5",
			"[itemprop~=articleBody]", ".article-post", ".blog-post .content", ".post .content",
			".blog-content", ".main-content-wrap", "article .prose", "article .content",
		},
		.drop =
			".post-toc, .toc, #toc, #TableOfContents, .post-nav, .paginav, .post-footer, .post-header, "
			".post-meta, .post-title, .post-tags, .post-copyright, .article-meta, .article-header, "
			".article-footer, .anchor, .headline-hash, .related, .related-contents, .share-buttons, "
			".copy-code, .author, .reward, .pagination, .header-mark",
		.letters = 60,
	},
	{
		.name = "Jekyll",
		.mark =
			"meta[name=generator][content^=Jekyll], "
			"[itemtype*='schema.org/BlogPosting'] [itemprop=articleBody], .page__content, "
			"#markdown-content, h1[data-toc-skip], .post-content.e-content, #main_content, .tail-wrapper",
		.content = {
			".page__content", "#markdown-content", ".post-content[itemprop~=articleBody]",
			"[itemprop~=articleBody]", "article .post-content", ".post-content", ".article__content",
			".post-container", ".post-main", "article.post .entry", ".entry-content", ".blog-post",
			".post .content", "article .content", ".entry",
		},
		.drop =
			".page__share, .page__meta, .page__taxonomy, .sidebar__right, .toc, #toc, .post-tags, "
			".post-meta, .post-header, .post-title, .page__title, .page__related, .pagination, .pager, "
			".post-nav, .post-tail-wrapper, .post-tail-bottom, .share, .share-wrapper, "
			".post-navigation, .license-wrapper, .related, .anchor, .header-link, .date, .code-header, "
			".copy, .PageNavigation, .post-footer, .author-box, #post-toc, .tags, .catalogue-meta, "
			"#markdown-toc, .related-posts, .page-navigation, .post-info",
		.letters = 60,
	},
	{
		.name = "Gatsby",
		.mark = "meta[name=generator][content^=Gatsby], #___gatsby",
		.content = {
			"[itemprop~=articleBody]", "[class*=Content-module__body]", ".content__body",
			".post-content", ".blog-post-content", ".markdown-body", ".markdown", ".blog-post",
			"article section", ".post__content",
		},
		.drop =
			".toc, .toc-wrapper, .table-of-contents, .anchor, .header-link, .post-nav, .blog-post-nav, "
			".bio, .post-tags, .gatsby-resp-image-background-image, .social-share, .pagination, header, "
			"footer",
		.letters = 100,
	},
	{
		.name = "WordPress",
		.mark =
			"meta[name=generator][content^=WordPress], link[href*='wp-content/themes'], "
			"script[src*='wp-content/'], link[href*='wp-includes/']",
		.content = {
			".wp-block-post-content", ".td-post-content", ".elementor-widget-theme-post-content",
			".et_pb_post_content", "[itemprop~=articleBody]", "article .entry-content",
			".single .entry-content", ".entry-content", ".post-entry", ".entry-body", ".the-content",
			".single-post-content", ".post_content", ".post-content",
		},
		.drop =
			".sharedaddy, .jp-relatedposts, .entry-meta, .entry-footer, .post-tags, .yarpp, "
			".yarpp-related, .wp-block-jetpack-subscriptions, .wpcnt, .addtoany_share_save_container, "
			".ez-toc-container, #ez-toc-container, .lwptoc, #toc_container, .rank-math-toc, "
			".wp-block-rank-math-toc-block, .wp-post-navigation, .post-navigation, .author-box, "
			".wp-block-post-author, .ssba, .crp_related, .rp4wp-related-posts, .code-block, .td-a-rec, "
			".kk-star-ratings, .post-views, .heateor_sss_sharing_container, .wpulike, .essb_links, "
			".simple-author-box, .saboxplugin-wrap, .mailpoet_form, .wp-subscribe-wrap, .related-post, "
			".wp_rp_wrap",
		.letters = 100,
	},
	{ .name = NULL },
};

const struct site_rule *
site_theme(void)
{
	return rules;
}
