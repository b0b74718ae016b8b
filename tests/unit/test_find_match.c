#include "unit.h"

#include "base/buf.h"
#include "text/find_match.h"

/* The words, with blanks between; a phrase stands in quotes. */
static void
add_words(struct arena *a, struct find_match *match, struct str words, unsigned parts)
{
	struct str word;

	while ((word = str_word(&words)).n) {
		bool is_phrase = word.p[0] == '"';
		struct str text = arena_dup(a, is_phrase ? str_sub(word, 1, word.n - 1) : word);
		struct find_term term;

		assert_true(find_term_make(a, text, is_phrase ? FIND_TERM_PHRASE : FIND_TERM_WORD, &term));
		find_match_add(a, match, &term, parts);
	}
}

/* The text with [brackets] around what is found. */
static void
check_in(unsigned part, const char *words, const char *text, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct find_match match = { 0 };
	struct find_match_span *spans;
	size_t n, at = 0;

	add_words(&a, &match, str_of(words), 0);
	n = find_match_spans(&a, &match, str_of(text), part, &spans);
	for (size_t i = 0; i < n; i++) {
		(void)buf_add(&got, str_sub(str_of(text), at, spans[i].from));
		(void)buf_printf(&got, "[%.*s]", STR(str_sub(str_of(text), spans[i].from, spans[i].to)));
		at = spans[i].to;
	}
	(void)buf_add(&got, str_sub(str_of(text), at, SIZE_MAX));
	assert_str(buf_str(&got), want);
	buf_free(&got);
	arena_free(&a);
}

#define check_body(words, text, want) check_in(FIND_MATCH_BODY, (words), (text), (want))
#define check_title(words, text, want) check_in(FIND_MATCH_TITLE, (words), (text), (want))

static void
hangul_is_marked_inside_words(void **state)
{
	(void)state;
	check_body("지능", "인공지능이 인공 지 능을", "인공[지능]이 인공 [지 능]을");
	check_body("인공지능", "인공 지능의 인공, 지능", "[인공 지능]의 인공, 지능");
	check_body("앱", "앱의 검색앱 앱", "[앱]의 검색[앱] [앱]");
	check_body("검색 앱", "검색앱을 앱", "[검색][앱]을 [앱]");
	check_body("데이터", "데이터데이터", "[데이터][데이터]");
}

static void
latin_is_marked_by_words(void **state)
{
	(void)state;
	check_body("kube", "Kubernetes와 minikube", "[Kubernetes]와 minikube");
	check_body("\"kube\"", "Kubernetes, KUBE", "Kubernetes, [KUBE]");
	check_body("C++", "C++과 C, C#", "[C++]과 C, C#");
	check_body("ai", "ＡＩ 시장 maintain AI.", "[ＡＩ] 시장 maintain [AI].");
	check_body("오픈AI", "오픈 AI와 오픈AI", "[오픈 AI]와 [오픈AI]");
	check_body("node.js", "Node.js node js", "[Node.js] [node js]");
}

static void
han_characters_are_marked_for_what_they_stand_for(void **state)
{
	(void)state;
	check_body("한국", "韓·美 정상", "[韓]·美 정상");
	check_body("韓", "韓, 한국", "[韓], [한국]");
}

static void
initials_are_marked_in_titles(void **state)
{
	(void)state;
	check_title("ㅋㅂㄴ", "새 쿠버네티스", "새 [쿠버네]티스");
	check_title("ㄴㅌㅅㅇ", "쿠버네티스 입문", "쿠버[네티스 입]문");
	check_title("SKㅌㄹ", "SK텔레콤의", "[SK텔레]콤의");
	check_title("인ㄱ지", "인공지능 안가진", "[인공지]능 안가진");
	check_body("ㅋㅂㄴ", "쿠버네티스 ㅋㅂㄴ", "쿠버네티스 [ㅋㅂㄴ]");
	check_title("ㅋㅋ", "ㄳ ㅋㅋ 콩쿠르", "ㄳ [ㅋㅋ] 콩쿠르");
}

static void
letters_stay_whole(void **state)
{
	(void)state;
	check_body("글", "한\u1100\u1173\u11af과", "한[\u1100\u1173\u11af]과");
	check_body("cafe", "cafe\u0301 Café", "[cafe\u0301] [Café]");
}

static void
nothing_is_marked_where_nothing_is_found(void **state)
{
	(void)state;
	check_body("배포", "", "");
	check_body("배포", "배, 포", "배, 포");
	check_body("", "배포", "배포");
}

static void
terms_are_looked_for_in_their_part(void **state)
{
	struct arena a = { 0 };
	struct find_match match = { 0 };
	struct find_match_span *spans;

	(void)state;
	add_words(&a, &match, str_lit("배포"), FIND_MATCH_TITLE);
	add_words(&a, &match, str_lit("장애"), 0);
	assert_int_equal(find_match_spans(&a, &match, str_lit("배포 장애"), FIND_MATCH_TITLE, &spans), 2);
	assert_int_equal(spans[1].term, 1);
	assert_int_equal(find_match_spans(&a, &match, str_lit("배포 장애"), FIND_MATCH_BODY, &spans), 1);
	assert_int_equal(spans[0].term, 1);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hangul_is_marked_inside_words),
		cmocka_unit_test(latin_is_marked_by_words),
		cmocka_unit_test(han_characters_are_marked_for_what_they_stand_for),
		cmocka_unit_test(initials_are_marked_in_titles),
		cmocka_unit_test(letters_stay_whole),
		cmocka_unit_test(nothing_is_marked_where_nothing_is_found),
		cmocka_unit_test(terms_are_looked_for_in_their_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
