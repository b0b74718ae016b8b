#include "arena_fixture.h"

#include "page/select.h"
#include "page/site.h"
#include "page/site_go.h"
#include "page/site_table.h"

enum { NOW = 1738825200 }; /* 2025-02-06 16:00 in Korea */

static struct page_result
extracted(const char *url, const char *html)
{
	struct page_input in = { .html = str_of(html), .url = str_of(url), .now = NOW };
	struct page_result result;

	page_extract(&arena, &in, &result);
	return result;
}

static struct page_result
extracted_by(const struct page_rule *rule, const char *html)
{
	struct page_input in = { .html = str_of(html), .url = str_lit("https://a.example/1"), .now = NOW, .rules = rule, .n_rules = 1 };
	struct page_result result;

	page_extract(&arena, &in, &result);
	return result;
}

/* ---- the table */

static void
check_field(const struct site_rule *rule, const char *text, bool has_attr)
{
	struct select select;
	struct selector_fault fault = { 0 };
	struct str selector = str_of(text), attr;

	if (!text)
		return;
	if (has_attr)
		rule_split(selector, &selector, &attr);
	if (select_parse(&arena, selector, &select, &fault) < 0)
		fail_msg("%s: ‘%s’ at %zu: %s", rule->name, text, fault.at, fault.what);
}

static void
all_selectors_of_the_table_are_right(void **state)
{
	const struct site_rule *const lists[] = { site_platform(), site_press(), site_theme() };
	(void)state;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (const struct site_rule *rule = lists[i]; rule->name; rule++) {
			assert_true(rule->hosts || rule->mark);
			assert_non_null(rule->content[0]);
			check_field(rule, rule->mark, false);
			check_field(rule, rule->drop, false);
			check_field(rule, rule->none, false);
			check_field(rule, rule->login, false);
			check_field(rule, rule->title, true);
			check_field(rule, rule->author, true);
			check_field(rule, rule->date, true);
			for (size_t k = 0; k < RULE_CONTENTS && rule->content[k]; k++)
				check_field(rule, rule->content[k], false);
		}
	check_field(site_platform(), SITE_DROP, false);
}

/* ---- what a page is on its site */

static void
lists_of_posts_are_no_article(void **state)
{
	struct page_result page = extracted("https://a.tistory.com/", "<body id=tt-body-index><div class=contents_style>첫 글의 본문입니다.</div>");
	(void)state;

	assert_int_equal(page.kind, PAGE_NONE);
	page = extracted("https://own.example/category/x", "<link href='//t1.daumcdn.net/tistory_admin/a.css'><body id=tt-body-category><p>목록");
	assert_int_equal(page.kind, PAGE_NONE);
}

#define ENTRY(n) "<article class=post><h2><a href=/" n ">글 하나</a></h2><div class=entry-content><p>바다에서 돌아온 배를 항구에 묶고 하루를 마친 이야기를 적었다. " \
	"물때와 바람을 보고 다음 날을 정하고, 그물을 손보고, 저녁을 지어 먹고 잠들었다. 이튿날은 비가 왔고 배는 나가지 못했으며 모두 그물을 기웠다.</p></div></article>"

static void
a_theme_has_lists_of_posts_too(void **state)
{
	static const char head[] = "<meta name=generator content='WordPress 6'><link href='/wp-content/themes/x.css'>";
	const char *list = arena_printf(&arena, "%s<main>%s</main>", head, ENTRY("1") ENTRY("2") ENTRY("3") ENTRY("4") ENTRY("5")).p;
	const char *post = arena_printf(&arena, "%s<main>%s</main>", head, ENTRY("1")).p;
	(void)state;

	assert_int_equal(extracted("https://a.example/", list).kind, PAGE_NONE);
	assert_int_equal(extracted("https://a.example/1", post).kind, PAGE_ARTICLE);
}

static void
a_protected_post_asks_for_a_password(void **state)
{
	struct page_result page = extracted("https://a.tistory.com/5",
	    "<body id=tt-body-page><h1>보호된 글</h1><form><p>비밀번호를 입력하세요</p><input type=password></form>");
	(void)state;

	assert_int_equal(page.kind, PAGE_LOGIN);
	page = extracted("https://a.tistory.com/5", "<body id=tt-body-page><div class=contents_style>본문</div><form><input type=password></form>");
	assert_int_equal(page.kind, PAGE_ARTICLE);
}

