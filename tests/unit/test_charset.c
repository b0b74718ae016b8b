#include "unit.h"

#include <iconv.h>

#include "text/charset.h"
#include "text/charset_trip.h"
#include "text/utf8.h"

static struct charset *set;

static int
open_set(void **state)
{
	(void)state;
	set = charset_open();
	return 0;
}

static int
close_set(void **state)
{
	(void)state;
	charset_free(set);
	return 0;
}

static void
check(struct str bytes, const char *type, const char *text, const char *name, bool is_repaired)
{
	struct buf out = { 0 };
	struct charset_found found;
	struct err err = { 0 };

	assert_int_equal(charset_decode(set, bytes, str_of(type), &out, &found, &err), 0);
	assert_str(buf_str(&out), text);
	assert_string_equal(found.name, name);
	assert_int_equal(found.is_repaired, is_repaired);
	buf_free(&out);
}

/* 가나 똠 펲: the last two are in CP949 only. */
#define KOREAN "\xb0\xa1\xb3\xaa \x8c" "c \xbc\x84"
#define KOREAN_TEXT "가나 똠 펲"

static void
valid_utf8_beats_any_label(void **state)
{
	(void)state;
	check(str_lit("<?xml version='1.0' encoding='euc-kr'?>소식"), "text/xml; charset=iso-8859-1",
		"<?xml version='1.0' encoding='euc-kr'?>소식", "utf-8", false);
}

static void
ascii_keeps_its_label(void **state)
{
	(void)state;
	check(str_lit("<?xml version='1.0' encoding='EUC-KR'?>x"), "", "<?xml version='1.0' encoding='EUC-KR'?>x", "cp949", false);
	check(str_lit("x"), "", "x", "utf-8", false);
	check(str_lit("x"), "text/xml; charset=utf-16", "x", "utf-8", false);
}

static void
korean_labels_mean_cp949(void **state)
{
	static const char *const labels[] = { "euc-kr", "EUC_KR", "ks_c_5601-1987", "ksc5601", "korean", "ms949", "windows-949",
		"x-windows-949", "CP949", "\"euc-kr\"" };
	char type[64];

	(void)state;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		snprintf(type, sizeof type, "text/xml; charset=%s", labels[i]);
		check(str_lit(KOREAN), type, KOREAN_TEXT, "cp949", false);
	}
}

static void
the_label_inside_counts(void **state)
{
	(void)state;
	check(str_lit("<?xml version=\"1.0\" encoding=\"windows-1251\" ?>\xcf\xf0\xe8\xe2\xe5\xf2"), "text/xml",
		"<?xml version=\"1.0\" encoding=\"windows-1251\" ?>Привет", "windows-1251", false);
	check(str_lit("<meta http-equiv=x content='text/html; charset=euc-kr'>\xb0\xa1"), "",
		"<meta http-equiv=x content='text/html; charset=euc-kr'>가", "cp949", false);
}

static void
lying_labels_lose(void **state)
{
	(void)state;
	check(str_lit(KOREAN), "text/xml; charset=utf-8", KOREAN_TEXT, "cp949", false);
	check(str_lit(KOREAN), "text/xml; charset=iso-8859-1", KOREAN_TEXT, "cp949", false);
	check(str_lit(KOREAN), "", KOREAN_TEXT, "cp949", false);
	check(str_lit("\xd0" "e\x8bi \x8bi"), "text/xml; charset=Johab", "한글 글", "johab", false);
	check(str_lit("\xb5\xe9l\xe8ve \xe0 l'\xe9" "cole"), "text/xml; charset=iso-8859-1", "µélève à l'école", "windows-1252", false);
}

static void
wide_forms_are_seen_without_a_label(void **state)
{
	(void)state;
	check(str_lit("\xff\xfe<\0\x8c\xc1"), "", "<소", "utf-16le", false);
	check(str_lit("\0<\0a\xac\0\xd8\x3d\xde\0"), "", "<a가😀", "utf-16be", false);
	check(str_lit("<\0a\0"), "text/xml; charset=utf-8", "<a", "utf-16le", false);
	check(str_lit("\0\0\0<\0\x01\xf6\0"), "", "<😀", "utf-32be", false);
	check(str_lit("\xef\xbb\xbf소식"), "text/xml; charset=euc-kr", "소식", "utf-8", false);
	check(str_lit("\x1b$)C \x0e\x30\x21\x0f."), "", " 가.", "iso-2022-kr", false);
	check(str_lit("\xfe\xff\0a\xd8\0\0b\x01"), "", "a\ufffdb\ufffd", "utf-16be", true);
}

static void
damage_is_replaced_and_told(void **state)
{
	(void)state;
	check(str_lit("소식이 왔다\xff!"), "", "소식이 왔다\ufffd!", "utf-8", true);
	check(str_lit("소식이 왔\xeb\x8b"), "", "소식이 왔\ufffd", "utf-8", true);
	check(str_lit("\xb0\xa1\xb0\xa2\xb0\xa3\xb0\xa4\xb0"), "text/xml; charset=euc-kr", "가각간갇\ufffd", "cp949", true);
}

