#include "unit.h"

#include <sys/wait.h>

#include "base/tr.h"
#include "text/width.h"
#include "ui/browser_args.h"
#include "ui/idle.h"
#include "ui_reader.h"

static void
the_headlines_fit_every_size(void **state)
{
	static const struct {
		int rows, cols;
		const char *name;
	} sizes[] = { { 24, 80, "list-80x24" }, { 50, 200, "list-200x50" }, { 10, 40, "list-40x10" }, { 12, 400, "list-400x12" } };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r.app, sizes[i].rows, sizes[i].cols);
		reader_assert_file(&r, sizes[i].name);
	}
	app_resize(r.app, 9, 80);
	reader_assert_shows(&r, "too small: 80x9; it takes 40x10 (q: quit)");
	app_resize(r.app, 24, 39);
	reader_assert_shows(&r, "too small: 39x24; it takes 40x10");
	app_resize(r.app, 4, 12);
	reader_assert_shows(&r, "takes 40x10");
	reader_assert_shows(&r, "(q: quit)");
	reader_close(&r);
}

static void
what_nobody_sees_does_nothing(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":tag +");
	app_resize(r.app, 9, 80);
	reader_type(&r, "x\rjjs\x1bㅓn\r");
	app_resize(r.app, 24, 80);
	reader_assert_shows(&r, ":tag +");
	assert_str(buf_str(&r.app->prompt.text), "tag +");
	reader_type(&r, "\033");
	assert_str(reader_at(&r), reader_titles[0]);
	app_resize(r.app, 9, 80);
	reader_type(&r, "j\x1a");
	assert_true(r.app->wants_suspend);
	assert_false(r.app->wants_quit);
	reader_type(&r, "ㅂ");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
the_headlines_are_made_up_as_the_config_says(void **state)
{
	static const char text[] = "{unread}{star} {day} | {title:*} | {author:?1} {length} {time}";
	struct reader r;
	const char *fault;
	size_t at;

	(void)state;
	reader_open(&r, 12, 80);
	assert_true(row_format_parse(&r.app->row_arena, str_of(text), &r.app->row_format, &at, &fault));
	reader_type(&r, "js");
	reader_assert_file(&r, "list-format-80x12");
	setenv("LANGUAGE", "ko", 1);
	tr_init();
	app_resize(r.app, 12, 130);
	assert_true(row_format_parse(&r.app->row_arena, str_lit(ROW_FORMAT_USUAL), &r.app->row_format, &at, &fault));
	reader_assert_file(&r, "list-ko-130x12");
	unsetenv("LANGUAGE");
	tr_init();
	reader_close(&r);
}

static void
no_feeds_tell_the_first_steps(void **state)
{
	struct reader r;

	(void)state;
	reader_open_empty(&r, 24, 80);
	reader_assert_file(&r, "first-steps");
	reader_type(&r, "jkGgg \rtdsvmo]]");
	reader_assert_shows(&r, "by its address");
	reader_close(&r);
}

static void
keys_move_the_cursor_also_with_the_input_method_on(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, "jj");
	assert_str(reader_at(&r), reader_titles[2]);
	reader_type(&r, "ㅓㅏㅏ");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, "Gk");
	assert_str(reader_at(&r), "짧은 글 28");
	reader_assert_shows(&r, "29/30");
	reader_type(&r, "ㅎㅎ");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, "\006\004");
	reader_assert_shows(&r, "30/30");
	reader_type(&r, "7gg");
	reader_assert_shows(&r, "7/30");
	reader_close(&r);
}

static void
the_hint_about_the_input_method_comes_once(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 100);
	reader_type(&r, "j");
	reader_assert_hides(&r, "input method");
	reader_type(&r, "ㅓ");
	reader_assert_shows(&r, "Korean input method");
	reader_type(&r, "ㅓ");
	reader_assert_hides(&r, "input method");
	reader_close(&r);
}

static void
a_prompt_opened_by_a_syllable_gets_nothing_of_it(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "소"); /* t, h */
	assert_non_null(r.app->asking);
	assert_int_equal(r.app->prompt.text.n, 0);
	reader_close(&r);
}