static void
a_short_post_about_logins_is_one(void **state)
{
	struct page_result page = extracted("https://a.tistory.com/5", "<title>스프링 - 로그인</title><body id=tt-body-page><div class=contents_style><p>"
	    "비밀번호를 입력하면 세션이 생기는 과정을 따라가 봅니다. 필터는 요청을 받아 사용자를 찾고, 없으면 첫 화면으로 보냅니다. 로그인이 필요한 주소는 "
	    "따로 적어 둡니다. 암호는 소금을 쳐서 넣고, 시간이 지나면 세션을 끊고, 마지막으로 기록을 남겨 나중에 볼 수 있게 합니다. 모두 합쳐 백 줄입니다."
	    "</p></div><div id=entry5Comment><input type=password></div>");
	(void)state;

	assert_int_equal(page.kind, PAGE_ARTICLE);
	assert_false(page.is_teaser);
}

static void
frames_and_empty_pages_lead_to_the_article(void **state)
{
	struct page_result page = extracted("https://blog.naver.com/Some_id/223000000001?fromRss=true",
	    "<title>x</title><iframe id=mainFrame src='/PostView.naver?blogId=Some_id&logNo=223000000001'></iframe>");
	(void)state;

	assert_int_equal(page.kind, PAGE_GO);
	assert_str(page.go, "https://m.blog.naver.com/some_id/223000000001");
	page = extracted("https://d2.naver.com/helloworld/1234", "<div id=container></div><script src=app.js></script>");
	assert_int_equal(page.kind, PAGE_GO);
	assert_str(page.go, "https://d2.naver.com/api/v1/contents/1234");
}

static void
no_page_leads_to_itself_or_away_from_a_blog(void **state)
{
	struct str to;
	(void)state;

	assert_false(site_go(&arena, str_lit("https://m.blog.naver.com/some_id/223000000001"), &to));
	assert_false(site_go(&arena, str_lit("https://blog.naver.com/some_id"), &to));
	assert_false(site_go(&arena, str_lit("https://d2.naver.com/api/v1/contents/1234"), &to));
	assert_false(site_go(&arena, str_lit("https://blog.naver.com.evil.example/a/1"), &to));
	assert_true(site_go(&arena, str_lit("https://blog.naver.com/PostView.nhn?blogId=a&logNo=1"), &to));
	assert_str(to, "https://m.blog.naver.com/a/1");
}

static void
an_article_may_come_as_json(void **state)
{
	struct page_result page = extracted("https://d2.naver.com/api/v1/contents/1234",
	    "{\"postTitle\":\"색인의 &amp; 안쪽\",\"postPublishedAt\":1714521600000,\"postHtml\":\"<h2>첫째</h2><p>글 <b>하나</b></p>\"}");
	(void)state;

	assert_int_equal(page.kind, PAGE_ARTICLE);
	assert_str(page.xhtml, "<article>\n<h2>첫째</h2>\n<p>글 <b>하나</b></p>\n</article>");
	assert_int_equal(page.published, 1714521600);
	assert_int_equal(extracted("https://a.example/", "{\"postHtml\":").kind, PAGE_NONE);
	assert_int_equal(extracted("https://a.example/", "<script>window.__APOLLO_STATE__={\"Post:1\":[]}</script>").kind, PAGE_NONE);
}

static void
contents_of_handbooks_are_no_text(void **state)
{
	struct page_result page = extracted("https://docs.example/ports", "<div class=rst-content><div role=main><div itemprop=articleBody><section>"
	    "<div class='contents local topic'><ul><li><a href='#a'>절</a></ul></div><p>본문입니다.</p></section></div></div></div>");
	(void)state;

	assert_int_equal(page.kind, PAGE_ARTICLE);
	assert_str(page.xhtml, "<article>\n<p>본문입니다.</p>\n</article>");
}

/* ---- fields */