/* A page put together from two: what a program wrote in EUC-KR around what is stored in UTF-8. */
static void
words_of_another_charset_are_read(void **state)
{
	(void)state;
	check(str_lit("<title>\xc7\xd1\xb1\xdb \xbc\xd2\xbd\xc4</title><p>오늘은 날씨가 좋습니다. 내일도 좋겠습니다.</p>"), "text/html; charset=utf-8",
		"<title>한글 소식</title><p>오늘은 날씨가 좋습니다. 내일도 좋겠습니다.</p>", "utf-8", true);
	check(str_lit("\xc7\xd1\xb1\xdb\xc0\xc7 \xbc\xd2\xbd\xc4\xb0\xfa \xb1\xdb\xb5\xe9: 소식과 글"), "", "한글의 소식과 글들: 소식과 글", "utf-8", true);
	check(str_lit("오늘의 소식 \xed\xa0\xbd\xed\xb8\x80"), "", "오늘의 소식 😀", "utf-8", false);
}

/* What is plain reads the same with and without converters, under any label. */
static void
check_plain(struct str bytes, const char *type, bool is_plain)
{
	struct charset *none = charset_open_plain();
	struct buf with = { 0 }, without = { 0 };
	struct charset_found found, again;

	assert_true(charset_is_plain(bytes) == is_plain);
	assert_int_equal(charset_decode(set, bytes, str_of(type), &with, &found, NULL), 0);
	assert_int_equal(charset_decode(none, bytes, str_of(type), &without, &again, NULL), 0);
	assert_true(str_eq(buf_str(&with), buf_str(&without)) == is_plain);
	assert_true(!strcmp(found.name, again.name) || !is_plain);
	buf_free(&with);
	buf_free(&without);
	charset_free(none);
}

static void
plain_bytes_need_no_converter(void **state)
{
	static const char *const types[] = { "", "text/html", "text/html; charset=euc-kr", "x; charset=johab", "x; charset=iso-2022-kr",
		"x; charset=shift_jis", "x; charset=gb18030", "x; charset=big5", "x; charset=utf-16" };

	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		check_plain(str_lit("소식"), types[i], true);
		check_plain(str_lit("<p>a ~ \\ b</p>"), types[i], true);
		check_plain(str_lit("<meta charset=euc-kr>“a”"), types[i], true);
	}
	check_plain(str_lit(KOREAN), "", false);
	check_plain(str_lit("\x1b$)C \x0e\x30\x21\x0f."), "", false);
	check_plain(str_lit("\xc2\xb0\xc2\xa1"), "x; charset=euc-kr", false);
}

static void
a_capped_buffer_is_an_error(void **state)
{
	struct buf out = BUF_CAPPED(4);
	struct charset_found found;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(charset_decode(set, str_lit("\xb0\xa1\xb0\xa1"), str_lit("x; charset=cp949"), &out, &found, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_int_equal(out.n, 0);
	buf_clear(&out);
	assert_int_equal(charset_decode(set, str_lit("소식"), STR_NONE, &out, &found, &err), -1);
	buf_free(&out);
}

/* What the C library makes of two bytes, and what we do of what it will not have. */
static void
add_pair_by_iconv(struct buf *out, iconv_t cd, const char pair[2])
{
	char bytes[] = { pair[0], pair[1] }, text[16], *in = bytes, *to = text;
	size_t left = sizeof bytes, room = sizeof text;

	if (iconv(cd, &in, &left, &to, &room) != (size_t)-1) {
		(void)buf_add_bytes(out, text, sizeof text - room);
		return;
	}
	utf8_add(out, UTF8_REPLACEMENT);
	utf8_add(out, (unsigned char)pair[1] < 0x80 ? pair[1] : UTF8_REPLACEMENT);
}

static void
pairs_are_read_as_the_c_library_has_them(void **state)
{
	iconv_t cd = iconv_open("UTF-8", "CP949");

	(void)state;
	for (int again = 0; again < 2; again++) /* then they are remembered */
		for (int i = 0x80 * 255; i < 0x100 * 255; i++) { /* without NULs */
			const char pair[] = { (char)(i / 255), (char)(i % 255 + 1) };
			struct buf want = { 0 }, got = { 0 };
			struct charset_trip trip = { .set = set, .bytes = str_new(pair, 2), .out = &got };

			add_pair_by_iconv(&want, cd, pair);
			assert_true(charset_trip_run(&trip, "cp949"));
			assert_str(buf_str(&got), buf_cstr(&want));
			buf_free(&want);
			buf_free(&got);
		}
	(void)iconv_close(cd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8_beats_any_label),
		cmocka_unit_test(ascii_keeps_its_label),
		cmocka_unit_test(korean_labels_mean_cp949),
		cmocka_unit_test(the_label_inside_counts),
		cmocka_unit_test(lying_labels_lose),
		cmocka_unit_test(wide_forms_are_seen_without_a_label),
		cmocka_unit_test(damage_is_replaced_and_told),
		cmocka_unit_test(words_of_another_charset_are_read),
		cmocka_unit_test(plain_bytes_need_no_converter),
		cmocka_unit_test(a_capped_buffer_is_an_error),
		cmocka_unit_test(pairs_are_read_as_the_c_library_has_them),
	};

	return cmocka_run_group_tests(tests, open_set, close_set);
}
