#include "unit.h"

#include "text/width.h"
#include "ui/theme.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static const struct article *
article(struct reader *r)
{
	return view_article_get(r->app->views[APP_ARTICLE]);
}

static int
section(struct reader *r)
{
	return view_article_section(r->app->views[APP_ARTICLE]);
}

static void
an_article_fits_every_size(void **state)
{
	static const struct {
		int rows, cols;
		const char *name;
	} sizes[] = { { 24, 80, "article-80x24" }, { 50, 200, "article-200x50" }, { 10, 40, "article-40x10" } };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->layout = PANES_ONE;
	reader_type(&r, "\r");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r.app, sizes[i].rows, sizes[i].cols);
		reader_assert_file(&r, sizes[i].name);
	}
	reader_close(&r);
}

static void
opening_marks_read_and_j_goes_to_the_next_post(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\r");
	assert_true(view_posts_row(r.app->views[APP_POSTS])->is_read);
	reader_type(&r, "J");
	assert_str(article(&r)->post.title, reader_titles[1]);
	reader_type(&r, "K");
	assert_str(article(&r)->post.title, reader_titles[0]);
	reader_type(&r, "K");
	reader_assert_shows(&r, "this is the first post");
	reader_type(&r, "n");
	assert_str(article(&r)->post.title, reader_titles[2]);
	reader_type(&r, "gj");
	assert_str(article(&r)->post.title, reader_titles[3]);
	reader_type(&r, "q");
	assert_str(reader_at(&r), reader_titles[3]);
	reader_close(&r);
}

static void
sections_are_jumped_to_by_brackets_numbers_and_the_outline(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r");
	assert_int_equal(section(&r), -1);
	reader_type(&r, "]]");
	assert_int_equal(section(&r), 0);
	reader_assert_shows(&r, "1/5");
	reader_type(&r, "]]]]");
	assert_int_equal(section(&r), 2);
	reader_type(&r, "[[");
	assert_int_equal(section(&r), 1);
	reader_type(&r, "5gs");
	assert_int_equal(section(&r), 4);
	reader_type(&r, "]]");
	reader_assert_shows(&r, "last section");
	reader_type(&r, "9gs");
	reader_assert_shows(&r, "there is no section 9");
	reader_type(&r, "gO4");
	reader_assert_file(&r, "outline-80x12");
	reader_type(&r, "\r");
	assert_int_equal(section(&r), 3);
	reader_type(&r, "O");
	reader_type(&r, "gg\r");
	assert_int_equal(section(&r), 0);
	reader_close(&r);
}

static void
folded_sections_show_their_heading_only(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\rzm");
	reader_assert_hides(&r, "배경을 적습니다.");
	reader_assert_file(&r, "folded-80x40");
	reader_type(&r, "zr");
	reader_assert_shows(&r, "배경을 적습니다.");
	reader_type(&r, "4gsza");
	reader_assert_hides(&r, "a_function_with");
	reader_assert_shows(&r, "끝입니다.");
	reader_type(&r, "zczc");
	reader_assert_hides(&r, "a_function_with");
	reader_type(&r, "zozo");
	reader_assert_shows(&r, "a_function_with");
	reader_type(&r, "zM");
	reader_assert_hides(&r, "a_function_with");
	reader_type(&r, "zR");
	reader_assert_shows(&r, "a_function_with");
	reader_type(&r, "q50%");
	reader_assert_shows(&r, "15/30");
	reader_close(&r);
	reader_open(&r, 12, 80);
	reader_type(&r, "\r50%"); /* what is asked for is what the last row says then */
	reader_assert_shows(&r, " 51%"); /* 15 lines of 29 */
	reader_type(&r, "83%");
	reader_assert_shows(&r, " 82%");
	reader_type(&r, "100%");
	reader_assert_shows(&r, " 100%");
	reader_type(&r, "gg40%1%");
	reader_assert_shows(&r, "SK텔레콤");
	reader_type(&r, "\rGzm"); /* no empty rows below the last: there are headings above */
	reader_assert_shows(&r, "1. 배경");
	reader_close(&r);
}