static void
a_date_may_be_a_number(void **state)
{
	struct page_result page = extracted("https://m.blog.naver.com/a/1",
	    "<div id=_post_property addDate=1714521600000></div><div class=se-main-container><p>본문</p></div>");
	(void)state;

	assert_int_equal(page.published, 1714521600);
}

/* ---- rules of the user */

static const char page[] = "<title>쪽의 이름</title><h1 class=a>제목 <b>하나</b></h1><span class=by>여울</span><time datetime=2025-01-02T03:04:05Z>그제</time>"
	"<div class=box><p>가</p><div class=ad>광고가 들어간 상자</div></div><div class=box><p>나</p></div><div class=rest><p>다</p></div>"
	"<a class=more href='?page=2'>다음 쪽</a><a class=js href='javascript:x'>x</a>";

static void
a_rule_takes_all_that_its_content_fits(void **state)
{
	struct page_rule rule = { .host = str_lit("a.example"), .content = { str_lit(".none"), str_lit(".box"), str_lit(".rest") },
		.n_contents = 3, .drop = str_lit(".ad"), .title = str_lit("h1"), .author = str_lit(".by"), .date = str_lit("time@datetime"),
		.next = str_lit(".more") };
	struct page_result result = extracted_by(&rule, page);
	(void)state;

	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_str(result.xhtml, "<article>\n<p>가</p>\n<p>나</p>\n</article>");
	assert_str(result.title, "제목 하나");
	assert_str(result.author, "여울");
	assert_int_equal(result.published, 1735787045);
	assert_str(result.next, "https://a.example/1?page=2");
}

static void
a_rule_without_content_changes_nothing(void **state)
{
	struct page_rule rule = { .host = str_lit("a.example"), .content = { str_lit(".none") }, .n_contents = 1 };
	struct page_result result = extracted_by(&rule, "<body class=x><article><p>이 글은 점수로 찾습니다. 길이가 어느 정도는 되어야 합니다, 그래서 조금 더 씁니다.</p></article>");
	(void)state;

	assert_int_equal(result.kind, PAGE_ARTICLE);
	assert_true(str_has(result.xhtml, "점수로"));
}

static void
a_link_that_is_none_is_no_next_page(void **state)
{
	struct page_rule rule = { .host = str_lit("a.example"), .content = { str_lit(".box") }, .n_contents = 1, .next = str_lit(".js") };
	(void)state;

	assert_int_equal(extracted_by(&rule, page).next.n, 0);
}

static void
a_rule_for_another_host_is_not_asked(void **state)
{
	struct page_rule rule = { .host = str_lit("b.example"), .content = { str_lit(".rest") }, .n_contents = 1, .title = str_lit(".by") };
	(void)state;

	assert_str(extracted_by(&rule, page).title, "쪽의 이름");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(all_selectors_of_the_table_are_right, empty_arena),
		cmocka_unit_test_teardown(lists_of_posts_are_no_article, empty_arena),
		cmocka_unit_test_teardown(a_theme_has_lists_of_posts_too, empty_arena),
		cmocka_unit_test_teardown(a_protected_post_asks_for_a_password, empty_arena),
		cmocka_unit_test_teardown(a_short_post_about_logins_is_one, empty_arena),
		cmocka_unit_test_teardown(frames_and_empty_pages_lead_to_the_article, empty_arena),
		cmocka_unit_test_teardown(no_page_leads_to_itself_or_away_from_a_blog, empty_arena),
		cmocka_unit_test_teardown(an_article_may_come_as_json, empty_arena),
		cmocka_unit_test_teardown(contents_of_handbooks_are_no_text, empty_arena),
		cmocka_unit_test_teardown(a_date_may_be_a_number, empty_arena),
		cmocka_unit_test_teardown(a_rule_takes_all_that_its_content_fits, empty_arena),
		cmocka_unit_test_teardown(a_rule_without_content_changes_nothing, empty_arena),
		cmocka_unit_test_teardown(a_link_that_is_none_is_no_next_page, empty_arena),
		cmocka_unit_test_teardown(a_rule_for_another_host_is_not_asked, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
