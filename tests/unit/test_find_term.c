#include "unit.h"

#include "text/find_term.h"
#include "text/find_token.h"
#include "text/hangul.h"

/* "^" for the sign of a first character, "~" for that of a title. */
static void
show(struct buf *out, struct str expr)
{
	for (size_t i = 0; i < expr.n; i++)
		(void)buf_putc(out, expr.p[i] == *FIND_TOKEN_FIRST ? '^' : expr.p[i] == *FIND_TOKEN_IN_TITLE ? '~' : expr.p[i]);
}

/* want: the expression, of titles alone or not, " ? " and the check where there is one; "-" for nothing to look for. */
static void
check(enum find_term_kind kind, const char *text, bool is_title, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct find_term term;

	if (find_term_make(&a, str_of(text), kind, &term)) {
		show(&got, is_title ? term.title : term.expr);
		if (term.check.n)
			(void)buf_printf(&got, " ? %.*s", STR(term.check));
	} else {
		(void)buf_puts(&got, "-");
	}
	assert_str(buf_str(&got), want);
	buf_free(&got);
	arena_free(&a);
}

#define check_word(text, want) check(FIND_TERM_WORD, (text), false, (want))
#define check_phrase(text, want) check(FIND_TERM_PHRASE, (text), false, (want))
#define check_title(text, want) check(FIND_TERM_WORD, (text), true, (want))

static void
hangul_is_found_inside_words(void **state)
{
	(void)state;
	check_word("데이터베이스", "\"데이터베이스\"");
	check_word("배포", "\"배포\"");
	check_word("앱", "\"^앱\"");
	check_word("カメラ", "\"カメラ\"");
	check_word("\u1107\u1162\u1111\u1169", "\"배포\""); /* taken apart, as file names of some systems are */
}

static void
han_characters_are_read(void **state)
{
	(void)state;
	check_word("韓", "(\"^韓\" OR \"한국\")");
	check_word("新", "(\"^新\" OR \"^신\")");
	check_word("美法院", "(\"美法院\" OR \"미법원\")");
	check_word("韓반도체", "(\"韓반도체\" OR \"한반도체\")");
	check_word("龘", "\"^龘\"");
}

static void
latin_is_found_from_its_beginning(void **state)
{
	(void)state;
	check_word("kube", "\"kube\"*");
	check_word("AI", "\"AI\"*");
	check_word("x", "\"^x\"");
	check_phrase("x", "\"x\"");
	check_word("go x", "\"go x\"*");
	check_word("404", "\"404\"*");
	check_word("snake_case", "\"snake_case\"*");
	check_word("naïve", "\"naïve\"*");
	check_word("ＡＩ", "\"AI\"*");
	check_phrase("kube", "\"kube\"");
	check_phrase("open source", "\"open source\"");
}

static void
words_of_two_scripts_are_phrases(void **state)
{
	(void)state;
	check_word("오픈AI", "\"오픈AI\"*");
	check_word("AI앱", "\"AI^앱\"");
	check_word("AI모델", "\"AI모델\"");
	check_word("2025년", "\"2025^년\"");
	check_word("오픈AI의", "\"오픈AI^의\"");
	check_phrase("AI 앱", "\"AI ^앱\"");
	check_phrase("새 모델", "\"새 모델\"");
	check_phrase("빠른 C", "\"빠른 C\"");
}

static void
titles_alone_are_asked_for(void **state)
{
	(void)state;
	check_title("앱", "\"~앱\"");
	check_title("2025년", "\"~2025년\"");
	check_title("배포", "\"~배포\"");
	check_title("kube", "\"~kube\"*");
	check_title("k", "\"~k\"*");
	check_title("韓", "(\"~韓\" OR \"~한국\")");
	check_title("ㅋ", "{title initials} : \"^ㅋ\"");
	check_title("ㅅㅂ", "{title initials} : \"ㅅㅂ\"");
	check_title("인ㄱ지ㄴ", "(initials : \"ㅇㄱㅈㄴ\") ? 인ㄱ지ㄴ");
}