static void
tags_are_put_on_taken_off_repeated_and_undone(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "t+ai 통신\r");
	reader_assert_shows(&r, "put #ai #통신 on 1 post (u: undo)");
	reader_assert_shows(&r, "#ai #통신\n");
	reader_type(&r, "j.");
	reader_assert_shows(&r, "put #ai #통신 on 1 post (u: undo)");
	reader_type(&r, "t-ai\r");
	reader_assert_shows(&r, "took #ai off 1 post (u: undo)");
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone:");
	reader_type(&r, "t+new -통신\r");
	reader_assert_shows(&r, "tags +new -통신 on 1 post (u: undo)");
	reader_type(&r, "uuu");
	reader_assert_hides(&r, "#new");
	reader_type(&r, "\022");
	reader_assert_shows(&r, "done again:");
	reader_close(&r);
}

static void
marks_and_the_whole_list_are_tagged_at_once(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "vjv");
	reader_assert_shows(&r, "2 marked");
	reader_type(&r, "t모음\r");
	reader_assert_shows(&r, "put #모음 on 2 posts (u: undo)");
	reader_type(&r, "\033");
	reader_assert_hides(&r, "marked");
	reader_type(&r, "T+all\r");
	reader_assert_shows(&r, "put #all on 30 posts (u: undo)");
	reader_type(&r, "3v\033");
	reader_assert_hides(&r, "marked");
	reader_close(&r);
}

static void
tab_completes_a_tag_by_its_start_and_by_initials(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "t+인공지능 +ai +agent\r");
	reader_type(&r, "tㅇㄱ\t");
	assert_str(buf_str(&r.app->prompt.text), "+인공지능");
	reader_type(&r, " -a");
	reader_assert_shows(&r, " -agent  -ai");
	reader_type(&r, "\t");
	assert_true(str_starts(prompt_word(&r.app->prompt), "-a"));
	reader_type(&r, "\t\t");
	assert_true(str_starts(prompt_word(&r.app->prompt), "-a"));
	reader_type(&r, "\025zz\t");
	assert_str(buf_str(&r.app->prompt.text), "zz");
	reader_assert_shows(&r, "no such tag yet; Enter makes it");
	reader_type(&r, "\033");
	assert_null(r.app->asking);
	reader_close(&r);
}

static void
a_filter_shows_what_it_finds_and_says_what_it_cannot_read(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jms"); /* the second is read and starred */
	reader_type(&r, "fis:starred\r");
	reader_assert_shows(&r, "is:starred");
	reader_assert_shows(&r, "1/1");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, "f\025is:nonsense\r");
	reader_assert_shows(&r, "column 4");
	assert_str(view_posts_filtered(r.app->views[APP_POSTS])->typed, "is:starred");
	reader_type(&r, "\033");
	reader_type(&r, "F");
	reader_assert_shows(&r, "2/30");
	reader_type(&r, "/title:없는제목\r");
	reader_assert_shows(&r, "No post matches.");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "1/30");
	reader_close(&r);
}

static void
the_sidebar_shows_views_tags_and_feeds_with_counts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "s" "t+ai\r" "h");
	reader_assert_file(&r, "sidebar-80x24");
	reader_type(&r, "em" "e"); /* unread/all in every row */
	reader_assert_shows(&r, "29/30");
	reader_assert_shows(&r, " 9/10");
	reader_assert_shows(&r, " 0/1");
	reader_type(&r, "jj\r");
	reader_assert_shows(&r, "Starred");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "eG\r");
	reader_assert_shows(&r, reader_names[2]);
	reader_assert_shows(&r, "1/10");
	reader_assert_hides(&r, reader_names[0]);
	reader_type(&r, "egg\r");
	reader_assert_shows(&r, "1/30");
	reader_close(&r);
}

