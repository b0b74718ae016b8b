#include <stdlib.h>
#include <time.h>

#include "unit.h"

#include "base/buf.h"
#include "base/clock.h"
#include "query/query.h"

enum { NOW = 1738746000 }; /* 2025-02-05 18:00 in Seoul, a Wednesday */

struct fixture {
	struct arena a;
	struct query *tree;
	struct query_fault fault;
};

static int
setup(void **state)
{
	clock_set(NOW);
	setenv("TZ", "Asia/Seoul", 1);
	tzset();
	*state = calloc(1, sizeof(struct fixture));
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(&f->a);
	free(f);
	clock_set(CLOCK_NONE);
	return 0;
}

static void
tell_end(struct buf *out, const struct query *q, int64_t end)
{
	struct tm tm;

	if (end == INT64_MIN || end == INT64_MAX)
		return;
	if (q->kind != QUERY_DATE) {
		buf_printf(out, "%lld", (long long)end);
		return;
	}
	clock_local(end, &tm);
	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* The tree as text, each thing in one way. */
static void
tell(struct buf *out, const struct query *q)
{
	static const char *const kinds[] = {
		[QUERY_ANY] = "any", [QUERY_AND] = "and", [QUERY_OR] = "or", [QUERY_NOT] = "not", [QUERY_TEXT] = "text",
		[QUERY_FEED] = "feed", [QUERY_SITE] = "site", [QUERY_LINK] = "link", [QUERY_TAG] = "tag", [QUERY_IS] = "is", [QUERY_HAS] = "has",
		[QUERY_LANG] = "lang", [QUERY_DATE] = "date", [QUERY_SECONDS] = "seconds", [QUERY_LETTERS] = "letters",
		[QUERY_ID] = "id",
	};

	if (q->kind == QUERY_TEXT && !q->columns && !q->is_phrase) {
		buf_add(out, q->text);
		return;
	}
	buf_printf(out, "(%s", kinds[q->kind]);
	for (size_t i = 0; i < q->n; i++) {
		buf_putc(out, ' ');
		tell(out, q->parts[i]);
	}
	for (int i = 0; i < 4; i++)
		if (q->columns & 1u << i)
			buf_printf(out, " %s", (const char *const[]){ "title", "author", "section", "body" }[i]);
	if (q->text.n)
		buf_printf(out, q->is_phrase ? " \"%.*s\"" : " %.*s", STR(q->text));
	else if (q->kind == QUERY_IS || q->kind == QUERY_HAS || q->kind == QUERY_LANG)
		buf_printf(out, " %d", q->code);
	else if (q->kind >= QUERY_DATE || q->kind == QUERY_FEED) {
		buf_putc(out, ' ');
		tell_end(out, q, q->from);
		buf_puts(out, "..");
		tell_end(out, q, q->to);
	}
	buf_putc(out, ')');
}

static void
assert_tree(struct fixture *f, const char *text, const char *wanted)
{
	struct buf out = { 0 };

	if (query_read(&f->a, str_of(text), NULL, &f->tree, &f->fault) < 0) {
		print_error("%s: %zu: %s\n", text, f->fault.at, f->fault.text);
		fail();
	}
	tell(&out, f->tree);
	if (strcmp(buf_cstr(&out), wanted))
		print_error("%s\n", text);
	assert_string_equal(buf_cstr(&out), wanted);
	buf_free(&out);
}

static void
assert_fault(struct fixture *f, const char *text, size_t at, const char *says)
{
	if (!query_read(&f->a, str_of(text), NULL, &f->tree, &f->fault)) {
		print_error("%s is no fault\n", text);
		fail();
	}
	if (f->fault.at != at || !strstr(f->fault.text, says))
		print_error("%s: %zu: %s\n", text, f->fault.at, f->fault.text);
	assert_int_equal(f->fault.at, at);
	assert_non_null(strstr(f->fault.text, says));
}

static void
words_are_joined_as_the_grammar_says(void **state)
{
	struct fixture *f = *state;

	assert_tree(f, "", "(any)");
	assert_tree(f, " \t ", "(any)");
	assert_tree(f, "가", "가");
	assert_tree(f, "가 나", "(and 가 나)");
	assert_tree(f, "가 and 나", "(and 가 나)");
	assert_tree(f, "가 AND 나 or 다", "(or (and 가 나) 다)");
	assert_tree(f, "가 or 나 다", "(or 가 (and 나 다))");
	assert_tree(f, "가 (나 or 다)", "(and 가 (or 나 다))");
	assert_tree(f, "(가 (나 (다)))", "(and 가 나 다)");
	assert_tree(f, "-가", "(not 가)");
	assert_tree(f, "not 가", "(not 가)");
	assert_tree(f, "not not 가", "가");
	assert_tree(f, "-(가 or 나)", "(not (or 가 나))");
	assert_tree(f, "not(가 나)or(다)", "(or (not (and 가 나)) 다)");
	assert_tree(f, "가 또는 나 그리고 다", "(or 가 (and 나 다))");
	assert_tree(f, "（가 또는　나）", "(or 가 나)");
	assert_tree(f, "\"가 나\"", "(text \"가 나\")");
	assert_tree(f, "“가 나”다", "(and (text \"가 나\") 다)");
	assert_tree(f, "가 || 나 && 다", "(or 가 (and 나 다))");
	assert_tree(f, "\"or\" \"(\"", "(and (text \"or\") (text \"(\"))");
}

static void
what_only_looks_like_syntax_is_a_word(void **state)
{
	static const char *const words[] = {
		"https:/a", "ftp://a.example/", "std::move", "12:30", "c++", "C#", "node:fs", "결론:좋다", ":)", ":(", "ㅠㅠ)", "main()", "()", "-",
		"--force", "!=", "안녕!", "!", "a||b", "subject:", "a:b", "x\"y", "localhost:8080", "js:function", "title", "note:x", "::", "^^;", "27\"", "f(x)", "-", "#", "##", "*",
		"orange", "notes", "주)",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_tree(*state, words[i], words[i]);
	assert_tree(*state, "https://a.example/?q=(x)", "(or https://a.example/?q=(x) (link https://a.example?q=(x)))");
	assert_tree(*state, "\"https://a.example/\"", "(text \"https://a.example/\")");
	assert_tree(*state, "(주)카카오", "(and 주 카카오)");
	assert_tree(*state, "가 - 나", "(and 가 - 나)");
	assert_tree(*state, "(f(x) 가)", "(and f(x) 가)");
	assert_tree(*state, "(가 :) 나", "(and 가 : 나)");
}

static void
fields_take_values_lists_and_groups(void **state)
{
	struct fixture *f = *state;

	assert_tree(f, "title:가", "(text title 가)");
	assert_tree(f, "제목：가", "(text title 가)");
	assert_tree(f, "제목: 가", "(text title 가)");
	assert_tree(f, "TITLE:\"가 나\"", "(text title \"가 나\")");
	assert_tree(f, "title:(가 or 나 -다)", "(or (text title 가) (and (text title 나) (not (text title 다))))");
	assert_tree(f, "title:(가 body:나 다)", "(and (text title 가) (text body 나) (text title 다))");
	assert_tree(f, "저자:김 절:설치 본문:커널", "(and (text author 김) (text section 설치) (text body 커널))");
	assert_tree(f, "feed:해솔 feed:0003 피드:\"3\" feed:3,5 feed:가,나",
		"(and (feed 해솔) (feed 0003) (feed 3) (or (feed 3) (feed 5)) (or (feed 가) (feed 나)))");
	assert_tree(f, "tag:ai #ai 태그:#ai tag:언어/* tag:c:Java tag:*", "(and (tag ai) (tag ai) (tag ai) (tag 언어/*) (tag c:Java) (tag *))");
	assert_tree(f, "tag:a,b -#c", "(and (or (tag a) (tag b)) (not (tag c)))");
	assert_tree(f, "site:velog 사이트:벨로그 site:https://www.Toss.tech/x site:toss", "(and (site velog) (site velog) (site toss.tech) (site toss))");
	assert_tree(f, "link:http://www.Blog.example/17/ 링크:blog.example/17?utm_source=x", "(and (link https://blog.example/17) (link https://blog.example/17))");
	assert_tree(f, "is:unread 안읽음 안 읽음 상태:\"안 읽음\" IS:Unread", "(and (is 0) (is 0) (is 0) (is 0) (is 0))");
	assert_tree(f, "is:(unread or starred) is:read,hidden", "(and (or (is 0) (is 2)) (or (is 1) (is 3)))");
	assert_tree(f, "안 좋은", "(and 안 좋은)");
	assert_tree(f, "실패 is:실패 \"안읽음\"", "(and 실패 (is 7) (text \"안읽음\"))");
	assert_tree(f, "has:code 있음:표,그림 has:tag has:full", "(and (has 0) (or (has 1) (has 2)) (is 8) (is 6))");
	assert_tree(f, "lang:ko 언어:영어", "(and (lang 0) (lang 1))");
	assert_tree(f, "id:17 번호:3,20..17 id:5..", "(and (id 17..17) (or (id 3..3) (id 17..20)) (id 5..))");
}

static void
dates_are_local_spans(void **state)
{
	static const struct {
		const char *text, *tree;
	} dates[] = {
		{ "date:2025", "2025-01-01T00:00:00..2025-12-31T23:59:59" },
		{ "date:2025-02", "2025-02-01T00:00:00..2025-02-28T23:59:59" },
		{ "date:2024-02-29", "2024-02-29T00:00:00..2024-02-29T23:59:59" },
		{ "날짜:2025.2.5.", "2025-02-05T00:00:00..2025-02-05T23:59:59" },
		{ "날짜:\"2025년 2월 5일\"", "2025-02-05T00:00:00..2025-02-05T23:59:59" },
		{ "날짜:\"2025. 2. 5. 10:30\"", "2025-02-05T10:30:00..2025-02-05T10:30:59" },
		{ "날짜:2025년", "2025-01-01T00:00:00..2025-12-31T23:59:59" },
		{ "날짜:2월29일", "2024-02-29T00:00:00..2024-02-29T23:59:59" },
		{ "날짜:2월", "2025-02-01T00:00:00..2025-02-28T23:59:59" },
		{ "날짜:3월1일", "2024-03-01T00:00:00..2024-03-01T23:59:59" },
		{ "date:20250205", "2025-02-05T00:00:00..2025-02-05T23:59:59" },
		{ "date:2025-02-05T10:30:05Z", "2025-02-05T19:30:05..2025-02-05T19:30:05" },
		{ "date:2025-02..2025-03", "2025-02-01T00:00:00..2025-03-31T23:59:59" },
		{ "date:2025-03~2025-02", "2025-02-01T00:00:00..2025-03-31T23:59:59" },
		{ "date:2025-02..", "2025-02-01T00:00:00.." },
		{ "date:..2025-02", "..2025-02-28T23:59:59" },
		{ "date:7d", "2025-01-29T00:00:00.." },
		{ "date:7d..3d", "2025-01-29T00:00:00..2025-02-02T23:59:59" },
		{ "date:3d..7d", "2025-01-29T00:00:00..2025-02-02T23:59:59" },
		{ "after:7d", "2025-01-29T00:00:00.." },
		{ "after:7일", "2025-01-29T00:00:00.." },
		{ "이후:2주", "2025-01-22T00:00:00.." },
		{ "이후:\"3개월 전\"", "2024-11-05T00:00:00.." },
		{ "이후:1년", "2024-02-05T00:00:00.." },
		{ "이후:3시간", "2025-02-05T15:00:00.." },
		{ "after:12h", "2025-02-05T06:00:00.." },
		{ "after:99999y", "0001-02-05T00:00:00.." },
		{ "after:99999m", "0001-01-05T00:00:00.." },
		{ "after:2025-02", "2025-02-01T00:00:00.." },
		{ "before:2025-02", "..2025-01-31T23:59:59" },
		{ "이전:어제", "..2025-02-03T23:59:59" },
		{ "날짜:오늘", "2025-02-05T00:00:00..2025-02-05T23:59:59" },
		{ "날짜:그저께", "2025-02-03T00:00:00..2025-02-03T23:59:59" },
		{ "date:this-week", "2025-02-03T00:00:00..2025-02-09T23:59:59" },
		{ "날짜:\"지난 주\"", "2025-01-27T00:00:00..2025-02-02T23:59:59" },
		{ "날짜:지난달", "2025-01-01T00:00:00..2025-01-31T23:59:59" },
		{ "날짜:작년", "2024-01-01T00:00:00..2024-12-31T23:59:59" },
		{ "날짜：２０２５－０２", "2025-02-01T00:00:00..2025-02-28T23:59:59" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		assert_tree(f, dates[i].text, arena_printf(&f->a, "(date %s)", dates[i].tree).p);
}

static void
lengths_are_minutes_as_shown_or_letters(void **state)
{
	static const struct {
		const char *text, *tree;
	} lengths[] = {
		{ "len:>5m", "(seconds 301..)" }, { "len:>=5m", "(seconds 241..)" }, { "len:<5m", "(seconds ..240)" },
		{ "len:<=5m", "(seconds ..300)" }, { "len:5분", "(seconds 241..300)" }, { "길이:3m..10m", "(seconds 121..600)" },
		{ "길이:3~10분", "(seconds 121..600)" }, { "len:..10m", "(seconds ..600)" }, { "len:3m..", "(seconds 121..)" },
		{ "len:>90s", "(seconds 91..)" }, { "길이:>1시간", "(seconds 3601..)" }, { "len:<2000", "(letters ..1999)" },
		{ "길이：＞２０００자", "(letters 2001..)" }, { "len:500..1000", "(letters 500..1000)" },
	};

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		assert_tree(*state, lengths[i].text, lengths[i].tree);
}

static void
faults_say_where_and_what_was_meant(void **state)
{
	struct fixture *f = *state;

	assert_fault(f, "가 titel:x", 4, "‘title:’");
	assert_fault(f, "ls:unread", 0, "‘is:’");
	assert_fault(f, "ㅅㅁㅎ:ai", 0, "‘tag:’");
	assert_fault(f, "xorm:ai", 0, "‘태그:’");
	assert_fault(f, "재목:x", 0, "‘제목:’");
	assert_fault(f, "is:unraed", 3, "‘is:unread’");
	assert_fault(f, "is:x", 3, "unread, read, starred");
	assert_fault(f, "has:kode", 4, "‘has:code’");
	assert_fault(f, "lang:xx", 5, "ko, en");
	assert_fault(f, "tag:", 4, "‘tag:’");
	assert_fault(f, "(tag:)", 5, "‘tag:’");
	assert_fault(f, "tag:a,,b", 4, "value");
	assert_fault(f, "\"가", 0, "quote");
	assert_fault(f, "가 (나", 4, "closed");
	assert_fault(f, "( )", 0, "between");
	assert_fault(f, "or 가", 0, "before ‘or’");
	assert_fault(f, "|| 가", 0, "before ‘||’");
	assert_fault(f, "나 !가", 4, "‘-’ stands before");
	assert_fault(f, "! 가", 0, "‘-’ stands before");
	assert_fault(f, "!(가 나)", 0, "‘-’ stands before");
	assert_fault(f, "subject:가", 0, "‘title:’");
	assert_fault(f, "From:Yun", 0, "‘author:’");
	assert_fault(f, "가 OR", 4, "behind ‘OR’");
	assert_fault(f, "(가 and )", 5, "behind ‘and’");
	assert_fault(f, "not", 0, "behind ‘not’");
	assert_fault(f, "date:2025-13", 5, "2025-02");
	assert_fault(f, "after:2025-02..", 6, "2025-02");
	assert_fault(f, "date:2025-02-29", 5, "2025-02");
	assert_fault(f, "date:..", 5, "range");
	assert_fault(f, "len:>", 4, ">5m");
	assert_fault(f, "len:3m..500자", 4, ">5m");
	assert_fault(f, "id:0", 3, "17");
	assert_fault(f, "\xff", 0, "UTF-8");
}

static void
depth_and_size_have_an_end(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	buf_fill(&text, '(', 100);
	assert_fault(f, buf_cstr(&text), QUERY_DEPTH, "64");
	buf_clear(&text);
	for (int i = 0; i < 100; i++)
		buf_puts(&text, "not ");
	buf_puts(&text, "x");
	assert_fault(f, buf_cstr(&text), 4 * QUERY_DEPTH, "64");
	buf_clear(&text);
	for (int i = 0; i <= QUERY_LEAVES; i++)
		buf_puts(&text, "x ");
	assert_fault(f, buf_cstr(&text), 2 * QUERY_LEAVES, "250");
	buf_fill(&text, 'x', QUERY_BYTES);
	assert_fault(f, buf_cstr(&text), 0, "8192");
	buf_free(&text);
}

static void
views_stand_for_their_queries(void **state)
{
	static const struct query_view views[] = {
		{ STR_INIT("AI 글"), STR_INIT("tag:ai or 인공지능") }, { STR_INIT("ring"), STR_INIT("x view:ring") },
		{ STR_INIT("wrong"), STR_INIT("is:x") }, { STR_INIT("deep"), STR_INIT("view:\"ai 글\" -광고") }, { STR_INIT("none"), STR_NONE },
	};
	const struct query_names names = { views, sizeof views / sizeof *views };
	static const struct {
		const char *text, *tree;
	} good[] = {
		{ "가 view:\"AI 글\"", "(and 가 (or (tag ai) 인공지능))" },
		{ "보기:deep is:read", "(and (or (tag ai) 인공지능) (not 광고) (is 1))" },
		{ "가 view:none", "가" }, { "가 or view:none", "(any)" },
	};
	struct fixture *f = *state;
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_int_equal(query_read(&f->a, str_of(good[i].text), &names, &f->tree, &f->fault), 0);
		buf_clear(&out);
		tell(&out, f->tree);
		assert_string_equal(buf_cstr(&out), good[i].tree);
	}
	buf_free(&out);
	assert_int_equal(query_read(&f->a, str_lit("가 view:ring"), &names, &f->tree, &f->fault), -1);
	assert_int_equal(f->fault.at, 9);
	assert_non_null(strstr(f->fault.text, "names itself"));
	assert_int_equal(query_read(&f->a, str_lit("view:rong"), &names, &f->tree, &f->fault), -1);
	assert_non_null(strstr(f->fault.text, "did you mean"));
	assert_int_equal(query_read(&f->a, str_lit("view:wrong"), &names, &f->tree, &f->fault), -1);
	assert_int_equal(f->fault.at, 5);
	assert_non_null(strstr(f->fault.text, "knows no ‘x’"));
	assert_fault(f, "view:x", 5, "no view");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_are_joined_as_the_grammar_says, setup, teardown),
		cmocka_unit_test_setup_teardown(what_only_looks_like_syntax_is_a_word, setup, teardown),
		cmocka_unit_test_setup_teardown(fields_take_values_lists_and_groups, setup, teardown),
		cmocka_unit_test_setup_teardown(dates_are_local_spans, setup, teardown),
		cmocka_unit_test_setup_teardown(lengths_are_minutes_as_shown_or_letters, setup, teardown),
		cmocka_unit_test_setup_teardown(faults_say_where_and_what_was_meant, setup, teardown),
		cmocka_unit_test_setup_teardown(depth_and_size_have_an_end, setup, teardown),
		cmocka_unit_test_setup_teardown(views_stand_for_their_queries, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
