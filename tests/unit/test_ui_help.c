/*
 * The help: what to begin with, what the view at hand has, and finding in it.
 */
#include "unit.h"

#include "text/width.h"
#include "ui/list.h"
#include "ui/view_help.h"
#include "ui_reader.h"

static void
it_begins_with_five_keys(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 10, 60);
	reader_type(&r, "?");
	reader_assert_shows(&r, "unread\n To begin with\n");
	reader_assert_shows(&r, "  <Enter>");
	reader_assert_shows(&r, "tag the post: +ai -later");
	reader_assert_shows(&r, " In the list\n");
	reader_close(&r);
}

static void
what_a_row_has_no_room_for_is_told_below(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "?/footnote\r");
	reader_assert_shows(&r, "Keys: footnote");
	reader_assert_hides(&r, "from it: back");
	reader_type(&r, "j");
	reader_assert_shows(&r, "from it: back");
	app_resize(r.app, 10, 40);
	reader_type(&r, "F/page down\r");
	reader_assert_hides(&r, "\n <Space>");
	reader_type(&r, "jj");
	reader_assert_shows(&r, "\n <Space> ^F <PageDown>: a page down\n");
	reader_close(&r);
}

/* At 40 columns no text is lost, in both languages. */
static void
every_row_is_told_whole_where_it_is_narrow(void **state)
{
	static const char *const locales[] = { "C.UTF-8", "ko_KR.UTF-8" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct reader r;
		struct buf screen = { 0 };
		int n;

		reader_speak(locales[i]);
		reader_open(&r, 24, 40);
		reader_type(&r, "?");
		n = view_help_list(r.app->views[APP_HELP])->n;
		for (int at = 0; at < n; at++, reader_type(&r, "j")) {
			const struct list *l = view_help_list(r.app->views[APP_HELP]);
			struct str rest = reader_screen(&r, &screen), line;

			for (int row = 0; str_line(&rest, &line); row++)
				if (row > l->rows && str_has(line, "…") && !str_has(line, " …"))
					fail_msg("%.*s", STR(line));
		}
		buf_free(&screen);
		reader_close(&r);
	}
	reader_speak("C.UTF-8");
}

static void
words_find_by_key_name_and_text(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "?/outline");
	reader_assert_shows(&r, "gO");
	reader_assert_hides(&r, "sync all feeds");
	reader_type(&r, "\025sync-all");
	reader_assert_shows(&r, "sync all feeds");
	reader_assert_hides(&r, "To begin with"); /* nothing stands under it */
	reader_type(&r, "\025gT\r");
	reader_assert_shows(&r, "all tags");
	reader_type(&r, "/\025nothing of that kind\r");
	reader_assert_shows(&r, "Nothing in the help matches.");
	reader_type(&r, "F");
	reader_assert_shows(&r, "To begin with");
	reader_type(&r, "/tags\r");
	reader_type(&r, "q?");
	reader_assert_shows(&r, "To begin with"); /* opened again it shows all */
	reader_close(&r);
}

static void
words_find_by_consonants_in_korean(void **state)
{
	struct reader r;

	(void)state;
	reader_speak("ko_KR.UTF-8");
	reader_open(&r, 24, 80);
	reader_type(&r, "?");
	reader_assert_shows(&r, "먼저 이것부터");
	reader_assert_shows(&r, "글 목록에서");
	reader_type(&r, "/ㄷㄱㅎ\r"); /* 동기화 */
	reader_assert_shows(&r, "모든 피드 동기화");
	reader_assert_hides(&r, "먼저 이것부터");
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
keys_of_other_views_stand_under_their_names(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 200, 100);
	reader_type(&r, "gH?");
	reader_assert_shows(&r, "unread\n In the view of feeds\n  a ");
	reader_assert_shows(&r, "\n In the article\n");
	reader_assert_shows(&r, "\n In the list of tags\n");
	reader_assert_hides(&r, "To begin with");
	reader_close(&r);
}

static void
commands_of_the_command_line_are_found_too(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "?/:filter\r");
	reader_assert_shows(&r, "  :filter ");
	reader_assert_shows(&r, "show only what the query finds of the list");
	reader_close(&r);
}

static void
no_cell_is_out_of_place_at_any_width(void **state)
{
	struct reader r;

	(void)state;
	reader_speak("ko_KR.UTF-8");
	reader_open(&r, 60, 80);
	reader_type(&r, "?");
	for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
		width_set_ambiguous(ambiguous);
		for (int cols = 40; cols <= 200; cols++) {
			app_resize(r.app, 60, cols);
			app_draw(r.app);
			for (int row = 0; row < 60; row++)
				for (int col = 0; col < cols; col++)
					if (screen_at(&r.app->screen, row, col)->cols == 2)
						assert_int_equal(screen_at(&r.app->screen, row, ++col)->cols, 0);
		}
	}
	width_set_ambiguous(1);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_begins_with_five_keys),
		cmocka_unit_test(every_row_is_told_whole_where_it_is_narrow),
		cmocka_unit_test(what_a_row_has_no_room_for_is_told_below),
		cmocka_unit_test(words_find_by_key_name_and_text),
		cmocka_unit_test(words_find_by_consonants_in_korean),
		cmocka_unit_test(keys_of_other_views_stand_under_their_names),
		cmocka_unit_test(commands_of_the_command_line_are_found_too),
		cmocka_unit_test(no_cell_is_out_of_place_at_any_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