static void
unread_posts_are_found_in_both_directions(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "A");
	reader_assert_shows(&r, "posts marked read (u: undo)");
	reader_type(&r, "ggeq"); /* the list without them */
	reader_type(&r, "A");
	reader_assert_shows(&r, "nothing unread here"); /* u would undo what was before */
	reader_type(&r, "n");
	reader_assert_shows(&r, "nothing unread here");
	reader_type(&r, "3ggmggn");
	assert_str(reader_at(&r), reader_titles[2]);
	reader_type(&r, "Gp");
	assert_str(reader_at(&r), reader_titles[2]);
	reader_type(&r, "Gn"); /* past the end to the top */
	assert_str(reader_at(&r), reader_titles[2]);
	reader_close(&r);
}

static void
rows_marked_read_stay_until_the_list_is_read_anew(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "hj\r");
	reader_assert_shows(&r, "Unread");
	reader_type(&r, "ggd");
	reader_assert_shows(&r, reader_titles[1]);
	reader_assert_shows(&r, "2/30");
	app_reload(r.app);
	reader_assert_shows(&r, "1/29");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_close(&r);
}

static void
a_hidden_post_leaves_the_list_and_comes_back(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "jx");
	reader_assert_shows(&r, "hid 1 post (u: undo)");
	reader_assert_shows(&r, "2/29");
	assert_str(reader_at(&r), reader_titles[2]);
	reader_type(&r, "fis:hidden\r");
	assert_str(reader_at(&r), reader_titles[1]);
	reader_type(&r, "\rx"); /* in the article, too */
	reader_assert_shows(&r, "1 post is shown again (u: undo)");
	reader_type(&r, "qF");
	reader_assert_shows(&r, "1/30");
	reader_type(&r, "vvx");
	reader_assert_shows(&r, "28 unread");
	reader_type(&r, "u");
	reader_assert_shows(&r, "/30");
	reader_close(&r);
}

static void
new_posts_leave_the_cursor_on_its_post(void **state)
{
	struct reader r;
	struct buf before = { 0 };

	(void)state;
	reader_open_empty(&r, 24, 80);
	reader_subscribe(r.store);
	reader_sync(r.store, 20, READER_POSTS);
	app_free(r.app);
	r.app = app_new(r.store, NULL, 24, 80);
	app_draw(r.app);
	reader_type(&r, "jj");
	(void)buf_add(&before, reader_at(&r));
	reader_sync(r.store, 0, 20);
	r.app->version--; /* as if another process had done it */
	app_refresh(r.app);
	app_draw(r.app);
	assert_str(reader_at(&r), buf_cstr(&before));
	reader_assert_shows(&r, "23/30");
	buf_free(&before);
	reader_close(&r);
}

static void
the_help_names_every_action(void **state)
{
	struct reader r;
	struct buf seen = { 0 }, screen = { 0 };

	(void)state;
	reader_open(&r, ACTION_COUNT + 20, 120);
	reader_type(&r, "?");
	(void)buf_add(&seen, reader_screen(&r, &screen));
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct keys_info *info = keys_info((enum action)action);

		if (!str_has(buf_str(&seen), info->name) || !str_has(buf_str(&seen), info->keys))
			fail_msg("%s", info->name);
	}
	app_resize(r.app, 24, 80);
	reader_type(&r, "gg");
	reader_assert_shows(&r, "\n  j <Down> ^E            next line or row\n");
	reader_assert_shows(&r, "\n  gg <Home>              to the top\n");
	reader_assert_shows(&r, "\n Keys · q: back, /: find");
	reader_type(&r, "q");
	reader_assert_shows(&r, "1/30");
	reader_close(&r);
	buf_free(&seen);
	buf_free(&screen);
}

static void
a_link_that_is_no_web_link_is_not_opened(void **state)
{
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 80);
	assert_int_equal(browser_open(r.app, str_lit("javascript:alert(1)"), &err), -1);
	assert_int_equal(browser_open(r.app, str_lit("file:///etc/passwd"), &err), -1);
	assert_int_equal(browser_open(r.app, str_lit("-dash"), &err), -1);
	assert_int_equal(browser_open(r.app, STR_NONE, &err), -1);
	assert_int_equal(r.app->browser.children.n, 0);
	reader_close(&r);
}

