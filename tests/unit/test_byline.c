/*
 * Lines that say who wrote it and when.
 */
#include "unit.h"

#include "text/byline.h"
#include "text/date.h"

enum { NOW = 1738825200 }; /* 2025-02-06 16:00 in Korea */

static void
lines_are_read_with_author_and_date(void **state)
{
	static const struct {
		const char *line, *author;
		int64_t date;
	} lines[] = {
		{ "홍길동 기자", "홍길동 기자", CLOCK_NONE },
		{ "홍길동 IT전문기자", "홍길동 IT전문기자", CLOCK_NONE },
		{ "[홍길동 기자] hong@news.example", "홍길동 기자", CLOCK_NONE },
		{ "홍길동 기자(hong@news.example)", "홍길동 기자", CLOCK_NONE },
		{ "글·사진=홍길동 특파원", "홍길동 특파원", CLOCK_NONE },
		{ "기자명 홍길동 선임기자", "홍길동 선임기자", CLOCK_NONE },
		{ "홍길동 기자 | 입력 2025-02-05 10:00", "홍길동 기자", 1738717200 },
		{ "홍길동 기자 승인 2025.02.05 10:00", "홍길동 기자", 1738717200 },
		{ "입력 : 2025.02.05 10:00 수정 : 2025.02.06", "", 1738717200 },
		{ "기사입력 2025-02-05 오전 10:00", "", 1738717200 },
		{ "최종업데이트 2025.02.05 10:00", "", 1738717200 },
		{ "글쓴이 : 가온 | 2025. 2. 5.", "가온", 1738681200 },
		{ "by 가온 2025. 2. 5.", "가온", 1738681200 },
		{ "Posted by gaon on Feb 5, 2025", "gaon", 1738681200 },
		{ "Wednesday, Feb 5, 2025", "", 1738681200 },
	};
	static const char *const others[] = { "홍길동 기자는 웃었다", "기자 회견", "홍길동 기자 간담회", "9:39 2025년", "지면 12면",
		"2025년 2월 5일에 새 판이 나왔다.", "" };
	struct byline got;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (!byline_read(str_of(lines[i].line), NOW, DATE_KST, &got))
			fail_msg("no by-line: %s", lines[i].line);
		assert_str(got.author, lines[i].author);
		assert_int_equal(got.date, lines[i].date);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (byline_read(str_of(others[i]), NOW, DATE_KST, &got) && !got.is_bare)
			fail_msg("taken for a by-line: %s", others[i]);
}

static void
names_are_all_that_is_left_of_a_credit(void **state)
{
	static const struct {
		const char *credit, *names;
	} credits[] = {
		{ "By Ada Ahl", "Ada Ahl" },
		{ "Written by Ada Ahl and Bo Birk", "Ada Ahl, Bo Birk" },
		{ "Ada Ahl, Bo Birk; Ada Ahl", "Ada Ahl, Bo Birk" },
		{ "Ada Ahl (with Bo Birk)", "Ada Ahl (with Bo Birk)" },
		{ "Byron Cal", "Byron Cal" },
		{ "Ada Ahl <ada@a.example>, @ada, https://a.example/ada", "Ada Ahl" },
		{ "Ada Ahl · 5 min read", "Ada Ahl" },
		{ "Posted by ada on Feb 5, 2025 10:00", "ada" },
		{ "By Ada Ahl | March 2, 2024 | 5 min read | 12 comments", "Ada Ahl" },
		{ "by ada0 » Sat Mar 02, 2024 10:11 am", "ada0" },
		{ "Ada Ahl 1,200 views March 2, 2024", "Ada Ahl" },
		{ "Ada Ahl — 12 comments", "Ada Ahl" },
		{ "Ada Ahl 3", "Ada Ahl 3" },
		{ "Bo Birk, NEWS TODAY", "Bo Birk, NEWS TODAY" },
		{ "글·사진 홍길동 기자", "홍길동 기자" },
		{ "홍길동 기자(hong@news.example)", "홍길동 기자" },
		{ "강남=홍길동 기자", "홍길동 기자" },
		{ "[서울=소식통신] 홍길동 기자 = 항구가", "홍길동 기자" },
		{ "홍길동 기자 승인 2025.02.05", "홍길동 기자" },
		{ "작성자: 가온", "가온" },
		{ "입력 2025.02.05 10:00", "" },
		{ "https://a.example/ada", "" },
		{ "", "" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof credits / sizeof *credits; i++) {
		buf_truncate(&out, 0);
		byline_names(&out, str_of(credits[i].credit));
		assert_str(buf_str(&out), credits[i].names);
	}
	buf_free(&out);
}

static void
leads_name_office_and_reporter(void **state)
{
	struct str author;

	(void)state;
	assert_true(byline_lead(str_lit("(부산=소식통신) 홍길동 특파원 = 항구가 열렸다."), &author));
	assert_str(author, "홍길동 특파원");
	assert_false(byline_lead(str_lit("[공지] 홍길동 기자 = 항구"), &author));
	assert_false(byline_lead(str_lit("[서울=소식통신] 항구가 열렸다."), &author));
	assert_false(byline_lead(str_lit("[서울=소식통신"), &author));
	assert_false(byline_lead(STR_NONE, &author));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read_with_author_and_date),
		cmocka_unit_test(names_are_all_that_is_left_of_a_credit),
		cmocka_unit_test(leads_name_office_and_reporter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
