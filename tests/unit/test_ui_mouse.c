#include "unit.h"

#include <sys/wait.h>

#include "ui/view_article.h"
#include "ui_reader.h"

/* A press and a release in one cell, as a terminal tells them: from 1. */
static void
click(struct reader *r, int row, int col)
{
	char bytes[64];

	app_draw(r->app);
	(void)snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1, col + 1, row + 1);
	reader_type(r, bytes);
}

static void
wheel(struct reader *r, int row, int col, bool is_down, int times)
{
	char bytes[64];

	app_draw(r->app);
	(void)snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM", is_down ? 65 : 64, col + 1, row + 1);
	while (times-- > 0)
		reader_type(r, bytes);
}

/* Where a text begins on the screen. */
static void
find(struct reader *r, const char *text, int *row, int *col)
{
	const struct screen *s = &r->app->screen;
	struct buf line = { 0 };

	for (*row = 0; *row < s->rows; ++*row)
		for (*col = 0; *col < s->cols; ++*col) {
			buf_clear(&line);
			for (int c = *col; c < s->cols && line.n < strlen(text); c++)
				if (screen_at(s, *row, c)->cols)
					(void)buf_add(&line, screen_at(s, *row, c)->n ? screen_cluster(s, screen_at(s, *row, c)) : str_lit(" "));
			if (str_starts(buf_str(&line), text)) {
				buf_free(&line);
				return;
			}
		}
	fail_msg("no ‘%s’", text);
}

static void
click_on(struct reader *r, const char *text)
{
	int row, col;

	app_draw(r->app);
	find(r, text, &row, &col);
	click(r, row, col);
}

static int32_t
key_of(const char *bytes)
{
	struct input in;
	int32_t key = INPUT_NONE;

	input_init(&in);
	input_add(&in, str_of(bytes));
	(void)input_next(&in, true, &key);
	assert_int_equal(in.pending.n, 0);
	input_free(&in);
	return key;
}

static void
events_are_read(void **state)
{
	int row, col;
	int32_t key;

	(void)state;
	key = key_of("\033[<0;12;7M");
	assert_true(input_is_mouse(key));
	assert_int_equal(input_mouse(key, &row, &col), INPUT_MOUSE_PRESS);
	assert_int_equal(row, 6);
	assert_int_equal(col, 11);
	key = key_of("\033[<0;400;120m");
	assert_int_equal(input_mouse(key, &row, &col), INPUT_MOUSE_RELEASE);
	assert_int_equal(row, 119);
	assert_int_equal(col, 399);
	assert_int_equal(input_mouse(key_of("\033[<64;1;1M"), &row, &col), INPUT_MOUSE_UP);
	assert_int_equal(input_mouse(key_of("\033[<69;1;1M"), &row, &col), INPUT_MOUSE_DOWN);
	assert_int_equal(key_of("\033[<2;1;1M"), INPUT_NONE);  /* the right button */
	assert_int_equal(key_of("\033[<32;1;1M"), INPUT_NONE); /* moved while it is down */
	assert_int_equal(key_of("\033[<16;1;1M"), INPUT_NONE); /* with Ctrl */
	assert_int_equal(key_of("\033[<0;0;1M"), INPUT_NONE);
	assert_int_equal(key_of("\033[<0;99999;1M"), INPUT_NONE);
	assert_int_equal(key_of("\033[<0;M"), INPUT_NONE);
	assert_int_equal(key_of("\033[<M"), INPUT_NONE);
	assert_int_equal(key_of("\033[M !!"), INPUT_NONE); /* the old form is taken whole */
	assert_false(input_is_mouse(INPUT_NONE) || input_is_mouse(0x10ffff) || input_is_mouse(INPUT_PASTE_END));
}

static void
a_click_selects_and_a_second_one_opens(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	click(&r, 4, 30);
	assert_str(reader_at(&r), reader_titles[3]);
	assert_int_equal(r.app->focus, APP_POSTS);
	click(&r, 6, 30); /* elsewhere: a first one again */
	assert_int_equal(r.app->focus, APP_POSTS);
	click(&r, 6, 30);
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_assert_shows(&r, "도입 문단");
	reader_close(&r);
}

static void
a_snippet_belongs_to_its_row(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f배경\r");
	app_draw(r.app);
	assert_true(view_posts_row(r.app->views[APP_POSTS]));
	assert_int_equal(r.app->boxes[APP_POSTS].row, 1);
	click(&r, 4, 20); /* the second line of the second post */
	reader_assert_shows(&r, "2/");
	reader_close(&r);
}