static void
the_browser_gets_the_address_as_one_argument(void **state)
{
	struct reader r;
	struct buf got = { 0 };
	char path[64], command[160];
	struct err err = { 0 };

	(void)state;
	reader_open(&r, 24, 80);
	(void)snprintf(path, sizeof path, "%s/browser", r.dir);
	reader_must(file_replace(path, str_lit("#!/bin/sh\necho $# $1 $2 > \"$HOME/opened\"\n"), &err), &err);
	(void)snprintf(command, sizeof command, "sh %s -new:other", path);
	setenv("BROWSER", command, 1);
	reader_type(&r, "\r2o");
	reader_assert_shows(&r, "opening http://example.com/b?q=1");
	assert_int_equal(r.app->browser.children.n, 1);
	(void)waitpid(r.app->browser.children.v[0].pid, NULL, 0);
	(void)snprintf(path, sizeof path, "%s/opened", r.dir);
	reader_must(file_read(path, 1000, &got, &err), &err);
	assert_str(buf_str(&got), "2 -new http://example.com/b?q=1\n");
	setenv("BROWSER", "/nonexistent/browser", 1);
	reader_type(&r, "o");
	reader_assert_shows(&r, "no browser; ‘set browser’ or BROWSER names the program for web pages: cannot");
	unsetenv("BROWSER");
	buf_free(&got);
	reader_close(&r);
}

/* Until the one child has ended. */
static void
await_browser(struct reader *r)
{
	siginfo_t info = { 0 };

	assert_int_equal(r->app->browser.children.n, 1);
	assert_int_equal(waitid(P_PID, (id_t)r->app->browser.children.v[0].pid, &info, WEXITED | WNOWAIT), 0);
	app_child_ended(r->app);
}

/* What stops or ends the reader's job in the shell is not for it. */
static void
the_browser_has_a_process_group_of_its_own(void **state)
{
	struct reader r;
	struct buf got = { 0 };
	char path[64], command[160];
	struct err err = { 0 };
	struct str group, rest;

	(void)state;
	reader_open(&r, 24, 80);
	(void)snprintf(path, sizeof path, "%s/browser", r.dir);
	reader_must(file_replace(path, str_lit("#!/bin/sh\ncut -d' ' -f5 /proc/$$/stat >\"$HOME/group\"\n"), &err), &err);
	(void)snprintf(command, sizeof command, "sh %s", path);
	setenv("BROWSER", command, 1);
	reader_type(&r, "\r1o");
	await_browser(&r);
	(void)snprintf(path, sizeof path, "%s/group", r.dir);
	reader_must(file_read(path, 1000, &got, &err), &err);
	str_cut(buf_str(&got), '\n', &group, &rest);
	assert_true(group.n > 0);
	assert_int_not_equal(atoi(buf_cstr(&got)), getpgrp());
	reader_assert_shows(&r, "opening https://example.com/a");
	unsetenv("BROWSER");
	buf_free(&got);
	reader_close(&r);
}

