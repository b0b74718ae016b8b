/*
 * Pages where a feed was looked for: what they name, and codes in them.
 */
#include "arena_fixture.h"

#include "html/tidy_page.h"
#include "text/url.h"
#include "worker/code.h"

static struct tidy_page
read_page(const char *html)
{
	struct tidy_page page;

	tidy_page(&arena, str_of(html), str_lit("https://a.example/blog/"), &page);
	return page;
}

static void
page_names_its_feeds_in_order(void **state)
{
	struct tidy_page page = read_page("<base href='https://b.example/x/'><title> 가온\n블로그</title>"
		"<meta name=Generator content='Hexo 7'>"
		"<link rel=alternate type='application/rss+xml' title=' 전체 글' href=rss>"
		"<link rel='stylesheet' type='text/css' href=a.css><link rel=alternate hreflang=en href=/en>"
		"<!-- <link rel=alternate type='application/rss+xml' href=old> -->"
		"<link rel='home ALTERNATE' type='application/atom+xml; charset=utf-8' href='/atom.xml'>"
		"<link rel=alternate type='application/rss+xml' href=https://b.example/x/rss>"
		"<body><link rel=alternate type=application/feed+json href=feed.json>"
		"<link rel=feed href=all><link rel=alternate href=feed://c.example/rss>"
		"<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1>"
		"<link rel=alternate type=application/json+oembed href=/feed/oembed>");
	static const char *const want[] = { "https://b.example/x/rss", "https://b.example/atom.xml",
		"https://b.example/x/feed.json", "https://b.example/x/all", "http://c.example/rss" };

	(void)state;
	assert_str(page.title, "가온 블로그");
	assert_str(page.generator, "Hexo 7");
	assert_int_equal(page.n_links, sizeof want / sizeof *want);
	assert_str(page.links[0].title, "전체 글");
	for (size_t i = 0; i < page.n_links; i++) {
		assert_str(page.links[i].url, want[i]);
		assert_int_equal(page.links[i].kind, TIDY_PAGE_LINK);
	}
}

static void
page_has_links_that_look_like_feeds(void **state)
{
	struct tidy_page page = read_page("<a href=/rss>RSS <b>구독</b></a><a href=/post/1>글</a><a href='/bbs/rss.php?bo=1'></a>"
		"<a href=https://feedly.com/i/subscription/feed/https://a.example/rss>F</a><a href=/sitemap.xml>지도</a>"
		"<a href='javascript:feed()'>x</a><a href=/index.php?mid=board&amp;act=rss>r</a>");

	(void)state;
	assert_int_equal(page.n_links, 3);
	assert_int_equal(page.links[0].kind, TIDY_PAGE_ANCHOR);
	assert_str(page.links[0].url, "https://a.example/rss");
	assert_str(page.links[0].title, "RSS 구독");
	assert_str(page.links[1].url, "https://a.example/bbs/rss.php?bo=1");
	assert_str(page.links[2].url, "https://a.example/index.php?mid=board&act=rss");
}

static void
page_may_be_only_a_way_to_another(void **state)
{
	struct tidy_page page = read_page("<html><head><meta http-equiv=Refresh content=\"0; URL='/ko/'\"></head>"
		"<frameset><FRAME name=a src='https://blog.naver.com/gaon'><frame src='javascript:1'></frameset></html>");

	(void)state;
	assert_int_equal(page.n_links, 2);
	assert_int_equal(page.links[0].kind, TIDY_PAGE_GO);
	assert_str(page.links[0].url, "https://a.example/ko/");
	assert_str(page.links[1].url, "https://blog.naver.com/gaon");
}

static void
codes_stand_behind_the_surest_mark(void **state)
{
	struct code_marks marks = { { str_lit("\"externalId\":\""), str_lit("channel/") }, 2, str_lit("UC") };
	struct buf html = { 0 };

	(void)state;
	assert_str(code_find(str_lit("<a href=/channel/UCone>\"externalId\":\"UCtwo\""), &marks), "UCtwo");
	assert_str(code_find(str_lit("<a href=/channel/no><a href=/channel/UCone/x>"), &marks), "UCone");
	assert_str(code_find(str_lit("channel/UCone/ channel/UCtwo/ channel/UCone/ channel/UCtwo/ channel/UCtwo/"), &marks), "UCtwo");
	assert_str(code_find(str_lit("channel/UC"), &marks), "");
	assert_str(code_find(str_lit("channel/"), &marks), "");
	assert_str(code_find(STR_NONE, &marks), "");
	buf_puts(&html, "channel/UC");
	buf_fill(&html, 'a', 70);
	assert_str(code_find(buf_str(&html), &marks), "");
	buf_free(&html);
}

