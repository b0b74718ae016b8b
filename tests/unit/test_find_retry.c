#include "unit.h"

#include "text/find_retry.h"

/* want NULL: there is no other way. */
static void
check(bool (*retry)(struct buf *, struct str), const char *word, const char *want)
{
	struct buf out = { 0 };

	assert_int_equal(retry(&out, str_of(word)), want != NULL);
	assert_str(buf_str(&out), want ? want : "");
	buf_free(&out);
}

static void
particles_go_the_longest_first(void **state)
{
	(void)state;
	check(find_retry_particle, "쿠버네티스를", "쿠버네티스");
	check(find_retry_particle, "쿠버네티스에서는", "쿠버네티스");
	check(find_retry_particle, "서버로부터", "서버");
	check(find_retry_particle, "개발자에게", "개발자");
	check(find_retry_particle, "Python으로", "Python");
	check(find_retry_particle, "AI가", "AI");
	check(find_retry_particle, "데이터라는", "데이터");
}

static void
a_stem_keeps_two_letters(void **state)
{
	(void)state;
	check(find_retry_particle, "나이", NULL);
	check(find_retry_particle, "앱에서", NULL);
	check(find_retry_particle, "에서", NULL);
	check(find_retry_particle, "", NULL);
	check(find_retry_particle, "쿠버네티스", NULL);
	check(find_retry_particle, "cloud", NULL);
}

static void
latin_keys_become_korean(void **state)
{
	(void)state;
	check(find_retry_layout, "dhvms", "오픈");
	check(find_retry_layout, "dlsrhdwlsmd", "인공지능");
	check(find_retry_layout, "tjqj2", "서버2");
	check(find_retry_layout, "dhvms소스", "오픈소스");
	check(find_retry_layout, "dhvmst", "오픈ㅅ");
	check(find_retry_layout, "zqsxt", "ㅋㅂㄴㅌㅅ");
}

static void
korean_keys_become_latin(void **state)
{
	(void)state;
	check(find_retry_layout, "ㅔㅛ쇄ㅜ", "python");
	check(find_retry_layout, "햣", "git");
	check(find_retry_layout, "ㅏㅕㅠㄷ구ㄷㅅㄷㄴ", "kubernetes");
	check(find_retry_layout, "ㅗㅅㅅㅔ/2", "http/2");
}

static void
what_is_no_word_does_not_come_out(void **state)
{
	(void)state;
	check(find_retry_layout, "python", NULL);
	check(find_retry_layout, "aws", NULL);
	check(find_retry_layout, "a", NULL);
	check(find_retry_layout, "404", NULL);
	check(find_retry_layout, "", NULL);
	check(find_retry_layout, "ssd소스", NULL);
}

static void
joined_words_come_apart(void **state)
{
	(void)state;
	check(find_retry_apart, "GPT4o", "GPT 4o");
	check(find_retry_apart, "OpenSource", "Open Source");
	check(find_retry_apart, "http2", "http 2");
	check(find_retry_apart, "cloud", NULL);
	check(find_retry_apart, "GPU", NULL);
	check(find_retry_apart, "오픈소스", NULL);
	check(find_retry_apart, "", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(particles_go_the_longest_first),
		cmocka_unit_test(a_stem_keeps_two_letters),
		cmocka_unit_test(latin_keys_become_korean),
		cmocka_unit_test(korean_keys_become_latin),
		cmocka_unit_test(what_is_no_word_does_not_come_out),
		cmocka_unit_test(joined_words_come_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
