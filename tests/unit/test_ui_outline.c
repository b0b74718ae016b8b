#include "unit.h"

#include "ui/theme.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static int
section(struct reader *r)
{
	return view_article_section(r->app->views[APP_ARTICLE]);
}

static void
check_sizes(const char *locale, const char *language)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 50, 200 }, { 10, 40 } };
	struct reader r;
	char name[64];

	reader_speak(locale);
	reader_open(&r, 24, 80);
	r.app->layout = PANES_ONE;
	reader_type(&r, "\r3gsgO");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r.app, sizes[i].rows, sizes[i].cols);
		(void)snprintf(name, sizeof name, "outline-%s-%dx%d", language, sizes[i].cols, sizes[i].rows);
		reader_assert_file(&r, name);
	}
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
the_outline_fits_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
the_outline_narrows_while_words_are_typed(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 60);
	reader_type(&r, "\rgO/ㅁㅁㄹ");
	reader_assert_shows(&r, "5 3. 마무리");
	reader_assert_hides(&r, "(1) 시장");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "Outline: ㅁㅁㄹ");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "\r");
	assert_int_equal(section(&r), 4);
	reader_type(&r, "O/없다");
	reader_assert_shows(&r, "No section has that.");
	reader_type(&r, "\r\r");
	assert_int_equal(r.app->focus, APP_OUTLINE);
	reader_type(&r, "\033");
	reader_assert_shows(&r, "(1) 시장");
	assert_int_equal(r.app->focus, APP_OUTLINE);
	reader_type(&r, "\033");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_int_equal(section(&r), 4);
	reader_close(&r);
}

static void
digits_go_to_a_section_also_from_a_filter(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 60);
	reader_type(&r, "\rgO/시장\r4\r");
	assert_int_equal(section(&r), 3);
	reader_type(&r, "O/\025기술\r\r");
	assert_int_equal(section(&r), 2);
	reader_close(&r);
}

static void
the_section_one_is_in_is_marked(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 60);
	reader_type(&r, "\r2gsO");
	reader_assert_shows(&r, "│▸ 2   (1) 시장");
	reader_type(&r, "G");
	reader_assert_shows(&r, "│▸ 2   (1) 시장");
	reader_assert_shows(&r, "5/5");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_outline_fits_every_size),
		cmocka_unit_test(the_outline_narrows_while_words_are_typed),
		cmocka_unit_test(digits_go_to_a_section_also_from_a_filter),
		cmocka_unit_test(the_section_one_is_in_is_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
