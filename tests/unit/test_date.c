#include "unit.h"

#include <stdlib.h>

#include "base/tr.h"
#include "text/date.h"

/* Thursday 2025-06-12 15:30 in Seoul. */
static const int64_t now = 1749709800;

struct row {
	const char *in, *out;
};

static void
check(const struct row *rows, size_t n, int zone_min)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < n; i++) {
		int64_t t = date_parse(str_of(rows[i].in), now, zone_min);

		buf_clear(&out);
		if (t != CLOCK_NONE)
			date_rfc3339(&out, t);
		if (strcmp(buf_cstr(&out), rows[i].out))
			print_error("%s\n", rows[i].in);
		assert_str(buf_str(&out), rows[i].out);
	}
	buf_free(&out);
}

#define CHECK(rows, zone_min) check((rows), sizeof(rows) / sizeof *(rows), (zone_min))

static void
dates_of_feeds_are_read(void **state)
{
	static const struct row rows[] = {
		{ "Fri, 13 Jun 2025 09:00:05 +0900", "2025-06-13T00:00:05Z" },
		{ "Sun, 1 Jun 2025 20:45 GMT", "2025-06-01T20:45:00Z" },
		{ "1 Jun 25 08:00:00 EST", "2025-06-01T13:00:00Z" },
		{ "Sunday, 01-Jun-99 08:00:00 GMT", "1999-06-01T08:00:00Z" },
		{ "Sun Jun  1 08:09:10 KST 2025", "2025-05-31T23:09:10Z" },
		{ "Sun Jun 01 2025 08:09:10 GMT+0900 (한국 표준시)", "2025-05-31T23:09:10Z" },
		{ "Sun, 01 Jun 2025 08:00:00 GMT+9", "2025-05-31T23:00:00Z" },
		{ "Sun, 01 Jun 2025 08:00:00 XYZT", "2025-06-01T08:00:00Z" },
		{ "Sun, 01 06 2025 08:00:00 +0900", "2025-05-31T23:00:00Z" },
		{ "2025-06-01T08:00:00.123+09:00", "2025-05-31T23:00:00Z" },
		{ "2025-06-01T08:00Z", "2025-06-01T08:00:00Z" },
		{ "20250601T080000Z", "2025-06-01T08:00:00Z" },
		{ "20250601080000+0900", "2025-05-31T23:00:00Z" },
		{ "2025-06-01T24:00:00Z", "2025-06-02T00:00:00Z" },
		{ "2025-06", "2025-06-01T00:00:00Z" },
		{ "2025-152", "2025-06-01T00:00:00Z" },
		{ "2024-02-29", "2024-02-29T00:00:00Z" },
		{ "June 1, 2025 3:04 PM", "2025-06-01T15:04:00Z" },
		{ "Вс, 01 июня 2025 08:00:00 +0300", "2025-06-01T05:00:00Z" },
		{ "Sun, 01 Jun 2025 08:00:00 +09:00", "2025-05-31T23:00:00Z" },
		{ "Sun , 01 Jun 2025 08:00:00 GMT", "2025-06-01T08:00:00Z" },
		{ "Sun, 01 Jun 2025 08:00:00 A", "2025-06-01T09:00:00Z" },
		{ "Sun, 01 Jun 2025 08:00:00 America/New_York", "2025-06-01T08:00:00Z" },
		{ "Sun, 01 Jun 2025 23:59:60 GMT", "2025-06-02T00:00:00Z" },
		{ "2025-06-01T08Z", "2025-06-01T08:00:00Z" },
		{ "2025-06-01T25:61:61Z", "2025-06-02T02:02:01Z" },
		{ "Sun, 01 Jun 2025 25:00:00 GMT", "" },
		{ "2025152", "2025-06-01T00:00:00Z" },
		{ "25-152", "2025-06-01T00:00:00Z" },
		{ "Sun, 1 Jun 2025 1:2:3:4 GMT", "" },
		{ "Sun, 1 Jun 2025 08:00:00 +zz:00", "" },
		{ "Sun, 1 Jun 2025 08:00:00 +00:zz", "" },
		{ "013", "" },
		{ "2025 06 01 08:00:00", "2025-06-01T08:00:00Z" },
		{ "dimanche 1 juin 2025 08:00", "2025-06-01T08:00:00Z" },
		{ "Sonntag, 1. Juni 2025 08:00", "2025-06-01T08:00:00Z" },
		{ "1 de junio de 2025", "2025-06-01T00:00:00Z" },
		{ "June 1st, 2025", "2025-06-01T00:00:00Z" },
		{ "2025年06月01日08时30分", "2025-06-01T08:30:00Z" },
		{ "Thu, 01 Jan 0100 00:00:01 +0100", "0099-12-31T23:00:01Z" },
		{ "1749709800", "2025-06-12T06:30:00Z" },
		{ "1749709800123", "2025-06-12T06:30:00Z" },
	};

	(void)state;
	CHECK(rows, 0);
}