static void
a_password_in_an_address_is_not_told(void **state)
{
	struct reader r;

	(void)state;
	setenv("BROWSER", "true", 1);
	reader_open(&r, 24, 80);
	reader_type(&r, ":open https://me:secret@example.com/a\r");
	reader_assert_shows(&r, "opening https://me:***@example.com/a");
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
the_program_that_opens_an_address(void **state)
{
	static const char *const own[] = { "dillo", "%s", "-f", NULL };
	static const struct {
		const char *environment, *url;
		const char *const *configured;
		const char *first, *second;
	} cases[] = {
		{ "", "https://example.com/", NULL, "xdg-open", NULL },
		{ "firefox -new:links", "https://example.com/", NULL, "firefox", "-new" },
		{ "firefox", "https://example.com/", own, "dillo", "%s" },
		{ "firefox", "mailto:me@example.com", own, "xdg-open", NULL },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *const *words;

		setenv("BROWSER", cases[i].environment, 1);
		words = browser_args_words(&a, cases[i].configured, str_of(cases[i].url));
		assert_string_equal(words[0], cases[i].first);
		if (cases[i].second)
			assert_string_equal(words[1], cases[i].second);
		else
			assert_null(words[1]);
	}
	assert_string_equal(browser_args(&a, own, "x")[1], "x");
	assert_null(browser_args(&a, own, "x")[3]);
	unsetenv("BROWSER");
	arena_free(&a);
}

static void
a_browser_of_the_terminal_gets_it(void **state)
{
	struct reader r;

	(void)state;
	assert_true(browser_args_is_textual("w3m"));
	assert_true(browser_args_is_textual("/usr/bin/lynx"));
	assert_false(browser_args_is_textual("firefox"));
	assert_false(browser_args_is_textual("/opt/links/firefox"));
	setenv("BROWSER", "w3m -o auto_image=0", 1);
	reader_open(&r, 24, 80);
	reader_type(&r, "\r1o");
	assert_true(outside_is_wanted(r.app));
	assert_string_equal(r.app->outside.argv[2], "auto_image=0");
	assert_string_equal(r.app->outside.argv[3], "https://example.com/a");
	assert_int_equal(r.app->browser.children.n, 0);
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
a_browser_that_fails_is_told(void **state)
{
	struct reader r;

	(void)state;
	setenv("BROWSER", "false", 1);
	reader_open(&r, 24, 80);
	reader_type(&r, "\r1o");
	await_browser(&r);
	reader_assert_shows(&r, "false ended with status 1");
	assert_true(r.app->is_error);
	assert_int_equal(r.app->browser.children.n, 0);
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
wide_ambiguous_characters_leave_no_cell_out_of_place(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 120);
	width_set_ambiguous(2);
	reader_type(&r, "ssj");
	reader_assert_hides(&r, "│");
	reader_assert_hides(&r, "…");
	for (int cols = 40; cols <= 200; cols += 7) {
		app_resize(r.app, 24, cols);
		app_draw(r.app);
		for (int row = 0; row < 24; row++)
			for (int col = 0; col < cols; col++)
				if (screen_at(&r.app->screen, row, col)->cols == 2)
					assert_int_equal(screen_at(&r.app->screen, row, ++col)->cols, 0);
	}
	width_set_ambiguous(1);
	reader_close(&r);
}

/* Borders of every view: what else may be so wide has room for it. */
static void
no_view_draws_what_may_be_of_two_columns(void **state)
{
	static const char *const keys[] = { "e", "gH", "gT", "gc", "gm", "?", "fRust\r", "\r", "\rzm", "\rgO", "\rgl", "\rW" };
	static const char *const signs[] = { "│", "─", "┊", "┼" };
	struct reader r;

	(void)state;
	width_set_ambiguous(2);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		for (int cols = 40; cols <= 200; cols += 80) {
			reader_open(&r, 24, cols);
			reader_type(&r, keys[i]);
			for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
				reader_assert_hides(&r, signs[k]);
			reader_close(&r);
		}
	width_set_ambiguous(1);
}

static void
leaving_is_asked_of_the_loop(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\r");
	reader_type(&r, "q");
	assert_false(r.app->wants_quit);
	reader_type(&r, "ㅂ");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
keys_that_lead_nowhere_are_told(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rY");
	reader_assert_shows(&r, "no such key here; ? shows the keys");
	reader_type(&r, "j");
	reader_assert_hides(&r, "no such key");
	reader_type(&r, "i");
	reader_assert_shows(&r, "‘i’ is a key of the list (take the feeds of another reader along); ?");
	reader_type(&r, "q3]");
	reader_assert_shows(&r, "‘]]’ is a key of the article (next section); ? shows those here");
	reader_type(&r, "gi"); /* no more than what it does at first */
	reader_assert_shows(&r, "‘gi’ is a key of the article (show the pictures in sight, or hide them); ?");
	reader_type(&r, ":bind sidebar + sync\r+");
	reader_assert_shows(&r, "‘+’ is a key of the sidebar (sync); ?");
	reader_type(&r, "zx");
	reader_assert_shows(&r, "no such key here");
	reader_type(&r, "3");
	reader_assert_hides(&r, "no such key");
	reader_type(&r, "\033");
	reader_assert_hides(&r, "no such key");
	reader_type(&r, "?y");
	reader_assert_shows(&r, "‘yy’ is a key of the list (copy the link); q goes back");
	reader_type(&r, "Y");
	reader_assert_shows(&r, "no such key here; q goes back");
	reader_close(&r);
}

/* Of vim, tig and mutt, as far as they mean something here. */
static void
habits_of_others_move_the_cursor(void **state)
{
	struct reader r;
	struct view *posts;

	(void)state;
	reader_open(&r, 24, 80); /* 22 rows of 30 */
	posts = r.app->views[APP_POSTS];
	reader_assert_shows(&r, "1/30");
	reader_type(&r, "L");
	reader_assert_shows(&r, "22/30");
	reader_type(&r, "3L");
	reader_assert_shows(&r, "20/30");
	reader_type(&r, "M");
	reader_assert_shows(&r, "11/30");
	reader_type(&r, "2H");
	reader_assert_shows(&r, "2/30");
	reader_type(&r, "G''");
	reader_assert_shows(&r, "2/30");
	reader_type(&r, "``");
	reader_assert_shows(&r, "30/30");
	reader_type(&r, "H-");
	reader_assert_shows(&r, "1/30");
	reader_type(&r, "9ggzt");
	assert_int_equal(view_posts_top(posts), 8);
	reader_type(&r, "15ggzz");
	assert_int_equal(view_posts_top(posts), 4);
	reader_type(&r, "24zb");
	reader_assert_shows(&r, "24/30");
	assert_int_equal(view_posts_top(posts), 2);
	reader_type(&r, "zz"); /* as far as there are rows below */
	assert_int_equal(view_posts_top(posts), 8);
	reader_type(&r, "?HMLzzztzb''"); /* in every list of rows */
	assert_int_equal(r.app->focus, APP_HELP);
	reader_type(&r, "q1gg\r]]]]");
	reader_assert_shows(&r, "(1) 시장");
	reader_type(&r, "''"); /* back, and there again */
	reader_assert_hides(&r, "도입 문단입니다. 첫");
	reader_assert_shows(&r, "1. 배경");
	reader_type(&r, "''");
	reader_assert_hides(&r, "1. 배경");
	reader_type(&r, "q\r''"); /* where the last jump of the time before began is forgotten */
	reader_assert_shows(&r, "도입 문단입니다. 첫");
	reader_close(&r);
}

static void
there_are_many_ways_to_leave(void **state)
{
	static const char *const typed[] = { "ZZ", "ZQ", ":q!\r", ":wq\r", ":x\r", ":xa\r", ":qa!\r", "\r:wqa\r", "\rZZ", "?ZQ" };
	struct reader r;

	(void)state;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		reader_open(&r, 24, 80);
		reader_type(&r, typed[i]);
		assert_true(r.app->wants_quit);
		reader_close(&r);
	}
}

static void
the_feeds_file_is_edited_in_the_users_editor(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	setenv("VISUAL", " ", 1);
	setenv("EDITOR", "code --wait 'a b'", 1);
	reader_type(&r, "E");
	assert_true(outside_is_wanted(r.app));
	assert_string_equal(r.app->outside.argv[2], "a b");
	assert_true(str_ends(str_of(r.app->outside.argv[3]), "/sosik/feeds"));
	assert_null(r.app->outside.argv[4]);
	setenv("VISUAL", "vim", 1);
	reader_type(&r, ":e\r");
	assert_string_equal(r.app->outside.argv[0], "vim");
	setenv("VISUAL", "'vim", 1);
	reader_type(&r, "eE");
	reader_assert_shows(&r, "a quote is not closed");
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	reader_type(&r, "E");
	assert_string_equal(r.app->outside.argv[0], "vi");
	reader_close(&r);
}

static void
edit_file(enum subs_edit_kind kind, const char *url)
{
	struct subs_edit edit = { .kind = kind, .feed = { .url = str_of(url) } };
	struct err err;

	reader_must(subs_edit_run(&edit, 1, &err), &err);
}

static bool
never(void *user)
{
	(void)user;
	return false;
}

static void
end_editor(struct reader *r)
{
	subscriptions_edited(r->app);
	while (r->app->subscriptions.is_due)
		idle_run(r->app, never, NULL);
	app_draw(r->app);
}

static void
what_an_editor_did_to_the_feeds_file_is_told(void **state)
{
	struct arena a = { 0 };
	struct subs subs;
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 160);
	reader_type(&r, "E");
	end_editor(&r);
	reader_assert_hides(&r, "subscribed");
	reader_type(&r, "E");
	edit_file(SUBS_EDIT_ADD, "https://new.example/rss");
	edit_file(SUBS_EDIT_REMOVE, reader_feeds[1]);
	end_editor(&r);
	reader_assert_shows(&r, "1 subscribed, 1 unsubscribed (u: undo)");
	reader_assert_hides(&r, "others");
	reader_type(&r, "E");
	edit_file(SUBS_EDIT_ADD, "https://other.example/rss");
	reader_must(feeds_take(r.store, &a, &subs, &err), &err); /* another process */
	edit_file(SUBS_EDIT_REMOVE, "https://other.example/rss"); /* which the editor does not know of */
	end_editor(&r);
	reader_assert_shows(&r, "1 unsubscribed (u: undo); others have changed the feeds file while it was edited");
	arena_free(&a);
	reader_close(&r);
}

static void
a_line_for_a_prompt_that_is_not_here_is_no_command(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rTsqd\r");
	reader_assert_shows(&r, "‘T’ is a key of the list");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	assert_false(view_posts_row(r.app->views[APP_POSTS])->is_starred);
	reader_type(&r, "q");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "/통신\r");
	reader_assert_hides(&r, "no such key");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_that_lead_nowhere_are_told),
		cmocka_unit_test(habits_of_others_move_the_cursor),
		cmocka_unit_test(there_are_many_ways_to_leave),
		cmocka_unit_test(the_feeds_file_is_edited_in_the_users_editor),
		cmocka_unit_test(what_an_editor_did_to_the_feeds_file_is_told),
		cmocka_unit_test(a_line_for_a_prompt_that_is_not_here_is_no_command),
		cmocka_unit_test(the_headlines_fit_every_size),
		cmocka_unit_test(what_nobody_sees_does_nothing),
		cmocka_unit_test(the_headlines_are_made_up_as_the_config_says),
		cmocka_unit_test(no_feeds_tell_the_first_steps),
		cmocka_unit_test(keys_move_the_cursor_also_with_the_input_method_on),
		cmocka_unit_test(the_hint_about_the_input_method_comes_once),
		cmocka_unit_test(a_prompt_opened_by_a_syllable_gets_nothing_of_it),
		cmocka_unit_test(tags_are_put_on_taken_off_repeated_and_undone),
		cmocka_unit_test(marks_and_the_whole_list_are_tagged_at_once),
		cmocka_unit_test(tab_completes_a_tag_by_its_start_and_by_initials),
		cmocka_unit_test(a_filter_shows_what_it_finds_and_says_what_it_cannot_read),
		cmocka_unit_test(the_sidebar_shows_views_tags_and_feeds_with_counts),
		cmocka_unit_test(unread_posts_are_found_in_both_directions),
		cmocka_unit_test(rows_marked_read_stay_until_the_list_is_read_anew),
		cmocka_unit_test(new_posts_leave_the_cursor_on_its_post),
		cmocka_unit_test(the_help_names_every_action),
		cmocka_unit_test(a_hidden_post_leaves_the_list_and_comes_back),
		cmocka_unit_test(a_link_that_is_no_web_link_is_not_opened),
		cmocka_unit_test(the_browser_gets_the_address_as_one_argument),
		cmocka_unit_test(the_browser_has_a_process_group_of_its_own),
		cmocka_unit_test(a_password_in_an_address_is_not_told),
		cmocka_unit_test(the_program_that_opens_an_address),
		cmocka_unit_test(a_browser_of_the_terminal_gets_it),
		cmocka_unit_test(a_browser_that_fails_is_told),
		cmocka_unit_test(wide_ambiguous_characters_leave_no_cell_out_of_place),
		cmocka_unit_test(no_view_draws_what_may_be_of_two_columns),
		cmocka_unit_test(leaving_is_asked_of_the_loop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
