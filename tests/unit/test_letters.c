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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_what_is_read),
		cmocka_unit_test(letters_pass_over_tags),
		cmocka_unit_test(letters_leave_counters_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
