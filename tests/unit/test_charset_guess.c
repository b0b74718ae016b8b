#include "unit.h"

#include <iconv.h>

#include "text/charset.h"

/* What text in that charset, without a label, is taken for; fails unless the text comes back where it should. */
static void
check(const char *charset, const char *text, const char *name)
{
	struct charset *set = charset_open();
	struct charset_found found;
	struct buf out = { 0 };
	char bytes[1024], *in = (char *)(uintptr_t)text, *to = bytes;
	size_t left = strlen(text), room = sizeof bytes;
	iconv_t cd = iconv_open(charset, "UTF-8");

	assert_true(cd != (iconv_t)-1);
	assert_true(iconv(cd, &in, &left, &to, &room) != (size_t)-1);
	(void)iconv_close(cd);
	assert_int_equal(charset_decode(set, str_new(bytes, (size_t)(to - bytes)), STR_NONE, &out, &found, NULL), 0);
	assert_string_equal(found.name, name);
	assert_str(buf_str(&out), text);
	buf_free(&out);
	charset_free(set);
}

static void
korean_is_seen_among_signs_and_chinese_characters(void **state)
{
	(void)state;
	check("CP949", "소식", "cp949");
	check("CP949", "★☆ 공지사항 ※ 필독 ①②③ ▶ 안내", "cp949");
	check("CP949", "大韓民國 政府는 오늘 新技術 開發에 대한 豫算을 發表했다고 밝혔다.", "cp949");
	check("CP949", "React 18 새 기능 useTransition 소개, 똠방각하와 펲시", "cp949");
}

static void
chinese_and_japanese_are_seen(void **state)
{
	(void)state;
	check("GB18030", "今天我们来谈谈系统的运作方式以及为什么它的速度很快，并且介绍一些技巧", "gb18030");
	check("BIG5", "今天我們要來談談系統的運作方式以及為什麼它的速度很快，並且介紹一些技巧", "big5");
	check("EUC-JP", "今日はシステムの仕組みと、なぜ速いのかについて説明します", "euc-jp");
	check("CP932", "今日はシステムの仕組みと、なぜ速いのかについて説明します", "shift_jis");
}

static void
alphabets_of_their_own_are_seen(void **state)
{
	(void)state;
	check("CP1255", "הכרם של ציון הוא מקום יפה מאוד ואנחנו אוהבים לבקר בו", "windows-1255");
	check("CP1251", "Сегодня мы расскажем о том, как устроена система сборки", "windows-1251");
	check("KOI8-R", "Сегодня мы расскажем о том, как устроена система сборки", "koi8-r");
	check("CP1253", "Σήμερα θα μιλήσουμε για το πώς λειτουργεί το σύστημα", "windows-1253");
	check("CP874", "วันนี้เราจะมาพูดคุยเกี่ยวกับระบบการทำงานและเหตุผลว่าทำไมมันถึงเร็ว", "windows-874");
}

static void
western_text_stays_western(void **state)
{
	(void)state;
	check("CP1252", "Aujourd’hui nous allons parler du système, de sa rapidité et de l’été à Paris", "windows-1252");
	check("CP1252", "Über die Größe und Schönheit der Brücken, mit Grüßen aus München", "windows-1252");
	check("CP1252", "Mañana será un día increíble", "windows-1252");
	check("CP1252", "é", "windows-1252");
}

static void
a_label_outweighs_such_a_guess(void **state)
{
	struct charset *set = charset_open();
	struct charset_found found;
	struct buf out = { 0 };
	struct str bytes = str_lit("<?xml encoding='iso-8859-8'?>\xf9\xec\xe5\xed \xf2\xe5\xec\xed \xf9\xec\xe5\xed");

	(void)state;
	assert_int_equal(charset_decode(set, bytes, STR_NONE, &out, &found, NULL), 0);
	assert_string_equal(found.name, "iso-8859-8");
	buf_free(&out);
	charset_free(set);
}

static void
a_label_that_leaves_most_unread_is_passed_over(void **state)
{
	static const struct {
		struct str bytes;
		const char *text, *name;
	} rows[] = {
		{ STR_INIT("<?xml encoding='utf-8'?>caf\xe9 na\xefve"), "<?xml encoding='utf-8'?>café naïve", "windows-1252" },
		{ STR_INIT("<?xml encoding='euc-kr'?>caf\xe9 na\xefve"), "<?xml encoding='euc-kr'?>café naïve", "windows-1252" },
		{ STR_INIT("<?xml encoding='utf-16'?>caf\xe9"), "<?xml encoding='utf-16'?>café", "windows-1252" },
		{ STR_INIT("<?xml encoding='utf-16'?>\xbc\xd2\xbd\xc4"), "<?xml encoding='utf-16'?>소식", "cp949" },
		{ STR_INIT("<?xml encoding='utf-8'?>\xec\x86\x8c\xec\x8b"), "<?xml encoding='utf-8'?>소\ufffd", "utf-8" },
	};
	struct charset *set = charset_open();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct charset_found found;
		struct buf out = { 0 };

		assert_int_equal(charset_decode(set, rows[i].bytes, STR_NONE, &out, &found, NULL), 0);
		assert_string_equal(found.name, rows[i].name);
		assert_str(buf_str(&out), rows[i].text);
		buf_free(&out);
	}
	charset_free(set);
}

