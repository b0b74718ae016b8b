#include "unit.h"

#include "base/buf.h"
#include "text/find_hanja.h"
#include "text/find_token_pairs.h"
#include "text/utf8.h"

/* The tokens with blanks between; "=" before another reading of the one before. */
static const char *
tokens_of(struct buf *out, const char *text, enum find_token_use use)
{
	struct find_token_scan scan;
	struct find_token token;

	buf_clear(out);
	find_token_start(&scan, str_of(text), use);
	while (find_token_next(&scan, &token)) {
		buf_puts(out, token.is_also ? " =" : out->n ? " " : "");
		buf_add(out, token.text);
	}
	return buf_cstr(out);
}

static void
check(const char *text, const char *want, enum find_token_use use, int line)
{
	struct buf out = { 0 };
	const char *got = tokens_of(&out, text, use);

	if (strcmp(got, want) != 0) {
		print_error("‘%s’: want ‘%s’, got ‘%s’\n", text, want, got);
		_fail(__FILE__, line);
	}
	buf_free(&out);
}

static void
add_token(struct buf *out, struct str text, bool is_also)
{
	(void)buf_printf(out, "%s%.*s ", is_also ? "=" : "", STR(text));
}

/* Tokens of syllables in turn. */
static void
add_pairs(struct buf *out, const uint32_t *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char bytes[8];
		size_t len = pairs[i] ? utf8_put(bytes, find_token_pairs_char(pairs[i])) : 0;

		if (len && pairs[i + 1])
			len += utf8_put(bytes + len, find_token_pairs_char(pairs[i + 1]));
		if (len)
			add_token(out, str_new(bytes, len), false);
	}
}

/* The same tokens one by one, or so many syllables at once where they come. */
static void
take_apart(struct buf *out, struct str text, size_t max)
{
	struct find_token_scan scan;
	struct find_token token;
	struct str word;
	uint32_t pairs[8];
	size_t n;

	buf_clear(out);
	find_token_start(&scan, text, FIND_TOKEN_TEXT);
	do {
		while (max && (n = find_token_pairs(&scan, pairs, max)))
			add_pairs(out, pairs, n);
		while (max > 4 && find_token_word(&scan, &word))
			add_token(out, word, false);
		if (!find_token_next(&scan, &token))
			return;
		add_token(out, token.text, token.is_also);
	} while (true);
}

#define stored(text, want) check(text, want, FIND_TOKEN_TEXT, __LINE__)
#define asked(text, want) check(text, want, FIND_TOKEN_QUERY, __LINE__)

static void
runs_are_pairs_over_blanks(void **state)
{
	(void)state;
	stored("데이터베이스", "데이 이터 터베 베이 이스 스");
	stored("데이터 베이스", "데이 이터 터베 베이 이스 스");
	stored("데이터\xc2\xa0\t베이스", "데이 이터 터베 베이 이스 스");
	stored("앱", "앱");
	stored("", "");
	stored("….!?", "");
	stored("배포, 장애", "배포 포 장애 애");
	stored("배포\n장애", "배포 포 장애 애");
	stored("ㅋㅋㅋ", "ㅋㅋ ㅋㅋ ㅋ");
	stored("カタカナ", "カタ タカ カナ ナ");
}

static void
words_are_whole_and_folded(void **state)
{
	(void)state;
	stored("GPT-4o unique_ptr", "gpt 4o unique_ptr");
	stored("ＡＩ　２．０", "ai 2 0");
	stored("가람DB를", "가람 람 db 를");
	stored("가람 DB를", "가람 람 db 를");
	stored("Café ÅNGSTRÖM naïve", "cafe angstrom naive");
	stored("Cafe\xcc\x81", "cafe");
	stored("co\xc2\xadop\xe2\x80\x8b" "era", "coop era");
	stored("Москва Ελλάδα", "москва ελλαδα");
}

static void
what_is_written_apart_is_put_together(void **state)
{
	(void)state;
	stored("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xe1\x84\x80\xe1\x85\xb3\xe1\x86\xaf", "한글 글");
	stored("\xed\x95\x98\xe1\x86\xab글", "한글 글");
	stored("か\xe3\x82\x99き", "がき き");
	stored("\xef\xa4\x8a", "金 =금"); /* U+F90A */
}

static void
a_query_ends_where_its_text_does(void **state)
{
	(void)state;
	asked("데이터", "데이 이터");
	asked("데이터!", "데이 이터");
	asked("데이터 ", "데이 이터");
	asked("가람DB", "가람 람 db");
	asked("가람 DB 데이터", "가람 람 db 데이 이터");
	asked("앱", "앱");
	asked("DB앱", "db 앱");
	asked("배포, 앱", "배포 포 앱");
	asked("배포…", "배포");
}

static void
signs_are_read_as_words_too(void **state)
{
	(void)state;
	stored("韓", "韓 =한 =한국");
	stored("韓·美", "韓 =한 =한국 美 =미 =미국");
	stored("韓美 협상", "韓美 =한미 =한국 美협 =미 =미국 협상 상");
	stored("新제품", "新제 =신제 제품 품");
	stored("佛, 곧", "佛 =불 =프랑 곧 =랑스");
	stored("佛", "佛 =불 =프랑 랑스");
	stored("電子", "電子 =전자 =전자 子 =자");
	stored("半導體", "半導 =반도 導體 =도체 體 =체");
	asked("韓", "韓");
	asked("韓美", "韓美");
}

