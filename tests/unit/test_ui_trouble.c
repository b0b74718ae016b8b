#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>

#include "ui/idle.h"
#include "ui/overdue.h"
#include "ui/synced.h"
#include "ui_reader.h"

static const char error[] = "404: the feed is not there; if the blog has moved, take its new address with sosik add";

/* A fourth feed, which has no posts and could not be fetched; the second could not be fetched either. */
static void
open_failing(struct reader *r, int rows, int cols)
{
	const struct feeds_fetch failed = { .status = 404, .error = str_of(error), .held_until = CLOCK_NONE };
	struct subs_edit added = { .kind = SUBS_EDIT_ADD,
		.feed = { .url = str_lit("https://gone.example/rss"), .name = str_lit("떠난 블로그") } };
	struct arena a = { 0 };
	struct subs subs;
	struct err err;

	reader_open(r, rows, cols);
	reader_must(subs_edit_run(&added, 1, &err), &err);
	reader_must(feeds_take(r->store, &a, &subs, &err), &err);
	reader_must(feeds_fetched(r->store, 4, &failed, &err), &err);
	reader_must(feeds_fetched(r->store, 4, &failed, &err), &err);
	reader_must(feeds_fetched(r->store, 2, &failed, &err), &err);
	app_reload(r->app);
	arena_free(&a);
}

static void
the_sidebar_marks_failing_feeds_by_a_sign(void **state)
{
	struct reader r;

	(void)state;
	open_failing(&r, 24, 80);
	reader_type(&r, "e");
	reader_assert_file(&r, "failing-sidebar-80x24");
	reader_close(&r);
}

static void
the_empty_list_of_a_failing_feed_says_why(void **state)
{
	struct reader r;

	(void)state;
	open_failing(&r, 24, 80);
	reader_type(&r, "eG\r");
	reader_assert_file(&r, "failing-list-80x24");
	app_resize(r.app, 10, 40);
	reader_assert_file(&r, "failing-list-40x10");
	reader_type(&r, "eGk\r");
	reader_assert_hides(&r, "404");
	reader_close(&r);
}

/* The journal, held as by another program that writes; close() gives it back. */
static int
hold_journal(const struct reader *r)
{
	char folder[128], path[400];
	const struct dirent *file;
	DIR *dir;
	int fd;

	(void)snprintf(folder, sizeof folder, "%s/.local/share/sosik/journal", r->dir);
	dir = opendir(folder);
	assert_non_null(dir);
	while ((file = readdir(dir)) && file->d_name[0] == '.')
		continue;
	assert_non_null(file);
	(void)snprintf(path, sizeof path, "%s/%s", folder, file->d_name);
	(void)closedir(dir);
	fd = open(path, O_RDWR | O_CLOEXEC);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	return fd;
}

static void
the_feeds_file_waits_for_nobody_who_writes(void **state)
{
	struct reader r;
	char path[128];
	struct err err;
	int fd;

	(void)state;
	reader_open(&r, 24, 110);
	(void)snprintf(path, sizeof path, "%s/.config/sosik/feeds", r.dir);
	fd = hold_journal(&r);
	reader_must(file_replace(path, str_lit("https://new.example/rss name=새로운곳\nno address\n"), &err), &err);
	subscriptions_look(r.app);
	assert_int_equal(idle_timeout(r.app), 0);
	idle_run(r.app, NULL, NULL);
	reader_assert_shows(&r, "feeds:2:"); /* what is wrong is told all the same */
	reader_assert_hides(&r, "새로운곳");
	assert_true(idle_timeout(r.app) > 0); /* it is tried again, but not all the time */
	reader_type(&r, "j");
	(void)close(fd);
	r.app->subscriptions.at_ms = 0;
	idle_run(r.app, NULL, NULL);
	reader_assert_shows(&r, "새로운곳");
	reader_assert_hides(&r, "feeds:2:"); /* once */
	assert_int_equal(idle_timeout(r.app), -1);
	reader_close(&r);
}

/* What a child that has ended told. */
static void
tell(struct reader *r, int64_t total, int64_t failed, int64_t added, const char *why, int status)
{
	struct job *job = &r->app->job;

	*job = (struct job){ .out = -1, .err = -1, .total = total, .done = total, .failed = failed, .added = added, .failed_feed = 4 };
	(void)buf_puts(&job->failure, why);
	synced_tell(r->app, status);
	app_draw(r->app);
	buf_free(&job->failure);
}