static void
damage_does_not_hide_what_it_is(void **state)
{
	static const struct {
		struct str bytes;
		const char *text, *name;
	} rows[] = {
		/* UTF-8, cut off or with a byte too many */
		{ STR_INIT("<a>\xec\x86\x8c\xec\x8b"), "<a>소\ufffd", "utf-8" },
		{ STR_INIT("<a>\xec\x86\x8c\xe9</a>"), "<a>소\ufffd</a>", "utf-8" },
		{ STR_INIT("<a>\xec\x86\x8c\xec\x8b\x9d \xff</a>"), "<a>소식 \ufffd</a>", "utf-8" },
		{ STR_INIT("<a>caf\xe9 na\xefve \xec\x86\x8c \xe9t\xe9</a>"), "<a>caf\ufffd na\ufffdve 소 \ufffdt\ufffd</a>", "utf-8" },
		{ STR_INIT("\xff\xff\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"), "\ufffd\ufffdéééééééééé", "utf-8" },
		/* the same in EUC-KR */
		{ STR_INIT("<a>\xbc\xd2\xbd\xc4 \xff</a>"), "<a>소식 \ufffd</a>", "cp949" },
		{ STR_INIT("<a>\xbc\xd2\xbd\xc4\xb0\xfa \xb1\xdb \xb8"), "<a>소식과 글 \ufffd", "cp949" },
		{ STR_INIT("<a>\xe9 \xbc\xd2\xbd\xc4\xc0\xcc \xbf\xd4\xb4\xd9</a>"), "<a>\ufffd 소식이 왔다</a>", "cp949" },
	};
	struct charset *set = charset_open();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct charset_found found;
		struct buf out = { 0 };

		assert_int_equal(charset_decode(set, rows[i].bytes, STR_NONE, &out, &found, NULL), 0);
		assert_string_equal(found.name, rows[i].name);
		assert_str(buf_str(&out), rows[i].text);
		assert_true(found.is_repaired);
		buf_free(&out);
	}
	charset_free(set);
}

/* Half a letter anywhere in Korean text. */
static void
a_stray_byte_does_not_hide_korean(void **state)
{
	static const char text[] = "<t>\xb0\xb3\xb9\xdf\xc0\xda \xbc\xd2\xbd\xc4</t><d>\xbc\xad\xb9\xf6\xb8\xa6 \xbf\xc5\xb0\xe5\xbd\xc0\xb4\xcf\xb4\xd9.</d>";
	static const char strays[] = "\xff\x80\xc3\xe9\xb0";
	struct charset *set = charset_open();

	(void)state;
	for (size_t at = 0; at < sizeof text - 1; at++)
		for (const char *stray = strays; *stray; stray++) {
			struct charset_found found;
			struct buf bytes = { 0 }, out = { 0 };

			buf_add(&bytes, str_new(text, at));
			buf_putc(&bytes, *stray);
			buf_puts(&bytes, text + at);
			assert_int_equal(charset_decode(set, buf_str(&bytes), STR_NONE, &out, &found, NULL), 0);
			assert_string_equal(found.name, "cp949");
			buf_free(&bytes);
			buf_free(&out);
		}
	charset_free(set);
}

static void
chance_utf8_does_not_outweigh_a_korean_label(void **state)
{
	static const struct {
		const char *bytes, *text;
	} rows[] = {
		{ "\xc3\xa5", "책" }, { "\xc4\xab\xc6\xae", "카트" }, { "\xc3\xb5\xc3\xbc", "천체" }, { "\xc4\xa1\xc6\xae", "치트" },
		{ "소식", "소식" },
	};
	struct charset *set = charset_open();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct charset_found found;
		struct buf out = { 0 };

		assert_int_equal(charset_decode(set, str_of(rows[i].bytes), str_lit("text/xml; charset=euc-kr"), &out, &found, NULL), 0);
		assert_str(buf_str(&out), rows[i].text);
		buf_clear(&out);
		assert_int_equal(charset_decode(set, str_of(rows[i].bytes), STR_NONE, &out, &found, NULL), 0);
		assert_string_equal(found.name, "utf-8");
		buf_free(&out);
	}
	charset_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(korean_is_seen_among_signs_and_chinese_characters),
		cmocka_unit_test(chinese_and_japanese_are_seen),
		cmocka_unit_test(alphabets_of_their_own_are_seen),
		cmocka_unit_test(western_text_stays_western),
		cmocka_unit_test(a_label_outweighs_such_a_guess),
		cmocka_unit_test(a_label_that_leaves_most_unread_is_passed_over),
		cmocka_unit_test(damage_does_not_hide_what_it_is),
		cmocka_unit_test(a_stray_byte_does_not_hide_korean),
		cmocka_unit_test(chance_utf8_does_not_outweigh_a_korean_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
