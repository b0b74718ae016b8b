#include "unit.h"

#include <math.h>

#include "ui/looks.h"
#include "ui/probe.h"
#include "ui/theme.h"

/* Grounds that people have in their terminals; the theme of high contrast brings its own. */
static const int dark[] = { 0x000000, 0x1e1e1e, 0x002b36, 0x282c34 }, light[] = { 0xffffff, 0xfdf6e3, 0xeeeeee };

static const struct {
	const int *grounds;
	size_t n;
	int letters; /* the terminal's own on such a ground, at the worst */
	double least;
} on[] = {
	[COLOR_THEME_DARK] = { dark, sizeof dark / sizeof *dark, 0xc0c0c0, 4.5 },
	[COLOR_THEME_LIGHT] = { light, sizeof light / sizeof *light, 0x303030, 4.5 },
	[COLOR_THEME_CONTRAST] = { dark, 1, 0xffffff, 7 },
};

static struct theme_look
look_in(enum color_theme name, unsigned style, int colors)
{
	struct theme t;

	theme_make(&t, name, colors, NULL, 0);
	return theme_look(&t, style);
}

static struct theme_look
look(unsigned style, int colors)
{
	return look_in(COLOR_THEME_DARK, style, colors);
}

/* ---- contrast, by WCAG 2 */

