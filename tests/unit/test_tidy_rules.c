#include "arena_fixture.h"

#include "html/tidy.h"
#include "html/tidy_boil.h"
#include "text/byline.h"
#include "text/date.h"

enum { NOW = 1738825200 }; /* 2025-02-06 16:00 in Korea */

static struct tidy_result
tidied(struct str text, struct str title, bool is_text)
{
	struct tidy_input in = { .html = text, .title = title, .is_text = is_text, .now = NOW };
	struct tidy_result result;

	tidy_html(&arena, &in, &result);
	return result;
}

static void
assert_text(const char *text, const char *want)
{
	struct buf whole = { 0 };

	(void)buf_printf(&whole, "<article>\n%s</article>", want);
	assert_str(tidied(str_of(text), STR_NONE, true).xhtml, buf_cstr(&whole));
	buf_free(&whole);
}

/* ---- Markdown */

static void
stars_are_bold_also_before_particles(void **state)
{
	(void)state;
	assert_text("그 **‘나루’**는 **나루(Naru)**를 **“말”**이다", "<p>그 <b>‘나루’</b>는 <b>나루(Naru)</b>를 <b>“말”</b>이다</p>\n");
	assert_text("가 ** 나 **다 라", "<p>가 ** 나 다 라</p>\n");
	assert_text("***셋*** 끝", "<p><b>셋</b> 끝</p>\n");
	assert_text("2**10 은 1024, a**b", "<p>2**10 은 1024, a**b</p>\n");
	assert_text("2 ** 10 은 1024, x ** y ** z", "<p>2 ** 10 은 1024, x ** y ** z</p>\n");
	assert_text("char **argv 와 int **p 는 (char **)x", "<p>char **argv 와 int **p 는 (char **)x</p>\n");
	assert_text("**강조 ** 라고 한다", "<p>강조 라고 한다</p>\n");
	assert_text("**‘소식’**은 **강조**와 끝나지 않은 **강조", "<p><b>‘소식’</b>은 <b>강조</b>와 끝나지 않은 강조</p>\n");
}

static void
lines_wholly_between_stars_are_bold(void **state)
{
	(void)state;
	assert_text("1. **첫째 절**", "<p><b>1. 첫째 절</b></p>\n");
	assert_text("__전체 줄__:", "<p><b>전체 줄:</b></p>\n");
	assert_text("__init__", "<p>__init__</p>\n");
	assert_text("긴 앞말이 있는 **줄**", "<p>긴 앞말이 있는 <b>줄</b></p>\n");
}

static void
code_between_backticks_is_left_alone(void **state)
{
	(void)state;
	assert_text("`a **b** c` **`d` e**", "<p><code>a **b** c</code> <b><code>d</code> e</b></p>\n");
	assert_text("하나뿐인 ` 표시", "<p>하나뿐인 ` 표시</p>\n");
}

static void
hashes_become_a_hint_and_lines_a_rule(void **state)
{
	(void)state;
	assert_text("## 둘째 ##\n#태그 #둘\n####### 일곱", "<p data-hashes=\"2\">둘째</p>\n<p>#태그 #둘</p>\n<p>####### 일곱</p>\n");
	assert_text("가\n---\n나\n* * *\n━━━\n다", "<p>가</p>\n<hr/>\n<p>나</p>\n<hr/>\n<p>다</p>\n");
}

static void
bullet_lines_become_lists_and_numbered_lines_stay(void **state)
{
	(void)state;
	assert_text("• 하나\n- **둘**\n글\n* 셋",
		"<ul><li>하나</li>\n<li><b>둘</b></li>\n</ul>\n<p>글</p>\n<ul><li>셋</li>\n</ul>\n");
	assert_text("1. 하나\n2. 둘", "<p>1. 하나</p>\n<p>2. 둘</p>\n");
	assert_text("- 끝 -\n-5도", "<p>- 끝 -</p>\n<p>-5도</p>\n");
}

/* ---- boilerplate */