static void
korean_dates_are_read(void **state)
{
	static const struct row rows[] = {
		{ "2025. 6. 1.", "2025-05-31T15:00:00Z" },
		{ "2025년6월1일17시", "2025-06-01T08:00:00Z" },
		{ "입력 2025-06-01 17:00", "2025-06-01T08:00:00Z" },
		{ "일 6월 01 17:00:00 KST 2025", "2025-06-01T08:00:00Z" },
		{ "2025.06.01(일) 15:02", "2025-06-01T06:02:00Z" },
		{ "2025년 6월 1일 일요일 오전 12:05", "2025-05-31T15:05:00Z" },
		{ "2025년 6월 1일 밤 12시", "2025-06-01T15:00:00Z" },
		{ "2025-06-01 오후 11:23:17", "2025-06-01T14:23:17Z" },
		{ "일, 1 6월 2025 09:00:00 +0900", "2025-06-01T00:00:00Z" },
		{ "2025-06-01 09:30:00", "2025-06-01T00:30:00Z" },
		{ "6월 1일", "2025-05-31T15:00:00Z" },
		{ "12월 1일", "2024-11-30T15:00:00Z" },
		{ "어제 오후 3:02", "2025-06-11T06:02:00Z" },
		{ "방금 전", "2025-06-12T06:30:00Z" },
		{ "두 시간 전", "2025-06-12T04:30:00Z" },
		{ "일주일 전", "2025-06-05T06:30:00Z" },
		{ "3 days ago", "2025-06-09T06:30:00Z" },
	};

	(void)state;
	CHECK(rows, DATE_KST);
}

static void
a_time_may_come_first_and_the_night_ends_late(void **state)
{
	static const struct row rows[] = {
		{ "2025-02-05 밤 12:30", "2025-02-05T15:30:00Z" }, { "2025년 2월 5일 밤 12시 30분", "2025-02-05T15:30:00Z" },
		{ "2025-02-05 밤 12시", "2025-02-05T15:00:00Z" }, { "2025-02-05 밤 11:30", "2025-02-05T14:30:00Z" },
		{ "2025-02-05 24:30", "" }, { "오후 3:02 2025-02-05", "2025-02-05T06:02:00Z" },
		{ "9:39AM BST 05 Oct 2011", "2011-10-05T08:39:00Z" },
		{ "15:02 2025. 2. 5.", "2025-02-05T06:02:00Z" }, { "3:02 PM, Feb 5, 2025", "2025-02-05T06:02:00Z" },
		{ "10:00 2025-02-05 11:00", "2025-02-05T02:00:00Z" }, { "오후 25:02 2025-02-05", "2025-02-04T15:00:00Z" },
	};

	(void)state;
	CHECK(rows, DATE_KST);
}

static void
what_is_no_date_gives_none(void **state)
{
	static const struct row rows[] = {
		{ "", "" }, { "soon", "" }, { "2025-02-29", "" }, { "2025.13.01", "" }, { "Sun, 99 Jun 2025 12:00:00 GMT", "" },
		{ "Sun, 01 Jun 2025 1:2:3:4 GMT", "" }, { "Sun, 01 zzz 2025 11:47:32 GMT", "" }, { "Sun, 01 Jun zz 11:47:32", "" },
		{ "Sun, 01 Jun 2025 11:47:32 +zz:00", "" }, { "2025-06-01T48:00:00Z", "" }, { "013", "" }, { "1.2.3", "" }, { "0", "" },
	};

	(void)state;
	CHECK(rows, 0);
}

