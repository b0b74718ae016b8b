#include "unit.h"

#include <stdlib.h>
#include <uninorm.h>

#include "text/clean.h"
#include "text/nfc.h"
#include "text/utf8.h"

typedef void clean_fn(struct buf *out, struct str s);

static void
check(clean_fn *clean, const char *in, const char *want)
{
	struct buf out = { 0 };

	(void)buf_puts(&out, "앞 ");
	clean(&out, str_of(in));
	assert_str(str_sub(buf_str(&out), strlen("앞 "), out.n), want);
	buf_free(&out);
}

static void
clean_line_folds_every_kind_of_blank(void **state)
{
	(void)state;
	check(clean_line, "  서버\t \r\n 이야기 \u3000\u2003끝\u2028", "서버 이야기 끝");
	check(clean_line, "5\u00a0월", "5\u00a0월");
	check(clean_line, "a\xc2\x85" "b\vc\fd\u2029e", "a b c d e");
	check(clean_line, " \t\n ", "");
	check(clean_line, "", "");
}

static void
clean_inline_keeps_blanks_one_for_one(void **state)
{
	(void)state;
	check(clean_inline, " 두  칸\t\n끝 ", " 두  칸  끝 ");
	check(clean_inline, "전각\u3000공백", "전각 공백");
	check(clean_inline, "a\r\nb\rc", "a b c");
}

static void
clean_text_keeps_lines_and_sets_tabs(void **state)
{
	(void)state;
	check(clean_text, "if x:\r\n\treturn\rend\n", "if x:\n    return\nend\n");
	check(clean_text, "가\tb\t\tc\n\td", "가  b       c\n    d");
	check(clean_text, "a\tb\u3000c", "a   b\u3000c");
}

static void
clean_takes_whole_escape_sequences_out(void **state)
{
	(void)state;
	check(clean_line, "빨\x1b[1;31m간\x1b[0m 글", "빨간 글");
	check(clean_line, "a\xc2\x9b" "2Jb", "ab");
	check(clean_line, "a\x1b]0;title\x07" "b\x1b]8;;http://x\x1b\\c\xc2\x9d" "0;t\xc2\x9c" "d", "abcd");
	check(clean_line, "a\x1bP1$r0m\x1b\\b\x1b_x\x1b\\c\x1b^y\x1b\\d\x1bXz\x1b\\e", "abcde");
	check(clean_line, "a\x1b(Bb\x1b" "cc\x1b=d", "abcd");
	check(clean_line, "첫\xc2\x9b" "째", "첫째"); /* nothing follows that would be a sequence */
	check(clean_line, "\x1b]never ended 글", "]never ended 글");
	check(clean_line, "\x1b\x1b[31m끝\x1b", "끝");
	check(clean_line, "a\x01\x07\x08" "b\x7f" "c\xc2\x80", "abc");
}

static void
clean_drops_what_cannot_be_seen(void **state)
{
	(void)state;
	check(clean_line, "가\u200b나\ufeff다\u00ad라\u200e마\u202e바\u2066사\u2069아\u061c", "가나다라마바사아");
	check(clean_line, "\u3164제목\uffa0\u115f\u1160", "제목");
	check(clean_line, "x\U000e0041\U000e007f\ufe0f\u180e\U000e0100y\ufff9\ufffe", "xy");
	check(clean_line, "이\u2060음", "이\u2060음");
}

static void
clean_keeps_sequences_of_emoji(void **state)
{
	static const char *const whole[] = {
		"\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 가족", "\u2764\ufe0f\u200d\U0001f525!",
		"\U0001f469\U0001f3fd\u200d\u2764\ufe0f\u200d\U0001f48b\u200d\U0001f468\U0001f3fb",
		"\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f44d\U0001f3fd 최고", "3\ufe0f\u20e3 셋째 #\u20e3", "\u00a9\ufe0f",
		"▶\ufe0e 재생", "\U0001f1f0\U0001f1f7", "\u270c\ufe0f\U0001f3fd",
	};

	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		check(clean_line, whole[i], whole[i]);
		check(clean_text, whole[i], whole[i]);
	}
}

