/*
 * Every kind of block on the screen, at three widths and in both languages.
 */
#include "unit.h"

#include <libintl.h>

#include "base/tr.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static const char blocks[] =
	"<article><p>이 글에는 모든 것이 한 번씩 나옵니다. <b>굵은 말</b>과 <i>기울인 말</i>, <s>지운 말</s>, <mark>칠한 말</mark>, "
	"<code>코드</code>, <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <u>밑줄</u>, <a href=\"https://a.example/\">링크</a>가 있습니다.</p>"
	"<h2>1. 목록</h2><ul><li>첫째 항목은 길어서 좁은 화면에서는 두 줄이 됩니다<ul><li>안쪽<ul><li>더 안쪽</li></ul></li></ul></li>"
	"<li><p>문단이 있는 항목</p><p>그 둘째 문단</p><blockquote><p>항목 속의 인용</p></blockquote></li></ul>"
	"<ol start=\"9\"><li>아홉째</li><li>열째</li></ol><ol type=\"a\"><li>가나</li><li>다라</li></ol>"
	"<dl><dt>캐시</dt><dd>자주 쓰는 것을 가까이에 둔 곳</dd><dt>큐</dt><dd>먼저 온 것이 먼저 나가는 줄</dd></dl>"
	"<h2>2. 인용과 접은 글</h2><blockquote><p>누군가 한 말입니다.</p><blockquote><p>그 속의 말입니다.</p></blockquote></blockquote>"
	"<details><summary>답 보기</summary><p>접혀 있던 답입니다.</p></details>"
	"<h3>(1) 코드</h3><pre data-lang=\"c\">int\nmain(void)\n{\n\treturn 0; /* 끝 */\n}</pre>"
	"<h3>(2) 그림</h3><figure><img src=\"https://img.example/a.png\" alt=\"구조\" width=\"640\" height=\"480\"/>"
	"<figcaption>그림 1. 전체 구조</figcaption></figure><hr/>"
	"<h2>3. 표</h2><table><tr><th>이름</th><th data-align=\"right\">값</th><th>뜻</th></tr>"
	"<tr><td rowspan=\"2\">서버</td><td data-align=\"right\">1,024</td><td>한 대가 받는 <b>요청</b>의 수</td></tr>"
	"<tr><td data-align=\"right\">8</td><td>대수</td></tr><tr><td colspan=\"2\">합계</td><td>8,192</td></tr></table>"
	"<table><tr><th>구분</th><th>앞으로 할 일</th><th>까닭</th></tr><tr><td>로그 정리</td>"
	"<td>하루가 지난 기록은 눌러 두고 한 달이 지난 것은 지운다</td><td>디스크가 차면 모든 것이 멈추기 때문에 미리 비워 둔다</td></tr></table>"
	"<p>각주가 달린 문장<sup>1</sup>입니다. 긴 주소 "
	"<a href=\"https://b.example/%EA%B0%80%EB%82%98\">https://b.example/%EA%B0%80%EB%82%98</a>도 있습니다.</p></article>";

static const char notes[] =
	"<article><p>첫 문단<a data-note=\"1\"><sup>[1]</sup></a>입니다.</p><p>하나</p><p>둘</p><p>셋</p><p>넷</p><p>다섯</p><p>여섯</p>"
	"<p>또<a data-note=\"1\"><sup>[1]</sup></a> 그리고 <a data-note=\"2\"><sup>[2]</sup></a></p><p>일곱</p><p>여덟</p><p>아홉</p><p>열</p>"
	"<ol><li data-note=\"1\">첫째 각주</li><li data-note=\"2\">둘째 각주</li></ol></article>";

static void
add_article(struct reader *r, const char *xhtml)
{
	const struct feeds_fetch fetch = { .status = 200, .held_until = CLOCK_NONE };
	struct post post = { .id = str_lit("blocks"), .title = str_lit("모든 블록을 한 번씩 — 화면에서 어떻게 보이는가"),
		.link = str_lit("https://example.com/blocks"), .author = str_lit("이끼"), .published = READER_NOW - 60, .updated = CLOCK_NONE };
	struct merge_post given = { .post = &post, .letters = 400, .xhtml = str_of(xhtml) };
	struct feed feed = { .format = FEED_RSS_20, .title = str_lit("지식 나무"), .updated = CLOCK_NONE, .ttl_min = -1 };
	struct merge_count count;
	struct merge *m;
	struct err err;

	reader_must(merge_begin(r->store, 1, &m, &err), &err);
	reader_must(merge_post(m, &given, &err), &err);
	reader_must(merge_end(m, &feed, &fetch, &count, &err), &err);
}