static void
boilerplate_is_known_by_whole_lines(void **state)
{
	static const char *const junk[] = {
		"반응형", "본문 바로가기", "저작자표시 비영리 변경금지", "'개발' 카테고리의 다른 글", "728x90", "더보기",
		"저작권자 © 어느신문 무단전재 및 재배포 금지", "ⓒ 어느신문, 무단 전재·재배포 금지", "댓글 3", "좋아요 12 댓글 1,024", "3개의 댓글",
		"저작자표시비영리변경금지 (새창열림)", "URL 복사 이웃추가", "공유하기 | 신고하기", "구독하기어느 블로그", "[TOC]", "그리드형(광고전용)",
		"Copyright ⓒ 어느뉴스. All rights reserved. 무단 전재 및 재배포, AI학습 및 활용 금지", "- Copyrights ⓒ 어느일보 & a.example, 무단 전재 및 재배포 금지 -",
		"[저작권자(c) 어느TV 무단전재, 재배포 및 AI학습 이용 금지]", "<ⓒ경제콘텐츠 플랫폼, 어느경제(www.x.example) 무단전재 배포금지>",
		"이 기사의 저작권은 어느신문에 있습니다. 무단 복제를 금합니다.", "이 기사를 추천합니다", "▶ 카카오톡 채널 추가하기", "[어느 뉴스 앱 다운로드]",
		"☞ 네이버에서 어느신문 구독하기", "▷ 전화 : 02-000-0000", "▷ 카카오톡 : '어느제보' 검색", "※ 어느뉴스는 여러분의 제보를 기다립니다.", "[제보하기]",
		"이 기사는 언론사에서 IT 섹션으로 분류했습니다.", "기사제보 및 보도자료 news@x.example", "hong@news.example", "디지털뉴스팀",
		"사업자 등록번호 : 000-00", "[관련기사]", "나루(naru) 님을 이웃추가하고 새글을 받아보세요",
		"접기", "728x170", "320x100", "300x250", "[[toc]]", "[[TOC]]", "URL복사", "[[_TOC_]]", "펼치기", "URL 복사",
		"공유하기", "구독하기", "이웃추가", "서로이웃", "신고하기", "엑스 공유", "Advertisement", "ADVERTISEMENT",
		"게시글관리", "저작자표시", "게시글 관리", "트위터 공유", "티스토리툴바", "Powered by Tistory",
		"메뉴 바로가기", "공유하기 버튼", "카테고리 없음", "카카오톡 공유", "페이스북 공유", "SNS 기사보내기",
		"본문 기타 기능", "사업자 정보 표시", "Designed by 티스토리", "본문으로 바로가기", "카카오스토리 공유",
		"댓글을 작성하세요", "이 글도 찾아보세요", "카카오톡으로 공유하기", "본문 내용으로 건너뛰기",
		"존재하지 않는 이미지입니다.", "이 글에 공감한 블로거 열고 닫기",
		"(adsbygoogle = window.adsbygoogle || []).push({});", "바로가기 복사하기 본문 글씨 줄이기 본문 글씨 키우기",
		"TOP", "TAG", "Tag", "LIST", "SMALL", "공감", "댓글", "인쇄", "공유", "구독", "목록", "광고", "태그",
		"좋아요", "비밀글", "맨위로", "스크랩", "팔로우", "트위터", "맨 위로", "Like this:", "Share this:",
		"댓글쓰기", "댓글달기", "그리드형", "인쇄하기", "글자크기", "기사공유", "카카오톡", "페이스북", "목록열기",
		"목록으로", "댓글 쓰기", "댓글 달기", "좋아요공감", "Like Loading...", "전체 방문자", "이전 포스트",
		"다음 포스트", "카카오스토리", "이웃추가 하기", "이전 댓글 더보기", "관심 있을 만한 포스트", "제보하기",
		"기사제보", "기사 공유", "랭킹 뉴스", "기사 스크랩", "많이 본 뉴스", "글자크기 조절", "글자크기 설정",
		"기사 공유하기", "기사 제보하기", "SNS 기사보내기", "글자 크기 조절", "실시간 인기기사", "이 시각 주요뉴스",
		"이 시각 추천뉴스", "글씨 크기 조절하기", "좋은 기사 응원하기", "기사 음성으로 듣기", "본문 글자 크기 조정",
		"함께 보면 좋은 기사", "기사를 읽어드립니다", "URL이 복사되었습니다", "이 기사를 공유합니다",
		"기사 주소가 복사되었습니다", "당신의 제보가 뉴스가 됩니다", "이 기사의 댓글 정책을 결정합니다", "온라인팀",
		"온라인뉴스팀", "디지털뉴스부", "인터넷뉴스팀", "디지털뉴스룸", "디지털콘텐츠팀",
	};
	static const char *const text[] = {
		"반응형 웹 디자인", "공유하기 버튼을 만들자", "댓글이 달렸다", "저작자표시 조건이 무엇인가", "3개", "무단 전재에 대하여",
		"무단전재 및 재배포 금지 문구를 달아야 할까?", "저작권자 표시는 중요하다.", "앱 다운로드 수가 늘었다.", "카카오톡 채널 추가 기능을 만든다.",
		"구독하기 버튼을 만들자", "전화 : 02-000-0000", "제보를 기다립니다", "네이버에서 구독하기 기능을 없앴다", "메일은 a@b.example 로 보낸다",
		"공유하기와 신고하기", "Copyright 법의 역사", "(c) 조항을 보자", "전화: 사람이 받는다",
	};

	(void)state;
	for (size_t i = 0; i < sizeof junk / sizeof *junk; i++)
		if (!tidy_boil_find(str_of(junk[i])))
			fail_msg("kept: %s", junk[i]);
	for (size_t i = 0; i < sizeof text / sizeof *text; i++)
		if (tidy_boil_find(str_of(text[i])))
			fail_msg("dropped: %s", text[i]);
}

