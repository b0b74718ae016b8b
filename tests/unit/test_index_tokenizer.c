#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "store/index_tokenizer.h"
#include "text/find_token.h"

/* "=" stands before a word at the place of the one before, "^" and "~" for the signs of a first character and of a title. */
static int
add_words(void *user, const struct index_word *words, size_t n)
{
	char room[INDEX_WORD_KEY];

	for (size_t i = 0; i < n; i++) {
		struct str word = index_word_text(&words[i], room);

		(void)buf_puts(user, words[i].is_also ? "=" : " ");
		for (size_t k = 0; k < word.n; k++)
			(void)buf_putc(user, word.p[k] == *FIND_TOKEN_FIRST ? '^' : word.p[k] == *FIND_TOKEN_IN_TITLE ? '~' : word.p[k]);
	}
	return SQLITE_OK;
}

static void
check(const char *text, bool is_title, const char *want)
{
	struct index_tokenizer *t = index_tokenizer_new();
	struct buf got = { 0 };

	for (int again = 0; again < 2; again++) { /* nothing stays of the text before */
		buf_clear(&got);
		assert_int_equal(index_tokenizer_words(t, str_of(text), is_title, add_words, &got), SQLITE_OK);
		assert_string_equal(buf_cstr(&got), want);
	}
	buf_free(&got);
	free(t);
}

static void
a_character_is_told_once(void **state)
{
	(void)state;
	check("나라 나라다", false, " 나라=^나 라나=^라 나라 라다 다=^다");
	check("한DB 한국", false, " 한=^한 db=^d 한국=^한 국=^국"); /* behind a word each time */
	check("한·한국, 한", false, " 한=^한 한국 국=^국 한");
	check("da de", false, " da=^d de");
	check("é Éa", false, " e=^e ea");
}

static void
a_title_has_all_twice(void **state)
{
	(void)state;
	check("나라, 앱 DB", true, " 나라=~나라=^나=~나 라=~라=^라 앱=~앱=^앱 db=~db=^d");
}

static void
long_words_stand_between_short_ones(void **state)
{
	(void)state;
	check("가나 kubernetes 다 abcdefgh 라", false, " 가나=^가 나=^나 kubernetes=^k 다=^다 abcdefgh=^a 라=^라");
	check("abcdefgh", true, " abcdefgh=~abcdefgh=^a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_character_is_told_once),
		cmocka_unit_test(a_title_has_all_twice),
		cmocka_unit_test(long_words_stand_between_short_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
