#include "unit.h"

#include "ui/article_anchor.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static const char page[] =
	"<article><p>차례: <a href=\"https://example.com/linked#1-%EB%B0%B0%EA%B2%BD\">배경</a>, "
	"<a href=\"https://www.example.com/linked#2.-구현-방법\">구현</a>, <a href=\"https://example.com/linked#x7\">없는 곳</a>.</p>"
	"<p>밖으로: <a href=\"https://누리.example/문서/%ED%95%9C%EA%B8%80\">한글 주소</a>, <a href=\"mailto:who@example.com\">편지</a>, "
	"<a href=\"https://other.example/linked#1-배경\">다른 글의 배경</a>.</p>"
	"<h2>1. 배경</h2><p>배경입니다.</p><p>둘째 문단입니다.</p><p>셋째 문단입니다.</p><p>넷째 문단입니다.</p>"
	"<h2>2. 구현 방법</h2><p>방법입니다.</p><figure><img src=\"https://img.example/a.png\" alt=\"구성도\"/></figure>"
	"<p>끝.</p></article>";

/* A reader with one more post, which is open. */
static void
open_text(struct reader *r, int rows, int cols, const char *xhtml)
{
	struct post post = { .id = str_lit("linked"), .title = str_lit("링크가 많은 글"), .link = str_lit("https://example.com/linked"),
		.author = str_lit("이끼"), .published = READER_NOW - 60, .updated = CLOCK_NONE };
	struct merge_post given = { .post = &post, .letters = 400, .xhtml = str_of(xhtml) };
	struct feed feed = { .format = FEED_RSS_20, .title = str_lit("지식 나무"), .updated = CLOCK_NONE, .ttl_min = -1 };
	const struct feeds_fetch fetch = { .status = 200, .held_until = CLOCK_NONE };
	struct merge_count count;
	struct merge *m;
	struct err err;

	reader_open(r, rows, cols);
	reader_must(merge_begin(r->store, 1, &m, &err), &err);
	reader_must(merge_post(m, &given, &err), &err);
	reader_must(merge_end(m, &feed, &fetch, &count, &err), &err);
	app_reload(r->app);
	reader_type(r, "gg\r");
	assert_str(view_article_post(r->app->views[APP_ARTICLE])->title, "링크가 많은 글");
}

static void
open_page(struct reader *r, int rows, int cols)
{
	open_text(r, rows, cols, page);
}

static void
check_sizes(const char *locale, const char *language)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 20, 200 }, { 10, 40 } };
	struct reader r;
	char name[64];

	reader_speak(locale);
	open_page(&r, 24, 80);
	reader_type(&r, "gl2");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r.app, sizes[i].rows, sizes[i].cols);
		(void)snprintf(name, sizeof name, "links-%s-%dx%d", language, sizes[i].cols, sizes[i].rows);
		reader_assert_file(&r, name);
	}
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
links_are_listed_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
a_place_in_the_article_is_told_by_its_title(void **state)
{
	static const struct {
		const char *url, *text;
		int section;
	} cases[] = {
		{ "https://example.com/linked#1-%EB%B0%B0%EA%B2%BD", "여기", 0 },
		{ "http://example.com/linked/#배경", "여기", -1 },
		{ "http://example.com/linked/#1.-배경", "2. 구현 방법", 0 },
		{ "https://example.com/linked#2%EA%B5%AC%ED%98%84%EB%B0%A9%EB%B2%95", "", 1 },
		{ "https://example.com/linked#sec-a91", "1. 배경", 0 },
		{ "https://example.com/linked#sec-a91", "배경", 0 },
		{ "https://example.com/linked#sec-a91", "2.1 구현 방법", 1 },
		{ "https://example.com/linked#sec-a91", "구현", -1 },
		{ "https://example.com/linked#sec-a91", "2", -1 },
		{ "https://example.com/linked#sec-a91", "", -1 },
		{ "https://example.com/linked#1-배경-1", "", 2 },
		{ "https://example.com/linked#1-배경-2", "", -1 },
		{ "https://example.com/linked#1-배경-0", "", -1 },
		{ "https://example.com/linked#", "1. 배경", -1 },
		{ "https://example.com/linked", "1. 배경", -1 },
		{ "https://example.com/other#1-배경", "1. 배경", -1 },
		{ "#1-배경", "1. 배경", -1 },
		{ "", "", -1 },
	};
	const struct article *article;
	struct reader r;

	(void)state;
	open_text(&r, 12, 80, "<article><h2>1. 배경</h2><p>하나.</p><h2>2. 구현 방법</h2><p>둘.</p><h2>1. 배경</h2><p>셋.</p></article>");
	article = view_article_get(r.app->views[APP_ARTICLE]);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct doc_link link = { .url = str_of(cases[i].url), .text = str_of(cases[i].text) };

		if (article_anchor_section(article, &link) != cases[i].section)
			fail_msg("‘%s’ (%s)", cases[i].url, cases[i].text);
	}
	reader_close(&r);
}

