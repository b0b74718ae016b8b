/* Texts as their letters, by which copies are told. */
#include "unit.h"

#include "base/buf.h"
#include "store/letters.h"
#include "text/utf8.h"

static void
check(const char *text, size_t max, const char *want)
{
	struct letters l = { 0 };
	struct buf got = { 0 };

	letters_fold(&l, str_of(text), max);
	for (size_t i = 0; i < l.n; i++)
		utf8_add(&got, (int32_t)l.v[i]);
	assert_str(buf_str(&got), want);
	buf_free(&got);
	letters_free(&l);
}

static void
letters_are_what_is_read(void **state)
{
	(void)state;
	check("", 100, "");
	check("<p>가나, <a href=\"https://a.example/?q=1&amp;r=2\">ABc</a> &amp; 12</p>", 100, "가나abc12");
	check("É ２ ③ 漢 ×", 100, "é2漢");
	check("a &lt; b & c &nosuchentity; d", 100, "abcnosuchentityd");
}

/* A tag is passed over whole, however few letters are still wanted; one that does not end is text. */
static void
letters_pass_over_tags(void **state)
{
	(void)state;
	check("<figure><img src=\"https://a.example/a.png\"/></figure>가나다", 2, "가나");
	check("가<b title=\"a long one\">나</b>다", 2, "가나");
	check("가 <b 나", 100, "가b나");
	check("<", 100, "");
	check("가<", 1, "가");
}

/* How often a page was read is no letter of its text, also with a tag before the number. */
static void
letters_leave_counters_out(void **state)
{
	(void)state;
	check("조회수 1,234 글 5", 100, "조회수글5");
	check("조회 <b>12</b>3 글", 100, "조회글");
}

/* Wherever a letter, a tag or a number stands among the bytes that are looked at together, and wherever it is cut. */
static void
long_texts_have_the_letters_of_their_parts(void **state)
{
	static const char part[] = "<p class=\"a 1\">히힣가 나abC 2024.05,조회 1,2<b>3</b> 漢字 \xea\x80\x80&amp;“따옴표” \xed\x9e\xb0 É"
		"빠른갈색여우가게으른개를뛰어넘는다고했다는말은들은적이없다는사람이하나둘셋 글 77 < 8</p>\n";
	static const char letters[] = "히힣가나abc202405조회漢字따옴표é빠른갈색여우가게으른개를뛰어넘는다고했다는말은들은적이없다는사람이하나둘셋글77";
	struct buf text = { 0 }, want = { 0 }, first = { 0 };
	struct str rest;
	size_t max = 0;

	(void)state;
	for (int before = 0; before < 130; before++) {
		buf_clear(&text);
		buf_clear(&want);
		for (int i = 0; i < before; i++) {
			(void)buf_putc(&text, before % 2 ? 'x' : '\n');
			if (before % 2)
				(void)buf_putc(&want, 'x');
		}
		for (int i = 0; i < 9; i++) {
			(void)buf_add(&text, str_of(part));
			(void)buf_add(&want, str_of(letters));
		}
		check(buf_cstr(&text), SIZE_MAX, buf_cstr(&want));
	}
	for (rest = buf_str(&want); rest.n; (void)utf8_next(&rest), max++) {
		buf_clear(&first);
		(void)buf_add(&first, str_sub(buf_str(&want), 0, want.n - rest.n));
		check(buf_cstr(&text), max, buf_cstr(&first));
	}
	buf_free(&first);
	buf_free(&text);
	buf_free(&want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_what_is_read),
		cmocka_unit_test(letters_pass_over_tags),
		cmocka_unit_test(letters_leave_counters_out),
		cmocka_unit_test(long_texts_have_the_letters_of_their_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
