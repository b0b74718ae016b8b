#include "unit.h"

#include "store/alias.h"
#include "ui/tag_paint.h"
#include "ui/theme.h"
#include "ui_reader.h"

static const struct str aliases[] = { STR_INIT("k8s"), STR_INIT("쿠베") };
static const struct ui_tag config[] = {
	{ STR_INIT("쿠버네티스"), STR_INIT("쿠버네티스"), aliases, 2, 6 },
	{ STR_INIT("Lang"), STR_INIT("lang"), NULL, 0, 208 },
	{ STR_INIT("plain"), STR_INIT("plain"), NULL, 0, -1 },
};

/* The colour of its own that the cell has, -1 for none. */
static int
color_at(struct screen *s, int row, int col)
{
	return (int)(screen_at(s, row, col)->style >> THEME_COLOR_SHIFT) - 1;
}

static void
tags_get_their_colour_and_nothing_else_does(void **state)
{
	struct screen s = { 0 };

	(void)state;
	screen_resize(&s, 2, 60);
	(void)screen_put(&s, 0, 0, 60, THEME_TAG, str_lit("#쿠버네티스 #LANG/rust #language #plain"));
	(void)screen_put(&s, 1, 0, 60, THEME_TEXT, str_lit("#lang"));
	(void)screen_put(&s, 1, 10, 60, THEME_TAG, str_lit("#lang…"));
	tag_paint(&s, config, 3);
	assert_int_equal(color_at(&s, 0, 0), 6);
	assert_int_equal(color_at(&s, 0, 10), 6);
	assert_int_equal(color_at(&s, 0, 11), -1);
	assert_int_equal(color_at(&s, 0, 12), 208);
	assert_int_equal(color_at(&s, 0, 21), 208);
	assert_int_equal(color_at(&s, 0, 23), -1);
	assert_int_equal(color_at(&s, 0, 33), -1);
	assert_int_equal(color_at(&s, 1, 0), -1);
	assert_int_equal(color_at(&s, 1, 10), -1);
	screen_free(&s);
}

static struct theme_look
look(unsigned style, int colors)
{
	struct theme t;

	theme_make(&t, COLOR_THEME_DARK, colors, NULL, 0);
	return theme_look(&t, style);
}

static void
a_colour_is_what_the_terminal_has_of_it(void **state)
{
	(void)state;
	assert_int_equal(look(THEME_TAG | THEME_COLOR(208), 256).fg, 208);
	assert_int_equal(look(THEME_TAG | THEME_COLOR(208), 8).fg, look(THEME_TAG, 8).fg);
	assert_int_equal(look(THEME_TAG | THEME_COLOR(12), 8).fg, 4);
	assert_int_equal(look(THEME_TAG | THEME_COLOR(0), 8).fg, 0);
	assert_int_equal(look(THEME_TAG | THEME_COLOR(3), 0).fg, -1);
	assert_int_equal(look(THEME_TAG | THEME_COLOR(3) | THEME_SELECTED, 256).fg, look(THEME_TAG | THEME_SELECTED, 256).fg);
}

static void
open_with_tags(struct reader *r)
{
	struct err err;

	reader_open(r, 24, 80);
	r->app->tags = config;
	r->app->n_tags = 3;
	reader_must(alias_add(r->store, aliases[0], config[0].name, &err), &err);
}

static void
an_alias_is_completed_to_the_name_of_its_tag(void **state)
{
	struct reader r;

	(void)state;
	open_with_tags(&r);
	reader_type(&r, "t+k8\t");
	assert_str(buf_str(&r.app->prompt.text), "+쿠버네티스");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "#쿠버네티스");
	reader_type(&r, "t-K8S\r");
	reader_assert_shows(&r, "took #K8S off 1 post");
	reader_close(&r);
}

static void
a_prompt_for_tags_takes_states(void **state)
{
	struct reader r;

	(void)state;
	open_with_tags(&r);
	reader_type(&r, "t+sta\t");
	assert_str(buf_str(&r.app->prompt.text), "+star");
	reader_type(&r, "\033t-별\t");
	assert_str(buf_str(&r.app->prompt.text), "-별표");
	reader_type(&r, "\033:tag here +unr\t");
	assert_str(buf_str(&r.app->prompt.text), "tag here +unread ");
	reader_type(&r, "\033");
	reader_type(&r, "t+ai +star +read\r");
	reader_assert_shows(&r, "+ai +star +read");
	reader_assert_shows(&r, "★");
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone: ");
	reader_close(&r);
}

static void
the_sidebar_has_the_tree_of_tags(void **state)
{
	struct reader r;

	(void)state;
	open_with_tags(&r);
	reader_type(&r, "t+lang/c\rjt+lang/go +lang/c\rjt+ai\r" "h");
	reader_assert_shows(&r, "#lang ");
	reader_assert_shows(&r, " 2/2\n   /c ");
	reader_assert_shows(&r, " 2/2\n   /go ");
	reader_assert_shows(&r, " 1/1\n  #ai ");
	assert_int_equal(color_at(&r.app->screen, 6, 3), 208);
	reader_type(&r, "gg3j\r"); /* the tag that none has itself: what stands under it */
	reader_assert_shows(&r, "#lang");
	reader_assert_shows(&r, "1/2");
	reader_type(&r, "ej\r");
	reader_assert_shows(&r, "#lang/c");
	reader_assert_shows(&r, "1/2");
	reader_type(&r, "ej\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "kt+a\"b/c\rhj\r"); /* no query can quote it */
	reader_assert_shows(&r, "#a\"b");
	reader_assert_shows(&r, "1/1");
	reader_close(&r);
}

static void
a_list_without_tags_says_so_to_the_keys_of_a_tag(void **state)
{
	static const char *const keys[] = { "c", "x", "\r" };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gT");
	reader_assert_hides(&r, "c: new name");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		buf_clear(&r.app->message);
		reader_type(&r, keys[i]);
		assert_string_equal(buf_cstr(&r.app->message), "There are no tags yet. t tags a post.");
	}
	reader_close(&r);
}

/* A tag that is called as what a post is would not be reached by +NAME. */
static void
a_tag_gets_no_name_of_a_state_by_mistake(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "t+하나\rgTc\x15읽음\r");
	reader_assert_shows(&r, "‘읽음’ says what a post is; a tag of that name is written ‘#읽음’");
	reader_type(&r, "\x15#읽음\r"); /* the line was still there */
	reader_assert_shows(&r, "#하나 is #읽음 now");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_get_their_colour_and_nothing_else_does),
		cmocka_unit_test(a_colour_is_what_the_terminal_has_of_it),
		cmocka_unit_test(an_alias_is_completed_to_the_name_of_its_tag),
		cmocka_unit_test(a_prompt_for_tags_takes_states),
		cmocka_unit_test(the_sidebar_has_the_tree_of_tags),
		cmocka_unit_test(a_list_without_tags_says_so_to_the_keys_of_a_tag),
		cmocka_unit_test(a_tag_gets_no_name_of_a_state_by_mistake),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
