#include "unit.h"

#include "ui/view_article.h"
#include "ui_reader.h"

static void
the_size_decides_what_fits(void **state)
{
	(void)state;
	assert_int_equal(panes_fit(PANES_AUTO, 24, 80), PANES_ONE);
	assert_int_equal(panes_fit(PANES_AUTO, 40, 120), PANES_ONE);
	assert_int_equal(panes_fit(PANES_AUTO, 60, 100), PANES_STACKED);
	assert_int_equal(panes_fit(PANES_AUTO, 50, 200), PANES_WIDE);
	assert_int_equal(panes_fit(PANES_WIDE, 24, 89), PANES_STACKED);
	assert_int_equal(panes_fit(PANES_WIDE, 10, 40), PANES_ONE);
	assert_int_equal(panes_fit(PANES_STACKED, 17, 200), PANES_ONE);
	assert_int_equal(panes_fit(PANES_ONE, 120, 400), PANES_ONE);
}

/* Panes within the body, beside one another, all of it used. */
static void
panes_fill_the_body(void **state)
{
	(void)state;
	for (int rows = PANES_STACKED_ROWS; rows <= 120; rows += 3)
		for (int cols = PANES_WIDE_COLS; cols <= 400; cols += 7) {
			struct screen_box body = { 1, 0, rows - 2, cols };
			struct panes wide = panes_split(PANES_WIDE, body), stacked = panes_split(PANES_STACKED, body);

			assert_int_equal(wide.article.col + wide.article.cols, cols);
			assert_int_equal(wide.list.col + wide.list.cols + 1, wide.article.col);
			assert_int_equal(wide.sidebar.cols ? wide.sidebar.cols + 1 : 0, wide.list.col);
			assert_true(wide.list.cols >= 36 && wide.article.cols >= 48);
			assert_int_equal(stacked.list.row + stacked.list.rows + 1, stacked.article.row);
			assert_int_equal(stacked.article.row + stacked.article.rows, rows - 1);
			assert_true(stacked.list.rows >= 5 && stacked.article.rows >= 10);
			assert_int_equal(stacked.article.cols, cols);
			assert_int_equal(stacked.list.col + stacked.list.cols, cols);
		}
}

static void
an_open_article_stands_beside_the_list(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	reader_type(&r, "j\r");
	reader_assert_file(&r, "wide-200x50");
	reader_type(&r, "h"); /* the list has the keys, the article stays */
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "j");
	reader_assert_shows(&r, "첫 링크");
	reader_assert_shows(&r, "3/30");
	reader_type(&r, "l"); /* opens another in its place */
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_int_equal(view_article_post(r.app->views[APP_ARTICLE])->id, view_posts_row(r.app->views[APP_POSTS])->id);
	reader_type(&r, "J"); /* and the next: the cursor of the list goes along */
	assert_str(reader_at(&r), reader_titles[3]);
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_POSTS);
	assert_int_equal(view_article_post(r.app->views[APP_ARTICLE])->id, 0);
	reader_close(&r);
}

/* As windows of vim. */
static void
panes_are_gone_through_by_keys(void **state)
{
	static const struct {
		const char *keys;
		enum app_view focus;
	} wide[] = {
		{ "\027l", APP_ARTICLE }, { "\027h", APP_POSTS }, { "\027k", APP_SIDEBAR }, { "\027j", APP_POSTS }, { "j\027w", APP_ARTICLE },
		{ "\027l", APP_ARTICLE }, { "\027\027", APP_SIDEBAR }, { "\027ㅈ", APP_POSTS }, { "\027l\027o", APP_ARTICLE }, { "zz\027q", APP_POSTS },
	};
	struct reader r;

	(void)state;
	reader_open(&r, 50, 200);
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		reader_type(&r, wide[i].keys);
		if (r.app->focus != wide[i].focus)
			fail_msg("%s: %d", wide[i].keys, r.app->focus);
		if (i == 4) /* the article that is there, not the one of the row */
			assert_int_not_equal(view_article_post(r.app->views[APP_ARTICLE])->id, view_posts_row(r.app->views[APP_POSTS])->id);
	}
	reader_close(&r);
	reader_open(&r, 24, 80);
	reader_type(&r, "\027w");
	assert_int_equal(r.app->focus, APP_SIDEBAR);
	reader_type(&r, "\027w");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "\027l");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_type(&r, "\027w");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_close(&r);
}

static void
the_key_goes_through_the_layouts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rW"); /* wide does not fit here */
	reader_assert_shows(&r, "layout: the list above the article");
	reader_type(&r, "j");
	reader_assert_file(&r, "stacked-80x24");
	reader_type(&r, "he");
	reader_assert_shows(&r, "Starred");
	reader_assert_shows(&r, "도입 문단");
	reader_type(&r, "q\rWW");
	reader_assert_shows(&r, "layout: by the size of the screen");
	app_resize(r.app, 30, 110);
	reader_type(&r, "W");
	reader_assert_shows(&r, "layout: list and article side by side");
	reader_type(&r, "j");
	reader_assert_file(&r, "wide-110x30");
	app_resize(r.app, 10, 40); /* what does not fit is not lost */
	reader_assert_hides(&r, "쿠버네티스");
	app_resize(r.app, 30, 110);
	reader_assert_shows(&r, "쿠버네티스");
	reader_close(&r);
}

/* It is worth more than the numbers of the row. */
static void
a_message_is_not_cut_for_the_numbers(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 10, 40);
	reader_type(&r, "\r]]");
	app_say(r.app, "%s", "just half of the row");
	reader_assert_shows(&r, "just half of the row");
	reader_close(&r);
}

/* In steps through all sizes: the row and the place in the article stay. */
static void
a_change_of_size_keeps_the_place(void **state)
{
	struct reader r;
	int section;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "12j\r4gs");
	section = view_article_section(r.app->views[APP_ARTICLE]);
	for (int step = 0; step < 60; step++) {
		app_resize(r.app, 10 + step * 37 % 111, 40 + step * 53 % 361);
		app_draw(r.app);
		assert_int_equal(view_article_section(r.app->views[APP_ARTICLE]), section);
	}
	app_resize(r.app, 24, 80);
	reader_type(&r, "q");
	for (int step = 0; step < 60; step++) {
		app_resize(r.app, 10 + step * 37 % 111, 40 + step * 53 % 361);
		app_draw(r.app);
		reader_assert_shows(&r, "13/30");
		assert_str(reader_at(&r), "Rust로 다시 쓰는 결제 서버 12");
	}
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_size_decides_what_fits),
		cmocka_unit_test(panes_fill_the_body),
		cmocka_unit_test(an_open_article_stands_beside_the_list),
		cmocka_unit_test(panes_are_gone_through_by_keys),
		cmocka_unit_test(the_key_goes_through_the_layouts),
		cmocka_unit_test(a_message_is_not_cut_for_the_numbers),
		cmocka_unit_test(a_change_of_size_keeps_the_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
