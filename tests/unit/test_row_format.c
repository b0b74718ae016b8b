#include "unit.h"

#include "text/row_format.h"

static struct arena arena;

static struct row_format
parsed(const char *text)
{
	struct row_format format;
	const char *fault = NULL;
	size_t at;

	if (!row_format_parse(&arena, str_of(text), &format, &at, &fault))
		fail_msg("%s: %s", text, fault);
	return format;
}

/* The widths of a format as text: "1 1 - 20", - for what is left out. */
static const char *
fitted(const char *text, int cols, const int *widest)
{
	static char out[200];
	struct row_format format = parsed(text);
	int widths[ROW_PARTS_MAX], n = 0;

	row_format_fit(&format, cols, widest, widths);
	for (size_t i = 0; i < format.n; i++)
		n += snprintf(out + n, sizeof out - (size_t)n, widths[i] < 0 ? "%s-" : "%s%d", i ? " " : "", widths[i]);
	return out;
}

static void
a_format_has_fields_and_gaps(void **state)
{
	struct row_format f = parsed("{mark} {{{day:5,<}}} {title:10-60,*,?3}|");
	(void)state;

	assert_int_equal(f.n, 4);
	assert_int_equal(f.parts[0].field, ROW_MARK);
	assert_int_equal(f.parts[0].gap.n, 0);
	assert_int_equal(f.parts[1].field, ROW_DAY);
	assert_str(f.parts[1].gap, " {");
	assert_int_equal(f.parts[1].min, 5);
	assert_int_equal(f.parts[1].max, 5);
	assert_false(f.parts[1].is_right);
	assert_str(f.parts[2].gap, "} ");
	assert_true(f.parts[2].is_rest);
	assert_int_equal(f.parts[2].min, 10);
	assert_int_equal(f.parts[2].drop, 3);
	assert_int_equal(f.parts[3].field, ROW_FIELDS);
	assert_str(f.parts[3].gap, "|");
	arena_free(&arena);
}

static void
what_is_wrong_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text;
		size_t at;
		const char *fault;
	} wrong[] = {
		{ "", 0, "a row needs a field, such as {title}" },
		{ "title", 0, "a row needs a field, such as {title}" },
		{ "{title", 0, "this ‘{’ has no ‘}’" },
		{ "{star} }", 7, "a ‘}’ without a ‘{’; write ‘}}’ for the character" },
		{ "{star}{titel}", 7, "there is no such field of a row; the fields: mark unread star full date day title feed tags sections time author length" },
		{ "{}", 1, "there is no such field of a row; the fields: mark unread star full date day title feed tags sections time author length" },
		{ "{title:*,?0}", 9, "of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92" },
		{ "{title:9-4}", 7, "of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92" },
		{ "{title:401}", 7, "of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92" },
		{ "{title:0%}", 7, "of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92" },
		{ "{title:1,,2}", 9, "of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92" },
		{ "{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}{mark}"
		  "{mark}{mark}{mark}{mark}{mark}", 144, "too many fields" },
	};
	struct row_format format;
	const char *fault;
	size_t at;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(row_format_parse(&arena, str_of(wrong[i].text), &format, &at, &fault));
		assert_string_equal(fault, wrong[i].fault);
		assert_int_equal(at, wrong[i].at);
	}
	arena_free(&arena);
}

static void
columns_fit_the_row(void **state)
{
	static const int widest[ROW_PARTS_MAX] = { 5, 5, 5, 5, 5, 5 };
	(void)state;

	assert_string_equal(fitted("{mark}{date} {title:*,10-40} {feed:20%,4-12}", 60, widest), "1 5 40 12");
	assert_string_equal(fitted("{mark}{date} {title:*,10-40} {feed:20%,4-12}", 40, widest), "1 5 24 8");
	assert_string_equal(fitted("{date:9-13} {title:*}|{author:3-4}", 50, widest), "9 35 4");
	assert_string_equal(fitted("{title:*,5-100} {feed:*,5-100}", 41, widest), "20 20");
	arena_free(&arena);
}

static void
what_has_no_room_is_left_out_in_its_order(void **state)
{
	static const int widest[ROW_PARTS_MAX] = { 0, 6, 6, 6 }, none[ROW_PARTS_MAX] = { 0 };
	static const char text[] = "{title:*,20-40} {feed:?2} {tags:?1} {time:@50}";
	(void)state;

	assert_string_equal(fitted(text, 50, widest), "29 6 6 6");
	assert_string_equal(fitted(text, 40, widest), "26 6 6 -");
	assert_string_equal(fitted(text, 33, widest), "26 6 - -");
	assert_string_equal(fitted(text, 26, widest), "26 - - -");
	assert_string_equal(fitted(text, 12, widest), "12 - - -"); /* what is left gets smaller than it would be */
	assert_string_equal(fitted(text, 60, none), "40 - - -");   /* what shows nothing takes no gap either */
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_format_has_fields_and_gaps),
		cmocka_unit_test(what_is_wrong_is_told_with_its_place),
		cmocka_unit_test(columns_fit_the_row),
		cmocka_unit_test(what_has_no_room_is_left_out_in_its_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
