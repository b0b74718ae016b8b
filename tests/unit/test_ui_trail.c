#include "unit.h"

#include "ui/view_article.h"
#include "ui_reader.h"

static void
q_goes_back_from_a_search_to_where_one_was(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f쿠버\r" "3j:search 결제\r");
	reader_assert_shows(&r, " All · 결제");
	reader_assert_shows(&r, " 1/6");
	reader_type(&r, ":search 에이전트\r");
	reader_assert_shows(&r, " All · 에이전트");
	reader_type(&r, "q");
	reader_assert_shows(&r, " All · 결제");
	reader_type(&r, "q");
	reader_assert_shows(&r, " All · 쿠버");
	reader_assert_shows(&r, " 4/6");
	assert_false(r.app->wants_quit);
	reader_type(&r, "q");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
a_search_leaves_the_marks_of_the_list_and_the_article(void **state)
{
	struct reader r;
	int64_t id;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "vjv3G\r");
	id = view_article_post(r.app->views[APP_ARTICLE])->id;
	assert_true(id);
	reader_type(&r, ":search 결제\r");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_assert_hides(&r, "2 marked");
	reader_type(&r, "\rqq");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_int_equal(view_article_post(r.app->views[APP_ARTICLE])->id, id);
	reader_type(&r, "q");
	reader_assert_shows(&r, "2 marked");
	reader_assert_shows(&r, " 3/30");
	reader_close(&r);
}

/* The article is where it was left, not at the best place of the words; they are marked as they were. */
static void
an_article_that_is_gone_back_to_has_its_words_marked(void **state)
{
	struct article_pane *pane;
	struct reader r;
	size_t found, top;
	int64_t id;

	(void)state;
	reader_open(&r, 14, 80);
	reader_type(&r, ":search 배경\r\r");
	pane = view_article_pane(r.app->views[APP_ARTICLE]);
	id = view_article_post(r.app->views[APP_ARTICLE])->id;
	found = pane->search.found.n;
	assert_true(found > 0);
	reader_type(&r, "gg]]jj"); /* in the text */
	top = pane->top;
	reader_type(&r, ":search 구현\rj\r");
	assert_int_not_equal(view_article_post(r.app->views[APP_ARTICLE])->id, id);
	reader_type(&r, "qq");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_int_equal(view_article_post(r.app->views[APP_ARTICLE])->id, id);
	assert_int_equal(pane->search.found.n, found);
	assert_int_equal(pane->top, top);
	reader_close(&r);
}

static void
what_was_picked_leads_back_to_the_sidebar_and_the_first_list(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "4Gej\rejj\rgH:search 결제\reG\r"); /* unread, a feed, the last feed */
	reader_assert_shows(&r, " 1/10");
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_SIDEBAR);
	reader_type(&r, "k\r"); /* the one above */
	reader_assert_shows(&r, "\n 네이버 D2");
	reader_type(&r, "qq");
	reader_assert_shows(&r, " All");
	reader_assert_shows(&r, " 4/30");
	assert_false(r.app->wants_quit);
	reader_type(&r, "q");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
the_first_list_that_is_picked_again_is_the_first(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":search 결제\re\rq");
	assert_true(r.app->wants_quit);
	r.app->wants_quit = false;
	reader_type(&r, ":view starred\r:view unread\rq");
	reader_assert_shows(&r, " All");
	assert_false(r.app->wants_quit);
	reader_type(&r, ":view starred\r:view all\rq");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
a_full_view_opens_from_any_other(void **state)
{
	static const struct {
		const char *keys;
		enum app_view view;
	} steps[] = {
		{ "gH", APP_HEALTH }, { "gT", APP_TAGS }, { ":messages\r", APP_MESSAGES }, { "?", APP_HELP }, { "?", APP_HELP },
		{ "q", APP_MESSAGES }, { ":health\r", APP_HEALTH }, { "q", APP_POSTS },
		{ "\rglgT", APP_TAGS }, { "q", APP_LINKS }, { "qgOgm", APP_MESSAGES }, { "q", APP_OUTLINE }, { "q", APP_ARTICLE },
	};
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		reader_type(&r, steps[i].keys);
		assert_int_equal(r.app->focus, steps[i].view);
	}
	reader_close(&r);
}