static void
clean_keeps_of_emoji_only_what_belongs_to_them(void **state)
{
	(void)state;
	check(clean_line, "가\ufe0f나\u200d다 1\ufe0f2 \U0001f3fd\ufe0f", "가나다 12");
	check(clean_line, "\U0001f468\u200d가 \U0001f468\u200d", "\U0001f468가 \U0001f468");
	check(clean_line, "\U0001f468\u200d\u200d\U0001f469", "\U0001f468\u200d\U0001f469");
	check(clean_line, "\u2764\ufe0f\ufe0f\ufe0e!", "\u2764\ufe0f!");
	check(clean_line, "\U0001f44d\U0001f3fd\U0001f3fe\ufe0f!", "\U0001f44d\U0001f3fd!");
	check(clean_line, "3\ufe0f\u20e3\u20e3 가\u20e3 \u20e3", "3\ufe0f\u20e3 가");
	check(clean_line, "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4");
}

/* Cells show the first emoji of a sequence: nobody hides a text behind it. */
static void
clean_joins_no_more_emoji_than_people_do(void **state)
{
	struct buf in = { 0 }, out = { 0 };
	size_t joined = 0;

	(void)state;
	for (int i = 0; i < 100; i++)
		(void)buf_puts(&in, "\U0001f469\u200d");
	clean_line(&out, buf_str(&in));
	for (struct str rest = buf_str(&out); rest.n;)
		joined += utf8_next(&rest) == 0x200d;
	assert_int_equal(utf8_count(buf_str(&out)) - joined, 100);
	assert_int_equal(joined, 100 - 17);
	buf_free(&in);
	buf_free(&out);
}

static void
clean_composes_and_limits_marks(void **state)
{
	(void)state;
	check(clean_line, "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글");
	check(clean_line, "e\u200d\u0301", "\u00e9"); /* neighbours once the joiner is gone */
	check(clean_line, "\u1112\u119e\u11ab", "\u1112\u119e\u11ab");
	check(clean_line, "글\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316!",
		"글\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316!");
}

static void
clean_repairs_ill_formed_bytes(void **state)
{
	(void)state;
	check(clean_line, "글\xea\xb0", "글\ufffd");
	check(clean_line, "\x9b" "31m", "\ufffd31m");
}