static void
marks_belong_to_names_of_languages(void **state)
{
	(void)state;
	stored("C++와 C#, g++20", "c =c++ 와 c =c# g =g++ 20");
	stored("a+b c ++ PR#12", "a b c pr 12");
	asked("C++", "c++");
	asked("C#", "c#");
	asked("C++ 메모리", "c++ 메모 모리");
	asked("C", "c");
}

static void
long_words_are_cut_alike(void **state)
{
	struct find_token_scan scan;
	struct find_token token;
	char word[300];

	(void)state;
	memset(word, 'x', sizeof word);
	find_token_start(&scan, str_new(word, sizeof word), FIND_TOKEN_TEXT);
	assert_true(find_token_next(&scan, &token));
	assert_int_equal(token.text.n, FIND_TOKEN_BYTES);
	assert_int_equal(token.to, sizeof word);
	assert_false(find_token_next(&scan, &token));
}

static void
tokens_say_where_they_stand(void **state)
{
	static const struct {
		enum find_token_kind kind;
		const char *source;
	} want[] = {
		{ FIND_TOKEN_PAIR, "새  글" }, { FIND_TOKEN_LAST, "글" }, { FIND_TOKEN_WHOLE, "ＤＢ" }, { FIND_TOKEN_ONE, "韓" },
		{ FIND_TOKEN_ONE, "韓" }, { FIND_TOKEN_ONE, "韓" }, { FIND_TOKEN_WHOLE, "C++" }, { FIND_TOKEN_WHOLE, "C++" },
	};
	struct str text = str_lit("(새  글) ＤＢ 韓/C++");
	struct find_token_scan scan;
	struct find_token token;

	(void)state;
	find_token_start(&scan, text, FIND_TOKEN_TEXT);
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		assert_true(find_token_next(&scan, &token));
		assert_int_equal(token.kind, want[i].kind);
		assert_str(str_sub(text, token.from, token.to), want[i].source);
	}
	assert_false(find_token_next(&scan, &token));
}

/* Bytes that are no UTF-8 divide words and do no harm. */
/* Texts of what stands beside syllables in any order: blanks, marks, words, signs that are read, jamo that join, broken bytes. */
static void
pairs_at_once_are_the_same(void **state)
{
	static const char *const pieces[] = { "가", "람", "힣", "나무", "데이터", " ", " ", "  ", "\n", ", ", "韓", "美國", "db", "C++", "\xe1\x86\xab",
		"하", "か\xe3\x82\x99", "ㅋ", "\xc2\xad", "\xc2\xa0", "\xea\xb0", "\xed\x9e\xa4", "\xed", "🙂", "한",
		"x#", "C# ", "+", "Ａ", "é", "\xcc\x81", "v2_0", "kubernetes", "다. ", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", ". ", "\"", "\t", "요?!\n" };
	struct buf text = { 0 }, want = { 0 }, got = { 0 };
	unsigned seed = 11;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		buf_clear(&text);
		for (int i = round % 12; i >= 0; i--) {
			seed = seed * 1103515245 + 12345;
			(void)buf_puts(&text, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		take_apart(&want, buf_str(&text), 0);
		take_apart(&got, buf_str(&text), 1 + (size_t)round % 8);
		if (!str_eq(buf_str(&got), buf_str(&want)))
			print_error("‘%s’: want ‘%s’, got ‘%s’\n", text.p, want.p, got.p);
		assert_true(str_eq(buf_str(&got), buf_str(&want)));
	}
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
}

static void
broken_bytes_are_breaks(void **state)
{
	(void)state;
	stored("가\xff나", "가 나");
	stored("ab\xed\xa0\x80" "cd", "ab cd");
	stored("끝\xea\xb0", "끝");
}

static void
the_table_of_signs_is_in_order(void **state)
{
	(void)state;
	for (int32_t cp = 0x4e00, found = 0; cp <= 0xa000; cp++) {
		const struct find_hanja *hanja = find_hanja(cp);

		found += hanja != NULL;
		if (hanja) {
			struct str sign = str_of(hanja->sign), sound = str_of(hanja->sound);

			assert_int_equal(utf8_next(&sign), cp);
			assert_int_equal(utf8_count(sound), 1);
			assert_true(!*hanja->word || utf8_count(str_of(hanja->word)) > 1);
		}
		if (cp == 0xa000)
			assert_true(found > 250);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_are_pairs_over_blanks),
		cmocka_unit_test(words_are_whole_and_folded),
		cmocka_unit_test(what_is_written_apart_is_put_together),
		cmocka_unit_test(a_query_ends_where_its_text_does),
		cmocka_unit_test(signs_are_read_as_words_too),
		cmocka_unit_test(marks_belong_to_names_of_languages),
		cmocka_unit_test(long_words_are_cut_alike),
		cmocka_unit_test(tokens_say_where_they_stand),
		cmocka_unit_test(pairs_at_once_are_the_same),
		cmocka_unit_test(broken_bytes_are_breaks),
		cmocka_unit_test(the_table_of_signs_is_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