static void
a_sync_that_fails_says_why_and_where_more_stands(void **state)
{
	struct reader r;

	(void)state;
	open_failing(&r, 24, 80);
	tell(&r, 4, 4, 0, "cannot find the host gone.example", 3);
	reader_assert_file(&r, "sync-failed-80x24");
	app_resize(r.app, 10, 40);
	reader_assert_file(&r, "sync-failed-40x10");
	app_resize(r.app, 24, 200);
	tell(&r, 4, 1, 2, "cannot find the host gone.example", 1);
	reader_assert_shows(&r, "synced: 2 new, 1 feed failed (gH)");
	reader_assert_hides(&r, "cannot find the host");
	tell(&r, 1, 1, 0, "cannot find the host gone.example", 1);
	reader_assert_shows(&r, "1 feed failed (gH). 떠난 블로그: cannot find the host gone.example");
	assert_false(r.app->is_error);
	tell(&r, 4, 0, 2, "", 0);
	reader_assert_shows(&r, "synced: 2 new posts");
	reader_assert_hides(&r, "--health");
	reader_close(&r);
}

static void
what_a_child_complained_of_is_told_without_its_name(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->job = (struct job){ .out = -1, .err = -1 };
	(void)buf_puts(&r.app->job.complaint, "sosik: another one is fetching\nsosik: the disk is full\n");
	synced_tell(r.app, 4);
	app_draw(r.app);
	reader_assert_shows(&r, "the disk is full");
	reader_assert_hides(&r, "sosik: the disk");
	buf_free(&r.app->job.complaint);
	reader_close(&r);
}

static void
messages_that_are_longer_than_a_row_go_on_in_the_next(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 10, 40);
	reader_type(&r, "ㅓ");
	reader_assert_shows(&r, "Korean input method");
	reader_assert_shows(&r, "switches it off");
	reader_close(&r);
}

/* As on a full disk. */
static void
tags_that_cannot_be_written_stay_to_be_tried_again(void **state)
{
	struct reader r;
	char from[80], to[80];

	(void)state;
	reader_open(&r, 24, 80);
	(void)snprintf(from, sizeof from, "%s/.local/share/sosik/journal", r.dir);
	(void)snprintf(to, sizeof to, "%s/away", r.dir);
	reader_type(&r, "t+before\r");
	assert_null(r.app->asking);
	assert_int_equal(rename(from, to), 0);
	for (const char *key = "tT"; *key; key++) {
		struct buf line = { 0 };

		(void)buf_printf(&line, "%c+ai\r", *key);
		assert_int_equal(symlink("/dev/null", from), 0);
		reader_type(&r, buf_cstr(&line));
		assert_true(r.app->is_error);
		assert_non_null(r.app->asking);
		assert_str(buf_str(&r.app->prompt.text), "+ai");
		assert_int_equal(unlink(from), 0);
		reader_type(&r, "\033");
		buf_free(&line);
	}
	assert_int_equal(rename(to, from), 0);
	reader_type(&r, "T+ai\r");
	assert_null(r.app->asking);
	reader_assert_shows(&r, "put #ai on 30 posts");
	reader_close(&r);
}

/* The journal has room, the cache has none: that is done, and who typed it again would do it twice. */
static void
tags_that_stand_in_the_journal_end_the_prompt(void **state)
{
	const rlim_t room = 8 << 10;
	struct overdue overdue = { CLOCK_NONE };
	struct rlimit was;
	struct reader r;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	(void)signal(SIGXFSZ, SIG_IGN);
	for (const char *key = "tT"; *key; key++) {
		reader_open(&r, 24, 160);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ room, was.rlim_max }), 0);
		reader_type(&r, *key == 't' ? "t+ai\r" : "T+ai\r");
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
		reader_assert_shows(&r, "it is done and stands in the journal");
		overdue_step(&overdue, r.app);
		assert_true(overdue.at != CLOCK_NONE);
		overdue.at = 0; /* there is room again */
		overdue_step(&overdue, r.app);
		assert_true(overdue.at == CLOCK_NONE);
		reader_assert_shows(&r, "#ai");
		assert_true(r.app->is_error);
		assert_null(r.app->asking);
		reader_type(&r, "t+later\r");
		reader_assert_shows(&r, "#ai");
		reader_close(&r);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_feeds_file_waits_for_nobody_who_writes),
		cmocka_unit_test(the_sidebar_marks_failing_feeds_by_a_sign),
		cmocka_unit_test(the_empty_list_of_a_failing_feed_says_why),
		cmocka_unit_test(a_sync_that_fails_says_why_and_where_more_stands),
		cmocka_unit_test(what_a_child_complained_of_is_told_without_its_name),
		cmocka_unit_test(messages_that_are_longer_than_a_row_go_on_in_the_next),
		cmocka_unit_test(tags_that_cannot_be_written_stay_to_be_tried_again),
		cmocka_unit_test(tags_that_stand_in_the_journal_end_the_prompt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
