#include "arena_fixture.h"

#include "base/buf.h"
#include "html/doc_read.h"
#include "html/outline.h"

/* A long post as plain lines: numbered sections, bullets, a numbered list, leftover Markdown, "Tip" at the end. */
static const char article[] =
	"이 글은 한밭전자가 공개한 손바닥 서버와 동네 데이터 나눔 사업을 함께 살펴보는 정리 글입니다. 작은 기계가 동네 도서관과 학교에서 어떤 일을 하게 될지 차례로 짚어 봅니다.\n"
	"\n"
	"1. 도서관에 들어간 ‘손바닥 서버’… 한밭전자, 열두 곳과 약속\n"
	"\n"
	"\n"
	"(1) 손바닥 서버란?\n"
	"\n"
	"한밭전자가 새로 내놓은 **‘손바닥 서버’**는 책 한 권 크기의 컴퓨터로, 전기를 적게 먹으면서도 동네의 작은 자료를 모아 두기 위해 만들어졌습니다.\n"
	"• 화면과 자판 없이 전원만 꽂으면 되고, 전화기로 설정을 마칠 수 있습니다.\n"
	"• 저장 장치를 두 개 넣어 하나가 망가져도 자료가 남도록 했습니다.\n"
	"\n"
	"(2) 도서관이 나선 까닭\n"
	"\n"
	"도서관들은 **자료를 먼 곳에 맡기지 않고 ‘곁에 두기’**로 방향을 바꾸었다고 밝혔습니다. 요금이 해마다 오르는 것도 이유였습니다.\n"
	"• 지난해에만 보관 요금이 두 배 가까이 올랐다는 설명입니다.\n"
	"• 관장 협의회는 직접 돌볼 사람을 기르는 일부터 시작하겠다고 전했습니다.\n"
	"\n"
	"2. 학교와 만난 개발팀… ‘우리 반 서버’ 문 여나?\n"
	"\n"
	"\n"
	"한편, 개발팀은 지난달 **세 학교(초등 두 곳, 중등 한 곳)**를 찾아 수업에 쓸 방법을 의논했습니다. 학생들이 손수 만든 누리집을 올려 보는 수업이 유력합니다.\n"
	"\n"
	"(1) 교사 모임과 두 시간 넘게 토론\n"
	"• 자료가 밖으로 새지 않게 하는 방법을 가장 많이 물었다고 합니다.\n"
	"• 방학 동안에는 누가 돌볼 것인지도 숙제로 남았습니다.\n"
	"\n"
	"(2) “교실 안의 인터넷” — 개발팀의 ‘마루(Maru)’\n"
	"• 마루는 교실 안에서만 열리는 누리집을 만들어 주는 프로그램입니다.\n"
	"• 새 학기에 먼저 시험하고, 잘 되면 다른 지역으로 넓힐 계획입니다.\n"
	"\n"
	"3. 세 겹으로 된 ‘나눔 그릇’ 구상… 기계부터 사람까지\n"
	"\n"
	"한밭전자는 전체 그림을 ‘나눔 그릇’이라고 부릅니다.\n"
	"• 바닥(기계): 손바닥 서버, 저장 장치, 전원\n"
	"• 가운데(프로그램): 마루, 백업 도구, 알림\n"
	"• 위(사람): 동네마다 한 명씩 두는 돌봄이\n"
	"\n"
	"이 셋을 이어 **“자료를 지키는 일을 동네의 일”**로 만들겠다는 뜻입니다. 기계만 팔고 끝내던 방식과는 다르다는 평가가 나옵니다.\n"
	"\n"
	"4. 마무리: “작은 기계가 동네를 잇는다”\n"
	"\n"
	"손바닥 서버가 도서관과 학교에 들어간 일은 작아 보여도 뜻이 큽니다. 앞으로 눈여겨볼 것은 다음과 같습니다.\n"
	"1. **마루(Maru)**를 새 학기에 시험할 것\n"
	"2. 돌봄이를 기르는 과정을 열 것\n"
	"3. 다른 지역의 도서관과 함께 자료를 나눌 것\n"
	"\n"
	"결국 이번 일은 기계보다 사람이 먼저라는 점을 보여 줍니다. 동네가 스스로 자료를 지키는 날이 올지 지켜볼 만합니다.\n"
	"\n"
	"Tip\n"
	"• 신청은 가까운 도서관에서 받습니다.\n"
	"• 전원을 끄지 않아도 되지만, 먼지는 한 달에 한 번 털어 주는 것이 좋습니다.\n";

static const struct {
	int level;
	const char *title;
} outline[] = {
	{ 1, "1. 도서관에 들어간 ‘손바닥 서버’… 한밭전자, 열두 곳과 약속" },
	{ 2, "(1) 손바닥 서버란?" },
	{ 2, "(2) 도서관이 나선 까닭" },
	{ 1, "2. 학교와 만난 개발팀… ‘우리 반 서버’ 문 여나?" },
	{ 2, "(1) 교사 모임과 두 시간 넘게 토론" },
	{ 2, "(2) “교실 안의 인터넷” — 개발팀의 ‘마루(Maru)’" },
	{ 1, "3. 세 겹으로 된 ‘나눔 그릇’ 구상… 기계부터 사람까지" },
	{ 1, "4. 마무리: “작은 기계가 동네를 잇는다”" },
	{ 1, "Tip" },
};

static struct doc doc;

static int
read_article(void **state)
{
	(void)state;
	doc_read_text(&arena, str_of(article), &doc);
	outline_find(&arena, &doc, STR_NONE);
	return 0;
}

static void
the_sections_are_found_with_their_levels(void **state)
{
	size_t n = sizeof outline / sizeof *outline;

	(void)state;
	for (size_t i = 0; i < n && i < doc.n_sections; i++) {
		assert_str(doc.sections[i].title, outline[i].title);
		assert_int_equal(doc.sections[i].level, outline[i].level);
	}
	assert_int_equal(doc.n_sections, n);
}

static void
no_star_survives(void **state)
{
	(void)state;
	for (size_t i = 0; i < doc.n; i++)
		assert_false(str_has(doc.blocks[i].text, "**"));
}

static void
a_section_holds_those_below_it(void **state)
{
	(void)state;
	assert_int_equal(doc.sections[0].end, doc.sections[3].block);
	assert_int_equal(doc.sections[1].end, doc.sections[2].block);
	assert_int_equal(doc.sections[8].end, doc.n);
	assert_true(doc.sections[0].letters > doc.sections[1].letters + doc.sections[2].letters);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sections_are_found_with_their_levels),
		cmocka_unit_test(no_star_survives),
		cmocka_unit_test(a_section_holds_those_below_it),
	};

	return cmocka_run_group_tests(tests, read_article, empty_arena);
}
