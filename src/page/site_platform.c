#include "page/site_table.h"

static const struct site_rule rules[] = {
	{
		.name = "Naver Blog",
		.hosts = "blog.naver.com m.blog.naver.com contents.premium.naver.com post.naver.com",
		.mark = "meta[property='naverblog:nickname'], .se-main-container, .se_component_wrap.sect_dsc",
		.content = {
			".se-main-container", ".se_component_wrap.sect_dsc", ".__se_component_area",
			".se_doc_viewer", "#viewTypeSelector", "#postViewArea", "[id^=post-view]", ".post_ct",
		},
		.drop =
			".se-documentTitle, .se_documentTitle, .se-blind, .se_blind, .blind, .u_skip, .writer_area, "
			".btn_buddyadd, .post_function_t1, [class^=lyr_], .social_plugin_property, "
			".se-module-material .se-material-price, .post_tag, .wrap_postdata, .area_sympathy, "
			".post_footer_contents, .u_likeit_module, .btn_area, .se_publishDate, .se-oglink-thumbnail, "
			".spi_sns_share, .postre, .wrap_blog2_series, .blog2_series, .post-btn, .footer_wrap, "
			".not_sponsored_button, .not_sponsored_summary",
		.title =
			".se-documentTitle .se-title-text, .se_documentTitle .se_textarea, "
			".se_title h3.se_textarea, h3.tit_h3, .pcol1 .se_textarea, .htitle .pcol1",
		.author =
			"meta[property='naverblog:nickname'], .blog_author strong.ell, .blog_author .ell, "
			".se-viewer .nick, .writer_info .nick",
		.date = "#_post_property@addDate",
	},
	{
		.name = "Tistory",
		.hosts = "tistory.com",
		.mark =
			"body#tt-body-page, meta[property='og.article.author'], link[href*=tistory_admin], "
			"script[src*=tistory_admin]",
		.content = {
			".tt_article_useless_p_margin", ".contents_style", ".blogview_content", "#article-view",
			".article_view", ".article-view", ".jb-article", ".entry-content", ".article_content",
			".article-content", ".content__permalink .content", ".area_article .article",
			".article .content", ".post-content", ".entry .article",
		},
		.drop =
			".container_postbtn, .another_category, .revenue_unit_wrap, [data-tistory-react-app], "
			"#daumSearchBox, .area_related, .list_related, .permalink__related, .area_tag, "
			".tag_content, .tagTrail, .area_reply, .reply_content, .tt-comment-cont, "
			".tt-share-entry-with-sns, #__spy, .layer_tooltip, .btn_menu_toolbar, .postbtn_like, "
			".btn-toggle-moreless, .moreless_fold, .entry-ccl, .bundle_ccl, .post-cover, "
			".related-articles, .prev-next, .article_rep, .tt_box_namecard, .tt-plugin-adsense, "
			".book-toc, #toc, .toc, .sharing, .wrap_sns, .actionTrail, .article-tag, .entry-tags, "
			".area_etc, .section_navigation, .paging_neighbor",
		.author = "meta[property='og.article.author'], meta[name=by]",
		.date = "meta[property='article:published_time']",
		.none =
			"body#tt-body-index, body#tt-body-category, body#tt-body-tag, body#tt-body-search, "
			"body#tt-body-archive, body#tt-body-guestbook, body#tt-body-location, body#tt-body-media, "
			"body#tt-body-keylog",
		.login = "input[type=password]",
	},
	{
		.name = "velog",
		.hosts = "velog.io",
		.content = { ".atom-one", ".atom-one-dark", ".atom-one-light" },
		.title = ".head-wrapper h1",
		.author = ".information .username",
	},
	{
		.name = "brunch",
		.hosts = "brunch.co.kr",
		.mark = "body.brunch .wrap_body, meta[property='al:ios:url'][content^='brunch:']",
		.content = { ".wrap_body" },
		.drop =
			".wrap_body_info, .wrap_keyword, .list_keyword, .wrap_spread, .wrap_copyright, "
			".item_type_opengraph .url",
		.title = "h1.cover_title",
		.author = "meta[name=byl], .text_author",
	},
	{
		.name = "GeekNews",
		.hosts = "news.hada.io",
		.content = { "#topic_contents", ".topic_contents" },
		.title = ".topictitle h1",
		.drop = "#comment_thread, .commentTD, .topicinfo",
	},
	{
		.name = "Medium",
		.hosts = "medium.com",
		.mark =
			"meta[property='al:ios:url'][content^='medium:'], "
			"meta[name='twitter:app:name:iphone'][content=Medium], .postArticle-content, .meteredContent",
		.content = { ".postArticle-content", ".meteredContent", "article" },
		.drop =
			"header.pw-post-byline-header, h1.pw-post-title, .pw-post-byline, .speechify-ignore, "
			"[data-testid=storyTitle], [aria-label^=clap], [data-testid=audioPlayButton], "
			"[data-testid=headerSocialShareButton], .js-postMetaLockup, .postMetaInline, footer, "
			"button, svg",
		.author = "meta[name=author]",
		.letters = 100,
	},
	{
		.name = "Substack",
		.mark =
			"link[href*='substackcdn.com'], script[src*='substackcdn.com'], "
			"meta[name=generator][content*=substack]",
		.content = { ".available-content .body.markup", ".body.markup", ".available-content" },
		.drop =
			".subscription-widget-wrap, .subscribe-widget, .button-wrapper, .post-footer, .paywall, "
			".image-link-expand, .captioned-button-wrap, .digest-post-embed, .header-anchor-widget",
	},
	{
		.name = "DEV",
		.hosts = "dev.to",
		.mark = "meta[name=forem\\:name], .crayons-article__body",
		.content = { "#article-body", ".crayons-article__body" },
		.drop = ".highlight__panel, .js-actions-panel",
	},
	{
		.name = "Hashnode",
		.mark = "#post-content-wrapper, #post-content-parent",
		.content = { "#post-content-wrapper", "#post-content-parent" },
	},
	{
		.name = "Postype",
		.hosts = "postype.com",
		.content = { "#post-content", ".post-body .post-content", ".fr-view", "[class*=PostContent]" },
	},
	{
		.name = "Notion",
		.hosts = "notion.site oopy.io",
		.mark = ".notion-page-content, main.notion .notion-page, .super-content .notion-root, .notion-root",
		.content = {
			".notion-page-content", ".notion-page-content-inner", ".super-content .notion-root",
			".notion-root", "main.notion-page",
		},
		.drop =
			".notion-table-of-contents, .notion-table_of_contents-block, .notion-page-controls, "
			".notion-topbar, .notion-collection-page-properties, .notion-page-details-controls",
		.letters = 50,
	},
	{
		.name = "Discourse",
		.mark = "meta[name=generator][content^=Discourse]",
		.content = {
			"#post_1 .cooked", "#post_1 .post", ".topic-body.crawler-post .post",
			"div.post[itemprop=articleBody]", "div.post[itemprop=text]",
		},
		.drop = ".onebox-metadata, .quote-controls, .crawler-linkback-list",
	},
	{
		.name = "WikiDocs",
		.hosts = "wikidocs.net",
		.content = { ".page-content" },
		.drop = ".muted, .page-footer, .share",
	},
	{
		.name = "Yozm IT",
		.hosts = "yozm.wishket.com",
		.content = {
			".next-news-contents", ".news-highlight-box", ".news-content", "[itemprop=articleBody]",
			"article",
		},
	},
	{
		.name = "OKKY",
		.hosts = "okky.kr",
		.content = { ".remirror-editor-wrapper", ".remirror-theme", ".ProseMirror", "article.content-text" },
	},

	/* ---- companies */
	{
		.name = "Naver D2",
		.hosts = "d2.naver.com",
		.content = { ".post_content .con_view", ".con_view", ".post_area .con_view" },
	},
	{
		.name = "Woowahan",
		.hosts = "techblog.woowahan.com",
		.content = { ".post-content-body", ".post-content-inner", ".post-content", ".entry-content" },
		.drop = ".post-content-footer, .post-footer, .post-header, .post-tags, .share",
	},
	{
		.name = "Kakao",
		.hosts = "tech.kakao.com",
		.content = { ".daum-wm-content", ".inner_content", ".preview", ".post_content" },
		.drop = ".wrap_tag, .area_tag, .area_writer",
	},
	{
		.name = "Kakao Enterprise",
		.hosts = "tech.kakaoenterprise.com tech.kakaopay.com",
		.content = { ".contents_style", ".post-content", ".markdown", "article" },
		.letters = 100,
	},
	{
		.name = "Toss",
		.hosts = "toss.tech",
		.content = { "article > div > div", "article > div", "article" },
		.letters = 200,
	},
	{
		.name = "LY",
		.hosts = "techblog.lycorp.co.jp engineering.linecorp.com",
		.content = {
			".post_content_wrap .content_inner > .content", ".post_content_wrap .content",
			".content_inner .content", ".entry-content", ".content_inner",
		},
		.drop = ".post_sns, .post_tag, .tag_list, .post_author, .article_footer",
	},
	{
		.name = "Banksalad",
		.hosts = "blog.banksalad.com",
		.content = { "[class^=postDetailsstyle__PostDescription]", "[class*=PostDescription]" },
	},
	{
		.name = "Olive Young",
		.hosts = "oliveyoung.tech",
		.content = { ".blog-post-content", "[itemprop=articleBody]" },
		.drop = ".blog-post-toc, .post-tags",
	},
	{
		.name = "AWS",
		.hosts = "aws.amazon.com",
		.content = { "section.blog-post-content", "[property=articleBody]" },
		.drop = ".blog-share-dialog, .blog-author-box, .js-related",
		.author = "[property=author] [property=name]",
	},
	{
		.name = "Kurly, Gmarket, Socar",
		.hosts = "helloworld.kurly.com dev.gmarket.com tech.socarcorp.kr",
		.content = { ".post-content", ".article-body", ".contents_style", ".post" },
		.drop = ".post-header, .post-footer, .author, .tags",
	},
	{
		.name = "NHN Cloud",
		.hosts = "meetup.nhncloud.com meetup.toast.com",
		.content = {
			".tui-editor-contents", ".toastui-editor-contents", ".tui-colorpicker-content",
			".content-body", "#wrap-viewer",
		},
	},
	{
		.name = "DEVOCEAN",
		.hosts = "devocean.sk.com",
		.content = { ".toastui-editor-contents", "#viewer", ".sub-view-cont", ".view-content" },
	},
	{
		.name = "LG CNS",
		.hosts = "lgcns.com",
		.content = { ".post-content", ".entry-content", ".blog-content", ".cont-area" },
		.letters = 100,
	},
	{
		.name = "GitHub",
		.hosts = "github.com gist.github.com",
		.content = {
			"article.markdown-body", ".markdown-body.comment-body", ".js-comment-body", ".blob-wrapper",
		},
		.drop = ".anchor, .zeroclipboard-container",
	},
	{ .name = NULL },
};

const struct site_rule *
site_platform(void)
{
	return rules;
}
