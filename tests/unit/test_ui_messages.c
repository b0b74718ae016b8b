/*
 * What was said stays to be read.
 */
#include "unit.h"

#include "ui/synced.h"
#include "ui_reader.h"

static void
say(struct reader *r, int64_t ago, const char *text)
{
	clock_set(READER_NOW - ago);
	app_say(r->app, "%s", text);
	clock_set(READER_NOW);
}

static void
fail_with(struct reader *r, int64_t ago, const char *text)
{
	struct err err;

	clock_set(READER_NOW - ago);
	(void)err_set(&err, ERR_FAILED, "%s", text);
	app_fail(r->app, &err);
	clock_set(READER_NOW);
}

static void
open_talking(struct reader *r, int rows, int cols)
{
	reader_open(r, rows, cols);
	fail_with(r, 90000, "config:3:12: ‘text-widht’");
	say(r, 7200, tr("nothing was unsubscribed"));
	for (int i = 0; i < 3; i++)
		say(r, 3600 - i, tr("nothing unread here"));
	fail_with(r, 60, tr("the network answers in its place, or the clock is wrong: no certificate is to be trusted"));
}

static void
check_sizes(const char *locale, const char *language)
{
	struct reader r;

	reader_speak(locale);
	open_talking(&r, 24, 80);
	reader_type(&r, "gm");
	reader_assert_sizes(&r, "messages", language, NULL);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
messages_stay_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
the_newest_is_followed_and_words_find_others(void **state)
{
	struct reader r;

	(void)state;
	open_talking(&r, 24, 80);
	reader_type(&r, "gm");
	reader_assert_shows(&r, "4/4");
	say(&r, 0, "one more");
	app_draw(r.app);
	reader_assert_shows(&r, "one more");
	reader_type(&r, "j");
	reader_assert_shows(&r, "5/5");
	reader_type(&r, "gg");
	say(&r, 0, "another");
	reader_type(&r, "k");
	reader_assert_shows(&r, "1/6");
	reader_type(&r, "/widht\r");
	reader_assert_shows(&r, "1/1");
	reader_assert_hides(&r, "unsubscribed");
	reader_type(&r, "F");
	reader_assert_shows(&r, "/6");
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "ㅎㅡ"); /* with the input method on */
	assert_int_equal(r.app->focus, APP_MESSAGES);
	reader_close(&r);
}

static void
what_stands_beside_a_prompt_is_no_message(void **state)
{
	struct reader r;
	size_t n;

	(void)state;
	reader_open(&r, 24, 80);
	n = r.app->messages.n;
	reader_type(&r, "t\t\t\033");
	assert_int_equal(r.app->messages.n, n);
	reader_type(&r, "t+ai\r");
	assert_int_equal(r.app->messages.n, n + 1);
	reader_close(&r);
}

static void
each_feed_that_failed_is_told_after_a_sync(void **state)
{
	struct reader r;
	struct job *job;

	(void)state;
	reader_open(&r, 24, 80);
	job = &r.app->job;
	*job = (struct job){ .out = -1, .err = -1, .total = 3, .done = 3, .failed = 2, .failed_feed = 1 };
	(void)buf_puts(&job->failure, "404: there is nothing at this address");
	(void)buf_puts(&job->failures, "1\t404: there is nothing at this address\n3\tcannot find the host news.example\n");
	synced_tell(r.app, 1);
	reader_type(&r, "gm");
	reader_assert_shows(&r, "! 지식 나무: 404: there is nothing at this address");
	reader_assert_shows(&r, "! 전자신문: cannot find the host news.example");
	reader_assert_shows(&r, "3/3");
	reader_close(&r);
}

/* What the command line says below its last line, so that a feed with a new address is no feed with new posts. */
static void
a_sync_tells_what_is_good_to_know(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->job = (struct job){ .out = -1, .err = -1, .total = 3, .done = 3, .added = 6 };
	(void)buf_puts(&r.app->job.remarks, "b is a at another address\n1 feed has moved for good\n");
	synced_tell(r.app, 0);
	reader_assert_shows(&r, "synced: 6 new posts. gm tells more.");
	reader_type(&r, "gm");
	reader_assert_shows(&r, "   b is a at another address");
	reader_assert_shows(&r, "   1 feed has moved for good");
	reader_assert_shows(&r, "3/3");
	reader_close(&r);
}

static void
the_oldest_go_when_there_are_too_many(void **state)
{
	struct messages m = { 0 };
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < MESSAGES_MAX + 3; i++) {
		buf_clear(&text);
		(void)buf_printf(&text, "%d", i);
		messages_add(&m, buf_str(&text), false, i);
	}
	assert_int_equal(m.n, MESSAGES_MAX);
	assert_true(str_is(buf_str(&messages_at(&m, 0)->text), "3"));
	assert_true(str_is(buf_str(&messages_at(&m, MESSAGES_MAX - 1)->text), "502"));
	messages_add(&m, str_lit("502"), false, 999);
	assert_int_equal(messages_at(&m, MESSAGES_MAX - 1)->times, 2);
	assert_int_equal(messages_at(&m, MESSAGES_MAX - 1)->time, 999);
	messages_add(&m, str_lit("502"), true, 999); /* the same as a failure is another one */
	assert_int_equal(messages_at(&m, MESSAGES_MAX - 1)->times, 1);
	buf_clear(&text);
	for (int i = 0; i < 3000; i++)
		(void)buf_puts(&text, "가");
	messages_add(&m, buf_str(&text), false, 999);
	assert_int_equal(messages_at(&m, MESSAGES_MAX - 1)->text.n, MESSAGES_BYTES / 3 * 3);
	messages_add(&m, str_lit("‘폭’{이라는/라는} 설정은 없습니다"), true, 999);
	assert_str(buf_str(&messages_at(&m, MESSAGES_MAX - 1)->text), "‘폭’이라는 설정은 없습니다");
	messages_free(&m);
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_stay_at_every_size),
		cmocka_unit_test(the_newest_is_followed_and_words_find_others),
		cmocka_unit_test(what_stands_beside_a_prompt_is_no_message),
		cmocka_unit_test(each_feed_that_failed_is_told_after_a_sync),
		cmocka_unit_test(a_sync_tells_what_is_good_to_know),
		cmocka_unit_test(the_oldest_go_when_there_are_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