static void
feeds_are_told_by_address_and_title(void **state)
{
	static const struct {
		const char *url, *title;
		enum url_feed want;
	} feeds[] = {
		{ "https://a.example/feed/", "가온 » 피드", URL_FEED_MAIN },
		{ "https://a.example/comments/feed/", "", URL_FEED_COMMENTS },
		{ "https://a.example/feed/comments/", "", URL_FEED_COMMENTS },
		{ "https://a.example/feeds/comments/default", "", URL_FEED_COMMENTS },
		{ "https://a.example/feeds/123/comments/default", "", URL_FEED_COMMENTS },
		{ "https://a.example/?feed=comments-rss2", "", URL_FEED_COMMENTS },
		{ "https://a.example/post/feed/?withoutcomments=0", "", URL_FEED_COMMENTS },
		{ "https://a.example/post/feed/?withoutcomments=1", "", URL_FEED_MAIN },
		{ "https://a.example/post/feed/", "Comments on: 글", URL_FEED_COMMENTS },
		{ "https://a.example/post/feed/", "가온 » 글 댓글 피드", URL_FEED_COMMENTS },
		{ "https://comments.example/feed/", "", URL_FEED_MAIN },
		{ "https://a.example/category/c/feed/", "", URL_FEED_PART },
		{ "https://a.example/tag/c/feed/", "", URL_FEED_PART },
		{ "https://a.example/author/gaon/feed/", "", URL_FEED_PART },
		{ "https://a.blogspot.com/feeds/posts/default/-/c", "", URL_FEED_PART },
		{ "https://a.example/?feed=rss2&cat=3", "", URL_FEED_PART },
		{ "https://a.example/c.xml", "가온 » C 카테고리 피드", URL_FEED_PART },
		{ "https://a.example/stage/rss", "Tagesschau", URL_FEED_MAIN },
		{ "https://a.example/rss", "댓글부대의 기술 블로그", URL_FEED_MAIN },
		{ "https://a.example/rss", "No Comments", URL_FEED_MAIN },
		{ "https://a.example/rss", "카테고리 이론 노트", URL_FEED_MAIN },
		{ "https://a.example/rss", "댓글", URL_FEED_COMMENTS },
		{ "https://a.example/x.xml", "“글”에 대한 댓글", URL_FEED_COMMENTS },
	};

	(void)state;
	for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++)
		if (url_feed_rank(str_of(feeds[i].url), str_of(feeds[i].title)) != feeds[i].want)
			fail_msg("%s (%s)", feeds[i].url, feeds[i].title);
}

static void
formats_of_one_feed_are_twins(void **state)
{
	(void)state;
	assert_true(url_feed_is_twin(str_lit("https://a.example/rss.xml"), str_lit("https://a.example/atom.xml")));
	assert_true(url_feed_is_twin(str_lit("https://a.example/feed/"), str_lit("https://a.example/feed/atom/")));
	assert_true(url_feed_is_twin(str_lit("https://a.example/blog/feed.json"), str_lit("https://A.example/blog/index.xml")));
	assert_true(url_feed_is_twin(str_lit("https://a.example/feeds/posts/default"),
		str_lit("https://a.example/feeds/posts/default?alt=rss")));
	assert_false(url_feed_is_twin(str_lit("https://a.example/blog/rss.xml"), str_lit("https://a.example/news/rss.xml")));
	assert_false(url_feed_is_twin(str_lit("https://a.example/rss.xml"), str_lit("https://b.example/rss.xml")));
	assert_false(url_feed_is_twin(str_lit("https://a.example/한글/rss"), str_lit("https://a.example/영어/rss")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(page_names_its_feeds_in_order, empty_arena),
		cmocka_unit_test_teardown(page_has_links_that_look_like_feeds, empty_arena),
		cmocka_unit_test_teardown(page_may_be_only_a_way_to_another, empty_arena),
		cmocka_unit_test(codes_stand_behind_the_surest_mark),
		cmocka_unit_test(feeds_are_told_by_address_and_title),
		cmocka_unit_test(formats_of_one_feed_are_twins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