static void
weak_boilerplate_goes_only_at_the_edges(void **state)
{
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 30; i++)
		(void)buf_printf(&text, i == 15 ? "댓글\n" : i == 20 ? "반응형\n" : "%d째 줄이다.\n", i);
	(void)buf_puts(&text, "댓글\n공유\n");
	assert_true(str_has(tidied(buf_str(&text), STR_NONE, true).xhtml, "<p>14째 줄이다.</p>\n<p>댓글</p>\n<p>16째"));
	assert_true(str_has(tidied(buf_str(&text), STR_NONE, true).xhtml, "<p>19째 줄이다.</p>\n<p>21째"));
	assert_true(str_ends(tidied(buf_str(&text), STR_NONE, true).xhtml, "<p>29째 줄이다.</p>\n</article>"));
	buf_free(&text);
}

static void
items_are_boilerplate_only_at_the_edges(void **state)
{
	struct buf html = { 0 };
	struct str xhtml;

	(void)state;
	for (int i = 0; i < 40; i++)
		(void)buf_puts(&html, i == 20 ? "<ul><li>공유하기</li><li>구독하기</li></ul>" : i == 39 ? "<ul><li>공유하기</li></ul>" : "<p>한 줄이다.</p>");
	xhtml = tidied(buf_str(&html), STR_NONE, false).xhtml;
	assert_true(str_has(xhtml, "<ul><li>공유하기</li>\n<li>구독하기</li>\n</ul>"));
	assert_true(str_ends(xhtml, "<p>한 줄이다.</p>\n</article>"));
	buf_free(&html);
}