/* What programs print when nobody tells them how, and what word processors make of hyphens and blanks. */
static void
dates_of_programs_are_read(void **state)
{
	static const struct row rows[] = {
		{ "2025-06-01T17:00:00+09:00[Asia/Seoul]", "2025-06-01T08:00:00Z" }, { "2025-06-01T08:00Z[UTC]", "2025-06-01T08:00:00Z" },
		{ "2025-06-01 17:00:00 +0900 +0900", "2025-06-01T08:00:00Z" },
		{ "2025-06-01 17:00:00.123456 +0900 KST m=+0.012345", "2025-06-01T08:00:00Z" },
		{ "/Date(1748764800000)/", "2025-06-01T08:00:00Z" }, { "/Date(1748764800000+0900)/", "2025-06-01T08:00:00Z" },
		{ "@1748764800", "2025-06-01T08:00:00Z" }, { "1748764800.25", "2025-06-01T08:00:00Z" }, { "1748764800.x", "" },
		{ "June 1, 2025, 5 p.m.", "2025-06-01T08:00:00Z" }, { "June 1, 2025, noon", "2025-06-01T03:00:00Z" },
		{ "June 1, 2025, 13 p.m.", "" }, { "2025년 6월 1일 정오", "2025-06-01T03:00:00Z" },
		{ "２０２５년 ６월 １일 １７：００", "2025-06-01T08:00:00Z" }, { "2025‑06‑01 17:00", "2025-06-01T08:00:00Z" },
		{ "2025−06–01", "2025-05-31T15:00:00Z" }, { "Jun 1, 2025, 5:00:00\u202fPM", "2025-06-01T08:00:00Z" },
		{ "\ufeff2025-06-01\u200b 17:00", "2025-06-01T08:00:00Z" }, { "2025-06-01_17:00:00", "2025-06-01T08:00:00Z" },
		{ "2025-06-01 / 17:00", "2025-06-01T08:00:00Z" }, { "'25. 6. 1.", "2025-05-31T15:00:00Z" }, { "’25.6.1", "2025-05-31T15:00:00Z" },
	};

	(void)state;
	CHECK(rows, DATE_KST);
}

static void
a_date_is_found_in_a_line(void **state)
{
	struct str line = str_lit("by 지식 나무 2025. 2. 5. 조회 12");
	size_t at, n;

	(void)state;
	assert_true(date_search(line, now, DATE_KST, &at, &n) == clock_from_utc(2025, 2, 4, 15, 0, 0));
	assert_str(str_sub(line, at, at + n), "2025. 2. 5.");
	line = str_lit("입력 2025.02.05 10:11 수정 2025.02.06 09:00");
	assert_true(date_search(line, now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 5, 1, 11, 0));
	assert_true(date_search(str_lit("버전 10.12.24"), now, DATE_KST, NULL, NULL) == CLOCK_NONE);
	assert_true(date_search(str_lit("우분투 24.04.10 설치"), now, DATE_KST, NULL, NULL) == CLOCK_NONE);
	assert_true(date_search(str_lit("입력 25.02.05 | 조회 3"), now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 4, 15, 0, 0));
	assert_true(date_search(str_lit("김철수 25.02.05 15:02"), now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 5, 6, 2, 0));
	assert_true(date_search(str_lit("by 나무 25.02.05"), now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 4, 15, 0, 0));
	assert_true(date_search(str_lit("나무 · 오후 3:02 2025-02-05"), now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 5, 6, 2, 0));
	assert_true(date_search(str_lit("2025. 2. 5. · 5 min read"), now, DATE_KST, NULL, NULL) == clock_from_utc(2025, 2, 4, 15, 0, 0));
	assert_true(date_search(str_lit("v1.2.3 릴리스"), now, DATE_KST, NULL, NULL) == CLOCK_NONE);
	assert_true(date_search(str_lit("/2025/02/05/post"), now, DATE_KST, NULL, NULL) == CLOCK_NONE);
	assert_true(date_search(str_lit("3시간 전에 배포했다"), now, DATE_KST, NULL, NULL) == CLOCK_NONE);
}

static void
a_date_in_a_line_may_begin_with_any_word_of_dates(void **state)
{
	static const char *const words[] = { "오늘", "어제", "그저께", "엊그제", "하루 전", "이틀 전", "사흘 전", "나흘 전", "방금", "지금",
		"한 달 전", "두 달 전", "세 시간 전", "네 시간 전", "다섯 달 전", "여섯 달 전", "일곱 달 전", "여덟 달 전", "아홉 달 전", "열 달 전",
		"일 년 전", "이 년 전", "삼 년 전", "월요일 9:02 2025-02-05", "수요일 9:02 2025-02-05", "목요일 9:02 2025-02-05",
		"금요일 9:02 2025-02-05", "토요일 9:02 2025-02-05", "화요일 9:02 2025-02-05", "오후 3:02 2025-02-05", "새벽 3:02 2025-02-05",
		"아침 9:02 2025-02-05", "낮 1:02 2025-02-05", "저녁 7:02 2025-02-05", "밤 9:02 2025-02-05" };
	struct buf line = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t at, n;

		buf_clear(&line);
		(void)buf_printf(&line, "글 %s", words[i]);
		if (date_search(buf_str(&line), now, DATE_KST, &at, &n) == CLOCK_NONE)
			fail_msg("%s", words[i]);
		assert_str(str_sub(buf_str(&line), at, line.n), words[i]);
	}
	buf_free(&line);
}

