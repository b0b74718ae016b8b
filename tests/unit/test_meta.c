/*
 * What a page says of itself: which of its sources is believed.
 */
#include "arena_fixture.h"

#include "base/buf.h"
#include "base/clock.h"
#include "page/jsonld.h"
#include "page/meta.h"
#include "page/meta_words.h"

enum { NOW = 1738825200 }; /* 2025-02-06 16:00 in Korea */

static struct page_meta
meta_of_url(const char *html, const char *url)
{
	struct page_meta meta;

	meta_read(&arena, dom_parse(&arena, str_of(html), NULL), str_of(url), NOW, &meta);
	return meta;
}

static struct page_meta
meta_of(const char *html)
{
	return meta_of_url(html, "https://blog.example/notes/12");
}

/* ---- titles */

static void
titles_of_better_sources_win(void **state)
{
	static const struct {
		const char *html, *title;
	} cases[] = {
		{ "<title>Rivers of sand and of stone - The Ferry</title>", "Rivers of sand and of stone" },
		{ "<title>A river made of sand | The Ferry</title>", "A river made of sand" },
		{ "<title>Rivers - Ferrypedia</title>", "Rivers - Ferrypedia" },
		{ "<title>The Ferry » Rivers of sand and stone</title>", "Rivers of sand and stone" },
		{ "<title>Rust: why the borrow checker is right</title><h1>x</h1>", "Rust: why the borrow checker is right" },
		{ "<title>x</title><meta name=title content='By name'>", "By name" },
		{ "<meta name=title content='By name'><meta property=og:title content='By OpenGraph | Site'>", "By OpenGraph | Site" },
		{ "<meta property='og:title' content='By OpenGraph'><meta name=DC.title content='By Dublin Core'>", "By Dublin Core" },
		{ "<meta name=og:title content='by name'><meta property='og:title' content='by property'>", "by property" },
		{ "<meta property=og:title content='Tom &amp;amp; &amp;quot;Jerry&amp;quot;'>", "Tom & \"Jerry\"" },
		{ "<meta property=og:title content=' '><h1>A heading alone</h1>", "A heading alone" },
		{ "<svg><title>Logo</title></svg><h1>A heading alone</h1>", "A heading alone" },
		{ "<p>nothing at all", "" },
		{ "<title>Page tables - My Blog</title><meta property=og:site_name content='My Blog'><h1>Page tables</h1>", "Page tables" },
		{ "<title>My Blog | Page tables</title><meta property=og:site_name content='My Blog'>", "Page tables" },
		{ "<title>Memory pages explained – Dev Notes</title><h1>Memory pages explained</h1>", "Memory pages explained" },
		{ "<title>Retries | Tideway</title><h1>Retries</h1>", "Retries" },
		{ "<title>Retries | Tideway</title><h1><a href='/'>Tideway</a></h1><h2>Retries</h2>", "Retries" },
		{ "<title>ページテーブル入門 #Linux - Qiita</title><meta property=og:site_name content=Qiita><h1>ページテーブル入門</h1>",
		  "ページテーブル入門 #Linux" },
		{ "<title>Rivers - Ferrypedia</title><h1>Rivers</h1>", "Rivers - Ferrypedia" },
		{ "<title>Page - tables</title><h1>Another page</h1>", "Page - tables" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(meta_of(cases[i].html).title, cases[i].title);
}

static void
korean_titles_lose_the_name_of_the_site(void **state)
{
	static const struct {
		const char *html, *title;
	} cases[] = {
		{ "<title>락 없는 큐 만들기 : 네이버 블로그</title>", "락 없는 큐 만들기" },
		{ "<title>[기록] 큐 #5-1 : 첫걸음 : 네이버 블로그</title>", "[기록] 큐 #5-1 : 첫걸음" },
		{ "<title>락 없는 큐 만들기 :: 가온의 작업실</title>", "락 없는 큐 만들기" },
		{ "<title>가온의 작업실 :: 락 없는 큐</title><meta property=og:site_name content='가온의 작업실'>", "락 없는 큐" },
		{ "<meta property=og:title content='큐 - 두 번째 이야기 | 가온의 작업실'><h1>큐 - 두 번째 이야기</h1>", "큐 - 두 번째 이야기" },
		{ "<title>큐 - 두 번째 이야기 - 가온의 작업실</title><h1><a href='/'>가온의 작업실</a></h1>", "큐 - 두 번째 이야기" },
		{ "<title>2024 회고 - 한 해를 보내며</title><h1>가온</h1>", "2024 회고 - 한 해를 보내며" },
		{ "<title>가온의 작업실</title><meta property=og:site_name content='가온의 작업실'>"
		  "<meta property=og:title content='가온의 작업실'><h1>큐</h1>", "가온의 작업실" },
		{ "<title>락 없는 큐</title><meta property=og:site_name content='가온의 작업실'>"
		  "<meta property=og:title content='가온의 작업실'>", "락 없는 큐" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(meta_of(arena_printf(&arena, "<html lang=ko>%s", cases[i].html).p).title, cases[i].title);
}

/* ---- JSON-LD */

static void
json_ld_of_an_article_is_believed(void **state)
{
	struct page_meta meta = meta_of("<title>Sand in the gears - The Ferry</title>"
		"<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":["
		"{\"@type\":\"WebSite\",\"name\":\"Elsewhere\"},"
		"{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"Sand in the gears\",\"name\":\"The Ferry\","
		"\"author\":[{\"@id\":\"#ada\"},{\"@type\":\"Person\",\"name\":\"Bo Birk\"},\"Cy Dal\"],"
		"\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Ferry\",\"logo\":\"/l.png\"},"
		"\"datePublished\":\"2024-05-06T07:08:09+09:00\",\"dateModified\":\"2024-05-07\",\"inLanguage\":\"en-GB\","
		"\"image\":{\"@type\":\"ImageObject\",\"url\":\"/i/sand.jpg\"},\"description\":\"Why &quot;it&quot; stops.\"},"
		"{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada Ahl\"}]}</script>");

	(void)state;
	assert_str(meta.title, "Sand in the gears");
	assert_str(meta.author, "Ada Ahl, Bo Birk, Cy Dal");
	assert_str(meta.byline, "Ada Ahl, Bo Birk, Cy Dal");
	assert_str(meta.site, "The Ferry");
	assert_str(meta.language, "en-GB");
	assert_str(meta.image, "https://blog.example/i/sand.jpg");
	assert_str(meta.excerpt, "Why \"it\" stops.");
	assert_int_equal(meta.published, 1714946889);
	assert_int_equal(meta.updated, 1715040000);
}

static void
the_article_of_the_page_is_picked_from_several(void **state)
{
	struct page_meta meta = meta_of("<title>The second one is ours</title><script type=application/ld+json>"
		"[{\"@type\":\"BlogPosting\",\"headline\":\"A first one\",\"author\":\"No\"},"
		"{\"@type\":\"BlogPosting\",\"headline\":\"The second one is ours\",\"author\":{\"name\":\"Yes\"}}]</script>");

	(void)state;
	assert_str(meta.author, "Yes");
}

static void
broken_json_ld_is_mended_or_says_nothing(void **state)
{
	static const char *const good[] = {
		"<![CDATA[ {\"@type\":\"Article\",\"name\":\"Mended\"} ]]>",
		"//<![CDATA[\n{\"@type\":\"Article\",\"name\":\"Mended\"}\n//]]>",
		"{\"@type\":\"Article\",\"name\":\"Mended\",}",
		"[{\"@type\":\"Article\",\"name\":\"Mended\",\"description\":\"two\nlines, \\\"quoted\\\"\t,}\"},]",
		"{\"@type\":\"Article\",\"name\":\"Mended\"};",
	};
	static const char *const bad[] = { "", "{", "]", "{\"@type\":\"Article\"", "null", "\"Article\"", "{\"@type\":7,\"name\":\"x\"}",
		"{\"@type\":\"Article\",\"name\":[]}", "{\"@graph\":{\"@graph\":[[]]}}", "<![CDATA[" };

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_str(meta_of(arena_printf(&arena, "<script type='application/ld+json'>%s</script>", good[i]).p).title, "Mended");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_str(meta_of(arena_printf(&arena, "<script type='application/ld+json'>%s</script>", bad[i]).p).title, "");
}

static void
endless_json_ld_ends(void **state)
{
	struct buf html = { 0 };

	(void)state;
	(void)buf_puts(&html, "<title>Deep</title><script type='application/ld+json'>");
	for (size_t i = 0; i < 100000; i++)
		(void)buf_puts(&html, "{\"@graph\":[");
	(void)buf_puts(&html, "</script><script type='application/ld+json'>[");
	for (size_t i = 0; i < 20000; i++)
		(void)buf_puts(&html, "{\"@type\":\"Article\"},");
	(void)buf_puts(&html, "{}]</script>");
	assert_str(meta_of(buf_cstr(&html)).title, "Deep");
	buf_free(&html);
}

/* ---- who */

static void
bylines_are_kept_and_names_taken_out_of_them(void **state)
{
	static const struct {
		const char *html, *byline, *names;
	} cases[] = {
		{ "<span class=byline>By Ada Ahl</span>", "By Ada Ahl", "Ada Ahl" },
		{ "<pre><span class=k>if</span></pre><span class=k rel=author>By Ada Ahl</span>", "By Ada Ahl", "Ada Ahl" },
		{ "<div id=post-author>Written by Ada Ahl and Bo Birk, 5 May 2024</div>", "Written by Ada Ahl and Bo Birk, 5 May 2024",
		  "Ada Ahl, Bo Birk" },
		{ "<p class=byline><a href=/author/ada>Ada Ahl</a><span> The Ferry's man in town</span></p>",
		  "Ada Ahl The Ferry's man in town", "Ada Ahl" },
		{ "<div itemprop=author><span itemprop=name>Ada Ahl</span> <a>Follow</a></div>", "Ada Ahl", "Ada Ahl" },
		{ "<a rel=author href=/a>Ada Ahl</a>", "Ada Ahl", "Ada Ahl" },
		{ "<p class=dateline>Sunday, Feb 1, 2025 11:57 AM UTC</p><p class=byline>Ada Ahl", "Ada Ahl", "Ada Ahl" },
		{ "<div class=comment><span class=author>A reader</span></div>", "", "" },
		{ "<nav><span class=author>A menu</span></nav>", "", "" },
		{ "<p class=author hidden>Nobody</p><p class=author>Ada Ahl", "Ada Ahl", "Ada Ahl" },
		{ "<meta name=author content='Ada Ahl'><p class=byline>By Ada Ahl, in town", "Ada Ahl", "Ada Ahl" },
		{ "<meta name=author content='https://a.example/ada'><p class=byline>By Bo Birk", "By Bo Birk", "Bo Birk" },
		{ "<meta name=author content='ada@a.example (Ada Ahl)'>", "ada@a.example (Ada Ahl)", "Ada Ahl" },
		{ "<meta name=author content='By Ada Ahl and Bo Birk, SOME DAY TODAY'>", "By Ada Ahl and Bo Birk, SOME DAY TODAY",
		  "Ada Ahl, Bo Birk, SOME DAY TODAY" },
		{ "<form id=whole><div id=header><p class=byline>By Ada Ahl</p></div></form>", "By Ada Ahl", "Ada Ahl" },
		{ "<div class=page-with-sidebar><div class=header><p class=byline>By Ada Ahl</p></div><div class=sidebar><p class=author>X</div></div>",
		  "By Ada Ahl", "Ada Ahl" },
		{ "<div class=footer><p class=author>The web master</p></div>", "", "" },
		{ "<p class=byline>9:39AM BST 05 Oct 2011</p>", "9:39AM BST 05 Oct 2011", "" },
		{ "<meta property=article:author content=Ada><meta property=article:author content=Bo>", "Ada, Bo", "Ada, Bo" },
		{ "<meta property='og.article.author' content='가온'>", "가온", "가온" },
		{ "<h1>새 소식</h1><p>홍길동 기자 hong@news.example</p>", "홍길동 기자", "홍길동 기자" },
		{ "<h1>새 소식</h1><p>[서울=소식통신] 홍길동 기자 = 항구가 열렸다.</p>", "홍길동 기자", "홍길동 기자" },
		{ "<html lang=ko><meta property=og:site_name content='항구 신문'><meta name=author content='항구 신문'><h1>새 소식</h1>"
		  "<p>홍길동 기자 hong@news.example</p>", "홍길동 기자", "홍길동 기자" },
		{ "<html lang=ko><meta property=og:site_name content='항구 신문'><meta name=author content='항구 신문'><h1>새 소식</h1>",
		  "항구 신문", "항구 신문" },
		{ "<p class=author>By Ada Ahl | March 2, 2024 | 5 min read | 12 comments</p>", "By Ada Ahl", "Ada Ahl" },
		{ "<p class=author>by ada0 » Sat Mar 02, 2024 10:11 am</p>", "by ada0", "ada0" },
		{ "<p class=byline>By Ada Ahl <time datetime=2024-03-02>March 2</time></p>", "By Ada Ahl March 2", "Ada Ahl" },
		{ "<h1>새 소식</h1><span class=writer_byline>글·사진 홍길동 특파원</span>", "글·사진 홍길동 특파원", "홍길동 특파원" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct page_meta meta = meta_of(cases[i].html);

		assert_str(meta.byline, cases[i].byline);
		assert_str(meta.author, cases[i].names);
	}
}

/* ---- when */

static void
dates_are_read_where_pages_have_them(void **state)
{
	static const struct {
		const char *html;
		int64_t published, updated;
	} cases[] = {
		{ "<meta property=article:published_time content='2025-02-05T19:00:00+09:00'><meta property='og:regDate' content='20250205070000'>"
		  "<meta property=article:modified_time content='2025-02-06T19:00:00+09:00'>", 1738749600, 1738836000 },
		{ "<meta property='og:regDate' content='20250205070000'>", CLOCK_NONE, CLOCK_NONE },
		{ "<meta name=date content='yesterday it rained'><time pubdate datetime='2025-02-05T10:00Z'>", 1738749600, CLOCK_NONE },
		{ "<h1>글</h1><div class=info>입력 2025.02.05 19:00 | 수정 2025.02.06 19:00</div>", 1738749600, 1738836000 },
		{ "<h1>글</h1><span class=date>2025. 2. 5. 19:00</span>", 1738749600, CLOCK_NONE },
		{ "<h1>글</h1><div><span>지난 항해일지</span><span>2025. 2. 5. 19:00</span></div>", 1738749600, CLOCK_NONE },
		{ "<h1>글</h1><span class=date>21시간 전</span>", 1738749600, CLOCK_NONE },
		{ "<h1>글</h1><time class=updated datetime='2025-02-05T10:00Z'></time>", CLOCK_NONE, 1738749600 },
		{ "<h1>글</h1><p>Updated <time datetime='2025-02-06T10:00Z'>x</time> · Published <time datetime='2025-02-05T10:00Z'>y</time>",
		  1738749600, 1738836000 },
		{ "<h1>글</h1><div class=meta>Updated 2025-02-06 19:00 · Published 2025-02-05 19:00</div>", 1738749600, 1738836000 },
		{ "<h1>글</h1><div class=date>2025년 2월 5일 19:00 (수정: <time datetime='2025-02-06T19:00+09:00'>어제</time>)</div>",
		  1738749600, 1738836000 },
		{ "<h1>글</h1><div class=byline>By Ada <time datetime='2025-02-05T10:00Z'>today</time></div>", 1738749600, CLOCK_NONE },
		{ "<h1>글</h1><span class=version>버전 25.02.05</span>", CLOCK_NONE, CLOCK_NONE },
		{ "<div class=post-title>글</div><p class=post-update-date><i>*</i><span class=datetime>2025-02-06 19:00</span></p>"
		  "<p class=post-create-date><i>*</i><span class=datetime>2025-02-05 19:00</span></p>", 1738749600, 1738836000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct page_meta meta = meta_of(arena_printf(&arena, "<html lang=ko><title>글</title>%s", cases[i].html).p);

		assert_int_equal(meta.published, cases[i].published);
		assert_int_equal(meta.updated, cases[i].updated);
	}
}

static void
a_day_is_one_of_the_pages_country(void **state)
{
	(void)state;
	assert_int_equal(meta_of("<html lang=ko><meta name=date content=2025-02-05>").published, 1738681200);
	assert_int_equal(meta_of("<html lang=en><meta name=date content=2025-02-05>").published, 1738713600);
}

static void
addresses_date_what_says_nothing_else(void **state)
{
	(void)state;
	assert_int_equal(meta_of_url("<title>x", "https://a.example/2025/02/05/queue/").published, 1738713600);
	assert_int_equal(meta_of_url("<title>x", "https://a.example/posts/2025-02-05-queue").published, 1738713600);
	assert_int_equal(meta_of_url("<title>x", "https://a.example/2025/02/queue/12345").published, CLOCK_NONE);
	assert_int_equal(meta_of_url("<title>x", "https://a.example/2025/13/45/").published, CLOCK_NONE);
}

/* ---- the rest */

static void
language_follows_the_letters(void **state)
{
	(void)state;
	assert_str(meta_of("<html lang=en><p>이 글은 우리말로 쓰였습니다. Hexo").language, "ko");
	assert_str(meta_of("<html lang='ko-KR'><p>Only English here").language, "ko-KR");
	assert_str(meta_of("<meta property=og:locale content=ko_KR><p>x").language, "ko-KR");
	assert_str(meta_of("<p>この記事は日本語です").language, "ja");
	assert_str(meta_of("<html lang='javascript:alert(1)'><p>Nothing").language, "");
	assert_str(meta_of("<p>Nothing").language, "");
}

static void
addresses_are_absolute_and_pictures_no_logos(void **state)
{
	struct page_meta meta = meta_of("<base href='https://cdn.example/x/'><link rel=canonical href='/notes/12'>"
		"<meta property=og:image content='logo.png'><meta name=twitter:image content='sand.jpg'>");

	(void)state;
	assert_str(meta.canonical, "https://cdn.example/notes/12");
	assert_str(meta.image, "https://cdn.example/x/sand.jpg");
	assert_str(meta_of("<meta property=og:image content='/logo.png'>").image, "https://blog.example/logo.png");
	assert_str(meta_of("<meta property=og:image content='data:image/png;base64,AA'>").image, "");
	assert_str(meta_of("<link rel=canonical href='https://blog.example/'><meta property=og:url content='/n/12'>").canonical,
	    "https://blog.example/n/12");
}

static void
titles_are_alike_by_their_words(void **state)
{
	(void)state;
	assert_true(meta_words_likeness(str_lit("The ‘best’ of sand"), str_lit("the best of sand")) > 0.99);
	assert_true(meta_words_likeness(str_lit("Ferry"), str_lit("The best of sand")) < 0.01);
	assert_true(meta_words_likeness(STR_NONE, str_lit("x")) < 0.01);
	assert_true(meta_words_same(str_lit("“나루” 2.0 – 새 판"), str_lit("나루 2.0: 새 판")));
	assert_false(meta_words_same(str_lit("나루"), str_lit("나루 2.0")));
	assert_false(meta_words_same(STR_NONE, STR_NONE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(titles_of_better_sources_win, empty_arena),
		cmocka_unit_test_teardown(korean_titles_lose_the_name_of_the_site, empty_arena),
		cmocka_unit_test_teardown(json_ld_of_an_article_is_believed, empty_arena),
		cmocka_unit_test_teardown(the_article_of_the_page_is_picked_from_several, empty_arena),
		cmocka_unit_test_teardown(broken_json_ld_is_mended_or_says_nothing, empty_arena),
		cmocka_unit_test_teardown(endless_json_ld_ends, empty_arena),
		cmocka_unit_test_teardown(bylines_are_kept_and_names_taken_out_of_them, empty_arena),
		cmocka_unit_test_teardown(dates_are_read_where_pages_have_them, empty_arena),
		cmocka_unit_test_teardown(a_day_is_one_of_the_pages_country, empty_arena),
		cmocka_unit_test_teardown(addresses_date_what_says_nothing_else, empty_arena),
		cmocka_unit_test_teardown(language_follows_the_letters, empty_arena),
		cmocka_unit_test_teardown(addresses_are_absolute_and_pictures_no_logos, empty_arena),
		cmocka_unit_test_teardown(titles_are_alike_by_their_words, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
