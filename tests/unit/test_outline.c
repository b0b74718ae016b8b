#include "arena_fixture.h"

#include <stdlib.h>

#include "base/buf.h"
#include "html/doc_read.h"
#include "html/outline.h"

/*
 * Posts are written one block a line:
 *	T        a paragraph of text        -        a blank line
 *	=        a rule                     %        an image
 *	b|x      a bold paragraph           24|x     one of 24 px
 *	h2|x     a heading                  l|x      a list item
 *	q|x      a quoted paragraph         #2|x     a line that had "## "
 *	c|x      code                       x        a paragraph
 */

static struct doc doc;

static const char *
body(void)
{
	static const char *const texts[] = {
		"오래된 노트북에 가벼운 배포판을 올려 보았더니 생각보다 쓸 만했습니다. 웹 서핑과 문서 작업은 문제가 없었습니다.",
		"처음에는 무선랜이 잡히지 않아 한참을 헤맸습니다. 결국 드라이버를 따로 내려받아 설치했습니다.",
		"전원을 연결하지 않은 상태에서도 네 시간 넘게 버텼습니다. 예전 운영체제에서는 두 시간이 고작이었습니다.",
	};
	static size_t next;

	return texts[next++ % (sizeof texts / sizeof *texts)];
}

static void
add_block(struct buf *out, struct str kind, struct str text)
{
	if (str_is(kind, "b"))
		buf_printf(out, "<p><b>%.*s</b></p>", STR(text));
	else if (str_is(kind, "l"))
		buf_printf(out, "<ul><li>%.*s</li></ul>", STR(text));
	else if (str_is(kind, "q"))
		buf_printf(out, "<blockquote><p>%.*s</p></blockquote>", STR(text));
	else if (str_is(kind, "c"))
		buf_printf(out, "<pre>%.*s</pre>", STR(text));
	else if (kind.p[0] == 'h')
		buf_printf(out, "<%.*s>%.*s</%.*s>", STR(kind), STR(text), STR(kind));
	else if (kind.p[0] == '#')
		buf_printf(out, "<p data-hashes=\"%c\">%.*s</p>", kind.p[1], STR(text));
	else
		buf_printf(out, "<p data-size=\"%.*s\">%.*s</p>", STR(kind), STR(text));
}

static void
add_line(struct buf *out, struct str line)
{
	struct str kind, text;

	if (str_is(line, "T"))
		buf_printf(out, "<p>%s</p>", body());
	else if (str_is(line, "-"))
		buf_puts(out, "<p data-blank=\"1\"></p>");
	else if (str_is(line, "="))
		buf_puts(out, "<hr/>");
	else if (str_is(line, "%"))
		buf_puts(out, "<img src=\"https://example.org/a.png\" alt=\"\"/>");
	else if (str_cut(line, '|', &kind, &text))
		add_block(out, kind, text);
	else
		buf_printf(out, "<p>%.*s</p>", STR(line));
}

static void
find(const char *post, const char *title)
{
	struct str rest = str_of(post), line;
	struct err err = { 0 };
	struct buf out = { 0 };

	arena_reset(&arena);
	buf_puts(&out, "<article>");
	while (str_line(&rest, &line))
		add_line(&out, line);
	buf_puts(&out, "</article>");
	if (doc_read(&arena, buf_str(&out), &doc, &err) < 0)
		fail_msg("%s", err.text);
	buf_free(&out);
	outline_find(&arena, &doc, str_of(title));
}

/* The outline as "level title" lines. */
static void
assert_outline(const char *want, const char *file, int line)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < doc.n_sections; i++)
		buf_printf(&got, "%d %.*s\n", doc.sections[i].level, STR(doc.sections[i].title));
	unit_assert_str(buf_str(&got), want, file, line);
	buf_free(&got);
}

#define expect(post, want) (find((post), ""), assert_outline((want), __FILE__, __LINE__))