static void
dates_are_shown_in_korean(void **state)
{
	static const struct {
		int64_t ago;
		const char *list;
	} rows[] = {
		{ 20, "방금" }, { 40 * 60, "40분 전" }, { 5 * 3600, "5시간 전" }, { 17 * 3600, "어제" }, { 4 * 86400, "4일 전" },
		{ 30 * 86400, "5월 13일" }, { 200 * 86400, "2024. 11. 24." }, { -86400, "2025. 6. 13." },
	};
	struct buf out = { 0 };

	(void)state;
	setenv("LC_ALL", "ko_KR.UTF-8", 1);
	tr_init();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		date_list(&out, now - rows[i].ago, now);
		assert_str(buf_str(&out), rows[i].list);
	}
	buf_clear(&out);
	date_full(&out, now);
	assert_str(buf_str(&out), "2025년 6월 12일 (목) 오후 3:30");
	buf_clear(&out);
	date_full(&out, date_parse(str_lit("2025. 6. 12."), now, DATE_KST));
	assert_str(buf_str(&out), "2025년 6월 12일 (목)");
	buf_clear(&out);
	date_full(&out, date_parse(str_lit("2025. 6. 12. 00:01"), now, DATE_KST));
	assert_str(buf_str(&out), "2025년 6월 12일 (목) 오전 12:01");
	buf_free(&out);
}

static void
dates_are_shown_in_english(void **state)
{
	struct buf out = { 0 };

	(void)state;
	setenv("LC_ALL", "C", 1);
	unsetenv("LANGUAGE");
	tr_init();
	assert_true(date_parse(str_lit("Mon, 01 Jan 0001 00:00:00 +0000"), now, 0) == CLOCK_NONE);
	assert_true(date_parse(str_lit("1970-01-01 09:00:00"), now, DATE_KST) == CLOCK_NONE);
	assert_true(date_parse(str_lit("1899-12-30T00:00:00Z"), now, 0) == CLOCK_NONE);
	assert_true(date_parse(str_lit("1970-01-01T00:00:01Z"), now, 0) == 1);
	date_list(&out, CLOCK_NONE, now);
	assert_int_equal(out.n, 0);
	date_list(&out, now - 40 * 60, now);
	assert_str(buf_str(&out), "40 min ago");
	buf_clear(&out);
	date_list(&out, now - 200 * 86400, now);
	assert_str(buf_str(&out), "Nov 24, 2024");
	buf_clear(&out);
	date_list_day(&out, now - 6 * 3600, now);
	assert_str(buf_str(&out), "09:30");
	buf_clear(&out);
	date_list_day(&out, now - 86400, now);
	assert_str(buf_str(&out), "06-11");
	buf_clear(&out);
	date_list_day(&out, now - 200 * 86400, now);
	assert_str(buf_str(&out), "2024-11-24");
	buf_clear(&out);
	date_full(&out, now);
	assert_str(buf_str(&out), "Thu, June 12, 2025, 3:30 PM");
	buf_clear(&out);
	date_full(&out, date_parse(str_lit("June 12, 2025"), now, DATE_KST));
	assert_str(buf_str(&out), "Thu, June 12, 2025");
	buf_clear(&out);
	date_list_clock(&out, now + 35 * 60, now);
	assert_str(buf_str(&out), "16:05");
	buf_clear(&out);
	date_list_clock(&out, now + 9 * 3600, now);
	assert_str(buf_str(&out), "Jun 13 00:30");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_of_feeds_are_read),
		cmocka_unit_test(korean_dates_are_read),
		cmocka_unit_test(a_time_may_come_first_and_the_night_ends_late),
		cmocka_unit_test(what_is_no_date_gives_none),
		cmocka_unit_test(dates_of_programs_are_read),
		cmocka_unit_test(a_date_is_found_in_a_line),
		cmocka_unit_test(a_date_in_a_line_may_begin_with_any_word_of_dates),
		cmocka_unit_test(dates_are_shown_in_korean),
		cmocka_unit_test(dates_are_shown_in_english),
	};

	setenv("TZ", "Asia/Seoul", 1);
	unsetenv("LANGUAGE");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