static void
long_lines_of_code_scroll_sideways(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r");
	reader_assert_shows(&r, "int main(void)");
	reader_assert_hides(&r, "at_all);");
	reader_type(&r, "99>");
	reader_assert_shows(&r, "at_all); }");
	reader_assert_hides(&r, "int main(void)");
	reader_type(&r, "99zh");
	reader_assert_shows(&r, "int main(void)");
	reader_type(&r, "l");
	reader_assert_shows(&r, "┊ <void) {");
	reader_assert_shows(&r, "┊ </* 짧은 줄 */");
	reader_type(&r, "l");
	reader_assert_shows(&r, "┊ <줄 */");
	reader_type(&r, "hh");
	reader_assert_shows(&r, "┊ short();");
	reader_close(&r);
}

/* The role of the cell where text begins on the screen. */
static unsigned
role_at(struct reader *r, const char *text)
{
	struct buf all = { 0 };
	struct str rest, line;
	unsigned role = THEME_ROLES;
	int row = 0;

	rest = reader_screen(r, &all);
	for (; str_line(&rest, &line); row++) {
		size_t at = str_find(line, str_of(text));

		if (at < line.n)
			role = screen_at(&r->app->screen, row, width_str(str_sub(line, 0, at)))->style & THEME_ROLE_MASK;
	}
	buf_free(&all);
	return role;
}

static void
words_of_code_have_roles(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r");
	assert_int_equal(role_at(&r, "┊ int"), THEME_BORDER);
	assert_int_equal(role_at(&r, "int main"), THEME_CODE_TYPE);
	assert_int_equal(role_at(&r, "return a_fun"), THEME_CODE_KEYWORD);
	assert_int_equal(role_at(&r, "a_function"), THEME_TEXT);
	assert_int_equal(role_at(&r, "짧은 줄 */"), THEME_CODE_COMMENT);
	reader_close(&r);
}

static void
another_width_keeps_the_place(void **state)
{
	struct reader r;
	struct article_place place;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r4gsj");
	app_draw(r.app);
	place = article_place_of(article(&r), article_section_line(article(&r), 3) + 1);
	for (int cols = 40; cols <= 200; cols += 20) {
		app_resize(r.app, 12, cols);
		app_draw(r.app);
		assert_int_equal(section(&r), 3);
	}
	assert_int_equal(place.part, ARTICLE_IN_TEXT);
	reader_close(&r);
}

/* The first line of the article that is not blank. */
static struct str
first_line(struct reader *r, struct buf *screen)
{
	struct str rest = reader_screen(r, screen), line = STR_NONE;

	(void)str_line(&rest, &line);
	while (str_line(&rest, &line) && !line.n)
		continue;
	return line;
}

/* Through widths at which lines begin elsewhere, and back. */
static void
a_place_does_not_drift(void **state)
{
	struct buf before = { 0 }, after = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r");
	for (int down = 0; down < 40; down++) {
		(void)reader_screen(&r, &before);
		for (int cols = 40; cols <= 120; cols += 13) {
			app_resize(r.app, 12, cols);
			app_draw(r.app);
		}
		app_resize(r.app, 12, 80);
		assert_str(reader_screen(&r, &after), buf_cstr(&before));
		reader_type(&r, "j");
	}
	buf_free(&before);
	buf_free(&after);
	reader_close(&r);
}

/* Also where the post was closed at another width than it was read at. A label above code has no letter of its own: it comes along. */
static void
a_place_is_kept_by_letter(void **state)
{
	enum { TOP_BYTES = 120 }; /* some three lines */
	struct buf before = { 0 }, after = { 0 }, wanted = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 12, 44);
	reader_type(&r, "\r7j"); /* below the head and the first line */
	for (int down = 7; down < 24; down++) {
		buf_clear(&wanted);
		(void)buf_add(&wanted, first_line(&r, &before));
		app_resize(r.app, 12, 97);
		app_draw(r.app);
		reader_type(&r, "q\r");
		app_resize(r.app, 12, 44);
		if (!str_has(str_sub(reader_screen(&r, &after), 0, TOP_BYTES), buf_cstr(&wanted)))
			fail_msg("%d lines down\n%s\n%s", down, buf_cstr(&before), buf_cstr(&after));
		reader_type(&r, "j");
	}
	reader_type(&r, "G");
	reader_assert_shows(&r, "[2] http");
	reader_type(&r, "q\r");
	reader_assert_shows(&r, "[2] http");
	buf_free(&wanted);
	buf_free(&before);
	buf_free(&after);
	reader_close(&r);
}

static void
a_post_opens_where_it_was_left(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r4gsq");
	reader_type(&r, "j\r");
	assert_int_equal(section(&r), -1);
	reader_type(&r, "qk\r");
	assert_int_equal(section(&r), 3);
	reader_close(&r);
}

