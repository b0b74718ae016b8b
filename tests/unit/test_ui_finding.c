#include "unit.h"

#include "text/width.h"
#include "ui/theme.h"
#include "ui/view_article.h"
#include "ui_reader.h"

/* All marked cells as text: a "|" behind each run of them, the one that one is at in brackets. */
static struct str
marks(struct reader *r, struct buf *out)
{
	const struct screen *s = &r->app->screen;

	app_draw(r->app);
	buf_clear(out);
	for (int row = 0; row < s->rows; row++) {
		unsigned before = 0;

		for (int col = 0; col < s->cols; col++) {
			const struct screen_cell *cell = screen_at(s, row, col);
			unsigned hit = cell->style & THEME_HIT ? cell->style & (THEME_HIT | THEME_SELECTED) : 0;

			if (hit != before && before)
				(void)buf_puts(out, before & THEME_SELECTED ? "]|" : "|");
			if (hit != before && hit & THEME_SELECTED)
				(void)buf_puts(out, "[");
			if (hit && cell->cols)
				(void)buf_add(out, cell->n ? screen_cluster(s, cell) : str_lit(" "));
			before = hit;
		}
	}
	return buf_str(out);
}

static void
what_is_typed_is_marked_and_jumped_to(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r/항목");
	assert_str(marks(&r, &got), "[항목]|항목|");
	reader_assert_shows(&r, "Find: 항목");
	reader_assert_shows(&r, "1/2\n");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "[1/2]  ");
	reader_type(&r, "n");
	assert_str(marks(&r, &got), "항목|[항목]|");
	reader_type(&r, "n");
	assert_str(marks(&r, &got), "[항목]|항목|");
	reader_assert_shows(&r, "from the beginning again");
	reader_type(&r, "N");
	assert_str(marks(&r, &got), "항목|[항목]|");
	reader_assert_shows(&r, "from the end again");
	reader_type(&r, "\033");
	assert_str(marks(&r, &got), "");
	reader_type(&r, "n"); /* no search any more */
	assert_str(view_article_post(r.app->views[APP_ARTICLE])->title, reader_titles[1]);
	buf_free(&got);
	reader_close(&r);
}

static void
esc_at_the_prompt_brings_back_place_and_search(void **state)
{
	struct buf before = { 0 }, got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r/둘째\rn");
	(void)reader_screen(&r, &before);
	reader_type(&r, "/끝입니다");
	assert_str(marks(&r, &got), "[끝입니다]|");
	reader_type(&r, "\033");
	assert_str(reader_screen(&r, &got), buf_cstr(&before));
	buf_free(&before);
	buf_free(&got);
	reader_close(&r);
}

/* A sync may replace the text while one is typing. */
static void
esc_in_an_article_that_is_shorter_now(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "\r/항목\rn/");
	view_article_pane(r.app->views[APP_ARTICLE])->search.at_before = 7;
	view_article_pane(r.app->views[APP_ARTICLE])->search.from = (struct article_place){ .part = ARTICLE_IN_TEXT, .block = 9999 };
	reader_type(&r, "\033");
	assert_true(view_article_pane(r.app->views[APP_ARTICLE])->search.at < 2);
	assert_true(view_article_pane(r.app->views[APP_ARTICLE])->anchor.block < 9999);
	reader_close(&r);
}

static const struct {
	const char *typed, *marks, *said;
} ways[] = {
	{ "한국어 문단은 길게 이어져도", "[한국어 문단은 길게]|[이어져도]|", "" }, /* over the end of a line */
	{ "ㅅㅈㅇ", "[시장에]|시장은|", "" },
	{ "한국 어문단", "[한국어 문단]|", "" },
	{ "ehdlq", "[도입]|", "‘ehdlq’ as ‘도입’ (the other keyboard layout)" },
	{ "INT MAIN", "[int main]|", "" },
	{ "첫 링크", "[첫 링크]|", "" },
	{ "없는 말", "", "‘없는 말’ is not in this post" },
	{ "협업이 한국 통신", "[협업이 한국 통신]|", "" }, /* in the title */
};

static void
korean_is_found_as_a_reader_means_it(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		reader_type(&r, "/");
		reader_type(&r, ways[i].typed);
		reader_type(&r, "\r");
		assert_str(marks(&r, &got), ways[i].marks);
		reader_assert_shows(&r, ways[i].said);
	}
	buf_free(&got);
	reader_close(&r);
}

