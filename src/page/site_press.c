#include "page/site_table.h"

static const struct site_rule rules[] = {
	{
		.name = "ndsoft",
		.mark = "#article-view-content-div",
		.content = { "#article-view-content-div" },
		.drop =
			".ad-template, .relation, .view-copyright, .view-editors, .article-tags, .tag-group, "
			".article-relation, .user-reaction, .press-release, .ad-box, .ads, .view-sns, .article-sns, "
			".btn-group, .writer, .article-writer, .snsbox, .articlemore, .copyright, .box-ad, "
			".recommend, .banner",
		.title =
			"#article-view header .heading, .article-view-header .heading, #article-view header h3, "
			"#articleViewCon .aht-title, .article-head-title",
	},
	{
		.name = "Naver News",
		.hosts = "news.naver.com",
		.content = {
			"#dic_area", "#newsct_article", "#articeBody", "#newsEndContents", "._article_content",
			"#articleBodyContents", "article",
		},
		.drop =
			".end_photo_org .img_desc, .byline, .copyright, .categorize, .media_end_linked_more, "
			".reporter_area, .source, .promotion, .ends_addition, .media_end_summary",
		.title = "#title_area, .media_end_head_headline, .end_tit, #articleTitle",
		.author = ".media_end_head_journalist_name, .byline_s",
		.date = "._ARTICLE_DATE_TIME@data-date-time",
	},
	{
		.name = "Daum News",
		.hosts = "v.daum.net news.v.daum.net",
		.content = { ".article_view", "#harmonyContainer", "#mArticle .news_view" },
		.drop =
			".txt_copyright, .link_figure .ico_view, .relate_news, [data-cloud-area=relate], .box_etc, "
			".wrap_artinfo, .emphasis_summary",
		.title = "h3.tit_view",
		.date = ".num_date",
	},
	{
		.name = "Korean press",
		.hosts =
			"hani.co.kr khan.co.kr sedaily.com edaily.co.kr mt.co.kr heraldcorp.com joongang.co.kr "
			"donga.com yna.co.kr kbs.co.kr ytn.co.kr zdnet.co.kr etnews.com hankyung.com mk.co.kr "
			"chosun.com hankookilbo.com inews24.com newsis.com news1.kr asiae.co.kr dt.co.kr "
			"ddaily.co.kr boannews.com seoul.co.kr munhwa.com segye.com kmib.co.kr nocutnews.co.kr "
			"ohmynews.com pressian.com itworld.co.kr ciokorea.com sbs.co.kr imbc.com jtbc.co.kr "
			"fnnews.com biz.chosun.com it.chosun.com",
		.mark =
			"#articleBodyContent, #newsEndContents, #cont_newstext, #CmAdContent, #articletxt, "
			".news_cnt_detail_wrap, #article_txt, #textBody[itemprop], #articleText, #news_body_area",
		.content = {
			"[itemprop~=articleBody]",
			"#articleBodyContent, #cont_newstext, #CmAdContent, #articletxt, #textBody, "
				"#articleText, #article_body, #article_txt, #txt_area, #articleContent, "
				"#News_content, #news_content, #pnlContent, #content-text, #news_body_area, "
				"#newsContent, #articleCont, #contentBody",
			"#articleBody, #article-body, #newsBody, #news-body, #article_content",
			".article-text, .art_body, .news_cnt_detail_wrap, .news_body, .article_txt, .view_cont, "
				".story-news, .at_contents, .article-body, .article_body, .news_view, .article_view, "
				".article_content",
			".viewer, .article-content, .news-article-body, .article_cont_area",
		},
		.drop =
			".article_relation, .relation, .related, .related_news, .article_ad, .ad, .ads, .banner, "
			".copyright, .article_copyright, .reporter_info, .reporter_area, .byline, "
			".article-reporter, .writer_info, .journalist, .view_series, .article_sns, .sns, .tag_area, "
			".hashtag, .article-hashtag, .promotion, .subscribe, .article_summary_btn, .btn_area, "
			".news_like",
		.letters = 60,
	},
	{ .name = NULL },
};

const struct site_rule *
site_press(void)
{
	return rules;
}