/* Four sections under one kind of mark. */
#define FOUR(a, b, c, d) "T\n" a "\nT\nT\n" b "\nT\n" c "\nT\nT\n" d "\nT\nT\n"
#define LEVEL1(a, b, c, d) "1 " a "\n1 " b "\n1 " c "\n1 " d "\n"
#define expect_four(a, b, c, d) expect(FOUR(a, b, c, d), LEVEL1(a, b, c, d))
#define expect_four_as(kind, a, b, c, d) expect(FOUR(kind a, kind b, kind c, kind d), LEVEL1(a, b, c, d))

static void
real_headings_are_the_outline(void **state)
{
	(void)state;
	expect("T\nh2|준비물\nT\nh3|하드웨어\nT\nh3|소프트웨어\nT\nh2|설치\nT\n1. 내려받기\n2. 굽기\n3. 재시작\nT\n",
	    "1 준비물\n2 하드웨어\n2 소프트웨어\n1 설치\n");
}

static void
levels_of_real_headings_leave_no_gaps(void **state)
{
	(void)state;
	expect("h1|하나\nT\nh4|둘\nT\nh2|셋\nT\nh6|넷\nT\n", "1 하나\n2 둘\n2 셋\n3 넷\n");
}

static void
numbers_are_headings(void **state)
{
	(void)state;
	expect_four("1. 부팅 매체 만들기", "2. 파티션 나누기", "3. 설치하기", "4. 한글 입력기 설정");
	expect_four("01. 부팅 매체", "02. 파티션", "03. 설치", "04. 입력기");
	expect_four("1) 부팅 매체", "2) 파티션", "3) 설치", "4) 입력기");
	expect_four("(1) 부팅 매체", "(2) 파티션", "(3) 설치", "(4) 입력기");
	expect_four("[1] 부팅 매체", "[2] 파티션", "[3] 설치", "[4] 입력기");
	expect_four("①부팅 매체", "②파티션", "③설치", "④입력기");
	expect_four("❶ 부팅 매체", "❷ 파티션", "❸ 설치", "❹ 입력기");
	expect_four("⑴ 부팅 매체", "⑵ 파티션", "⑶ 설치", "⑷ 입력기");
}

static void
roman_numbers_and_syllables_are_headings(void **state)
{
	(void)state;
	expect_four("Ⅰ. 머리에", "Ⅱ. 구조", "Ⅲ. 실험", "Ⅳ. 논의");
	expect_four("I. 머리에", "II. 구조", "III. 실험", "IV. 논의");
	expect_four("가. 머리에", "나. 구조", "다. 실험", "라. 논의");
	expect_four("가) 머리에", "나) 구조", "다) 실험", "라) 논의");
	expect_four("(가) 머리에", "(나) 구조", "(다) 실험", "(라) 논의");
	expect_four("A. 머리에", "B. 구조", "C. 실험", "D. 논의");
}

static void
words_with_numbers_are_headings(void **state)
{
	(void)state;
	expect_four("제1장 만남", "제2장 여행", "제3장 이별", "제4장 귀환");
	expect_four("Step 1. 계정 만들기", "Step 2. 키 발급", "Step 3. 호출", "Step 4. 확인");
	expect_four("STEP1 계정 만들기", "STEP2 키 발급", "STEP3 호출", "STEP4 확인");
	expect_four("1단계: 계정 만들기", "2단계: 키 발급", "3단계: 호출", "4단계: 확인");
	expect_four("Part 1. 이론", "Part 2. 실습", "Part 3. 응용", "Part 4. 정리");
	expect_four("Q1. 왜 느려지나요?", "Q2. 얼마나 드나요?", "Q3. 되돌릴 수 있나요?", "Q4. 어디서 사나요?");
	expect_four("1일차 서울", "2일차 부산", "3일차 경주", "4일차 다시 서울");
}

static void
an_emoji_may_stand_before_the_number(void **state)
{
	(void)state;
	expect_four("📌 1. 부팅 매체", "📌 2. 파티션", "📌 3. 설치", "📌 4. 입력기");
}

