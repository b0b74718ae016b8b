#include "unit.h"

#include "text/consent.h"
#include "text/hangul.h"
#include "text/josa.h"
#include "text/utf8.h"

static void
check_decode(const char *in, const char *want)
{
	struct buf out = { 0 };

	hangul_decode(&out, str_of(in));
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static void
check_encode(const char *in, const char *want)
{
	struct buf out = { 0 };

	hangul_encode(&out, str_of(in));
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static void
hangul_decode_gives_the_keys_pressed(void **state)
{
	(void)state;
	check_decode("ㅓㅏ", "jk");
	check_decode("소식", "thtlr");
	check_decode("ㅃ꿇", "QRnfg");
	check_decode("의ㅢㄼ", "dmlmlfq");
	check_decode("\u1109\u1169\u11a8", "thr");
	check_decode("\uffa1\uffc2\uffdc", "rkl");
	check_decode("/글 x9é", "/rmf x9é");
	check_decode("\u119e\uffc8", "\u119e\uffc8"); /* not on this keyboard */
}

static void
hangul_encode_composes_as_an_input_method(void **state)
{
	(void)state;
	check_encode("thtlr", "소식");
	check_encode("dksrhkcqkf", "안괓발");
	check_encode("rkqtdl", "값이");
	check_encode("rkqtl", "갑시");
	check_encode("gksl", "하니");
	check_encode("RnfrJ", "꿀거");
	check_encode("rkQk", "가빠");
	check_encode("kkhkhk!r ", "ㅏㅏㅘㅘ!ㄱ ");
	check_encode("KOTLIN", "ㅏㅒ씨ㅑㅜ");
}

static void
hangul_keys_survive_any_composition(void **state)
{
	static const char keys[] = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
	uint32_t seed = 20250205;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char text[13] = "";
		struct buf hangul = { 0 };

		seed = seed * 1664525u + 1013904223u;
		for (size_t n = seed >> 8 & 7, i = 0; i <= n + 3; i++) {
			seed = seed * 1664525u + 1013904223u;
			text[i] = keys[(seed >> 8) % (sizeof keys - 1)];
		}
		hangul_encode(&hangul, str_of(text));
		assert_int_equal((unsigned char)hangul.p[0] >= 0x80, 1);
		check_decode(buf_cstr(&hangul), text);
		buf_free(&hangul);
	}
}

static void
hangul_initial_of_syllables_and_letters(void **state)
{
	(void)state;
	assert_int_equal(hangul_initial(0xc18c), 0x3145); /* 소: ㅅ */
	assert_int_equal(hangul_initial(0xae4c), 0x3132); /* 까: ㄲ */
	assert_int_equal(hangul_initial(0x314e), 0x314e);
	assert_int_equal(hangul_initial(0x3133), 0);      /* ㄳ begins nothing */
	assert_int_equal(hangul_initial(0x314f), 0);
	assert_int_equal(hangul_initial('a'), 0);
}

static void
hangul_matches_by_initial_consonants(void **state)
{
	(void)state;
	assert_true(hangul_matches(str_lit("우리 팀의 서버 이전"), str_lit("ㅅㅂ")));
	assert_true(hangul_matches(str_lit("우리 팀의 서버 이전"), str_lit("ㅌㅇㅅㅂ")));
	assert_true(hangul_matches(str_lit("우리 팀의 서버 이전"), str_lit("서ㅂ")));
	assert_true(hangul_matches(str_lit("가상 서버"), str_lit("ㄳ"))); /* r, t typed together */
	assert_false(hangul_matches(str_lit("우리 팀의 서버 이전"), str_lit("ㅂㅅ")));
	assert_true(hangul_matches(str_lit("오픈 소스"), str_lit("오프")));
	assert_false(hangul_matches(str_lit("오픈 소스"), str_lit("오프소")));
	assert_false(hangul_matches(str_lit("오프라인"), str_lit("오픈")));
	assert_true(hangul_matches(str_lit("새 GitHub 기능"), str_lit("github ㄱㄴ")));
	assert_true(hangul_matches(str_lit("ㅋㅋㅋ"), str_lit("ㅋㅋ")));
	assert_true(hangul_matches(str_lit("［광고］ ＧitHub"), str_lit("[광고]g")));
	assert_true(hangul_matches(str_lit("[AD] 서버"), str_lit("［ａｄ］")));
	assert_false(hangul_matches(str_lit("【광고】"), str_lit("[광고]")));
	assert_true(hangul_matches(str_lit("무엇이든"), str_lit("")));
	assert_false(hangul_matches(str_lit(""), str_lit("ㄱ")));
}

static void
check_josa(const char *word, const char *pair, const char *want)
{
	struct buf out = { 0 };

	josa_pick(&out, str_of(word), str_of(pair));
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static void
hangul_begins_matches_at_the_start_only(void **state)
{
	(void)state;
	assert_true(hangul_begins(str_lit("오픈소스"), str_lit("오ㅍ")));
	assert_true(hangul_begins(str_lit("오픈 소스"), str_lit("ㅇㅍㅅㅅ")));
	assert_true(hangul_begins(str_lit(" GitHub"), str_lit("gith")));
	assert_true(hangul_begins(str_lit("오픈"), STR_NONE));
	assert_false(hangul_begins(str_lit("오픈소스"), str_lit("소스")));
	assert_false(hangul_begins(str_lit("오픈"), str_lit("오픈소스")));
	assert_false(hangul_begins(STR_NONE, str_lit("ㅇ")));
}

static void
a_yes_is_one_in_both_languages_and_with_the_input_method_on(void **state)
{
	(void)state;
	assert_true(consent_is_yes(str_lit("y")));
	assert_true(consent_is_yes(str_lit(" YES ")));
	assert_true(consent_is_yes(str_lit("ㅛ")));
	assert_true(consent_is_yes(str_lit("네")));
	assert_false(consent_is_yes(STR_NONE));
	assert_false(consent_is_yes(str_lit("n")));
	assert_false(consent_is_yes(str_lit("ㅜ")));
	assert_false(consent_is_yes(str_lit("yesterday")));
}

static void
josa_follows_the_sound_before_it(void **state)
{
	(void)state;
	check_josa("‘네ㅏ’", "이라는/라는", "라는");
	check_josa("‘ㅅㅁㅎ:’", "은/는", "은");
	check_josa("ㅇㅇㄹ", "으로/로", "로");
	check_josa("블로그", "을/를", "를");
	check_josa("글", "이/가", "이");
	check_josa("대전", "으로/로", "으로");
	check_josa("서울", "으로/로", "로");
	check_josa("제주", "으로/로", "로");
	check_josa("주소", "과/와", "와");
	check_josa("AWS", "은/는", "는");
	check_josa("HTML", "은/는", "은");
	check_josa("XML", "으로/로", "로");
	check_josa("Kotlin", "을/를", "을");
	check_josa("Redis", "을/를", "를");
	check_josa("Kernel", "으로/로", "로");
	check_josa("bot", "이/가", "이");
	check_josa("loop", "은/는", "는");
	check_josa("root", "이/가", "가");
	check_josa("group", "은/는", "은");
	check_josa("book", "은/는", "은");
	check_josa("XDG_CONFIG_HOME", "을/를", "을");
	check_josa("NAVER", "이/가", "가");
	check_josa("JSON", "이/가", "이");
	check_josa("API", "을/를", "를");
	check_josa("HTTPS", "을/를", "를");
	check_josa("6", "을/를", "을");
	check_josa("8", "으로/로", "로");
	check_josa("2", "이/가", "가");
	check_josa("1,000", "으로/로", "으로");
	check_josa("1,000,000,000,000", "이/가", "가");
	check_josa("30%", "은/는", "는");
}

static void
josa_looks_through_marks_and_brackets(void **state)
{
	(void)state;
	check_josa("‘소식’", "을/를", "을");
	check_josa("노드(Node.js)", "이/가", "가");
	check_josa("노드 (Node)", "이/가", "가");
	check_josa("", "을/를", "을(를)");
	check_josa("앞 \U0001f600", "을/를", "을(를)");
	check_josa("日本", "으로/로", "(으)로");
	check_josa("(", "이/가", "이(가)");
}

static void
josa_settles_a_whole_line(void **state)
{
	struct buf out = { 0 };

	(void)state;
	josa_apply(&out, str_lit("‘서버’{을/를} 5{으로/로}, {x/y} {을} {을/를 { 배{과/와}"));
	assert_str(buf_str(&out), "‘서버’를 5로, {x/y} {을} {을/를 { 배와");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hangul_decode_gives_the_keys_pressed),
		cmocka_unit_test(hangul_encode_composes_as_an_input_method),
		cmocka_unit_test(hangul_keys_survive_any_composition),
		cmocka_unit_test(hangul_initial_of_syllables_and_letters),
		cmocka_unit_test(hangul_matches_by_initial_consonants),
		cmocka_unit_test(hangul_begins_matches_at_the_start_only),
		cmocka_unit_test(a_yes_is_one_in_both_languages_and_with_the_input_method_on),
		cmocka_unit_test(josa_follows_the_sound_before_it),
		cmocka_unit_test(josa_looks_through_marks_and_brackets),
		cmocka_unit_test(josa_settles_a_whole_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
