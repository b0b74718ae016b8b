#include "unit.h"

#include "base/buf.h"
#include "text/measure.h"

static void
measure_counts_all_in_one_pass(void **state)
{
	static const struct {
		const char *text;
		struct measure want;
	} cases[] = {
		{ "", { .is_plain = true } },
		{ "한글, API 2개\n", { .letters = 8, .cells = 14, .syllables = 3, .words = 2, .hangul = 3, .latin = 3, .is_plain = true } },
		{ "don\x27t x1y", { .letters = 8, .cells = 9, .words = 3, .latin = 6, .is_plain = true } },
		{ "漢字とカナ", { .letters = 5, .cells = 10, .syllables = 5, .kana = 3, .han = 2, .is_plain = true } },
		{ "ㄱ “é” …", { .letters = 5, .cells = 8, .syllables = 1, .words = 1, .latin = 1, .is_plain = true } },
		{ "a\tb", { .letters = 2, .cells = 3, .words = 2, .latin = 2 } },
		{ "\xf0\x9f\x98\x80", { .letters = 1, .cells = 2 } },
		{ "가\xff", { .letters = 2, .cells = 3, .syllables = 1, .hangul = 1 } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct measure m = measure_text(str_of(cases[i].text)), want = cases[i].want;

		assert_int_equal(m.letters, want.letters);
		assert_int_equal(m.cells, want.cells);
		assert_int_equal(m.syllables, want.syllables);
		assert_int_equal(m.words, want.words);
		assert_int_equal(m.hangul, want.hangul);
		assert_int_equal(m.kana, want.kana);
		assert_int_equal(m.han, want.han);
		assert_int_equal(m.latin, want.latin);
		assert_int_equal(m.is_plain, want.is_plain);
	}
}

/* Long texts are looked at in blocks, wherever in them a syllable or another character begins. */
static void
measure_counts_a_long_text_as_its_parts(void **state)
{
	static const char *const parts[] = { "한글", "API ", "2개", "\n", " ", "é", "漢", "…", "x1", "\t", "힣", "\xea\xb0", "각", ".", "z" };
	enum { PARTS = sizeof parts / sizeof *parts, REPEAT = 700 };
	struct buf text = { 0 };

	(void)state;
	for (size_t first = 0; first < PARTS; first++) {
		struct measure all = MEASURE_NONE, m;

		buf_clear(&text);
		for (size_t i = 0; i < REPEAT; i++) {
			struct str part = str_of(parts[(first + i * (first + 1)) % PARTS]);

			(void)buf_add(&text, part);
			(void)buf_putc(&text, ' ');
			m = measure_text(part);
			m.cells++;
			measure_add(&all, &m);
		}
		m = measure_text(buf_str(&text));
		assert_memory_equal(&m, &all, offsetof(struct measure, is_plain));
		assert_int_equal(m.is_plain, all.is_plain);
	}
	buf_free(&text);
}

static void
measure_adds_up(void **state)
{
	struct measure all = MEASURE_NONE, part = measure_text(str_lit("가 a"));

	(void)state;
	measure_add(&all, &part);
	measure_add(&all, &part);
	assert_int_equal(all.cells, 8);
	assert_int_equal(all.letters, 4);
	assert_true(all.is_plain);
	part = measure_text(str_lit("\x01"));
	measure_add(&all, &part);
	assert_false(all.is_plain);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measure_counts_all_in_one_pass),
		cmocka_unit_test(measure_counts_a_long_text_as_its_parts),
		cmocka_unit_test(measure_adds_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