static void
titles_keep_their_emoji_whole(void **state)
{
	(void)state;
	expect_four("1\ufe0f\u20e3 준비", "2\ufe0f\u20e3 설치", "3\ufe0f\u20e3 설정", "4\ufe0f\u20e3 실행");
	expect_four("▶\ufe0f 준비", "▶\ufe0f 설치", "▶\ufe0f 설정", "▶\ufe0f 실행");
	expect("T\n\U0001f469\u200d\U0001f4bb 1. 준비\nT\nT\n\U0001f6e0\ufe0f 2. 설치\nT\nT\n\u2705\ufe0f 3. 확인\nT\nT\n",
	    "1 \U0001f469\u200d\U0001f4bb 1. 준비\n1 \U0001f6e0\ufe0f 2. 설치\n1 \u2705\ufe0f 3. 확인\n");
}

static void
signs_and_brackets_are_headings(void **state)
{
	(void)state;
	expect_four("■ 준비물", "■ 조립", "■ 점검", "■ 비용");
	expect_four("▶ 준비물", "▶ 조립", "▶ 점검", "▶ 비용");
	expect_four("◆준비물", "◆조립", "◆점검", "◆비용");
	expect_four("[준비물]", "[조립]", "[점검]", "[비용]");
	expect_four("【준비물】", "【조립】", "【점검】", "【비용】");
	expect_four("〈준비물〉", "〈조립〉", "〈점검〉", "〈비용〉");
	expect_four("🔧 준비물", "🔩 조립", "🔋 점검", "💰 비용");
}

static void
bold_and_large_lines_are_headings(void **state)
{
	(void)state;
	expect_four_as("b|", "준비물", "조립", "점검", "비용");
	expect_four_as("24|", "준비물", "조립", "점검", "비용");
	expect_four_as("#2|", "준비물", "조립", "점검", "비용");
	expect_four_as("b|", "1. 준비물", "2. 조립", "3. 점검", "4. 비용");
}

static void
sizes_give_levels(void **state)
{
	(void)state;
	expect("T\n26|설치\nT\n20|윈도우\nT\n20|리눅스\nT\n26|설정\nT\n20|글꼴\nT\n",
	    "1 설치\n2 윈도우\n2 리눅스\n1 설정\n2 글꼴\n");
}

static void
one_size_is_one_level_beside_numbers(void **state)
{
	(void)state;
	expect("26|준비물\nT\n26|1. 설치\nT\n26|2. 설정\nT\n26|더 볼 것\nT\n", "1 준비물\n1 1. 설치\n1 2. 설정\n1 더 볼 것\n");
	expect("26|1. 설치\nT\n26|1.1 윈도우\nT\n26|1.2 리눅스\nT\n26|2. 설정\nT\n",
	    "1 1. 설치\n2 1.1 윈도우\n2 1.2 리눅스\n1 2. 설정\n");
}

static void
short_quotes_are_headings(void **state)
{
	(void)state;
	expect_four_as("q|", "준비물은 무엇인가", "조립은 어떻게", "점검할 곳", "비용은 얼마나");
	expect("T\nq|Note\nT\nq|Warning\nT\nq|Tip\nT\nq|Warning\nT\n", "");
}

static void
short_plain_lines_are_headings(void **state)
{
	(void)state;
	expect_four("부팅 매체 만들기", "파티션 나누기", "한글 입력기 설정", "남은 문제들");
}

static void
plain_lines_need_a_blank_where_blanks_are_used(void **state)
{
	(void)state;
	expect("T\n-\n부팅 매체\n-\nT\n조금 쉬어 가기\nT\n-\n파티션\n-\nT\nT\nT\n-\n입력기\n-\nT\nT\n",
	    "1 부팅 매체\n1 파티션\n1 입력기\n");
}

static void
kinds_of_numbers_nest_in_their_order(void **state)
{
	(void)state;
	expect("T\nⅠ. 이론\nT\n1. 정의\nT\n2. 역사\nT\nⅡ. 실제\nT\n1. 도구\nT\n가. 망치\nT\n나. 톱\nT\n2. 작업\nT\nT\n",
	    "1 Ⅰ. 이론\n2 1. 정의\n2 2. 역사\n1 Ⅱ. 실제\n2 1. 도구\n3 가. 망치\n3 나. 톱\n2 2. 작업\n");
	expect("T\n1. 설치\nT\n1.1 윈도우\nT\n1.2 리눅스\nT\n2. 설정\nT\n2.1 글꼴\nT\n2.2 색\nT\nT\n",
	    "1 1. 설치\n2 1.1 윈도우\n2 1.2 리눅스\n1 2. 설정\n2 2.1 글꼴\n2 2.2 색\n");
}

