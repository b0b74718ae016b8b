#include "unit.h"

#include "text/plain.h"
#include "text/utf8.h"

static void
utf8_replaces_each_maximal_part_once(void **state)
{
	/* The example of Unicode 3.9, table 3-8, and overlong, surrogate and too large sequences. */
	static const struct {
		struct str in;
		const char *want;
	} cases[] = {
		{ STR_INIT("\x61\xf1\x80\x80\xe1\x80\xc2\x62\x80\x63\x80\xbf\x64"),
			"a\ufffd\ufffd\ufffdb\ufffdc\ufffd\ufffdd" },
		{ STR_INIT("\xc0\xaf\xe0\x80\xaf"), "\ufffd\ufffd\ufffd\ufffd\ufffd" },
		{ STR_INIT("\xed\xa0\x80"), "\ufffd\ufffd\ufffd" },
		{ STR_INIT("\xf4\x90\x80\x80"), "\ufffd\ufffd\ufffd\ufffd" },
		{ STR_INIT("글\xea\xb0"), "글\ufffd" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = { 0 };

		assert_true(utf8_repair(&out, cases[i].in));
		assert_str(buf_str(&out), cases[i].want);
		assert_false(utf8_is_valid(cases[i].in));
		assert_true(utf8_is_valid(buf_str(&out)));
		buf_free(&out);
	}
}

static void
utf8_reads_back_every_scalar_value(void **state)
{
	(void)state;
	for (int32_t cp = 0; cp <= 0x10ffff; cp++) {
		char bytes[4];
		struct str s = str_new(bytes, utf8_put(bytes, cp)), t = s;
		int32_t want = cp >= 0xd800 && cp <= 0xdfff ? UTF8_REPLACEMENT : cp;

		assert_true(utf8_next(&s) == want && s.n == 0);
		assert_true(utf8_last(&t) == want && t.n == 0);
	}
}

/* Eight bytes and more are looked at together: one that is wrong counts wherever it stands among them. */
static void
utf8_sees_each_byte_of_long_ascii(void **state)
{
	(void)state;
	for (size_t n = 1; n < 90; n++)
		for (size_t at = 0; at < n; at++) {
			char room[92] = "\xec\xed", *bytes = room + 2; /* what stands before is not looked at */

			memset(bytes, 'a', n);
			assert_true(utf8_is_valid(str_new(bytes, n)));
			assert_int_equal(plain_len(str_new(bytes, n)), n);
			for (int c = 0; c < 0x100; c++) {
				bytes[at] = (char)c;
				assert_true(utf8_is_valid(str_new(bytes, n)) == (c < 0x80));
				assert_int_equal(plain_len(str_new(bytes, n)), c >= 0x20 && c < 0x7f ? n : at);
			}
		}
}

/* One character behind the other. */
static size_t
plain_slowly(struct str s)
{
	struct str rest = s;

	while (rest.n) {
		struct str next = rest;

		if (!plain_is(utf8_next(&next)))
			break;
		rest = next;
	}
	return s.n - rest.n;
}

/* Sixteen bytes or thirty-two are looked at together, with syllables that begin in one such block and end in the next. */
static void
utf8_sees_each_byte_of_long_hangul(void **state)
{
	static const char *const texts[] = {
		"가나다라마바사아자차카타파하 거너더러머버서어저처커터퍼허",
		"a힣b가c힣d한글 ab c글자 두세 글자씩 놓인 글과 code",
		"漢字와 かな, “따옴표”… 그리고 괄호（）와 가운뎃점·",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t n = 0; n <= strlen(texts[i]); n++)
			assert_int_equal(plain_len(str_new(texts[i], n)), plain_slowly(str_new(texts[i], n)));
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t from = 0; from < 3; from++)
			for (size_t at = 0; at < strlen(texts[i]) - from; at++) {
				char bytes[128];
				struct str s = str_new(bytes, strlen(texts[i]) - from);

				for (int c = 0; c < 0x100; c++) {
					memcpy(bytes, texts[i] + from, s.n);
					bytes[at] = (char)c;
					assert_int_equal(plain_len(s), plain_slowly(s));
				}
			}
}

/* The same where no two spaces may stand, nor one at the start. */
static size_t
words_slowly(struct str s)
{
	struct str rest = s;
	int32_t before = ' ';

	while (rest.n) {
		struct str next = rest;
		int32_t cp = utf8_next(&next);

		if (!plain_is(cp) || cp == 0xa0 || (cp == ' ' && before == ' '))
			break;
		before = cp;
		rest = next;
	}
	return s.n - rest.n;
}