static double
linear(int level)
{
	double part = level / 255.0;

	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double
luminance(int rgb)
{
	return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
}

static double
contrast(int a, int b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static bool
is_line(unsigned role)
{
	return role == THEME_BORDER || role == THEME_RULE;
}

static void
check_contrast(enum color_theme name, unsigned style, int colors)
{
	struct theme_look l = look_in(name, style, colors);
	double least = is_line(style & THEME_ROLE_MASK) && !(style & ~(unsigned)THEME_ROLE_MASK) ? 3 : on[name].least;

	for (size_t i = 0; i < on[name].n; i++) {
		int fg = l.fg == COLOR_DEFAULT ? on[name].letters : color_to_rgb(l.fg);
		int bg = l.bg == COLOR_DEFAULT ? on[name].grounds[i] : color_to_rgb(l.bg);

		if (contrast(fg, bg) < least)
			fail_msg("theme %d, style %#x, %d colours: #%06x on #%06x is %.2f of %.1f", (int)name, style, colors, (unsigned)fg,
				(unsigned)bg, contrast(fg, bg), least);
	}
}

static void
letters_stand_out_from_their_ground(void **state)
{
	static const unsigned cursors[] = { 0, THEME_SELECTED, THEME_FAINT_SELECTED };

	(void)state;
	assert_true(contrast(0, 0xffffff) > 20.9);
	for (enum color_theme name = COLOR_THEME_DARK; name <= COLOR_THEME_CONTRAST; name++)
		for (unsigned role = 0; role < THEME_ROLES; role++)
			for (size_t i = 0; i < sizeof cursors / sizeof *cursors; i++) {
				check_contrast(name, role | cursors[i], THEME_256);
				check_contrast(name, role | cursors[i], THEME_DIRECT);
			}
}

static void
the_bar_and_the_cursor_stand_out_from_the_text(void **state)
{
	(void)state;
	for (enum color_theme name = COLOR_THEME_DARK; name <= COLOR_THEME_CONTRAST; name++) {
		int ground = on[name].grounds[0], cursor = color_to_rgb(look_in(name, THEME_SELECTED, THEME_DIRECT).bg);

		assert_true(contrast(color_to_rgb(look_in(name, THEME_BAR, THEME_DIRECT).bg), ground) > 1.3);
		assert_true(contrast(cursor, ground) > 2.5);
		assert_true(cursor != color_to_rgb(look_in(name, THEME_FAINT_SELECTED, THEME_DIRECT).bg));
	}
}

/* ---- looks */

static void
without_colours_looks_differ_by_attributes_only(void **state)
{
	(void)state;
	for (unsigned role = 0; role < THEME_ROLES; role++) {
		struct theme_look selected = look(role | THEME_SELECTED, THEME_PLAIN);

		assert_int_equal(selected.fg, -1);
		assert_int_equal(selected.bg, -1);
		assert_int_not_equal(selected.attrs & THEME_REVERSE ? 1 : 0, look(role, THEME_PLAIN).attrs & THEME_REVERSE ? 1 : 0);
		assert_true(look(role, THEME_8).fg < 8);
	}
	assert_int_equal(look(THEME_TEXT | THEME_BOLD, THEME_256).attrs, THEME_BOLD);
	assert_true(look(THEME_TEXT | THEME_FAINT_SELECTED, THEME_8).attrs & THEME_UNDERLINE);
	assert_true(look(THEME_TEXT | THEME_HIT, THEME_PLAIN).attrs == THEME_REVERSE);
	assert_true(look(THEME_TEXT | THEME_HIT | THEME_SELECTED, THEME_PLAIN).attrs & THEME_UNDERLINE);
	assert_int_equal(look(THEME_LINK | THEME_HIT, THEME_8).bg, 3);
}

/* The bar of a row has no other colours in it, and of a row of choices that is one itself, the chosen one is none. */
static void
the_cursor_of_few_colours_has_one_ground(void **state)
{
	const unsigned roles[] = { THEME_TEXT, THEME_DATE, THEME_FEED, THEME_TAG, THEME_STAR, THEME_ERROR, THEME_COUNT };

	(void)state;
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		struct theme_look selected = look_in(COLOR_THEME_16, roles[i] | THEME_SELECTED, THEME_16);

		assert_int_equal(selected.fg, COLOR_DEFAULT);
		assert_int_equal(selected.bg, COLOR_DEFAULT);
		assert_true(selected.attrs & THEME_REVERSE);
	}
	assert_int_equal(look_in(COLOR_THEME_16, THEME_BAR | THEME_SELECTED, THEME_16).attrs, THEME_BOLD);
	assert_int_equal(look(THEME_BAR | THEME_SELECTED, THEME_PLAIN).attrs, THEME_BOLD);
}

static bool
look_eq(struct theme_look a, struct theme_look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

static void
themes_tell_the_levels_of_headings_apart(void **state)
{
	static const unsigned roles[] = { THEME_TEXT, THEME_HEADING1, THEME_HEADING2, THEME_HEADING3 };
	static const int colors[] = { THEME_PLAIN, THEME_8, THEME_256, THEME_DIRECT };

	(void)state;
	for (enum color_theme name = COLOR_THEME_DARK; name <= COLOR_THEME_16; name++)
		for (size_t c = 0; c < 4; c++)
			for (size_t i = 0; i < 4; i++)
				for (size_t k = 0; k < i; k++)
					assert_false(look_eq(look_in(name, roles[i], colors[c]), look_in(name, roles[k], colors[c])));
}

static void
code_is_told_apart_without_colours(void **state)
{
	(void)state;
	assert_int_equal(look(THEME_CODE_KEYWORD, THEME_PLAIN).attrs, THEME_BOLD);
	assert_int_equal(look(THEME_CODE_KEYWORD, THEME_256).attrs, 0);
	assert_int_equal(look(THEME_CODE_COMMENT, THEME_PLAIN).attrs, THEME_DIM | THEME_ITALIC);
	assert_int_equal(look(THEME_CODE_COMMENT, THEME_256).attrs, THEME_ITALIC);
	assert_int_equal(look(THEME_CODE, THEME_PLAIN).attrs, THEME_BOLD);
	for (unsigned role = THEME_CODE_KEYWORD; role <= THEME_CODE_REMOVED; role++) {
		assert_true(look(role, THEME_256).fg > 15);
		assert_true(role == THEME_CODE_COMMENT || look(role, THEME_8).fg > 0);
	}
}

static void
the_theme_of_sixteen_has_the_users_colours_and_ground(void **state)
{
	(void)state;
	for (unsigned role = 0; role < THEME_ROLES; role++) {
		struct theme_look l = look_in(COLOR_THEME_16, role, THEME_DIRECT);

		assert_true(l.fg < 16);
		assert_true(l.bg < 16);
		assert_true(look_eq(look_in(COLOR_THEME_CONTRAST, role, THEME_16), look_in(COLOR_THEME_16, role, THEME_16)));
	}
}

static void
a_changed_role_is_as_far_as_the_terminal_goes(void **state)
{
	static const struct color_paint paints[] = {
		{ .role = COLOR_ROLE_DATE, .fg = COLOR_RGB | 0xff8700, .bg = COLOR_DEFAULT },
		{ .role = COLOR_ROLE_BAR, .fg = 7, .bg = 4, .has_bg = true },
		{ .role = COLOR_ROLE_TITLE, .fg = COLOR_DEFAULT, .bg = COLOR_DEFAULT, .attrs = COLOR_ITALIC, .has_attrs = true },
		{ .role = COLOR_ROLE_TEXT, .fg = COLOR_RGB | 0xffffff, .bg = COLOR_RGB, .has_bg = true },
	};
	struct theme t;

	(void)state;
	theme_make(&t, COLOR_THEME_DARK, THEME_DIRECT, paints, 4);
	assert_int_equal(theme_look(&t, THEME_DATE).fg, COLOR_RGB | 0xff8700);
	assert_int_equal(theme_look(&t, THEME_DATE).bg, COLOR_RGB);
	assert_int_equal(theme_look(&t, THEME_TITLE).fg, COLOR_RGB | 0xffffff);
	assert_int_equal(theme_look(&t, THEME_TITLE).attrs, THEME_ITALIC);
	theme_make(&t, COLOR_THEME_DARK, THEME_256, paints, 4);
	assert_int_equal(theme_look(&t, THEME_DATE).fg, 208);
	assert_int_equal(theme_look(&t, THEME_DATE).bg, 16);
	theme_make(&t, COLOR_THEME_DARK, THEME_8, paints, 4);
	assert_int_equal(theme_look(&t, THEME_DATE).fg, 3);
	assert_int_equal(theme_look(&t, THEME_BAR).bg, 4);
	assert_int_equal(theme_look(&t, THEME_BAR).attrs, 0);
	theme_make(&t, COLOR_THEME_DARK, THEME_PLAIN, paints, 4);
	assert_int_equal(theme_look(&t, THEME_DATE).fg, COLOR_DEFAULT);
	assert_int_equal(theme_look(&t, THEME_BAR).attrs, THEME_REVERSE);
}

static void
colours_become_the_nearest_of_a_palette(void **state)
{
	(void)state;
	assert_int_equal(color_of_256(COLOR_RGB), 16);
	assert_int_equal(color_of_256(COLOR_RGB | 0xffffff), 231);
	assert_int_equal(color_of_256(COLOR_RGB | 0xff0000), 196);
	assert_int_equal(color_of_256(COLOR_RGB | 0x5f87af), 67);
	assert_int_equal(color_of_256(COLOR_RGB | 0x808080), 244);
	assert_int_equal(color_of_256(COLOR_RGB | 0x3a3a3a), 237);
	assert_int_equal(color_of_256(3), 3);
	assert_int_equal(color_of_16(COLOR_RGB | 0xf01010), 9);
	assert_int_equal(color_of_16(196), 9);
	assert_int_equal(color_of_16(COLOR_RGB), 0);
	for (int color = 16; color < 256; color++)
		assert_int_equal(color_to_rgb(color_of_256(COLOR_RGB | color_to_rgb(color))), color_to_rgb(color));
}

/* ---- the ground */

static enum probe_ground
answered(const char *bytes, const char *left)
{
	struct buf b = { 0 };
	enum probe_ground ground;

	(void)buf_puts(&b, bytes);
	ground = probe_take_ground(&b);
	assert_str(buf_str(&b), left);
	buf_free(&b);
	return ground;
}

static void
the_answer_about_the_ground_is_understood(void **state)
{
	(void)state;
	assert_int_equal(answered("j\033]11;rgb:1e1e/1e1e/1e1e\033\\k", "jk"), PROBE_DARK);
	assert_int_equal(answered("\033]11;rgb:fdfd/f6f6/e3e3\a", ""), PROBE_LIGHT);
	assert_int_equal(answered("\033]11;rgba:ff/ff/ff/ff\a", ""), PROBE_LIGHT);
	assert_int_equal(answered("\033]11;rgb:0/0/8\a", ""), PROBE_DARK);
	assert_int_equal(answered("\033]11;rgb:zz/0/8\a", ""), PROBE_UNKNOWN);
	assert_int_equal(answered("\033]11;rgb:ff/ff\a", ""), PROBE_UNKNOWN);
	assert_int_equal(answered("\033]11;rgb:ff/ff/ff", "\033]11;rgb:ff/ff/ff"), PROBE_UNKNOWN);
	assert_int_equal(answered("\033]11;rgb:ff/ff/ff\033[A", "\033]11;rgb:ff/ff/ff\033[A"), PROBE_UNKNOWN);
}

static void
auto_is_what_goes_with_the_ground(void **state)
{
	struct looks l = { .ground = PROBE_LIGHT, .colors = THEME_256 };

	(void)state;
	looks_choose(&l, COLOR_THEME_AUTO);
	assert_int_equal(l.theme.name, COLOR_THEME_LIGHT);
	l.ground = PROBE_UNKNOWN;
	looks_choose(&l, COLOR_THEME_AUTO);
	assert_int_equal(l.theme.name, COLOR_THEME_DARK);
	looks_choose(&l, COLOR_THEME_CONTRAST);
	assert_int_equal(l.theme.name, COLOR_THEME_CONTRAST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_stand_out_from_their_ground),
		cmocka_unit_test(the_bar_and_the_cursor_stand_out_from_the_text),
		cmocka_unit_test(the_cursor_of_few_colours_has_one_ground),
		cmocka_unit_test(without_colours_looks_differ_by_attributes_only),
		cmocka_unit_test(themes_tell_the_levels_of_headings_apart),
		cmocka_unit_test(code_is_told_apart_without_colours),
		cmocka_unit_test(the_theme_of_sixteen_has_the_users_colours_and_ground),
		cmocka_unit_test(a_changed_role_is_as_far_as_the_terminal_goes),
		cmocka_unit_test(colours_become_the_nearest_of_a_palette),
		cmocka_unit_test(the_answer_about_the_ground_is_understood),
		cmocka_unit_test(auto_is_what_goes_with_the_ground),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
