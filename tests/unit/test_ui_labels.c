/*
 * The list of all tags.
 */
#include "unit.h"

#include "store/state.h"
#include "ui_reader.h"

static const struct str aliases[] = { STR_INIT("k8s"), STR_INIT("kube") };
static const struct ui_tag config[] = { { STR_INIT("쿠버네티스"), STR_INIT("쿠버네티스"), aliases, 2, 6 } };

static void
tag(struct reader *r, int from, int to, const char *name)
{
	const struct str names[] = { str_of(name) };
	const struct state_change change = { .add = names, .n_add = 1 };
	int64_t changed;
	struct err err;

	for (int64_t id = from; id <= to; id++)
		reader_must(state_apply(r->store, &id, 1, &change, &changed, &err), &err);
}

static void
open_tagged(struct reader *r, int rows, int cols)
{
	reader_open(r, rows, cols);
	tag(r, 1, 8, "쿠버네티스");
	tag(r, 3, 5, "언어/rust");
	tag(r, 6, 6, "언어/go");
	tag(r, 9, 20, "나중에");
	tag(r, 9, 9, "아주/깊은/곳에/있는/태그");
	r->app->tags = config;
	r->app->n_tags = 1;
	app_reload(r->app);
	app_draw(r->app);
}

static void
check_sizes(const char *locale, const char *language)
{
	struct reader r;

	reader_speak(locale);
	open_tagged(&r, 24, 80);
	reader_type(&r, "gT");
	reader_assert_sizes(&r, "tags", language, NULL);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
tags_are_a_tree_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
enter_shows_the_posts_of_the_tag(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "ㅎㅆ"); /* gT, with the input method on */
	assert_int_equal(r.app->focus, APP_TAGS);
	reader_type(&r, "j\r");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_assert_shows(&r, "#쿠버네티스");
	reader_assert_shows(&r, "1/8");
	reader_close(&r);
}

static void
words_find_a_tag_by_consonants_and_by_its_alias(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "gT/ㅋㅂ");
	reader_assert_shows(&r, "#쿠버네티스");
	reader_assert_hides(&r, "#나중에");
	reader_type(&r, "\025kub");
	reader_assert_shows(&r, "#쿠버네티스");
	reader_type(&r, "\025ㅇㅇ rust\r");
	reader_assert_shows(&r, "#언어/rust"); /* the whole name, where it stands under nothing */
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "/\025없는\r");
	reader_assert_shows(&r, "No tag matches.");
	reader_type(&r, "cx\rF");
	reader_assert_shows(&r, "#쿠버네티스");
	reader_close(&r);
}

static void
a_tag_gets_another_name_with_what_stands_under_it(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "gT/언어\rggc");
	reader_assert_shows(&r, "#언어, new name: 언어");
	reader_type(&r, "\025#lang\r");
	reader_assert_shows(&r, "#언어 is #lang now: 4 posts (u: undo)");
	reader_type(&r, "F/lang\r");
	reader_assert_shows(&r, "#lang/rust");
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone:");
	reader_assert_shows(&r, "No tag matches.");
	reader_close(&r);
}

static void
a_name_that_is_there_joins_the_two(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "gTjc\025나중에\r");
	reader_assert_shows(&r, "#쿠버네티스 has become one with #나중에: 8 posts (u: undo)");
	reader_type(&r, "u/쿠버\r");
	reader_assert_shows(&r, "8/8");
	reader_close(&r);
}

static void
a_name_that_is_none_stays_to_be_mended(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "gTc\025a, b\r");
	assert_non_null(r.app->asking);
	reader_assert_shows(&r, "#나중에, new name: a, b");
	reader_type(&r, "\025\r"); /* no name: nothing is done */
	assert_null(r.app->asking);
	reader_close(&r);
}

static void
a_tag_is_taken_off_after_a_question(void **state)
{
	struct reader r;

	(void)state;
	open_tagged(&r, 24, 80);
	reader_type(&r, "gTx");
	reader_assert_shows(&r, "Take #나중에 off 12 posts? y/n:");
	reader_type(&r, "ㅜ");
	reader_assert_shows(&r, "the tag stays");
	reader_type(&r, "xy");
	reader_assert_shows(&r, "took #나중에 off 12 posts (u: undo)");
	reader_type(&r, "u");
	reader_assert_shows(&r, "12/12");
	reader_close(&r);
}

static void
a_tag_of_a_feed_is_changed_in_its_line(void **state)
{
	static struct str company[] = { STR_INIT("회사") };
	struct subs_edit edit = { .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[0]), .tags = company, .n_tags = 1 } };
	struct subs subs;
	struct arena a = { 0 };
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 10, 60);
	reader_must(subs_edit_run(&edit, 1, &err), &err);
	reader_must(feeds_take(r.store, &a, &subs, &err), &err);
	app_reload(r.app);
	reader_type(&r, "gTc\x15업체\r");
	reader_assert_shows(&r, "#회사 is #업체 now: 1 feed (u: undo)");
	reader_assert_shows(&r, "#업체");
	reader_must(subs_read(&a, &subs, &err), &err);
	assert_str(subs.feeds[0].tags[0], "업체");
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone: 회사 → 업체");
	reader_type(&r, "x");
	reader_assert_shows(&r, "Take #회사 off all posts and feeds? y/n:");
	reader_type(&r, "y");
	reader_assert_shows(&r, "took #회사 off 1 feed (u: undo)");
	reader_must(subs_read(&a, &subs, &err), &err);
	assert_int_equal(subs.feeds[0].n_tags, 0);
	reader_type(&r, "u");
	reader_must(subs_read(&a, &subs, &err), &err);
	assert_str(subs.feeds[0].tags[0], "회사");
	arena_free(&a);
	reader_close(&r);
}

static void
without_tags_it_says_how_one_comes(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 10, 40);
	reader_type(&r, "gTcx\r");
	reader_assert_shows(&r, "There are no tags yet.");
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_a_tree_at_every_size),
		cmocka_unit_test(enter_shows_the_posts_of_the_tag),
		cmocka_unit_test(words_find_a_tag_by_consonants_and_by_its_alias),
		cmocka_unit_test(a_tag_gets_another_name_with_what_stands_under_it),
		cmocka_unit_test(a_name_that_is_there_joins_the_two),
		cmocka_unit_test(a_name_that_is_none_stays_to_be_mended),
		cmocka_unit_test(a_tag_is_taken_off_after_a_question),
		cmocka_unit_test(a_tag_of_a_feed_is_changed_in_its_line),
		cmocka_unit_test(without_tags_it_says_how_one_comes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