static void
the_posts_of_a_feed_lead_back_to_the_list_as_it_was(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f쿠버\r" "3jgHG\r");
	reader_assert_shows(&r, " 1/10");
	reader_type(&r, "gHq");
	reader_assert_shows(&r, " All · 쿠버");
	reader_assert_shows(&r, " 4/6");
	reader_type(&r, "gHG\r:filter 글\r" "qq");
	reader_assert_shows(&r, " All · 쿠버");
	reader_type(&r, "gH:filter 글\rq");
	assert_int_equal(r.app->focus, APP_HEALTH);
	reader_close(&r);
}

static void
many_steps_forget_the_first(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (int i = 0; i < 2 * TRAIL_MAX; i++)
		reader_type(&r, "gHG\r");
	for (int i = 0; i < TRAIL_MAX; i++)
		reader_type(&r, ":search 글\r");
	for (int i = 0; i < TRAIL_MAX; i++) {
		assert_false(r.app->wants_quit);
		reader_type(&r, "q");
	}
	reader_type(&r, "q");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
j_goes_to_the_next_feed_with_unread_posts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 110);
	reader_type(&r, "J");
	reader_assert_shows(&r, "\n 지식 나무");
	reader_type(&r, "Agk"); /* the one before is the last */
	reader_assert_shows(&r, "\n 전자신문");
	reader_type(&r, "J"); /* not the one that is read */
	reader_assert_shows(&r, "\n 네이버 D2");
	reader_type(&r, "AJAJ");
	reader_assert_shows(&r, "no other feed has unread posts");
	reader_close(&r);
}

static void
an_empty_list_says_why(void **state)
{
	static const char *const keys[] = { "s", "m", "d", "x", "v", "V", "*", "t", "T", ".", "o", "yy", "w", "za" };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":view starred\r");
	reader_assert_shows(&r, "No post has a star: s gives it one.");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		reader_type(&r, keys[i]);
		reader_assert_shows(&r, "there is no post here");
		assert_null(r.app->asking);
	}
	reader_type(&r, ":view all\r:read all\r:view unread\r");
	reader_assert_shows(&r, "All posts here are read.");
	app_free(r.app);
	r.app = app_new(r.store, NULL, 24, 80); /* an empty view is not begun with */
	reader_assert_shows(&r, " 1/30");
	reader_close(&r);
	reader_open_empty(&r, 24, 80);
	reader_type(&r, "R");
	reader_assert_shows(&r, "There are no feeds yet. gc: catalogue");
	reader_close(&r);
}

static void
help_takes_words(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":help outline\r");
	reader_assert_shows(&r, "the outline");
	reader_assert_hides(&r, "catalogue");
	reader_type(&r, "q:help\r");
	reader_assert_shows(&r, "To begin with");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(q_goes_back_from_a_search_to_where_one_was),
		cmocka_unit_test(a_search_leaves_the_marks_of_the_list_and_the_article),
		cmocka_unit_test(an_article_that_is_gone_back_to_has_its_words_marked),
		cmocka_unit_test(what_was_picked_leads_back_to_the_sidebar_and_the_first_list),
		cmocka_unit_test(the_first_list_that_is_picked_again_is_the_first),
		cmocka_unit_test(a_full_view_opens_from_any_other),
		cmocka_unit_test(the_posts_of_a_feed_lead_back_to_the_list_as_it_was),
		cmocka_unit_test(many_steps_forget_the_first),
		cmocka_unit_test(an_empty_list_says_why),
		cmocka_unit_test(help_takes_words),
		cmocka_unit_test(j_goes_to_the_next_feed_with_unread_posts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