static void
check_widths(const char *language)
{
	static const int widths[] = { 40, 80, 120 };
	struct reader r;
	char name[64];

	setenv("LC_ALL", language, 1);
	tr_init();
	(void)snprintf(name, sizeof name, "%s/share/locale", getenv("O") ? getenv("O") : "build");
	(void)bindtextdomain("sosik", name);
	reader_open(&r, 90, 80);
	add_article(&r, blocks);
	app_free(r.app);
	r.app = app_new(r.store, NULL, 90, 80);
	r.app->layout = PANES_ONE;
	reader_type(&r, "gg\r");
	for (size_t i = 0; i < 3; i++) {
		app_resize(r.app, 90, widths[i]);
		(void)snprintf(name, sizeof name, "blocks-%.2s-%d", tr_is_korean() ? "ko" : "en", widths[i]);
		reader_assert_file(&r, name);
	}
	reader_close(&r);
}

static void
details_fold_where_the_reader_is(void **state)
{
	struct reader r;

	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	tr_init();
	reader_open(&r, 12, 80);
	add_article(&r, blocks);
	app_free(r.app);
	r.app = app_new(r.store, NULL, 12, 80);
	reader_type(&r, "gg\r2gs4j");
	reader_assert_shows(&r, "▾ 답 보기");
	reader_type(&r, "jza");
	reader_assert_shows(&r, "▸ 답 보기");
	reader_assert_hides(&r, "접혀 있던 답입니다.");
	reader_assert_shows(&r, "(1) 코드");
	reader_type(&r, "ㅋㅁ"); /* with the input method on */
	reader_assert_shows(&r, "▾ 답 보기");
	reader_assert_shows(&r, "접혀 있던 답입니다.");
	reader_close(&r);
}

static void
gn_goes_to_a_footnote_and_back(void **state)
{
	struct reader r;

	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	tr_init();
	reader_open(&r, 10, 80);
	add_article(&r, notes);
	app_free(r.app);
	r.app = app_new(r.store, NULL, 10, 80);
	reader_type(&r, "gg\r");
	reader_assert_shows(&r, "첫 문단¹입니다.");
	reader_type(&r, "gn");
	reader_assert_shows(&r, "1. 첫째 각주");
	reader_assert_hides(&r, "첫 문단¹입니다.");
	reader_type(&r, "ㅎㅜ"); /* with the input method on */
	reader_assert_shows(&r, "첫 문단¹입니다.");
	reader_type(&r, "2gn");
	reader_assert_shows(&r, "2. 둘째 각주");
	reader_assert_hides(&r, "1. 첫째 각주");
	reader_type(&r, "Gkgn");
	reader_assert_shows(&r, "첫 문단¹입니다.");
	reader_type(&r, "7gn");
	reader_assert_shows(&r, "there is no footnote 7");
	reader_type(&r, "ggjjjjjjgn");
	reader_assert_shows(&r, "no footnote in sight");
	reader_close(&r);
}

static void
wide_tables_are_scrolled_when_they_are_wanted_whole(void **state)
{
	struct reader r;

	(void)state;
	setenv("LC_ALL", "C.UTF-8", 1);
	tr_init();
	reader_open(&r, 24, 70);
	add_article(&r, blocks);
	app_free(r.app);
	r.app = app_new(r.store, NULL, 24, 70);
	reader_type(&r, "gg\rG");
	reader_assert_hides(&r, "하루가 지난 기록은 눌러 두고 한 달이 지난 것은"); /* in a narrow column */
	reader_type(&r, "zt");
	reader_assert_shows(&r, "wide tables are whole; zl and zh scroll them");
	reader_assert_shows(&r, "│ 하루가 지난 기록은 눌러 두고 한 달이 지난 것은");
	reader_assert_hides(&r, "디스크가 차면 모든 것이");
	reader_type(&r, "9zl");
	reader_assert_shows(&r, "로그 정리 │<"); /* the first column stays */
	reader_assert_shows(&r, "디스크가 차면 모든 것이");
	reader_type(&r, "ㅋㅅ"); /* with the input method on */
	reader_assert_shows(&r, "wide tables are fitted again");
	reader_assert_hides(&r, "하루가 지난 기록은 눌러 두고 한 달이 지난 것은");
	reader_close(&r);
}

static void
blocks_are_drawn_in_english(void **state)
{
	(void)state;
	check_widths("C.UTF-8");
}

static void
blocks_are_drawn_in_korean(void **state)
{
	(void)state;
	check_widths("ko_KR.UTF-8");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(details_fold_where_the_reader_is),
		cmocka_unit_test(gn_goes_to_a_footnote_and_back),
		cmocka_unit_test(wide_tables_are_scrolled_when_they_are_wanted_whole),
		cmocka_unit_test(blocks_are_drawn_in_english),
		cmocka_unit_test(blocks_are_drawn_in_korean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
