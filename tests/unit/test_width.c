#include "unit.h"

#include <unigbrk.h>
#include <wchar.h>

#include "text/grapheme.h"
#include "text/plain.h"
#include "text/width.h"

static void
width_knows_korean_text(void **state)
{
	(void)state;
	assert_int_equal(width_str(str_lit("소식 news")), 9);
	assert_int_equal(width_str(str_lit("\u1112\u1161\u11ab")), 2);
	assert_int_equal(width_str(str_lit("\u1112\u119e\u11ab\u302e")), 2);
	assert_int_equal(width_str(str_lit("ㄱㅏ")), 4);
	assert_int_equal(width_str(str_lit("\uffa1\uffc2")), 2);
	assert_int_equal(width_str(str_lit("\u20a9100")), 4);
	assert_int_equal(width_str(str_lit("ＡＢ")), 4);
	assert_int_equal(width_str(str_lit("e\u0301")), 1);
	assert_int_equal(width_cluster(str_lit("\U0001f1f0\U0001f1f7")), 2);
	assert_int_equal(width_char('\n'), -1);
	assert_int_equal(width_char(0x9b), -1);
}

static void
width_of_new_emoji_is_two(void **state)
{
	static const int32_t emoji[] = { 0x1f600, 0x1fa77, 0x1fadc, 0x1faea, 0x1f6dc };

	(void)state;
	for (size_t i = 0; i < sizeof emoji / sizeof *emoji; i++)
		assert_int_equal(width_char(emoji[i]), 2);
}

static void
width_of_a_sequence_is_that_of_its_first_emoji(void **state)
{
	(void)state;
	assert_int_equal(width_str(str_lit("\U0001f468\u200d\U0001f469\u200d\U0001f467 가족")), 7);
	assert_int_equal(width_str(str_lit("\U0001f469\U0001f3fd\u200d\U0001f4bb")), 2);
	assert_int_equal(width_str(str_lit("\u2764\ufe0f!")), 2);
	assert_int_equal(width_str(str_lit("1\ufe0f\u20e3")), 3);
}

static void
width_of_ambiguous_can_be_set(void **state)
{
	(void)state;
	assert_int_equal(width_str(str_lit("‘…’·①")), 5);
	width_set_ambiguous(2);
	assert_int_equal(width_str(str_lit("‘…’·①")), 10);
	assert_int_equal(width_str(str_lit("\u20a9a가")), 4);
	assert_int_equal(width_str(str_lit("▸▾✓©öő")), 6); /* narrow in every font: terminals know no others */
	assert_int_equal(width_str(str_lit("│┊─●★※é®αяⅠ½℃")), 26);
	assert_int_equal(width_str(str_lit("e\u0301")), 1);
	assert_int_equal(width_str(str_lit("\u2606\uffa1\u00a0")), 4);
	width_set_ambiguous(1);
	assert_int_equal(width_ambiguous(), 1);
}

static void
width_prefix_cuts_no_cluster(void **state)
{
	int used;

	(void)state;
	assert_str(width_prefix(str_lit("가나다"), 5, &used), "가나");
	assert_int_equal(used, 4);
	assert_str(width_prefix(str_lit("\U0001f1f0\U0001f1f7x"), 1, &used), "");
	assert_int_equal(used, 0);
	assert_str(width_prefix(str_lit("e\u0301x"), 1, NULL), "e\u0301");
	assert_str(width_prefix(str_lit("abc"), 9, &used), "abc");
	assert_int_equal(used, 3);
}

static const char *const clusters[] = {
	"가", "a", "\u1112\u119e\u11ab", "e\u0301", "\U0001f1f0\U0001f1f7", "\U0001f1fa\U0001f1f8",
	"\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "글\u0316", "\r\n", "\u0e01\u0e33",
	"ㅋ", "b",
};

static void
grapheme_takes_what_readers_call_a_letter(void **state)
{
	char text[256] = "";
	struct str from, back;
	size_t n = sizeof clusters / sizeof *clusters, at = 0;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		memcpy(text + at, clusters[i], strlen(clusters[i]));
		at += strlen(clusters[i]);
	}
	from = back = str_of(text);
	for (size_t i = 0; i < n; i++)
		assert_str(grapheme_next(&from), clusters[i]);
	assert_int_equal(grapheme_next(&from).n, 0);
	for (size_t i = n; i > 0; i--)
		assert_str(grapheme_last(&back), clusters[i - 1]);
	assert_int_equal(grapheme_last(&back).n, 0);
}

/* So none of them joins another, and each is a cluster of its own among its like. */
static void
what_is_plain_joins_nothing(void **state)
{
	(void)state;
	for (int32_t cp = 0; cp < 0x110000; cp++) {
		int property = uc_graphemeclusterbreak_property((ucs4_t)cp);

		if (plain_is(cp) && property != GBP_OTHER && property != GBP_LV && property != GBP_LVT)
			fail_msg("U+%04x joins others", (unsigned)cp);
	}
}

/* Words that take the short way, and the same with something in them that is never shown. */
static void
width_take_gives_whole_clusters(void **state)
{
	static const struct {
		const char *text, *first;
		int cols;
	} rows[] = {
		{ "가나", "가", 2 }, { "a나", "a", 1 }, { "“따옴", "“", 1 }, { "漢字", "漢", 2 }, { "e\u0301", "e\u0301", 1 },
		{ "가\u0301나", "가\u0301", 2 }, { "1\ufe0f\u20e3", "1\ufe0f\u20e3", 3 }, { "한\u200d글", "한\u200d", 2 },
		{ "\U0001f44d\U0001f3fd!", "\U0001f44d\U0001f3fd", 2 }, { "", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str rest = str_of(rows[i].text);
		int cols = 0;

		assert_str(width_take(&rest, &cols), rows[i].first);
		assert_int_equal(cols, rows[i].cols);
		assert_str(rest, rows[i].text + strlen(rows[i].first));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(width_knows_korean_text),
		cmocka_unit_test(width_of_new_emoji_is_two),
		cmocka_unit_test(width_of_a_sequence_is_that_of_its_first_emoji),
		cmocka_unit_test(width_of_ambiguous_can_be_set),
		cmocka_unit_test(width_prefix_cuts_no_cluster),
		cmocka_unit_test(grapheme_takes_what_readers_call_a_letter),
		cmocka_unit_test(what_is_plain_joins_nothing),
		cmocka_unit_test(width_take_gives_whole_clusters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