static void
links_are_listed_by_number(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 80);
	r.app->layout = PANES_ONE;
	reader_type(&r, "\r");
	reader_assert_shows(&r, "[1] https://example.com/a");
	reader_assert_shows(&r, "[2] http://example.com/b?q=1");
	assert_str(view_article_link(r.app->views[APP_ARTICLE], 2), "http://example.com/b?q=1");
	assert_str(view_article_link(r.app->views[APP_ARTICLE], 0), "https://example.com/post/0");
	reader_type(&r, "7o");
	reader_assert_shows(&r, "there is no link 7 (2 links)");
	reader_close(&r);
}

static void
an_address_that_does_not_fit_begins_behind_its_label(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 80);
	r.app->layout = PANES_ONE;
	r.app->text_cols = 20;
	reader_type(&r, "\rG");
	reader_assert_shows(&r, "Page: https://\n                              example.com/post/0");
	reader_assert_shows(&r, "[2] http://example.\n                              com/b?q=1");
	reader_close(&r);
}

static void
the_config_says_how_wide_and_where_lines_break(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->text_cols = 30;
	reader_type(&r, "\r");
	reader_assert_file(&r, "article-narrow");
	reader_close(&r);
	reader_open(&r, 24, 80);
	r.app->text_cols = 30;
	r.app->wrap = WRAP_SYLLABLE;
	reader_type(&r, "\r");
	reader_assert_file(&r, "article-syllable");
	reader_close(&r);
}

static void
an_article_can_stand_alone(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 14, 80);
	reader_type(&r, "\rzz");
	reader_assert_file(&r, "zen-80x14");
	reader_type(&r, "/시장");
	reader_assert_shows(&r, "Find: 시장");
	reader_type(&r, "\033J");
	reader_assert_hides(&r, "unread");
	assert_str(article(&r)->post.title, reader_titles[1]);
	reader_type(&r, "ㅋㅋ"); /* with the input method on */
	reader_assert_shows(&r, "unread");
	reader_close(&r);
}

static void
a_page_down_at_the_end_goes_on_when_pressed_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rG ");
	reader_assert_shows(&r, "the end; a page down again: 쿠버네티스 운영기");
	reader_type(&r, "k  ");
	assert_str(article(&r)->post.title, reader_titles[0]);
	reader_type(&r, "  ");
	assert_str(article(&r)->post.title, reader_titles[1]);
	reader_type(&r, "q:read all\r\rG ");
	reader_assert_shows(&r, "the end; nothing else is unread here");
	reader_close(&r);
}

static void
a_post_without_text_says_so(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "7gg\r");
	reader_assert_shows(&r, "The feed gave no full text");
	reader_assert_shows(&r, "도입 문단입니다.");
	reader_type(&r, "gO");
	reader_assert_shows(&r, "no sections");
	reader_close(&r);
}

static void
tags_and_stars_of_the_open_post_show_in_its_head(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rt+ai\r");
	reader_assert_shows(&r, "\n   #ai\n");
	reader_type(&r, "u");
	reader_assert_hides(&r, "\n   #ai\n");
	reader_type(&r, "s");
	reader_assert_shows(&r, "starred 1 post");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_article_fits_every_size),
		cmocka_unit_test(opening_marks_read_and_j_goes_to_the_next_post),
		cmocka_unit_test(sections_are_jumped_to_by_brackets_numbers_and_the_outline),
		cmocka_unit_test(folded_sections_show_their_heading_only),
		cmocka_unit_test(long_lines_of_code_scroll_sideways),
		cmocka_unit_test(words_of_code_have_roles),
		cmocka_unit_test(another_width_keeps_the_place),
		cmocka_unit_test(a_place_does_not_drift),
		cmocka_unit_test(a_place_is_kept_by_letter),
		cmocka_unit_test(a_post_opens_where_it_was_left),
		cmocka_unit_test(links_are_listed_by_number),
		cmocka_unit_test(an_address_that_does_not_fit_begins_behind_its_label),
		cmocka_unit_test(the_config_says_how_wide_and_where_lines_break),
		cmocka_unit_test(an_article_can_stand_alone),
		cmocka_unit_test(a_page_down_at_the_end_goes_on_when_pressed_again),
		cmocka_unit_test(a_post_without_text_says_so),
		cmocka_unit_test(tags_and_stars_of_the_open_post_show_in_its_head),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