static void
utf8_sees_each_space_between_words(void **state)
{
	static const char *const texts[] = {
		"가나 다라 마바사 아자 차카타 파 하 거너 더러머버 서어저처 커터 퍼허", "an a word a b c of ascii and one more of it, or two", "한글 “과” · …",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t at = 0; at < strlen(texts[i]); at++)
			for (size_t spaces = 0; spaces < 3; spaces++) {
				char bytes[128] = " ";
				size_t n = strlen(texts[i]);

				memcpy(bytes, texts[i], at);
				memset(bytes + at, ' ', spaces);
				memcpy(bytes + at + spaces, texts[i] + at, n - at);
				for (size_t to = 0; to <= n + spaces; to++)
					assert_int_equal(plain_words_len(str_new(bytes, to)), words_slowly(str_new(bytes, to)));
				memcpy(bytes + at, "\u00a0", spaces < 2 ? 0 : 2);
				assert_int_equal(plain_words_len(str_new(bytes, n + spaces)), words_slowly(str_new(bytes, n + spaces)));
			}
}

/* The syllables have neighbours that are none, at each place of a block. */
static void
utf8_knows_where_syllables_end(void **state)
{
	(void)state;
	for (int32_t cp = 0xa000; cp <= 0xdfff; cp++)
		for (size_t at = 0; at < 96; at += 3) {
			char bytes[112];
			size_t n = 0;

			for (; n < 108; n += 3)
				(void)utf8_put(bytes + n, n == at ? cp : 0xae00);
			assert_int_equal(plain_len(str_new(bytes, n)), cp >= 0xac00 && cp <= 0xd7a3 ? n : at);
		}
}

static void
utf8_goes_backwards_over_junk(void **state)
{
	struct str s = str_lit("가\x80\x80n\xf0\x9f");

	(void)state;
	assert_int_equal(utf8_last(&s), UTF8_REPLACEMENT);
	while (s.n > 4)
		(void)utf8_last(&s);
	assert_int_equal(utf8_last(&s), UTF8_REPLACEMENT);
	assert_int_equal(utf8_last(&s), 0xac00);
	assert_int_equal(utf8_last(&s), -1);
}

static void
utf8_cuts_between_code_points(void **state)
{
	(void)state;
	assert_str(utf8_prefix(str_lit("가나다"), 5), "가");
	assert_str(utf8_prefix(str_lit("가나다"), 6), "가나");
	assert_str(utf8_prefix(str_lit("가"), 2), "");
	assert_str(utf8_prefix(str_lit("가"), 99), "가");
	assert_int_equal(utf8_count(str_lit("a가\xf0\x9f\x98\x80")), 3);
}

static void
utf8_letters_leave_white_space_out(void **state)
{
	static char long_text[1000];

	(void)state;
	for (int c = 1; c < 0x80; c++)
		for (size_t at = 0; at < 12; at++) {
			char text[] = "............가나다";

			text[at] = (char)c;
			assert_int_equal(utf8_letters(str_of(text)), 11 + !str_is_space((char)c) + 3);
		}
	assert_int_equal(utf8_letters(str_lit("é 가\t\xf0\x9f\x98\x80\n한글 ABC \u00a0")), 9);
	assert_int_equal(utf8_letters(STR_NONE), 0);
	for (size_t n = 0; n <= sizeof long_text; n++) { /* spaces, which are counted most of all */
		memset(long_text, ' ', sizeof long_text);
		memset(long_text, 'a', n);
		assert_int_equal(utf8_letters(str_new(long_text, sizeof long_text)), n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(utf8_replaces_each_maximal_part_once),
		cmocka_unit_test(utf8_reads_back_every_scalar_value),
		cmocka_unit_test(utf8_sees_each_byte_of_long_ascii),
		cmocka_unit_test(utf8_sees_each_byte_of_long_hangul),
		cmocka_unit_test(utf8_sees_each_space_between_words),
		cmocka_unit_test(utf8_knows_where_syllables_end),
		cmocka_unit_test(utf8_goes_backwards_over_junk),
		cmocka_unit_test(utf8_cuts_between_code_points),
		cmocka_unit_test(utf8_letters_leave_white_space_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