static void
marks_of_languages_belong_to_their_names(void **state)
{
	(void)state;
	check_word("C++", "\"C++\"");
	check_word("c#", "\"c#\"");
	check_word("C++20", "\"C++20\"*");
	check_word("C++로", "\"C++^로\"");
	check_word("a+b", "\"a+b\"*");
	check_word("+1", "\"+1\"*");
	check_word("+", "-");
	check_word("배포+", "\"배포\"");
}

static void
what_stands_around_a_word_is_no_part_of_it(void **state)
{
	(void)state;
	check_word("인공지능!", "\"인공지능\"");
	check_word("(배포)", "\"(배포\"");
	check_word("\"배포\"", "\".배포\"");
	check_word("node.js", "\"node.js\"*");
	check_word("std::move", "\"std::move\"*");
	check_word("\x01\x1b[0m", "\"..[0m\"*");
	check_phrase("새　모델。", "\"새 모델\"");
}

static void
symbols_alone_are_nothing_to_look_for(void **state)
{
	(void)state;
	check_word("", "-");
	check_word("!!!", "-");
	check_word("👍", "-");
	check_word("→·…", "-");
	check_phrase(" \" ", "-");
}

static void
consonants_are_initials(void **state)
{
	(void)state;
	check_word("ㅋㅂㄴㅌㅅ", "\"ㅋㅂㄴㅌㅅ\"");
	check_word("ㅋ", "\"^ㅋ\"");
	check_word("SKㅌㄹㅋ", "\"SKㅌㄹㅋ\"");
	check_word("ㅎㄱㅍㅇ", "\"ㅎㄱㅍㅇ\"");
	check_word("ㄱㅄㅎ", "(\"ㄱㅄㅎ\" OR \"ㄱㅂㅅㅎ\")"); /* an input method joined two */
	check_word("ﾡﾤ", "\"ㄱㄴ\"");
	check_phrase("ㄴㅇㅂ ㄱㅅ", "\"ㄴㅇㅂ ㄱㅅ\"");
}

static void
consonants_among_syllables_are_a_title_being_typed(void **state)
{
	(void)state;
	check_word("인ㄱ지ㄴ", "(initials : \"ㅇㄱㅈㄴ\") ? 인ㄱ지ㄴ");
	check_word("오픈ㅅ", "(initials : \"ㅇㅍㅅ\") ? 오픈ㅅ");
	check_word("AI반ㄷ", "(initials : \"AIㅂㄷ\") ? AI반ㄷ");
	check_phrase("ㄱ자", "\"ㄱ자\"");
}

static void
vowels_are_only_themselves(void **state)
{
	(void)state;
	check_word("ㅠㅠ", "\"ㅠㅠ\"");
	check_word("ㅔㅛ쇄ㅜ", "\"ㅔㅛ쇄ㅜ\"");
}

static void
initials_stand_for_syllables(void **state)
{
	struct buf out = { 0 };

	(void)state;
	hangul_initials(&out, str_lit("SK텔레콤 쇼핑 ㅋㅋ ㄳ ㅏ 韓"));
	assert_str(buf_str(&out), "SKㅌㄹㅋ ㅅㅍ ㅋㅋ ㄱㅅ ㅏ 韓");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hangul_is_found_inside_words),
		cmocka_unit_test(han_characters_are_read),
		cmocka_unit_test(latin_is_found_from_its_beginning),
		cmocka_unit_test(words_of_two_scripts_are_phrases),
		cmocka_unit_test(titles_alone_are_asked_for),
		cmocka_unit_test(marks_of_languages_belong_to_their_names),
		cmocka_unit_test(what_stands_around_a_word_is_no_part_of_it),
		cmocka_unit_test(symbols_alone_are_nothing_to_look_for),
		cmocka_unit_test(consonants_are_initials),
		cmocka_unit_test(consonants_among_syllables_are_a_title_being_typed),
		cmocka_unit_test(vowels_are_only_themselves),
		cmocka_unit_test(initials_stand_for_syllables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
