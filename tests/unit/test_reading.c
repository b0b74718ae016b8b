#include "unit.h"

#include "base/buf.h"
#include "html/reading.h"

static int
minutes_of(enum doc_kind kind, const char *text, size_t times)
{
	struct doc_block block = { .kind = kind };
	struct doc doc = { .blocks = &block, .n = 1 };
	struct buf out = { 0 };
	int minutes;

	for (size_t i = 0; i < times; i++)
		(void)buf_puts(&out, text);
	block.text = buf_str(&out);
	block.measure = measure_text(block.text);
	minutes = reading_minutes(&doc);
	buf_free(&out);
	return minutes;
}

static void
reading_counts_syllables_and_words(void **state)
{
	(void)state;
	assert_int_equal(minutes_of(DOC_PARA, "가나다라 ", 125), 1);
	assert_int_equal(minutes_of(DOC_PARA, "가나다라 ", 126), 2);
	assert_int_equal(minutes_of(DOC_PARA, "word, ", 230), 1);
	assert_int_equal(minutes_of(DOC_PARA, "word, ", 232), 2);
	assert_int_equal(minutes_of(DOC_PARA, "API를 ", 200), 2); /* a word and a syllable each */
	assert_int_equal(minutes_of(DOC_PARA, "…", 1000), 1);
}

static void
reading_weighs_code_pictures_and_tables(void **state)
{
	struct doc_cell cells[] = { { .text = str_lit("가") }, { .text = str_lit("") } };
	struct doc_row rows[98] = { { 0 } };
	struct doc_block table = { .kind = DOC_TABLE, .rows = rows, .n_rows = 97, .measure.syllables = 97 }, images[13] = { { .kind = DOC_IMAGE } };
	struct doc doc = { .blocks = &table, .n = 1 };

	(void)state;
	assert_int_equal(minutes_of(DOC_CODE, "int x;\n\n", 30), 1);
	assert_int_equal(minutes_of(DOC_CODE, "int x;\n\n", 31), 2);
	for (size_t i = 0; i < 98; i++)
		rows[i] = (struct doc_row){ cells, 2 };
	assert_int_equal(reading_minutes(&doc), 2);
	table.n_rows = table.measure.syllables = 96; /* 96 * (500 + 120) ms = 59.5 s */
	assert_int_equal(reading_minutes(&doc), 1);
	for (size_t i = 0; i < 13; i++)
		images[i].kind = DOC_IMAGE;
	doc = (struct doc){ .blocks = images, .n = 12 };
	assert_int_equal(reading_minutes(&doc), 1);
	doc.n = 13;
	assert_int_equal(reading_minutes(&doc), 2);
	doc.n = 0;
	assert_int_equal(reading_minutes(&doc), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_counts_syllables_and_words),
		cmocka_unit_test(reading_weighs_code_pictures_and_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
