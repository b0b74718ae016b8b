/*
 * Where words were found, below the posts of a list.
 */
#include "unit.h"

#include "ui/idle.h"
#include "ui/theme.h"
#include "ui_reader.h"

/* All that waits is done, as when no key comes. */
static void
rest(struct reader *r)
{
	for (int i = 0; i < 100 && !idle_timeout(r->app); i++)
		idle_run(r->app, NULL, NULL);
	app_draw(r->app);
}

static bool
is_waiting(void *user)
{
	(void)user;
	return true;
}

static void
check_sizes(const char *locale, const char *language)
{
	struct reader r;

	reader_speak(locale);
	reader_open(&r, 24, 80);
	reader_type(&r, "f둘째\rj");
	reader_assert_sizes(&r, "snippets", language, rest);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
they_say_where_the_words_stand_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
they_come_when_no_key_waits(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f둘째\r");
	rest(&r);
	reader_assert_shows(&r, "§");
	reader_type(&r, "f\025항목\r");
	reader_assert_hides(&r, "첫째 항목"); /* the list is there before */
	idle_run(r.app, is_waiting, NULL);
	app_draw(r.app);
	reader_assert_hides(&r, "첫째 항목");
	rest(&r);
	reader_assert_shows(&r, "첫째 항목");
	assert_true(idle_timeout(r.app) != 0);
	reader_type(&r, "G");
	rest(&r);
	reader_assert_shows(&r, "첫째 항목");
	reader_close(&r);
}

static void
what_was_found_is_marked(void **state)
{
	struct reader r;
	struct screen *s;
	int hits = 0;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f마무리\r");
	rest(&r);
	s = &r.app->screen;
	for (int col = 0; col < s->cols; col++)
		hits += screen_at(s, 2, col)->cols && (screen_at(s, 2, col)->style & THEME_HIT);
	assert_int_equal(hits, 3); /* the letters of the word, and nothing else */
	reader_close(&r);
}

/* The cells of a row that are marked, one after the other. */
static struct str
marked(struct reader *r, int row, struct buf *out)
{
	struct screen *s = &r->app->screen;

	app_draw(r->app);
	buf_clear(out);
	for (int col = 0; col < s->cols; col++)
		if (screen_at(s, row, col)->cols && (screen_at(s, row, col)->style & THEME_HIT))
			(void)buf_add(out, screen_cluster(s, screen_at(s, row, col)));
	return buf_str(out);
}

static void
it_is_marked_in_titles_while_it_is_typed(void **state)
{
	struct buf out = { 0 };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f통신 오픈");
	rest(&r);
	assert_str(marked(&r, 1, &out), "오픈통"); /* the rest of the word is behind the cut */
	reader_type(&r, "\r");
	assert_str(marked(&r, 1, &out), "오픈통");
	app_resize(r.app, 24, 200);
	assert_str(marked(&r, 1, &out), "오픈통신");
	reader_type(&r, "f\025author:김영 rust\r");
	assert_str(marked(&r, 1, &out), "Rust");
	reader_type(&r, "F");
	assert_str(marked(&r, 1, &out), "");
	buf_free(&out);
	reader_close(&r);
}

static void
a_query_without_words_has_none_and_zs_puts_them_off(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "fis:unread\r");
	rest(&r);
	reader_assert_hides(&r, "§ ");
	reader_type(&r, "f\025둘째\r");
	rest(&r);
	reader_assert_shows(&r, "§ ");
	reader_type(&r, "ㅋㄴ"); /* zs, with the input method on */
	rest(&r);
	reader_assert_hides(&r, "§ ");
	reader_assert_shows(&r, "one row a post");
	reader_type(&r, "zs");
	rest(&r);
	reader_assert_shows(&r, "§ ");
	reader_type(&r, "F");
	rest(&r);
	reader_assert_hides(&r, "§ ");
	reader_close(&r);
}

static void
pages_and_the_end_are_by_posts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "f둘째\rG");
	rest(&r);
	reader_type(&r, "\002");
	reader_assert_shows(&r, "16/26"); /* 11 posts a screen, one of them seen again */
	reader_type(&r, "gg");
	rest(&r);
	reader_assert_shows(&r, "1/26");
	reader_close(&r);
}

static void
the_first_place_is_in_sight_however_narrow(void **state)
{
	static const char text[] = "아주 긴 앞말이 이어지고 또 이어져서 한 줄에 다 들어가지 않는 글에서 찾은 낱말 쿠버네티스 뒤에도 글은 이어집니다";
	struct find_match_span span = { 0 };
	struct snippet snippet = { .section = STR_INIT("§ 3. 아주 긴 절의 제목이 여기에 옵니다"), .text = str_of(text), .spans = &span, .n_spans = 1 };
	struct screen s = { 0 };
	struct buf out = { 0 };

	(void)state;
	span.from = str_find(snippet.text, str_lit("쿠버네티스"));
	span.to = span.from + sizeof "쿠버네티스" - 1;
	for (int cols = 34; cols <= 120; cols++) {
		screen_resize(&s, 1, cols + 1);
		screen_clear(&s);
		snippets_draw(&s, (struct screen_box){ 0, 0, 1, cols }, &snippet);
		buf_clear(&out);
		screen_text(&s, &out);
		if (!str_has(buf_str(&out), "쿠버네티스"))
			fail_msg("%d: %s", cols, buf_cstr(&out));
		assert_int_equal(screen_at(&s, 0, cols)->n, 0); /* never past the box */
	}
	buf_free(&out);
	screen_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(they_say_where_the_words_stand_at_every_size),
		cmocka_unit_test(they_come_when_no_key_waits),
		cmocka_unit_test(what_was_found_is_marked),
		cmocka_unit_test(it_is_marked_in_titles_while_it_is_typed),
		cmocka_unit_test(a_query_without_words_has_none_and_zs_puts_them_off),
		cmocka_unit_test(pages_and_the_end_are_by_posts),
		cmocka_unit_test(the_first_place_is_in_sight_however_narrow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