static void
a_link_into_the_article_jumps_in_it(void **state)
{
	struct reader r;

	(void)state;
	open_page(&r, 12, 80);
	reader_type(&r, "zmgl2\r");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_int_equal(view_article_section(r.app->views[APP_ARTICLE]), 1);
	reader_assert_hides(&r, "opening");
	reader_close(&r);
}

static void
the_list_of_links_narrows_and_goes_back(void **state)
{
	struct reader r;

	(void)state;
	open_page(&r, 16, 80);
	reader_type(&r, "gl/ㅎㄱ");
	reader_assert_shows(&r, "4 한글 주소");
	reader_assert_hides(&r, "구성도");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "Links: ㅎㄱ");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "[image] 구성도");
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_type(&r, "gl\033");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_close(&r);
}

static void
enter_opens_what_the_cursor_is_on(void **state)
{
	struct reader r;

	(void)state;
	setenv("BROWSER", "true", 1);
	open_page(&r, 16, 80);
	reader_type(&r, "gl\r");
	reader_assert_shows(&r, "opening https://example.com/linked");
	reader_type(&r, "4\r");
	reader_assert_shows(&r, "opening https://누리.example");
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
letters_over_links_open_them_with_the_input_method_on_too(void **state)
{
	struct reader r;

	(void)state;
	setenv("BROWSER", "true", 1);
	open_page(&r, 14, 80);
	reader_type(&r, "f");
	reader_assert_file(&r, "hints-80x14");
	reader_type(&r, "j"); /* the second one: into the article */
	assert_int_equal(view_article_section(r.app->views[APP_ARTICLE]), 1);
	reader_type(&r, "ggㄹㅏ");
	reader_assert_shows(&r, "opening https://누리.example");
	reader_type(&r, "fx");
	reader_assert_shows(&r, "no link has these letters");
	reader_type(&r, "f\033j"); /* dropped: j scrolls */
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_assert_hides(&r, "no link has these letters");
	reader_close(&r);
	open_text(&r, 14, 80, "<article><p>링크 없는 글.</p></article>");
	reader_type(&r, "f");
	reader_assert_shows(&r, "no link in sight");
	unsetenv("BROWSER");
	reader_close(&r);
}

/* With more links than letters each has two. */
static void
many_links_have_two_letters(void **state)
{
	struct buf text = { 0 };
	struct reader r;

	(void)state;
	(void)buf_puts(&text, "<article><p>");
	for (int i = 0; i < 40; i++)
		(void)buf_printf(&text, "<a href=\"https://example.com/%d\">고리%d</a> ", i, i);
	(void)buf_puts(&text, "</p></article>");
	setenv("BROWSER", "true", 1);
	open_text(&r, 30, 80, buf_cstr(&text));
	reader_type(&r, "ffj");
	reader_assert_shows(&r, "opening https://example.com/1");
	reader_type(&r, "fj");
	reader_assert_shows(&r, "Open a link by its letters");
	reader_type(&r, "f");
	reader_assert_shows(&r, "opening https://example.com/26");
	unsetenv("BROWSER");
	buf_free(&text);
	reader_close(&r);
}

/* Titles are not cut where the screen has room: over an article, and beside one. */
static void
the_outline_is_as_wide_as_its_titles(void **state)
{
	static const char title[] = "1. 저장소를 하나로 합치고 나서 알게 된 것, 그리고 다시 나누지 않은 까닭";
	char xhtml[512];
	struct reader r;

	(void)state;
	(void)snprintf(xhtml, sizeof xhtml, "<article><h2>%s</h2><p>하나.</p><h2>2. 둘</h2><p>둘.</p></article>", title);
	open_text(&r, 24, 120, xhtml);
	r.app->layout = PANES_ONE;
	reader_type(&r, "GgO");
	reader_assert_shows(&r, "1 1. 저장소를 하나로 합치고 나서 알게 된 것, 그리고 다시 나누지 않은 까닭    3 letters");
	app_resize(r.app, 24, 80);
	app_draw(r.app);
	reader_assert_shows(&r, "다시 나누지 않은…   │");
	reader_type(&r, "q");
	app_resize(r.app, 24, 200);
	app_draw(r.app);
	reader_assert_shows(&r, "다시 나누지 않은 까닭        ");
	app_resize(r.app, 24, 160);
	app_draw(r.app);
	reader_assert_shows(&r, "것, 그…   │");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_listed_at_every_size),
		cmocka_unit_test(a_place_in_the_article_is_told_by_its_title),
		cmocka_unit_test(a_link_into_the_article_jumps_in_it),
		cmocka_unit_test(the_list_of_links_narrows_and_goes_back),
		cmocka_unit_test(enter_opens_what_the_cursor_is_on),
		cmocka_unit_test(letters_over_links_open_them_with_the_input_method_on_too),
		cmocka_unit_test(many_links_have_two_letters),
		cmocka_unit_test(the_outline_is_as_wide_as_its_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