static void
the_same_numbers_nest_between_two_of_a_series(void **state)
{
	(void)state;
	expect("T\nb|1. 설치\nT\nb|1. 윈도우\nT\nb|2. 리눅스\nT\nb|2. 설정\nT\nb|3. 실행\nT\nT\n",
	    "1 1. 설치\n2 1. 윈도우\n2 2. 리눅스\n1 2. 설정\n1 3. 실행\n");
}

static void
a_numbered_list_inside_a_section_stays_a_list(void **state)
{
	(void)state;
	expect("T\n1. 장보기\nT\n1. 두부를 살 것\n2. 파를 살 것\n3. 간장을 살 것\nT\n2. 손질\nT\n1. 두부를 썰 것\n2. 파를 썰 것\nT\n3. 끓이기\nT\n",
	    "1 1. 장보기\n1 2. 손질\n1 3. 끓이기\n");
}

static void
only_a_list_has_no_outline(void **state)
{
	(void)state;
	expect("T\n1. 두부를 살 것\n2. 파를 살 것\n3. 간장을 살 것\nT\n", "");
	expect("T\nl|두부\nl|파\nl|간장\nT\nT\n", "");
	expect("T\n• 두부\n• 파\n- 간장\nT\n#요리 #두부 #찌개\n", "");
	expect("T\nT\nT\n", "");
	expect("", "");
}

static void
bold_emphasis_is_no_heading(void **state)
{
	(void)state;
	expect("T\nb|시끄러운 팬 소리\nb|뜨거운 바닥\nb|어두운 화면\nb|무거운 어댑터\nT\nT\n", "");
	expect("T\nb|이 문장은 길이가 꽤 되고 마침표로 끝나기 때문에 제목이 아니라 강조로 보아야 합니다.\nT\nT\n", "");
}

static void
captions_and_addresses_are_no_headings(void **state)
{
	(void)state;
	expect("T\nb|준비물\n%\n▲ 책상 위에 늘어놓은 부품\nT\nb|출처: 제조사 누리집\nT\nb|조립\nT\nhttps://example.org/guide\nT\nb|점검\nT\n",
	    "1 준비물\n1 조립\n1 점검\n");
}

static void
a_row_of_short_lines_is_no_row_of_headings(void **state)
{
	(void)state;
	expect("T\n설치 순서\nT\n제품 이름\n무게\n크기\n색\nT\n사용 소감\nT\nT\n", "1 설치 순서\n1 사용 소감\n");
}

static void
a_table_of_contents_is_dropped(void **state)
{
	(void)state;
	expect("b|목차\n1. 설치\n2. 설정\n3. 실행\n=\n1. 설치\nT\nT\n2. 설정\nT\nT\n3. 실행\nT\n", "1 1. 설치\n1 2. 설정\n1 3. 실행\n");
	expect("h2|Contents\nT\nh2|설치\nT\nh2|설정\nT\n", "1 설치\n1 설정\n");
}

static void
fixed_words_stand_at_the_top(void **state)
{
	(void)state;
	expect("들어가며\nT\n1. 설치\nT\n(1) 윈도우\nT\n(2) 리눅스\nT\n2. 설정\nT\n마치며\nT\nTip\n• 껐다 켜면 된다\n• 그래도 안 되면 지운다\n",
	    "1 들어가며\n1 1. 설치\n2 (1) 윈도우\n2 (2) 리눅스\n1 2. 설정\n1 마치며\n1 Tip\n");
}

static void
the_title_of_the_post_is_left_out(void **state)
{
	(void)state;
	find("h1|오래된 노트북 되살리기!\nT\nh2|설치\nT\nh2|설정\nT\n", "오래된 노트북 되살리기");
	assert_outline("1 설치\n1 설정\n", __FILE__, __LINE__);
}