static void
clean_is_tells_clean_from_unclean(void **state)
{
	static const char *const good[] = { "", "글\n둘", "a\u00a0b", "\u2060", "\u1112\u119e\u11ab",
		"\u00e9\U0001f600", "1\u20e3", "\u0928\u093f", "\U0001f44d\U0001f3fd", "1\ufe0f\u20e3",
		"\U0001f3f3\ufe0f\u200d\U0001f308" };
	static const char *const bad[] = { "\t", "\r", "\x1b", "e\u0301", "\u200b", "\xff", "\xc2\x85", "\u2028",
		"가\u20e3", "\u20e3",
		"\U0001f3fd", "가\ufe0f", "가\u200d나", "a\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316" };

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(clean_is(str_of(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(clean_is(str_of(bad[i])));
}

/* Wherever it stands among lines, which are looked at sixteen bytes at a time. */
static void
clean_is_tells_one_bad_byte_among_lines(void **state)
{
	static const char odd[] = { '\t', '\r', 0x1b, 0x7f, '\0', (char)0xea, (char)0x80 };
	struct str text = str_lit("가나\n다 abc\n\n라마바사아자차카\n\n\n타파\n0123456789abcdef\n하\n");

	(void)state;
	assert_true(clean_is(text));
	for (size_t at = 0; at <= text.n; at++)
		for (size_t i = 0; i < sizeof odd; i++) {
			struct buf b = { 0 };

			buf_add(&b, str_sub(text, 0, at));
			buf_putc(&b, odd[i]);
			buf_add(&b, str_sub(text, at, text.n));
			assert_false(clean_is(buf_str(&b)));
			buf_free(&b);
		}
}

/* A pseudo-random number, the same in every run. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
clean_text_of_anything_is_clean(void **state)
{
	static const int32_t odd[] = { 0x1b, '[', ']', 'm', '1', 0x9b, 0x9c, 0x200d, 0xfe0f, 0x20e3, 0x301,
		0x316, 0x344, 0x1100,
		0x1161, 0x11a8, 0xac00, 0x1f468, 0x1f3fd, 0x1f1f0, 0x2194, 0x338, 0xa9, '\t', '\r', '\n', ' ', 0x3000, 0x2060, 0x958,
		0x9c7, 0x9be,
		0x3099, 0x304b, 0xfb2c, 0x2329, 0x2000, 0x1160, 0x7f, 0, 0xe0041, 0xfdd0, 0x34f };
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct buf in = { 0 }, once = { 0 }, twice = { 0 };

		for (size_t n = next_random(&seed) % 24; n; n--) {
			if (next_random(&seed) % 16 == 0)
				(void)buf_putc(&in, (char)next_random(&seed));
			else
				utf8_add(&in, odd[next_random(&seed) % (sizeof odd / sizeof *odd)]);
		}
		clean_text(&once, buf_str(&in));
		clean_text(&twice, buf_str(&once));
		assert_true(clean_is(buf_str(&once)));
		assert_true(str_eq(buf_str(&once), buf_str(&twice)));
		assert_int_equal(clean_is(buf_str(&in)), str_eq(buf_str(&in), buf_str(&once)));
		buf_free(&in);
		buf_free(&once);
		buf_free(&twice);
	}
}

static void
nfc_composes_and_folds(void **state)
{
	struct buf out = { 0 };

	(void)state;
	nfc_add(&out, str_lit("plain\n\u1100\u1161\u11a8 ㄱㅏㄱ"));
	assert_str(buf_str(&out), "plain\n각 ㄱㅏㄱ");
	buf_clear(&out);
	nfc_fold(&out, str_lit("ABC 서버"));
	assert_str(buf_str(&out), "abc 서버");
	buf_clear(&out);
	nfc_fold(&out, str_lit("STRASSE"));
	nfc_fold(&out, str_lit("stra\u00dfe"));
	nfc_fold(&out, str_lit("E\u0301"));
	assert_str(buf_str(&out), "strassestrasse\u00e9");
	buf_free(&out);
}

/* Each code point between others that it may join, against the library on the whole. */
static void
nfc_of_parts_is_nfc_of_the_whole(void **state)
{
	static const char *const between[] = { "가", "e", "\u0301", "\u11a8", "끝 the end\n", "\u1100", "\u1161", "\u0327\u0301 " };

	(void)state;
	for (int32_t cp = 1; cp < 0x30000; cp++) {
		struct buf in = { 0 }, out = { 0 };
		struct str want;
		uint8_t *p;
		size_t n;

		for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
			utf8_add(&in, cp);
			(void)buf_puts(&in, between[i]);
		}
		p = u8_normalize(UNINORM_NFC, (const uint8_t *)in.p, in.n, NULL, &n);
		want = str_new((const char *)p, n);
		nfc_add(&out, buf_str(&in));
		if (!str_eq(buf_str(&out), want) || nfc_is(buf_str(&in)) != str_eq(buf_str(&in), want))
			fail_msg("U+%04X", (unsigned)cp);
		free(p);
		buf_free(&in);
		buf_free(&out);
	}
}

static void
clean_text_is_not_copied(void **state)
{
	struct buf scratch = { 0 };
	struct str plain = str_lit("한글 and ASCII"), made = clean_inlined(&scratch, str_lit("한\t글\x01"));

	(void)state;
	assert_str(made, "한 글");
	assert_ptr_equal(made.p, scratch.p);
	assert_ptr_equal(clean_inlined(&scratch, plain).p, plain.p);
	assert_str(clean_inlined(&scratch, str_lit("가\n")), "가 ");
	buf_free(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clean_text_is_not_copied),
		cmocka_unit_test(clean_line_folds_every_kind_of_blank),
		cmocka_unit_test(clean_inline_keeps_blanks_one_for_one),
		cmocka_unit_test(clean_text_keeps_lines_and_sets_tabs),
		cmocka_unit_test(clean_takes_whole_escape_sequences_out),
		cmocka_unit_test(clean_drops_what_cannot_be_seen),
		cmocka_unit_test(clean_keeps_sequences_of_emoji),
		cmocka_unit_test(clean_keeps_of_emoji_only_what_belongs_to_them),
		cmocka_unit_test(clean_joins_no_more_emoji_than_people_do),
		cmocka_unit_test(clean_composes_and_limits_marks),
		cmocka_unit_test(clean_repairs_ill_formed_bytes),
		cmocka_unit_test(clean_is_tells_clean_from_unclean),
		cmocka_unit_test(clean_is_tells_one_bad_byte_among_lines),
		cmocka_unit_test(clean_text_of_anything_is_clean),
		cmocka_unit_test(nfc_composes_and_folds),
		cmocka_unit_test(nfc_of_parts_is_nfc_of_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