/* n and N go to other posts where nothing is looked for: who has just looked for something does not mean that. */
static void
what_was_not_found_is_told_again(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r/없는 말\rn");
	reader_assert_shows(&r, "‘없는 말’ is not in this post");
	reader_assert_shows(&r, "SK텔레콤의 AI 진출");
	reader_type(&r, "nN");
	reader_assert_shows(&r, "‘없는 말’ is not in this post");
	reader_type(&r, "jn");
	reader_assert_hides(&r, "is not in this post");
	reader_assert_shows(&r, "쿠버네티스 운영기 (1)");
	reader_type(&r, "/도입\r/없는 말\r\033n"); /* the last one found nothing */
	reader_assert_hides(&r, "is not in this post");
	reader_close(&r);
}

static void
what_is_folded_away_unfolds(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\rzm/둘째 항목\r");
	assert_str(marks(&r, &got), "[둘째 항목]|");
	reader_assert_hides(&r, "끝입니다.");
	buf_free(&got);
	reader_close(&r);
}

static void
code_is_scrolled_to_what_was_found(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r/at_all\r");
	assert_str(marks(&r, &got), "[at_all]|");
	reader_type(&r, "/int main\r");
	assert_str(marks(&r, &got), "[int main]|");
	buf_free(&got);
	reader_close(&r);
}

static void
marks_stay_where_they_are_at_every_width(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 60, 80);
	reader_type(&r, "\r/어절에서만\r");
	for (int cols = 40; cols < 120; cols++) {
		app_resize(r.app, 60, cols);
		assert_str(marks(&r, &got), "[어절에서만]|");
	}
	buf_free(&got);
	reader_close(&r);
}

static void
an_empty_line_looks_for_the_last_one_again(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, "\r/끝입니다\rJ/\r");
	assert_str(marks(&r, &got), "[끝입니다]|");
	buf_free(&got);
	reader_close(&r);
}

/* As in vim, where n goes on with what was looked for. */
static void
the_words_of_a_list_are_looked_for_in_its_articles(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 40, 80);
	reader_type(&r, ":search 시장 항목\r\r");
	assert_str(marks(&r, &got), "시장|[시장]|항목|항목|"); /* the title is above */
	reader_assert_shows(&r, "[3/5]  ");
	reader_type(&r, "n");
	assert_str(marks(&r, &got), "시장|시장|[항목]|항목|");
	reader_type(&r, "NNN");
	assert_str(marks(&r, &got), "[시장]|시장|시장|항목|항목|");
	reader_type(&r, "/끝\033"); /* another search that is not made leaves them */
	assert_str(marks(&r, &got), "[시장]|시장|시장|항목|항목|");
	app_resize(r.app, 40, 60);
	assert_str(marks(&r, &got), "[시장]|시장|시장|항목|항목|");
	app_reload(r.app);
	assert_str(marks(&r, &got), "[시장]|시장|시장|항목|항목|");
	reader_type(&r, "/끝\r");
	assert_str(marks(&r, &got), "[끝]|");
	reader_type(&r, "\033");
	assert_str(marks(&r, &got), "");
	reader_type(&r, "J"); /* the next one of the list */
	assert_true(view_article_pane(r.app->views[APP_ARTICLE])->search.found.n > 0);
	buf_free(&got);
	reader_close(&r);
}

static void
words_below_the_screen_come_into_sight(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 10, 80);
	reader_type(&r, ":search \"둘째 항목\"\r\r");
	assert_str(marks(&r, &got), "[둘째 항목]|");
	reader_type(&r, "n");
	reader_assert_shows(&r, "from the beginning again");
	buf_free(&got);
	reader_close(&r);
}

static void
without_words_n_is_the_next_unread_post(void **state)
{
	struct buf got = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":search author:김영희 -없는말\r\r");
	assert_str(marks(&r, &got), "");
	reader_type(&r, "n");
	assert_str(view_article_post(r.app->views[APP_ARTICLE])->title, reader_titles[1]);
	buf_free(&got);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_is_marked_and_jumped_to),
		cmocka_unit_test(esc_in_an_article_that_is_shorter_now),
		cmocka_unit_test(esc_at_the_prompt_brings_back_place_and_search),
		cmocka_unit_test(korean_is_found_as_a_reader_means_it),
		cmocka_unit_test(what_was_not_found_is_told_again),
		cmocka_unit_test(what_is_folded_away_unfolds),
		cmocka_unit_test(code_is_scrolled_to_what_was_found),
		cmocka_unit_test(marks_stay_where_they_are_at_every_width),
		cmocka_unit_test(an_empty_line_looks_for_the_last_one_again),
		cmocka_unit_test(the_words_of_a_list_are_looked_for_in_its_articles),
		cmocka_unit_test(words_below_the_screen_come_into_sight),
		cmocka_unit_test(without_words_n_is_the_next_unread_post),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