static void
what_is_dragged_does_nothing(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\033[<0;10;5M\033[<32;12;5M\033[<0;14;5m");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, "\033[<0;14;5m"); /* a release without a press */
	assert_str(reader_at(&r), reader_titles[0]);
	click(&r, 23, 10); /* the status line */
	reader_type(&r, "f");
	click(&r, 3, 10); /* while something is typed */
	reader_type(&r, "\033");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_close(&r);
}

static void
the_wheel_scrolls_what_is_under_it(void **state)
{
	struct reader r;
	struct buf before = { 0 }, after = { 0 };

	(void)state;
	reader_open(&r, 12, 110);
	wheel(&r, 5, 60, true, 2);
	assert_int_equal(view_posts_top(r.app->views[APP_POSTS]), 6);
	assert_int_equal(view_posts_at(r.app->views[APP_POSTS]), 6); /* the cursor stays in sight */
	wheel(&r, 5, 60, false, 1);
	assert_int_equal(view_posts_top(r.app->views[APP_POSTS]), 3);
	assert_int_equal(view_posts_at(r.app->views[APP_POSTS]), 6);
	wheel(&r, 5, 60, true, 30);
	assert_int_equal(view_posts_top(r.app->views[APP_POSTS]), 20);
	wheel(&r, 3, 5, true, 1); /* the sidebar, without the focus */
	assert_int_equal(r.app->focus, APP_POSTS);
	assert_int_equal(view_posts_top(r.app->views[APP_POSTS]), 20);
	reader_type(&r, "gg\r");
	(void)reader_screen(&r, &before);
	wheel(&r, 5, 60, true, 1);
	assert_false(str_eq(reader_screen(&r, &after), buf_str(&before)));
	wheel(&r, 5, 60, false, 1);
	assert_str(reader_screen(&r, &after), buf_cstr(&before));
	buf_free(&before);
	buf_free(&after);
	reader_close(&r);
}

static void
the_sidebar_and_the_panes_take_clicks(void **state)
{
	struct reader r;
	int row, col;

	(void)state;
	reader_open(&r, 30, 200);
	app_draw(r.app);
	find(&r, "10/10", &row, &col);
	click(&r, row + 1, col);
	reader_assert_shows(&r, "1/10");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "\r");
	click(&r, 4, 50);
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_assert_shows(&r, "4/10");
	reader_assert_shows(&r, "도입 문단"); /* it stays open beside */
	click_on(&r, "도입 문단");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_close(&r);
}

static void
links_folds_and_lines_of_the_outline_are_followed(void **state)
{
	char program[64], path[80];
	struct reader r;
	struct buf got = { 0 };
	struct err err = { 0 };
	int row, col;

	(void)state;
	reader_open(&r, 40, 80);
	(void)snprintf(program, sizeof program, "%s/browser", r.dir);
	reader_must(file_replace(program, str_lit("#!/bin/sh\necho \"$1\" >> \"$HOME/opened\"\n"), &err), &err);
	(void)snprintf(path, sizeof path, "sh %s", program);
	setenv("BROWSER", path, 1);
	reader_type(&r, "\r");
	click_on(&r, "첫 링크");
	(void)waitpid(r.app->browser.children.v[0].pid, NULL, 0);
	click_on(&r, "굵은 글자"); /* no link */
	assert_int_equal(r.app->browser.children.n, 1);
	find(&r, "1. 배경", &row, &col);
	click(&r, row, col - 2);
	reader_assert_hides(&r, "배경을 적습니다");
	find(&r, "1. 배경", &row, &col);
	click(&r, row, col);
	reader_assert_shows(&r, "배경을 적습니다");
	reader_type(&r, "gO");
	click_on(&r, "3. 마무리");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	unsetenv("BROWSER");
	(void)snprintf(path, sizeof path, "%s/opened", r.dir);
	reader_must(file_read(path, 1000, &got, &err), &err);
	assert_str(buf_str(&got), "https://example.com/a\n");
	buf_free(&got);
	reader_close(&r);
}

static void
parts_of_the_first_row_do_something(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "d");
	click_on(&r, "29 unread");
	reader_assert_shows(&r, "1/29");
	assert_str(memory_get(&r.app->memory, "view"), "unread");
	click_on(&r, "sosik");
	assert_int_equal(r.app->focus, APP_HELP);
	reader_close(&r);
}

static void
a_click_selects_a_link_of_the_list_of_links(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rgl");
	reader_assert_shows(&r, "1/3");
	click(&r, 3, 20);
	assert_int_equal(r.app->focus, APP_LINKS);
	reader_assert_shows(&r, "3/3");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events_are_read),
		cmocka_unit_test(a_click_selects_and_a_second_one_opens),
		cmocka_unit_test(a_snippet_belongs_to_its_row),
		cmocka_unit_test(what_is_dragged_does_nothing),
		cmocka_unit_test(the_wheel_scrolls_what_is_under_it),
		cmocka_unit_test(the_sidebar_and_the_panes_take_clicks),
		cmocka_unit_test(links_folds_and_lines_of_the_outline_are_followed),
		cmocka_unit_test(parts_of_the_first_row_do_something),
		cmocka_unit_test(a_click_selects_a_link_of_the_list_of_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
