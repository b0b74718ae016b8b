#include "unit.h"

#include "ui/view_article.h"
#include "ui_reader.h"

static void
a_filter_typed_with_the_other_layout_is_understood(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "/znqjspxltm\r");
	reader_assert_shows(&r, "‘znqjspxltm’ as ‘쿠버네티스’ (the other keyboard layout)");
	assert_str(reader_at(&r), reader_titles[1]);
	assert_str(view_posts_filtered(r.app->views[APP_POSTS])->typed, "znqjspxltm");
	reader_type(&r, "/\025쿠버네티스 운여\r"); /* 운영 is being typed */
	assert_str(reader_at(&r), reader_titles[1]);
	reader_assert_shows(&r, "1/6");
	reader_type(&r, "/\025짧은\r");
	reader_assert_shows(&r, "짧은");
	reader_assert_hides(&r, "other keyboard layout");
	reader_type(&r, "/\025없는제목\r");
	reader_assert_shows(&r, "No post matches.");
	reader_close(&r);
}

static void
a_post_that_was_filtered_opens_at_the_section_with_the_words(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 60);
	reader_type(&r, "/끝입니다\r\r");
	assert_int_equal(view_article_section(r.app->views[APP_ARTICLE]), 4);
	reader_type(&r, "q/\025is:unread\r\r");
	assert_int_equal(view_article_section(r.app->views[APP_ARTICLE]), -1);
	reader_close(&r);
}

static bool
at_once(void *user)
{
	(void)user;
	return true;
}

/* Esc that comes while a list is read again is for what is shown, and not for the search. */
static void
a_search_that_is_read_again_is_not_stopped(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "/짧은\r");
	r.app->wants_stop = at_once;
	app_reload(r.app);
	assert_str(view_posts_filtered(r.app->views[APP_POSTS])->typed, "짧은");
	reader_assert_hides(&r, "stopped");
	reader_type(&r, "/\025배경\r"); /* a new one is */
	r.app->wants_stop = NULL;
	assert_int_equal(view_posts_filtered(r.app->views[APP_POSTS])->typed.n, 0);
	reader_assert_shows(&r, "stopped");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_filter_typed_with_the_other_layout_is_understood),
		cmocka_unit_test(a_post_that_was_filtered_opens_at_the_section_with_the_words),
		cmocka_unit_test(a_search_that_is_read_again_is_not_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
