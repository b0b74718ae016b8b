#include "unit.h"

#include "ui/list.h"
#include "ui/screen.h"
#include "ui/theme.h"

static void
assert_screen(struct screen *s, const char *want, int line)
{
	struct buf got = { 0 };

	screen_text(s, &got);
	unit_assert_str(buf_str(&got), want, __FILE__, line);
	buf_free(&got);
}
#define assert_screen(s, want) assert_screen((s), (want), __LINE__)

static void
text_is_clipped_by_whole_syllables(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 2, 7);
	assert_int_equal(screen_put(&s, 0, 0, 5, THEME_TEXT, str_lit("한국어")), 4);
	assert_int_equal(screen_put(&s, 1, 4, 7, THEME_TEXT, str_lit("가나")), 2);
	assert_screen(&s, "한국\n    가\n");
	assert_int_equal(screen_at(&s, 0, 1)->cols, 0);
	assert_int_equal(screen_put(&s, 2, 0, 7, THEME_TEXT, str_lit("x")), 0);
	assert_int_equal(screen_put(&s, -1, 0, 7, THEME_TEXT, str_lit("x")), 0);
	screen_free(&s);
}

static void
overwriting_half_a_syllable_blanks_the_other_half(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 1, 8);
	(void)screen_put(&s, 0, 0, 8, THEME_TEXT, str_lit("가나다"));
	(void)screen_put(&s, 0, 1, 1, THEME_TEXT, str_lit("X"));
	assert_screen(&s, " X나다\n");
	(void)screen_put(&s, 0, 4, 1, THEME_TEXT, str_lit("Y"));
	assert_screen(&s, " X나Y\n");
	(void)screen_put(&s, 0, 1, 2, THEME_TEXT, str_lit("라"));
	assert_screen(&s, " 라 Y\n");
	screen_free(&s);
}

static void
controls_never_reach_a_cell(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 1, 20);
	(void)screen_put(&s, 0, 0, 20, THEME_TEXT, str_lit("안\033[31m녕\xe2\x80\xae하\xc2\x9b세요\007"));
	assert_screen(&s, "안녕하세요\n");
	screen_free(&s);
}

static void
decomposed_syllables_take_two_cells(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 1, 8);
	assert_int_equal(screen_put(&s, 0, 0, 8, THEME_TEXT, str_lit("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab글")), 4);
	assert_screen(&s, "한글\n");
	screen_free(&s);
}

static void
text_at_the_right_ends_where_it_should(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 1, 10);
	assert_int_equal(screen_put_right(&s, 0, 10, 6, THEME_TEXT, str_lit("3/128")), 5);
	assert_screen(&s, "     3/128\n");
	screen_free(&s);
}

static void
rows_are_equal_only_with_equal_styles(void **state)
{
	struct screen a = { 0 }, b = { 0 };

	(void)state;
	screen_resize(&a, 1, 6);
	screen_resize(&b, 1, 6);
	(void)screen_put(&b, 0, 3, 2, THEME_TEXT, str_lit("zz"));
	(void)screen_put(&a, 0, 0, 6, THEME_TEXT, str_lit("글"));
	(void)screen_put(&b, 0, 0, 6, THEME_TEXT, str_lit("글"));
	assert_false(screen_row_eq(&a, 0, &b, 0));
	(void)screen_put(&b, 0, 3, 2, THEME_TEXT, str_lit("  "));
	assert_true(screen_row_eq(&a, 0, &b, 0));
	screen_add_style(&b, 0, 0, 2, THEME_SELECTED);
	assert_false(screen_row_eq(&a, 0, &b, 0));
	screen_free(&a);
	screen_free(&b);
}

static void
list_keeps_its_cursor_in_sight(void **state)
{
	struct list l = { .n = 100 };

	(void)state;
	list_show(&l, 10);
	assert_true(list_act(&l, ACTION_DOWN, 12));
	list_show(&l, 10);
	assert_int_equal(l.at, 12);
	assert_int_equal(l.top, 3);
	assert_true(list_act(&l, ACTION_PAGE_DOWN, 0));
	list_show(&l, 10);
	assert_int_equal(l.at, 21);
	assert_int_equal(l.top, 12);
	assert_true(list_act(&l, ACTION_BOTTOM, 0));
	list_show(&l, 10);
	assert_int_equal(l.top, 90);
	assert_true(list_act(&l, ACTION_UP, 200));
	list_show(&l, 10);
	assert_int_equal(l.at, 0);
	assert_int_equal(l.top, 0);
	l.n = 0;
	assert_true(list_act(&l, ACTION_BOTTOM, 0));
	list_show(&l, 10);
	assert_int_equal(l.at, 0);
	assert_false(list_act(&l, ACTION_TAG, 0));
}

static void
a_tile_has_colours_of_its_own(void **state)
{
	struct screen a = { 0 }, b = { 0 };

	(void)state;
	screen_resize(&a, 1, 4);
	screen_resize(&b, 1, 4);
	(void)screen_put(&a, 0, 0, 4, THEME_TEXT, str_lit("한국"));
	screen_put_tile(&a, 0, 1, "▀", SCREEN_RGB | 0x102030, 0);
	screen_put_tile(&a, 0, 4, "▀", SCREEN_RGB, 0);
	assert_screen(&a, " ▀국\n");
	(void)screen_put(&b, 0, 0, 4, THEME_TEXT, str_lit(" ▀국"));
	assert_false(screen_row_eq(&a, 0, &b, 0));
	screen_put_tile(&b, 0, 1, "▀", SCREEN_RGB | 0x102030, SCREEN_RGB);
	assert_false(screen_row_eq(&a, 0, &b, 0));
	screen_put_tile(&b, 0, 1, "▀", SCREEN_RGB | 0x102030, 0);
	assert_true(screen_row_eq(&a, 0, &b, 0));
	screen_add_style(&b, 0, 1, 1, THEME_SELECTED);
	assert_false(screen_row_eq(&a, 0, &b, 0));
	(void)screen_put(&a, 0, 1, 1, THEME_TEXT, str_lit("▀"));
	assert_int_equal(screen_at(&a, 0, 1)->tint, 0);
	screen_free(&a);
	screen_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_clipped_by_whole_syllables),
		cmocka_unit_test(overwriting_half_a_syllable_blanks_the_other_half),
		cmocka_unit_test(controls_never_reach_a_cell),
		cmocka_unit_test(decomposed_syllables_take_two_cells),
		cmocka_unit_test(text_at_the_right_ends_where_it_should),
		cmocka_unit_test(rows_are_equal_only_with_equal_styles),
		cmocka_unit_test(a_tile_has_colours_of_its_own),
		cmocka_unit_test(list_keeps_its_cursor_in_sight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
