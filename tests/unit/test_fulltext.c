#include "unit.h"

#include "base/clock.h"
#include "base/limits.h"
#include "net/pace.h"
#include "store/full_retry.h"
#include "sync/fulltext_address.h"
#include "sync/fulltext_join.h"
#include "sync/fulltext_judge.h"
#include "sync/fulltext_need.h"
#include "sync/fulltext_place.h"
#include "text/url_near.h"

static void
posts_of_frames_are_asked_for_where_their_text_is(void **state)
{
	static const struct {
		const char *link, *want;
	} cases[] = {
		{ "https://blog.naver.com/some_one/223001234567?fromRss=true&trackingCode=rss", "https://m.blog.naver.com/some_one/223001234567" },
		{ "https://blog.naver.com/PostView.naver?blogId=Some_One&logNo=223001234567", "https://m.blog.naver.com/some_one/223001234567" },
		{ "https://blog.naver.com/some_one", "https://blog.naver.com/some_one" },
		{ "https://a.example/2025/02/post?id=7&utm_source=rss#comment-3", "https://a.example/2025/02/post?id=7" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = { 0 };

		fulltext_address(&out, str_of(cases[i].link));
		assert_str(buf_str(&out), cases[i].want);
		buf_free(&out);
	}
}

static void
a_home_page_is_no_page_of_a_post(void **state)
{
	static const struct {
		const char *url, *link, *site;
		bool is_home, is_above;
	} cases[] = {
		{ "https://a.example/", "https://a.example/2025/post", "", true, true },
		{ "https://www.a.example/index.html", "http://a.example/post?id=7", "", true, true },
		{ "https://b.example", "https://a.example/post", "", true, false },
		{ "https://m.a.example/blog/", "https://a.example/blog/post", "https://a.example/blog", true, true },
		{ "https://a.example/blog/", "https://a.example/blog/post", "https://a.example/", false, true },
		{ "https://a.example/blog", "https://a.example/blogger", "https://a.example/", false, false },
		{ "https://a.example/?p=12", "https://a.example/post", "https://a.example/", false, false },
		{ "https://a.example/post/", "https://a.example/post", "https://a.example/", false, false },
		{ "https://tool.example/", "https://tool.example", "https://a.example/", false, false },
		{ "https://www.tool.example/", "http://tool.example/", "", false, false },
		{ "https://a.example/blog", "https://a.example/blog/", "https://a.example/blog", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str url = str_of(cases[i].url), link = str_of(cases[i].link);

		if (fulltext_address_is_home(url, link, str_of(cases[i].site)) != cases[i].is_home ||
			fulltext_address_is_above(url, link) != cases[i].is_above)
			fail_msg("%s from %s", cases[i].url, cases[i].link);
	}
}

static void
only_what_may_be_a_page_is_read(void **state)
{
	static const struct {
		const char *type;
		bool is_page;
	} cases[] = {
		{ "text/html; charset=euc-kr", true }, { "Text/HTML", true }, { "application/xhtml+xml", true }, { "", true },
		{ "application/json", true }, { "application/pdf", false }, { "image/png", false }, { "application/zip", false },
		{ "application/rss+xml", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(!fulltext_address_file(str_of(cases[i].type)), cases[i].is_page);
	assert_string_equal(fulltext_address_file(str_lit("application/pdf")), "pdf");
	assert_string_equal(fulltext_address_file(str_lit("application/zip")), "file");
}

static void
pages_become_one_article(void **state)
{
	struct buf out = BUF_CAPPED(400);

	(void)state;
	assert_int_equal(FULLTEXT_JOIN_MORE, fulltext_join(&out, str_lit("<article><h2>제목</h2><figure><img src=\"https://a.example/1.png\"/></figure><p>하나</p></article>")));
	assert_int_equal(FULLTEXT_JOIN_MORE, fulltext_join(&out, str_lit("<article><h2>제목</h2><figure><img src=\"https://a.example/1.png\"/></figure><p>둘</p></article>")));
	assert_int_equal(FULLTEXT_JOIN_MORE, fulltext_join(&out, str_lit("<article><p>셋<br/>넷</p></article>")));
	assert_str(buf_str(&out), "<article><h2>제목</h2><figure><img src=\"https://a.example/1.png\"/></figure><p>하나</p><p>둘</p>"
		"<p>셋<br/>넷</p></article>");
	buf_free(&out);
}

static void
a_page_that_says_nothing_new_ends_it(void **state)
{
	struct buf out = BUF_CAPPED(100);
	const struct str page = str_lit("<article><p>하나</p><ul><li><p>둘</p></li></ul></article>");

	(void)state;
	assert_int_equal(FULLTEXT_JOIN_MORE, fulltext_join(&out, page));
	assert_int_equal(FULLTEXT_JOIN_SAME, fulltext_join(&out, page));
	assert_str(buf_str(&out), page.p);
	assert_int_equal(FULLTEXT_JOIN_SAME, fulltext_join(&out, str_lit("<article/>")));
	assert_str(buf_str(&out), page.p);
	buf_free(&out);
}

static void
a_page_that_finds_no_room_is_no_end(void **state)
{
	struct buf out = BUF_CAPPED(100), small = BUF_CAPPED(10);
	const struct str page = str_lit("<article><p>하나</p><ul><li><p>둘</p></li></ul></article>");

	(void)state;
	assert_int_equal(FULLTEXT_JOIN_FULL, fulltext_join(&small, page));
	assert_int_equal(FULLTEXT_JOIN_MORE, fulltext_join(&out, page));
	assert_int_equal(FULLTEXT_JOIN_FULL,
		fulltext_join(&out, str_lit("<article><p>이 페이지는 정해진 크기를 넘어서 더는 붙일 수 없습니다</p></article>")));
	assert_str(buf_str(&out), page.p);
	buf_free(&small);
	buf_free(&out);
}

static void
a_page_is_judged_by_what_the_feed_told(void **state)
{
#define PAGE "<article><p>지난주 배포에서 겪은 장애를 되돌아봅니다.</p><p>커넥션 풀이 마르면서 요청이 쌓였고, 재시도가 그것을 더 키웠습니다.</p></article>"
	static const struct {
		const char *title, *text, *page_title, *page_text;
		enum full_how want;
	} cases[] = {
		{ "배포 장애 회고", "지난주 배포에서 겪은 장애를 되돌아봅니다. 커넥션…", "배포 장애 회고 | 개발 일지", PAGE, FULL_FINE },
		{ "[속보] 배포 장애 회고", "", "배포 장애 회고", PAGE, FULL_FINE },
		{ "제목이 바뀐 글", "커넥션 풀이 마르면서 요청이 쌓였고 …", "완전히 다른 이름", PAGE, FULL_FINE },
		{ "배포 장애 회고", "지난주 배포에서 겪은 장애를 되돌아봅니다.", "개발 일지",
			"<article><p>새로 올라온 글의 목록입니다.</p><p>여행기, 요리, 사진</p></article>", FULL_OTHER },
		{ "지워진 글의 제목입니다", "지워진 글의 첫 문장은 이렇습니다", "페이지를 찾을 수 없음",
			"<article><p>요청하신 페이지가 없습니다. 주소를 확인해 주십시오.</p></article>", FULL_OTHER },
		{ "배포 장애 회고", "지난주 배포에서 겪은 장애를 되돌아봅니다. 커넥션 풀이 마르면서 요청이 쌓였고, 재시도가 그것을 더 키웠습니다. "
			"그래서 제한을 두었고, 지표를 더했으며, 훈련을 하기로 했습니다. 다음에는 더 빨리 알아차릴 것입니다.",
			"배포 장애 회고", PAGE, FULL_SHORTER },
		{ "", "", "", PAGE, FULL_FINE },
		{ "배포 장애 회고", "지난주 배포에서 겪은 장애를 되돌아봅니다.", "개발 일지", PAGE, FULL_FINE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fulltext_judge judge = { .title = str_of(cases[i].title), .text = str_of(cases[i].text),
			.page_title = str_of(cases[i].page_title), .page_text = str_of(cases[i].page_text) };

		if (fulltext_judge(&judge) != cases[i].want)
			fail_msg("case %zu: %s", i, full_word(fulltext_judge(&judge)));
	}
}

/* A list that tells of it has its title and beginning, too. */
static void
a_page_above_the_post_has_its_title(void **state)
{
	struct fulltext_judge judge = { .title = str_lit("배포 장애 회고"), .text = str_lit("지난주 배포에서 겪은 장애를 되돌아봅니다."),
		.page_title = str_lit("개발 일지"), .page_text = str_lit(PAGE), .is_above = true };
#undef PAGE

	(void)state;
	assert_int_equal(fulltext_judge(&judge), FULL_OTHER);
	judge.page_title = str_lit("배포 장애 회고 | 개발 일지");
	assert_int_equal(fulltext_judge(&judge), FULL_FINE);
}

static void
a_page_leads_on_within_its_site_and_to_no_internal_address(void **state)
{
	static const struct {
		const char *a, *b;
		bool is_site, is_host, may_lead;
	} cases[] = {
		{ "https://blog.example/1", "https://blog.example/2", true, true, true },
		{ "https://blog.example/1", "https://m.blog.example/1", true, false, true },
		{ "https://www.news.example/1", "https://news.example/1", true, false, true },
		{ "https://blog.example/1", "https://blog.example:8443/1", true, false, true },
		{ "https://blog.example/1", "https://other.example/1", false, false, true },
		{ "https://og.example/1", "https://blog.example/1", false, false, true },
		{ "https://blog.example/1", "http://127.0.0.1/admin", false, false, false },
		{ "http://127.0.0.1:8080/1", "http://127.0.0.1:8080/2", true, true, true },
		{ "http://127.0.0.1:8080/1", "http://127.0.0.1:22/", true, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str a = str_of(cases[i].a), b = str_of(cases[i].b);

		if (url_near_site(a, b) != cases[i].is_site || url_near_host(a, b) != cases[i].is_host ||
			url_near_may_lead(a, b) != cases[i].may_lead)
			fail_msg("%s %s", cases[i].a, cases[i].b);
	}
}

static void
requests_to_one_host_keep_their_distance(void **state)
{
	struct pace pace = { .gap_ms = 300 };
	const struct str host = str_lit("blog.example");

	(void)state;
	assert_int_equal(pace_left(&pace, host, 1000), 0);
	pace_begin(&pace, host, 1000);
	assert_int_equal(pace_left(&pace, host, 1000), 300);
	assert_int_equal(pace_left(&pace, host, 1250), 50);
	assert_int_equal(pace_left(&pace, host, 1300), 0);
	assert_int_equal(pace_left(&pace, str_lit("other.example"), 1000), 0);
	pace_begin(&pace, str_lit("127.0.0.1"), 1000);
	assert_int_equal(pace_left(&pace, str_lit("127.0.0.1"), 1000), 0);
	pace_free(&pace);
}

static void
a_text_tells_by_its_end_whether_it_goes_on(void **state)
{
	static const struct {
		const char *text;
		enum teaser_end want;
	} cases[] = {
		{ "", TEASER_WHOLE },
		{ "<article><p>모두 적었습니다.</p></article>", TEASER_WHOLE },
		{ "<article><p>서버가 밀린 까닭을…</p></article>", TEASER_BREAKS },
		{ "<article><p>서버가 밀린 <b>까닭을 [...]</b></p><p> </p><figure><img src=\"https://a.example/1.png\"/></figure></article>", TEASER_BREAKS },
		{ "<article><p>앞에서 끊겼다…</p><p>그리고 이어졌다.</p></article>", TEASER_WHOLE },
		{ "<article><p>서버가 밀린 까닭을</p><p><a href=\"https://a.example/1\">더 보기</a></p></article>", TEASER_LEADS },
		{ "<article><p>서버가 밀린 까닭을 <a href=\"https://a.example/1\">Read more »</a></p></article>", TEASER_LEADS },
		{ "<article><p>서버가 밀린 까닭을</p><p>[계속 읽기]</p></article>", TEASER_LEADS },
		{ "<article><p>더 보기를 눌러 접힌 설정을 편 다음에 값을 고치고 저장하면 서버가 다시 시작하니 조금 기다립니다.</p></article>", TEASER_WHOLE },
		{ "<article><p>모두 적었습니다.</p><p>The post <a href=\"https://a.example/1\">제목</a> appeared first on <a href=\"https://a.example/\">가람</a>.</p></article>", TEASER_WHOLE },
		{ "<article><p>서버가 밀린 [&#8230;]…</p><p>The post 제목 appeared first on 가람.</p></article>", TEASER_BREAKS },
		{ "보통 글이 여기에서 끊긴다 ...", TEASER_BREAKS },
		{ "<article><p", TEASER_WHOLE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (teaser_end_of(str_of(cases[i].text)) != cases[i].want)
			fail_msg("%s", cases[i].text);
}

static void
a_page_is_needed_where_it_may_have_more(void **state)
{
	static const struct {
		const char *what;
		struct full_feed feed;
		int64_t letters;
		enum teaser_end end;
		bool want;
	} cases[] = {
		{ "a text that breaks off", { .newest = 1 }, 300, TEASER_BREAKS, true },
		{ "none", { .newest = 1 }, 0, TEASER_WHOLE, true },
		{ "a long one that ends in three dots", { .newest = 1, .longs = 1 }, 2500, TEASER_BREAKS, false },
		{ "a short one of a feed that is hardly known", { .newest = 2 }, 300, TEASER_WHOLE, false },
		{ "a short one of a feed that has no others", { .newest = 9 }, 300, TEASER_WHOLE, true },
		{ "but for one", { .newest = 9, .longs = 1 }, 300, TEASER_WHOLE, true },
		{ "a short one of a feed that has long ones", { .newest = 9, .longs = 3 }, 300, TEASER_WHOLE, false },
		{ "one of a feed whose pages gave more", { .newest = 9, .longs = 6, .pages = 4, .gains = 3 }, 900, TEASER_WHOLE, true },
		{ "two pages tell nothing yet", { .newest = 9, .longs = 6, .pages = 2, .gains = 2 }, 900, TEASER_WHOLE, false },
		{ "one of a feed whose pages gave no more", { .newest = 9, .pages = 3 }, 300, TEASER_BREAKS, false },
		{ "now and then more", { .newest = 9, .pages = 8, .gains = 3 }, 300, TEASER_WHOLE, false },
		{ "then where it says so", { .newest = 9, .pages = 8, .gains = 3 }, 300, TEASER_LEADS, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (fulltext_need(&cases[i].feed, cases[i].letters, cases[i].end) != cases[i].want)
			fail_msg("%s", cases[i].what);
}

static void
a_page_is_tried_again_ever_later_and_given_up(void **state)
{
	const int64_t day = 86400, now = 1700000000;

	(void)state;
	assert_true(full_retry_is_due(FULL_HTTP, 1, now - 3600, now));
	assert_false(full_retry_is_due(FULL_HTTP, 1, now - 3500, now));
	assert_false(full_retry_is_due(FULL_UNREACHED, 2, now - 3600, now));
	assert_true(full_retry_is_due(FULL_UNREACHED, 5, now - 7 * day, now));
	assert_false(full_retry_is_due(FULL_UNREACHED, 5, now - 6 * day, now));
	assert_false(full_retry_is_due(FULL_UNREACHED, 500, now - 6 * day, now));
	assert_false(full_retry_is_due(FULL_LOGIN, 1, now - 3600, now));
	assert_true(full_retry_is_due(FULL_LOGIN, 1, now - day, now));
	assert_true(full_retry_is_due(FULL_LOGIN, 1, now + 30 * day, now)); /* a clock that was wrong */
	assert_true(full_retry_is_due(FULL_FINE, 0, CLOCK_NONE, now));
	assert_int_equal(full_retry_at(FULL_HTTP, 2, now), now + 6 * 3600);
	assert_int_equal(full_retry_at(FULL_HTTP, 2, CLOCK_NONE), CLOCK_NONE);
	assert_int_equal(full_retry_at(FULL_NO_PAGE, 1, now), CLOCK_NONE);
	assert_int_equal(full_retry_max(FULL_UNREACHED), 6);
	assert_int_equal(full_retry_max(FULL_LOGIN), 3);
	assert_int_equal(full_retry_max(FULL_NO_PAGE), 1);
}

/* Asks for two pages of the host, which fail so; what becomes of the third. */
static bool
is_third_excused(struct fulltext_places *p, const char *url, bool is_offline)
{
	struct fetch_answer answer = { .class = FETCH_NETWORK, .is_offline = is_offline, .url = str_of(url), .held_until = CLOCK_NONE };
	struct fulltext_why why;

	for (int i = 0; i < LIMIT_FULL_DEAD; i++) {
		assert_int_equal(fulltext_place_turn(p, str_of(url), &why), FULLTEXT_TURN_NOW);
		fulltext_place_begin(p, str_of(url));
		assert_int_equal(fulltext_place_end(p, NULL, str_of(url), &answer, NULL), 0);
	}
	assert_int_equal(fulltext_place_turn(p, str_of(url), &why), FULLTEXT_TURN_NEVER);
	return why.is_excused;
}

static void
pages_that_are_not_asked_for_since_the_network_is_gone_have_not_failed(void **state)
{
	struct fulltext_places places = { 0 };

	(void)state;
	assert_true(is_third_excused(&places, "https://blog.example/1", true));
	assert_false(is_third_excused(&places, "https://dead.example/1", false));
	fulltext_place_free(&places);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(posts_of_frames_are_asked_for_where_their_text_is),
		cmocka_unit_test(a_home_page_is_no_page_of_a_post),
		cmocka_unit_test(only_what_may_be_a_page_is_read),
		cmocka_unit_test(pages_become_one_article),
		cmocka_unit_test(a_page_that_says_nothing_new_ends_it),
		cmocka_unit_test(a_page_that_finds_no_room_is_no_end),
		cmocka_unit_test(a_page_is_judged_by_what_the_feed_told),
		cmocka_unit_test(a_page_above_the_post_has_its_title),
		cmocka_unit_test(a_page_leads_on_within_its_site_and_to_no_internal_address),
		cmocka_unit_test(pages_that_are_not_asked_for_since_the_network_is_gone_have_not_failed),
		cmocka_unit_test(requests_to_one_host_keep_their_distance),
		cmocka_unit_test(a_text_tells_by_its_end_whether_it_goes_on),
		cmocka_unit_test(a_page_is_needed_where_it_may_have_more),
		cmocka_unit_test(a_page_is_tried_again_ever_later_and_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