static void
a_short_line_may_stand_below_the_title_of_the_whole(void **state)
{
	(void)state;
	expect("b|노트북 되살리기\n2026년 봄 발표\nb|개요\nT\nb|1. 설치\nT\nb|2. 설정\nT\n",
	    "1 노트북 되살리기\n2 개요\n2 1. 설치\n2 2. 설정\n");
	expect("b|노트북 되살리기\nT\nb|개요\nT\nb|1. 설치\nT\nb|2. 설정\nT\n",
	    "1 노트북 되살리기\n1 개요\n1 1. 설치\n1 2. 설정\n");
}

static void
the_last_line_heads_nothing(void **state)
{
	(void)state;
	expect("T\nb|설치\nT\nb|설정\nT\nb|읽어 주셔서 고마워요\n", "1 설치\n1 설정\n");
}

static void
numbers_inside_one_styled_section_are_a_list(void **state)
{
	(void)state;
	expect("T\n24|설치\nT\n24|연습\nT\nQ1) 첫 문제는 무엇인가\nT\nQ2) 둘째 문제는 무엇인가\nT\n24|정답\nT\nT\n", "1 설치\n1 연습\n1 정답\n");
}

static void
a_loose_word_is_no_heading_among_styled_ones(void **state)
{
	(void)state;
	expect("T\n24|설치\nT\n참고\nT\n24|설정\nT\n24|실행\nT\n마치며\nT\n", "1 설치\n1 설정\n1 실행\n1 마치며\n");
	expect("T\n설치하는 법\nT\n참고\nT\n", "1 설치하는 법\n1 참고\n");
}

static void
plain_headings_stand_beside_a_few_bold_ones(void **state)
{
	(void)state;
	expect("T\n설치하는 법\nT\nb|잠깐 쉬기\nT\n설정하는 법\nT\n실행하는 법\nT\n지우는 법\nT\n",
	    "1 설치하는 법\n2 잠깐 쉬기\n1 설정하는 법\n1 실행하는 법\n1 지우는 법\n");
}

static void
file_names_above_code_are_no_headings(void **state)
{
	(void)state;
	expect("T\n서버 만들기\nT\nmain.c\nc|int main(void);\nT\n서버 띄우기\nT\nrun.sh\nc|exec ./server\nT\n",
	    "1 서버 만들기\n1 서버 띄우기\n");
}

static void
a_line_that_goes_on_with_the_talk_is_no_heading(void **state)
{
	(void)state;
	expect("T\n물뿌리개 고르기\nT\n하지만 큰 물뿌리개가 늘 좋은 것도 아니니까\nT\n화분 옮기기\nT\n자, 이제 옮겨 보자 ㅋㅋ\nT\n",
	    "1 물뿌리개 고르기\n1 화분 옮기기\n");
}

static void
a_question_above_text_may_head_it(void **state)
{
	(void)state;
	expect("T\n이끼가 자라는 까닭은?\nT\nT\n그늘을 만드는 방법\nT\nT\n", "1 이끼가 자라는 까닭은?\n1 그늘을 만드는 방법\n");
}

static void
cells_of_a_table_without_lines_are_no_headings(void **state)
{
	(void)state;
	expect("T\n풀의 설정값\nT\nmin-idle\n5\nmax-idle\n20\nmaxLifetime\n1800000\n한 연결이 사는 시간\nT\n연결이 마르는 때\nT\nT\n",
	    "1 풀의 설정값\n1 연결이 마르는 때\n");
}

static void
a_placeholder_of_contents_is_passed_over(void **state)
{
	(void)state;
	expect("서버 만들기\n[TOC]\nT\n서버 띄우기\nT\nT\n", "1 서버 만들기\n1 서버 띄우기\n");
}

static void
prices_and_arrows_are_no_headings(void **state)
{
	(void)state;
	expect("T\nb|고르는 법\nT\nb|26,400원\nT\nb|최저가 확인하기 →\nT\nb|쓰는 법\nT\n", "1 고르는 법\n1 쓰는 법\n");
}