static void
words_of_buttons_stay_in_a_list_that_somebody_wrote(void **state)
{
	static const struct {
		const char *html, *want;
	} cases[] = {
		{ "<p>이번 판에 넣은 것:</p><ul><li>공유하기</li><li>댓글</li></ul><p>나머지는 다음 판에.</p>",
			"<p>이번 판에 넣은 것:</p>\n<ul><li>공유하기</li>\n<li>댓글</li>\n</ul>\n<p>나머지는 다음 판에.</p>" },
		{ "<p>자료형은 둘이다.</p><ul><li>목록</li><li>튜플</li></ul>", "<p>자료형은 둘이다.</p>\n<ul><li>목록</li>\n<li>튜플</li>\n</ul>" },
		{ "<p>마지막 문장이다.</p><ul><li>공유하기</li><li>댓글</li><li><a href='https://a.example/1'>다른 글</a></li></ul>",
			"<p>마지막 문장이다.</p>\n<ul><li><a href=\"https://a.example/1\">다른 글</a></li>\n</ul>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(tidied(str_of(cases[i].html), STR_NONE, false).xhtml, arena_printf(&arena, "<article>\n%s\n</article>", cases[i].want).p);
}

static void
links_to_other_posts_go_with_their_table(void **state)
{
	(void)state;
	assert_str(tidied(str_lit("<p>글이다.</p><p>'개발' 카테고리의 다른 글</p><table><tr><th><a href='https://b.example/1'>다른 글</a>&nbsp;&nbsp;(0)</th>"
	                          "<td>2024.01.01</td></tr></table>"), STR_NONE, false).xhtml, "<article>\n<p>글이다.</p>\n</article>");
	assert_str(tidied(str_lit("<p>글이다.</p><p>관련글</p><table><tr><td>가</td><td>나</td></tr></table>"), STR_NONE, false).xhtml,
	    "<article>\n<p>글이다.</p>\n<table><tr><td>가</td><td>나</td></tr>\n</table>\n</article>");
}

static void
quoted_lines_are_no_bylines(void **state)
{
	struct tidy_result got = tidied(str_lit("<p>글이다.</p><blockquote><p>말</p>&mdash; 홍길동 (@id) 2024. 1. 1.</blockquote>"), STR_NONE, false);

	(void)state;
	assert_str(got.xhtml, "<article>\n<p>글이다.</p>\n<blockquote><p>말</p>\n<p>— 홍길동 (@id) 2024. 1. 1.</p>\n</blockquote>\n</article>");
	assert_int_equal(got.author.n, 0);
}

static void
headings_and_cells_are_never_boilerplate(void **state)
{
	(void)state;
	assert_str(tidied(str_lit("<h2>공유하기</h2><table><tr><td>댓글<td>공감</table>"), STR_NONE, false).xhtml,
	    "<article>\n<h2>공유하기</h2>\n<table><tr><td>댓글</td><td>공감</td></tr>\n</table>\n</article>");
}

/* ---- the head of a page */

static void
a_byline_gives_author_date_and_what_stands_above_it(void **state)
{
	struct tidy_result got = tidied(
	    str_lit("본문 바로가기\n기술 이야기\n\n나루의 새 판과 전망\n\nby 앎과 슬기 2025. 2. 5.\n반응형\n\n본문의 첫 줄입니다.\n"), STR_NONE, true);

	(void)state;
	assert_str(got.xhtml, "<article>\n<p data-blank=\"1\">본문의 첫 줄입니다.</p>\n</article>");
	assert_str(got.author, "앎과 슬기");
	assert_int_equal(got.published, 1738681200); /* 2025-02-05 00:00 in Korea */
	assert_str(got.title, "나루의 새 판과 전망");
}

static void
the_title_at_the_top_is_dropped_once(void **state)
{
	struct str title = str_lit("나루 2.0 - 새 판");

	(void)state;
	assert_str(tidied(str_lit("<h1>나루 2.0: 새 판</h1><p>글</p><p>나루 2.0 - 새 판</p>"), title, false).xhtml,
	    "<article>\n<p>글</p>\n<p>나루 2.0 - 새 판</p>\n</article>");
	assert_str(tidied(str_lit("<p>머리말</p><p>나루 2.0 - 새 판</p><p>글</p>"), title, false).xhtml,
	    "<article>\n<p>머리말</p>\n<p>글</p>\n</article>");
	assert_str(tidied(str_lit("<p>본문 바로가기</p><p>기술</p><p>나루 2.0 - 새 판</p><p>글</p>"), title, false).xhtml,
	    "<article>\n<p>글</p>\n</article>");
}

static void
news_heads_and_feet_give_reporter_and_first_date(void **state)
{
	struct tidy_result got = tidied(
	    str_lit("홍길동 기자\n입력 2025.02.05 10:11 | 수정 2025.02.06 09:00\n기사의 첫 문장이다.\n김철수 기자 kim@news.example\n"
	            "저작권자 © 어느신문 무단전재 및 재배포 금지"), STR_NONE, true);

	(void)state;
	assert_str(got.xhtml, "<article>\n<p>기사의 첫 문장이다.</p>\n</article>");
	assert_str(got.author, "홍길동 기자");
	assert_int_equal(got.published, 1738717860); /* 2025-02-05 10:11 in Korea */
}

static void
sentences_are_no_bylines(void **state)
{
	static const char *const text[] = {
		"2025년 2월 5일에 새 판이 나왔다.", "by 3 for 2", "기자 회견을 열었다", "작성 방법", "우리는 2025. 2. 5. 만났다.", "오늘 할 일",
		"수정 사항", "에디터 고르기", "bypass 2025",
	};
	struct byline line;

	(void)state;
	for (size_t i = 0; i < sizeof text / sizeof *text; i++)
		if (byline_read(str_of(text[i]), NOW, DATE_KST, &line) && !line.is_bare)
			fail_msg("taken for a by-line: %s", text[i]);
	assert_str(tidied(str_lit("2025. 2. 5.\n오늘은 맑았다."), STR_NONE, true).xhtml,
	    "<article>\n<p>2025. 2. 5.</p>\n<p>오늘은 맑았다.</p>\n</article>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(stars_are_bold_also_before_particles, empty_arena),
		cmocka_unit_test_teardown(words_of_buttons_stay_in_a_list_that_somebody_wrote, empty_arena),
		cmocka_unit_test_teardown(lines_wholly_between_stars_are_bold, empty_arena),
		cmocka_unit_test_teardown(code_between_backticks_is_left_alone, empty_arena),
		cmocka_unit_test_teardown(hashes_become_a_hint_and_lines_a_rule, empty_arena),
		cmocka_unit_test_teardown(bullet_lines_become_lists_and_numbered_lines_stay, empty_arena),
		cmocka_unit_test_teardown(boilerplate_is_known_by_whole_lines, empty_arena),
		cmocka_unit_test_teardown(weak_boilerplate_goes_only_at_the_edges, empty_arena),
		cmocka_unit_test_teardown(items_are_boilerplate_only_at_the_edges, empty_arena),
		cmocka_unit_test_teardown(links_to_other_posts_go_with_their_table, empty_arena),
		cmocka_unit_test_teardown(quoted_lines_are_no_bylines, empty_arena),
		cmocka_unit_test_teardown(headings_and_cells_are_never_boilerplate, empty_arena),
		cmocka_unit_test_teardown(a_byline_gives_author_date_and_what_stands_above_it, empty_arena),
		cmocka_unit_test_teardown(the_title_at_the_top_is_dropped_once, empty_arena),
		cmocka_unit_test_teardown(news_heads_and_feet_give_reporter_and_first_date, empty_arena),
		cmocka_unit_test_teardown(sentences_are_no_bylines, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
