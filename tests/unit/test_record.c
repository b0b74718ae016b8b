#include "unit.h"

#include "base/limits.h"
#include "worker/record.h"

static void
record_reads_what_was_written(void **state)
{
	struct buf b = { 0 };
	size_t start = record_begin(&b, RECORD_POST);
	struct record record;
	enum record_field field;
	struct str value, rest;
	int64_t number = 0;

	(void)state;
	record_add(&b, RECORD_TITLE, str_lit("소식"));
	record_add_number(&b, RECORD_PUBLISHED, -86400);
	record_add(&b, RECORD_AUTHOR, STR_NONE);
	record_end(&b, start);
	record_end(&b, record_begin(&b, RECORD_RUN));
	rest = buf_str(&b);
	assert_int_equal(record_take(&rest, &record), 1);
	assert_int_equal(record.kind, RECORD_POST);
	assert_int_equal(record_field(&record, &field, &value), 1);
	assert_int_equal(field, RECORD_TITLE);
	assert_str(value, "소식");
	assert_int_equal(record_field(&record, &field, &value), 1);
	assert_true(record_number(value, &number));
	assert_int_equal(number, -86400);
	assert_int_equal(record_field(&record, &field, &value), 1);
	assert_str(value, "");
	assert_int_equal(record_field(&record, &field, &value), 0);
	assert_int_equal(record_take(&rest, &record), 1);
	assert_int_equal(record.kind, RECORD_RUN);
	assert_int_equal(record_take(&rest, &record), 0);
	buf_free(&b);
}

static void
record_waits_for_the_rest(void **state)
{
	struct buf b = { 0 };
	size_t start = record_begin(&b, RECORD_DATA);
	struct record record;

	(void)state;
	record_add(&b, RECORD_BYTES, str_lit("abc"));
	record_end(&b, start);
	for (size_t n = 0; n < b.n; n++) {
		struct str part = str_sub(buf_str(&b), 0, n);

		assert_int_equal(record_take(&part, &record), 0);
		assert_int_equal(part.n, n);
	}
	buf_free(&b);
}

static void
record_refuses_lengths_that_lie(void **state)
{
	struct record record;
	enum record_field field;
	struct str value, huge = str_lit("\xff\xff\xff\x7f\x02 and more"), none = str_lit("\0\0\0\0\0");
	struct str field_over = str_lit("\x08\0\0\0\x02\x0e\x09\0\0\0ab");
	struct str field_cut = str_lit("\x03\0\0\0\x02\x0e\x09");
	struct str field_unknown = str_lit("\x06\0\0\0\x02\xf0\0\0\0\0");

	(void)state;
	assert_int_equal(record_take(&huge, &record), -1);
	assert_int_equal(record_take(&none, &record), -1);
	assert_int_equal(record_take(&field_over, &record), 1);
	assert_int_equal(record_field(&record, &field, &value), -1);
	assert_int_equal(record_take(&field_cut, &record), 1);
	assert_int_equal(record_field(&record, &field, &value), -1);
	assert_int_equal(record_take(&field_unknown, &record), 1);
	assert_int_equal(record_field(&record, &field, &value), -1);
}

static void
record_numbers_are_eight_bytes(void **state)
{
	int64_t number;

	(void)state;
	assert_false(record_number(str_lit("1234567"), &number));
	assert_false(record_number(str_lit("123456789"), &number));
	assert_true(record_number(str_lit("\xff\xff\xff\xff\xff\xff\xff\xff"), &number));
	assert_int_equal(number, -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(record_reads_what_was_written),
		cmocka_unit_test(record_waits_for_the_rest),
		cmocka_unit_test(record_refuses_lengths_that_lie),
		cmocka_unit_test(record_numbers_are_eight_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