static void
a_bold_series_inside_a_plain_one_is_below_it(void **state)
{
	(void)state;
	expect("T\n1. 설치\nT\nT\nT\n2. 설정\nT\nb|1. 글꼴\nT\nb|2. 색\nT\n3. 실행\nT\nT\n",
	    "1 1. 설치\n1 2. 설정\n2 1. 글꼴\n2 2. 색\n1 3. 실행\n");
}

static void
sections_know_their_blocks(void **state)
{
	(void)state;
	expect("T\nh2|설치\nT\nh3|윈도우\nT\nT\nh2|설정\n다섯 글자다\n", "1 설치\n2 윈도우\n1 설정\n");
	assert_int_equal(doc.sections[0].block, 1);
	assert_int_equal(doc.sections[0].end, 6);
	assert_int_equal(doc.sections[1].block, 3);
	assert_int_equal(doc.sections[1].end, 6);
	assert_int_equal(doc.sections[2].end, 8);
	assert_int_equal(doc.sections[2].letters, 5);
	assert_true(doc.sections[0].letters > doc.sections[1].letters);
	assert_int_equal(doc.sections[2].ms, 7 * 120); /* its heading and five syllables, 500 a minute */
	assert_true(doc.sections[0].ms > doc.sections[1].ms);
	assert_int_equal(doc.blocks[0].section, -1);
	assert_int_equal(doc.blocks[2].section, 0);
	assert_int_equal(doc.blocks[5].section, 1);
	assert_true(doc.blocks[3].is_section_head);
	assert_false(doc.blocks[4].is_section_head);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_headings_are_the_outline),
		cmocka_unit_test(levels_of_real_headings_leave_no_gaps),
		cmocka_unit_test(numbers_are_headings),
		cmocka_unit_test(roman_numbers_and_syllables_are_headings),
		cmocka_unit_test(words_with_numbers_are_headings),
		cmocka_unit_test(an_emoji_may_stand_before_the_number),
		cmocka_unit_test(titles_keep_their_emoji_whole),
		cmocka_unit_test(signs_and_brackets_are_headings),
		cmocka_unit_test(bold_and_large_lines_are_headings),
		cmocka_unit_test(sizes_give_levels),
		cmocka_unit_test(one_size_is_one_level_beside_numbers),
		cmocka_unit_test(short_quotes_are_headings),
		cmocka_unit_test(short_plain_lines_are_headings),
		cmocka_unit_test(plain_lines_need_a_blank_where_blanks_are_used),
		cmocka_unit_test(kinds_of_numbers_nest_in_their_order),
		cmocka_unit_test(the_same_numbers_nest_between_two_of_a_series),
		cmocka_unit_test(a_numbered_list_inside_a_section_stays_a_list),
		cmocka_unit_test(only_a_list_has_no_outline),
		cmocka_unit_test(bold_emphasis_is_no_heading),
		cmocka_unit_test(captions_and_addresses_are_no_headings),
		cmocka_unit_test(a_row_of_short_lines_is_no_row_of_headings),
		cmocka_unit_test(a_table_of_contents_is_dropped),
		cmocka_unit_test(fixed_words_stand_at_the_top),
		cmocka_unit_test(the_title_of_the_post_is_left_out),
		cmocka_unit_test(a_short_line_may_stand_below_the_title_of_the_whole),
		cmocka_unit_test(the_last_line_heads_nothing),
		cmocka_unit_test(numbers_inside_one_styled_section_are_a_list),
		cmocka_unit_test(a_loose_word_is_no_heading_among_styled_ones),
		cmocka_unit_test(plain_headings_stand_beside_a_few_bold_ones),
		cmocka_unit_test(file_names_above_code_are_no_headings),
		cmocka_unit_test(a_line_that_goes_on_with_the_talk_is_no_heading),
		cmocka_unit_test(a_question_above_text_may_head_it),
		cmocka_unit_test(cells_of_a_table_without_lines_are_no_headings),
		cmocka_unit_test(a_placeholder_of_contents_is_passed_over),
		cmocka_unit_test(prices_and_arrows_are_no_headings),
		cmocka_unit_test(a_bold_series_inside_a_plain_one_is_below_it),
		cmocka_unit_test(sections_know_their_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, empty_arena);
}
