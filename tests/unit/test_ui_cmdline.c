#include "unit.h"

#include "cmd/cmd_live.h"
#include "ui/action_names.h"
#include "ui/cmdline_bind.h"
#include "ui/cmdline_table.h"
#include "ui/options.h"
#include "ui_reader.h"

/* The reader with a config of its own, as ui_run() opens it. */
struct configured {
	struct reader r;
	struct cmd_live live;
};

static void
open_configured(struct configured *c, const char *config, int rows, int cols)
{
	struct ui_opts opts = { 0 };
	char path[64];
	struct err err;

	reader_open(&c->r, rows, cols);
	(void)snprintf(path, sizeof path, "%s/.config/sosik/config", c->r.dir);
	reader_must(file_replace(path, str_of(config), &err), &err);
	reader_must(cmd_live_open(&c->live, &opts, &err), &err);
	options_take(c->r.app, &opts);
	cmdline_bind_all(c->r.app);
}

static void
close_configured(struct configured *c)
{
	reader_close(&c->r);
	cmd_live_free(&c->live);
}

static size_t
count_posts(struct reader *r, const char *query)
{
	struct arena a = { 0 };
	struct posts_view what = { 0 };
	struct query *tree;
	int64_t *ids;
	size_t n;
	struct err err;

	reader_must(query_parse(&a, str_of(query), &r->app->saved.names, &tree, &err), &err);
	what.query = tree;
	reader_must(posts_ids(r->store, &what, &ids, &n, &err), &err);
	free(ids);
	arena_free(&a);
	return n;
}

static void
an_action_is_a_command_by_its_name(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":down 4\r");
	assert_int_equal(r.app->views[APP_POSTS]->ops->letter, 'L');
	reader_assert_shows(&r, " 5/30");
	reader_type(&r, ":12\r");
	reader_assert_shows(&r, "12/30");
	reader_type(&r, ":$\r");
	reader_assert_shows(&r, "30/30");
	reader_type(&r, ":999999999999\r");
	reader_assert_shows(&r, "30/30");
	reader_type(&r, ":12\r");
	reader_type(&r, ":0\r");
	reader_assert_shows(&r, " 1/30");
	reader_type(&r, ":top ; down ; down\r");
	reader_assert_shows(&r, " 3/30");
	reader_type(&r, ":open 4\r");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_type(&r, ":3\r");
	reader_assert_shows(&r, " 3/5 ");
	reader_type(&r, ":help\r");
	assert_int_equal(r.app->focus, APP_HELP);
	reader_type(&r, "q:q\r");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
a_name_is_known_in_korean_and_with_the_other_keyboard_on(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":읽음 아래\r");
	assert_int_equal(count_posts(&r, "is:unread"), 0);
	reader_type(&r, ":ㅕㅜ애 1\r"); /* undo */
	assert_int_equal(count_posts(&r, "is:unread"), READER_POSTS);
	reader_type(&r, ":필터 id:1\r:읽음 전체\r");
	assert_int_equal(count_posts(&r, "is:unread"), READER_POSTS - 1);
	reader_type(&r, ":실행취소\r");
	assert_int_equal(count_posts(&r, "is:unread"), READER_POSTS);
	reader_type(&r, ":다시실행\r");
	assert_int_equal(count_posts(&r, "is:unread"), READER_POSTS - 1);
	reader_close(&r);
}

/* As the user of Korean reads them in the help. */
static void
each_action_has_a_name_in_korean(void **state)
{
	struct reader r;

	(void)state;
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const char *name = action_names_korean(action);

		assert_non_null(name);
		assert_null(strchr(name, ' '));
		if (!cmdline_table_find(str_of(name)))
			assert_int_equal(cmdline_table_action(str_of(name)), action);
		else if (cmdline_table_find(str_of(name))->action != action)
			fail_msg("%s is %s, too", name, cmdline_table_find(str_of(name))->name);
	}
	reader_open(&r, 24, 80);
	reader_type(&r, ":메시지\r");
	assert_int_equal(r.app->focus, APP_MESSAGES);
	reader_type(&r, "qG:맨위로\r");
	assert_str(reader_at(&r), reader_titles[0]);
	reader_type(&r, ":끝\t");
	reader_assert_shows(&r, ":끝내기");
	reader_type(&r, "\r");
	assert_true(r.app->wants_quit);
	reader_close(&r);
}

static void
what_is_wrong_is_told_and_stays_to_be_mended(void **state)
{
	static const struct {
		const char *line, *told;
		size_t at;
	} cases[] = {
		{ "sybc", "there is no command ‘sybc’; is ‘sync’ meant?", 0 },
		{ "top ; frobnicate", "there is no command ‘frobnicate’; Tab shows them", 6 },
		{ "down x", "down takes a number and nothing else", 5 },
		{ "goto-section 2", "goto-section is not for what is shown here", 0 },
		{ "read belw", "which posts?", 5 },
		{ "read below above", "one such word", 11 },
		{ "read marked", "no post is marked", 11 },
		{ "filter title:x (a", "", 15 },
		{ "tag below +a -a", "at once", 15 },
		{ "tag +a,b", "", 4 },
		{ "tag belwo +x", "‘belwo’ is neither a tag with + or - nor posts", 4 },
		{ "tag +x belwo", "‘belwo’ is neither", 7 },
		{ "tag query 결제 +x y", "‘y’ is neither", 20 },
		{ "tag \"x y", "a tag has no space", 4 },
		{ "read query tag:(", "", 0 },
		{ "read query title:없는낱말", "there is no such post", 11 },
		{ "view 없음", "there is no view ‘없음’", 5 },
		{ "undo 0", "how many times?", 5 },
		{ "set wrap words", "there is no config here", 0 },
		{ "sort x", "there is no order ‘x’", 5 },
		{ "sort 8", "there is no order ‘8’", 5 },
		{ "add --all", "the address is missing", 9 },
		{ "add --frob http://a.example/", "nothing else may stand here", 11 },
		{ "add --all --no-check ./Makefile", "‘./Makefile’ is a file; i takes the feeds", 21 },
		{ "add ./none.opml", "‘./none.opml’ is not a web address, and there is no such file", 4 },
		{ "add -t", "there is no option -t here, but for --all and --no-check", 4 },
		{ "open javascript:x", "only http, https and mailto links are opened", 5 },
	};
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf line = { 0 };

		(void)buf_printf(&line, ":%s\r", cases[i].line);
		reader_type(&r, buf_cstr(&line));
		reader_assert_shows(&r, cases[i].told);
		assert_true(r.app->is_error);
		assert_str(buf_str(&r.app->prompt.text), cases[i].line);
		if (cases[i].at)
			assert_int_equal(r.app->prompt.at, cases[i].at);
		reader_type(&r, "\033");
		assert_null(r.app->asking);
		buf_free(&line);
	}
	reader_type(&r, "a-t x http://a.example/\r");
	reader_assert_shows(&r, "there is no option -t here");
	reader_type(&r, "\033");
	assert_int_equal(count_posts(&r, "is:unread"), READER_POSTS);
	reader_close(&r);
}

static void
posts_alone_have_their_tags_asked_for(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "bind list 1 tag below\nbind list 2 tag query title:결제\n", 24, 80);
	reader_type(r, ":tag below\r");
	reader_assert_shows(r, "which tags? +ai puts one on");
	assert_false(r->app->is_error);
	assert_str(buf_str(&r->app->prompt.text), "tag below ");
	reader_type(r, "\033:9\r1+later\r");
	assert_int_equal(count_posts(r, "tag:later"), READER_POSTS - 8);
	reader_type(r, "2");
	assert_str(buf_str(&r->app->prompt.text), "tag query title:결제 -- ");
	reader_type(r, "+pay\r");
	assert_int_equal(count_posts(r, "tag:pay"), count_posts(r, "title:결제"));
	close_configured(&c);
}

static void
a_scope_says_which_posts(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":tag +here\r");
	assert_int_equal(count_posts(&r, "tag:here"), 1);
	reader_type(&r, ":10\r:tag below +later\r");
	assert_int_equal(count_posts(&r, "tag:later"), READER_POSTS - 9);
	reader_assert_shows(&r, "put #later on 21 posts (u: undo)");
	reader_type(&r, ":tag above -later +early\r");
	assert_int_equal(count_posts(&r, "tag:early"), 10);
	assert_int_equal(count_posts(&r, "tag:later"), READER_POSTS - 10);
	reader_type(&r, "vv:tag marked +both\r");
	assert_int_equal(count_posts(&r, "tag:both"), 2);
	reader_type(&r, ":star query 결제 서버\r");
	assert_int_equal(count_posts(&r, "is:starred"), 6);
	reader_type(&r, ":filter is:starred\r:read all\r");
	assert_int_equal(count_posts(&r, "is:read"), 6);
	reader_assert_shows(&r, "6 posts marked read (u: undo)");
	reader_type(&r, ":undo 2\r");
	working_finish(r.app);
	assert_int_equal(count_posts(&r, "is:starred"), 0);
	assert_int_equal(count_posts(&r, "is:read"), 0);
	reader_type(&r, ":redo\r");
	assert_int_equal(count_posts(&r, "is:starred"), 6);
	reader_close(&r);
}

static void
a_change_of_tags_stands_before_or_behind_its_query(void **state)
{
	static const char *const lines[] = {
		":tag query 결제 -운영기 +ai\r", ":tag +ai query 결제 -운영기\r", ":tag query 결제 -운영기 -- +ai\r", ":tag ai query 결제\r",
	};
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		reader_type(&r, lines[i]);
		assert_int_equal(count_posts(&r, "tag:ai"), 6);
		assert_int_equal(count_posts(&r, "tag:운영기"), 0);
		reader_type(&r, "u");
		assert_int_equal(count_posts(&r, "tag:ai"), 0);
	}
	reader_close(&r);
}

static void
a_tag_change_is_repeated_after_a_restart(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ".");
	reader_assert_shows(&r, "no tag change to repeat yet");
	history_add(&r.app->histories[HISTORY_TAGS], str_lit("+그때")); /* as it is read at a start */
	reader_type(&r, ".");
	assert_int_equal(count_posts(&r, "tag:그때"), 1);
	reader_close(&r);
}

static void
posts_that_are_out_of_sight_are_not_changed(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "?:tag below +later\r");
	reader_assert_shows(&r, "the posts are not in sight here");
	assert_int_equal(count_posts(&r, "tag:later"), 0);
	reader_type(&r, "\033:read query 결제\r"); /* this says which */
	assert_int_equal(count_posts(&r, "is:read"), 6);
	reader_close(&r);
}

static void
write_config(struct configured *c, const char *name, const char *text)
{
	char path[64];
	struct err err;

	(void)snprintf(path, sizeof path, "%s/.config/sosik/%s", c->r.dir, name);
	reader_must(file_replace(path, str_of(text), &err), &err);
}

static void
the_lines_of_a_file_are_run(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "", 24, 80);
	write_config(&c, "keys", "# 내 키\n\n  bind list 1 star ; down # 별\nbind list # tag +샵\nset text-width 50 # 좁게\nmacro s tag +매크로\n");
	reader_type(r, ":source keys\r");
	assert_null(r->app->asking);
	reader_assert_shows(r, "keys was read; its lines count until the reader ends");
	assert_int_equal(r->app->text_cols, 50);
	reader_type(r, "1#,s");
	assert_int_equal(count_posts(r, "is:starred"), 1);
	assert_int_equal(count_posts(r, "tag:샵"), 1);
	assert_int_equal(count_posts(r, "tag:매크로"), 1);
	reader_type(r, ":unbind ,s\r,");
	reader_assert_shows(r, "no such key here");
	close_configured(&c);
}

static void
wrong_lines_of_a_file_are_told_with_their_place(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "", 24, 80);
	write_config(&c, "keys", "set text-width 60\nset wrap words\nbind list 2 star\n");
	reader_type(r, ":source keys\r");
	reader_assert_shows(r, "keys:2:10: wrap takes one of: word syllable");
	assert_int_equal(r->app->text_cols, 60);
	write_config(&c, "keys", "set x y\nrule 가 -> read\nsource more\nset text-width 70\n");
	write_config(&c, "more", "\xff\n가나 다\n");
	reader_type(r, ":source keys\r");
	reader_assert_shows(r, "3 things are wrong in keys; gm shows them");
	assert_int_equal(r->app->text_cols, 70);
	reader_type(r, "gm");
	reader_assert_shows(r, "keys:1:5: there is no option ‘x’");
	reader_assert_shows(r, "keys:2:1: rule counts at a start");
	reader_assert_shows(r, "more:1:1: is not UTF-8");
	reader_assert_shows(r, "more:2:1: there is no command ‘가나’");
	reader_type(r, "q:source none\r");
	assert_non_null(r->app->asking);
	assert_int_equal(r->app->prompt.at, 7);
	write_config(&c, "keys", "source keys\n");
	reader_type(r, "\033:source keys\r");
	reader_assert_shows(r, "keys:1:8: ‘keys’ is being read already: it leads back to itself");
	assert_int_equal(r->app->sourcing, 0);
	close_configured(&c);
}

static int lines_run;

static bool
at_the_third_line(void *user)
{
	(void)user;
	return ++lines_run == 3;
}

/* One that names itself ten times would be run a hundred million times. */
static void
files_that_name_themselves_have_an_end(void **state)
{
	struct configured c;
	struct reader *r = &c.r;
	struct path path;

	(void)state;
	open_configured(&c, "", 24, 80);
	write_config(&c, "keys", "source more\nsource more\nsource more\nsource more\n");
	write_config(&c, "more", "source last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\n"
		"source last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\n");
	write_config(&c, "last", "\n");
	reader_type(r, ":source keys\rgm");
	reader_assert_shows(r, "‘source’ may name 64 files in all");
	assert_int_equal(r->app->sourced, 64);
	reader_type(r, "q");
	write_config(&c, "more", "set text-width 50\nset wrap syllable\nset text-width 55\n");
	write_config(&c, "keys", "source more\nset text-width 60\n");
	r->app->wants_stop = at_the_third_line;
	reader_type(r, ":source keys\r");
	r->app->wants_stop = NULL;
	reader_assert_shows(r, "stopped");
	assert_int_equal(lines_run, 3);
	assert_int_equal(r->app->text_cols, 55);
	reader_type(r, ":source keys\r");
	assert_int_equal(r->app->text_cols, 60);
	assert_int_equal(path_config(&path, "pipe", NULL), 0);
	assert_int_equal(mkfifo(path.p, 0600), 0);
	reader_type(r, ":source pipe\r");
	reader_assert_shows(r, "’ is no file");
	close_configured(&c);
}

static void
an_order_has_a_name(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":sort oldest\r");
	reader_assert_shows(&r, "order: oldest first");
	reader_type(&r, ":정렬 제목\r");
	reader_assert_shows(&r, "order: by title");
	reader_type(&r, ":sort 1\r");
	reader_assert_shows(&r, "order: newest first");
	reader_type(&r, "?:sort title\r");
	reader_assert_shows(&r, "sort is not for what is shown here");
	reader_close(&r);
}

static void
hidden_posts_leave_the_list_and_come_back(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":hide query 결제\r");
	reader_assert_shows(&r, "hid 6 posts (u: undo)");
	reader_type(&r, "j");
	reader_assert_shows(&r, "/24");
	reader_type(&r, ":unhide query is:hidden\r");
	reader_assert_shows(&r, "6 posts are shown again");
	assert_int_equal(count_posts(&r, "is:hidden"), 0);
	reader_close(&r);
}

static void
a_search_is_for_all_posts_a_filter_for_the_list(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":3\rs:view starred\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, ":filter 결제\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, ":search 결제\r");
	reader_assert_shows(&r, "1/6");
	reader_type(&r, ":view unread\r");
	reader_assert_shows(&r, "1/30");
	assert_str(memory_get(&r.app->memory, "view"), "unread"); /* the next start begins there */
	reader_type(&r, "\016"); /* ^N goes on from there */
	assert_str(memory_get(&r.app->memory, "view"), "starred");
	reader_type(&r, ":search 결제\r");
	assert_str(memory_get(&r.app->memory, "view"), "all");
	reader_close(&r);
}

/* As a saved view called 안 would be made of the second. */
static void
a_view_that_is_always_there_has_the_names_of_its_state(void **state)
{
	static const char *const words[] = { "안읽음", "안 읽음", "안읽은", "읽지 않음", "\"안 읽음\"", "Unread" };
	struct configured c;

	(void)state;
	open_configured(&c, "view star id:1\n", 24, 80);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		reader_type(&c.r, ":view 모두\r:view ");
		assert_str(memory_get(&c.r.app->memory, "view"), "all");
		reader_type(&c.r, words[i]);
		reader_type(&c.r, "\r");
		assert_str(memory_get(&c.r.app->memory, "view"), "unread");
	}
	assert_int_equal(c.r.app->saved.names.n_views, 1);
	reader_type(&c.r, ":view star\r");
	assert_str(memory_get(&c.r.app->memory, "view"), "saved star"); /* the user's own is before ours */
	close_configured(&c);
}

static void
the_views_are_offered_in_the_language_of_the_user(void **state)
{
	struct reader r;

	(void)state;
	reader_speak("ko_KR.UTF-8");
	reader_open(&r, 24, 80);
	reader_type(&r, ":view \t");
	reader_assert_shows(&r, "전체  안읽음  별표");
	reader_type(&r, "\025view un\t\r");
	assert_str(memory_get(&r.app->memory, "view"), "unread");
	reader_close(&r);
	reader_speak("C.UTF-8");
}

/* What stands in the prompt. */
static void
assert_line(struct reader *r, const char *want)
{
	assert_str(buf_str(&r->app->prompt.text), want);
}

static void
tab_completes_commands_and_what_they_take(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "view 주말 is:unread\nview 주초 is:read\ntag 쿠버네티스 alias=k8s\n", 24, 80);
	reader_type(r, ":tag +인공지능 +ai\r");
	reader_type(r, ":unr\t");
	assert_line(r, "unread ");
	reader_assert_shows(r, "unread [SCOPE]"); /* what it takes */
	reader_type(r, "b\t");
	assert_line(r, "unread below ");
	reader_type(r, "; un\t\t");
	reader_assert_shows(r, "undo");
	reader_type(r, "\033[Z\033[Z");
	assert_line(r, "unread below ; un"); /* what was typed, before the first */
	reader_type(r, "\025tag +ㅇㄱㅈㄴ\t");
	assert_line(r, "tag +인공지능 ");
	reader_type(r, "-k8\t");
	assert_line(r, "tag +인공지능 -쿠버네티스 ");
	reader_type(r, "\025view ㅈㅁ\t");
	assert_line(r, "view 주말 ");
	reader_type(r, "\025set wr\tsy\t");
	assert_line(r, "set wrap syllable ");
	reader_type(r, "\025read query -tag:ㅇㄱ\t");
	assert_line(r, "read query -tag:인공지능 ");
	reader_type(r, "\025filter (feed:지\t");
	assert_line(r, "filter (feed:\"지식 나무\" ");
	reader_type(r, "\025filter is:\t");
	reader_assert_shows(r, "is:unread");
	reader_assert_hides(r, "is:안읽음");
	reader_type(r, "\025filter is:안\t"); /* what else it is called, when it is typed */
	assert_line(r, "filter is:안읽음");
	reader_type(r, "\025bind lis\t");
	assert_line(r, "bind list ");
	reader_type(r, "1 tag +a\t");
	assert_line(r, "bind list 1 tag +ai ");
	reader_type(r, "\025bind 목록 1 tag +a\t"); /* the other language */
	assert_line(r, "bind 목록 1 tag +ai ");
	reader_type(r, "\025bind article 1 next-s\t"); /* actions of that view */
	assert_line(r, "bind article 1 next-section ");
	reader_type(r, "\025color code-k\tmag\tdef\tbo\tund\t");
	assert_line(r, "color code-keyword magenta default bold underline ");
	reader_type(r, "\025color link 빨\tbl\t\t");
	assert_line(r, "color link 빨강 blue");
	reader_type(r, "\025sort ti\t\t");
	assert_line(r, "sort time");
	reader_type(r, "\025sort 제\t");
	assert_line(r, "sort 제목 ");
	reader_type(r, "\025read 고\t");
	assert_line(r, "read 고름 ");
	reader_type(r, "\025sync 전\t");
	assert_line(r, "sync 전자신문 ");
	reader_type(r, "\025ㄴ\t"); /* sy… with the other keyboard on */
	assert_true(str_starts(buf_str(&r->app->prompt.text), "s"));
	reader_type(r, "\025zzz\t");
	reader_assert_shows(r, "nothing begins so");
	close_configured(&c);
}

static void
tab_completes_programs_behind_the_options_that_take_one(void **state)
{
	char *was = strdup(getenv("PATH")), path[96];
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "", 24, 80);
	write_config(&c, "browse", "#!/bin/sh\n");
	(void)snprintf(path, sizeof path, "%s/.config/sosik", r->dir);
	setenv("PATH", path, 1);
	(void)snprintf(path, sizeof path, "%s/.config/sosik/browse", r->dir);
	assert_int_equal(chmod(path, 0700), 0);
	reader_type(r, ":set browser br\t");
	assert_line(r, "set browser browse ");
	reader_type(r, "~/.config/sosik/br\t");
	assert_line(r, "set browser browse ~/.config/sosik/browse ");
	reader_type(r, "\025set image-viewer b\t");
	assert_line(r, "set image-viewer browse ");
	reader_type(r, "\025set theme br\t");
	reader_assert_shows(r, "nothing begins so");
	setenv("PATH", was, 1);
	free(was);
	close_configured(&c);
}

static void
keys_are_bound_to_commands_per_view(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "bind list 1 tag +ai\nbind list - tag +db ; down\nbind list gA read all\nunbind list x\nbind article x star\nbind ,j down 5\n", 24, 80);
	reader_type(r, "1-");
	assert_int_equal(count_posts(r, "tag:ai"), 1);
	assert_int_equal(count_posts(r, "tag:db"), 1);
	reader_assert_shows(r, " 2/30");
	reader_type(r, "3-");
	assert_int_equal(count_posts(r, "tag:db"), 4);
	reader_assert_shows(r, " 5/30");
	reader_type(r, ",j");
	reader_assert_shows(r, "10/30");
	reader_type(r, "x");
	reader_assert_shows(r, "‘x’ is a key of the article (star)");
	assert_int_equal(count_posts(r, "is:hidden"), 0);
	reader_type(r, "\rx");
	assert_int_equal(count_posts(r, "is:starred"), 1);
	reader_type(r, "q:bind list x hide\rx");
	assert_int_equal(count_posts(r, "is:hidden"), 1);
	reader_type(r, "u:bind list ㅌ star\rx"); /* as the keyboard sends x */
	assert_int_equal(count_posts(r, "is:hidden"), 0);
	assert_int_equal(count_posts(r, "is:starred"), 2);
	close_configured(&c);
}

static void
wrong_bindings_are_told_with_their_place(void **state)
{
	static const struct {
		const char *config, *told;
	} cases[] = {
		{ "bind\n", ":1:5: the keys are missing" },
		{ "bind list\n", ":1:10: the keys are missing" },
		{ "bind list x\n", ":1:12: what the keys are for is missing" },
		{ "\nbind 목록 x tagg +ai\n", ":2:11: there is no command ‘tagg’; is ‘tag’ meant?" },
		{ "bind list x down ; dwn\n", ":1:20: there is no command ‘dwn’; is ‘down’ meant?" },
		{ "bind list g down\n", ":1:11: these keys begin ‘gg’ (top)" },
		{ "bind list jx down\n", ":1:11: these keys begin with ‘j’ (down)" },
		{ "bind list xyzzy down\n", ":1:11: keys are up to 4" },
		{ "bind list <F99> quit\n", ":1:11: there is no key ‘<F99>’" },
		{ "bind lst x quit\n", ":1:6: there is no view ‘lst’; is ‘list’ meant?" },
		{ "bind list x goto-section\n", ":1:13: goto-section is not for this view" },
		{ "unbind list Z\n", ":1:13: ‘Z’ has no command there" },
		{ "unbind zq\n", ":1:8: ‘zq’ has no command" },
		{ "bind list <A-Up> quit\n", ":1:11: there is no key ‘<A-Up>’; there are <C-x> or ^X, <A-x>, <F1> to <F12>" },
		{ "bind \" sidebar\n", ":1:6: this quote is not closed; as a key it is \\\"" },
		{ "bind list z1 next\n", ":1:14: there is no command ‘next’; is ‘next-view’ meant?" },
		{ "bind list z1 edit\n", ":1:14: there is no command ‘edit’; is ‘edit-feeds’ meant?" },
		{ "bind list z1 reload\n", ":1:14: there is no command ‘reload’; sosik(1) lists them" },
		{ "bind list 5 tag +ai;down\n", ":1:20: a ‘;’ between commands stands before a blank" },
		{ "bind list 5 tag +a ;; down\n", ":1:20: a ‘;’ between commands" },
		{ "bind list 5 star ; tag \"빈 칸\"\n", ":1:24: a tag has no space or comma in it" },
		{ "unbind list x y\n", ":1:15: nothing else may stand here" },
		{ "bind list z1 star ; source keys\n", ":1:28: cannot open /" },
		{ "bind list z1 down x\n", ":1:19: down takes a number and nothing else" },
		{ "bind list z1 down 2 3\n", ":1:21: nothing else may stand here" },
		{ "macro y top ; sort 없음\n", ":1:20: there is no order ‘없음’; there are newest, oldest" },
		{ "macro s star foo\n", ":1:14: which posts? marked, below, above" },
		{ "bind list z1 read query\n", ":1:19: a query is missing behind this word" },
		{ "bind list z1 source\n", ":1:20: a file is missing: source FILE" },
		{ "bind list z1 set wrap foo\n", ":1:23: wrap takes one of: word syllable" },
		{ "bind list z1 down ; set rwap word\n", ":1:25: there is no option ‘rwap’; did you mean ‘wrap’?" },
		{ "bind list z1 set nope?\n", ":1:18: there is no option ‘nope’" },
		{ "bind list z1 set fulltext always\n", ":1:18: fulltext counts at a start or for a sync" },
		{ "bind list z1 fulltext always\n", ":1:14: fulltext counts at a start or for a sync" },
		{ "bind list z1 layout foo\n", ":1:21: layout takes one of: auto wide stacked one" },
		{ "bind list z1 color link frob\n", ":1:25: expected a colour" },
		{ "bind list z1 tag 쿠버 color=frob\n", ":1:27: expected a colour" },
		{ "bind list z1 view 없음\n", ":1:19: there is no view ‘없음’" },
		{ "bind list z1 filter view:없음\n", ":1:26: there is no view ‘없음’" },
		{ "bind list z1 view 새것 is:frob\n", ":1:25: ‘is:’ knows no ‘frob’" },
		{ "bind list z1 read query is:frob\n", ":1:28: ‘is:’ knows no ‘frob’" },
		{ "bind list z1 tag query is:frob -- +x\n", ":1:27: ‘is:’ knows no ‘frob’" },
		{ "bind list z1 mark-query is:frob\n", ":1:28: ‘is:’ knows no ‘frob’" },
		{ "bind list z1 undo 0\n", ":1:19: how many times? 1 to 100" },
		{ "bind list z1 save \"가 나\n", ":1:19: this quote is not closed" },
		{ "bind list z1 pipe sh -c 'a ; b\n", ":1:25: a quote is not closed" },
		{ "bind list z1 pipe less | sort\n", ":1:24: no shell sees ‘|’" },
		{ "bind list z1 add --frob x\n", ":1:25: nothing else may stand here" },
		{ "bind list z1 bind list z2 down ; nosuch\n", ":1:34: there is no command ‘nosuch’" },
		{ "bind list z1 unbind\n", ":1:20: the keys are missing" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct configured c;

		open_configured(&c, cases[i].config, 24, 80);
		assert_int_equal(c.live.conf.n_problems, 1);
		if (!str_has(c.live.conf.problems[0], cases[i].told))
			fail_msg("%.*s", STR(c.live.conf.problems[0]));
		close_configured(&c);
	}
}

static void
right_bindings_are_bound_and_nothing_is_done_before(void **state)
{
	static const char config[] = "bind list 1 tag +한 ; view 주말 ; view 안 읽음 ; sort 2 ; undo 2\nview 주말 is:unread\n"
		"bind list 2 set wrap? ; set text-width 40 ; set ; set all ; layout wide ; layout ; layout 2\n"
		"bind list 3 view 새것 view:주말 title:결제\nmacro a read query view:주말 ; pipe sh -c 'true; true' ; filter don't\n"
		"bind list 4 find 'it ; 5 ; save \"가 나\" ; add --all blog.naver.com/x ; color link red ; tag 쿠버 alias=k8s\n"
		"bind list 5 bind list zx tag +x ; down\nbind list 7 mark-query is:unread ; pipe ; save ; unbind list 8\n"
		"bind list z1 tag below\n";
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, config, 24, 80);
	for (size_t i = 0; i < c.live.conf.n_problems; i++)
		fail_msg("%.*s", STR(c.live.conf.problems[i]));
	assert_int_equal(count_posts(r, "is:unread"), READER_POSTS);
	reader_type(r, "2zx"); /* 5 has bound nothing yet */
	assert_int_equal(r->app->text_cols, 40);
	assert_int_equal(count_posts(r, "tag:x"), 0);
	reader_type(r, "5zx");
	assert_int_equal(count_posts(r, "tag:x"), 1);
	reader_type(r, ":bind list 9 view 없음\r");
	reader_assert_shows(r, "there is no view ‘없음’");
	close_configured(&c);
}

/* A ";" between them ends no command. */
static void
single_quotes_keep_words_together(void **state)
{
	static const struct {
		const char *text;
		size_t end;
	} cases[] = {
		{ "pipe sh -c 'a; b' ; c", 18 }, { "filter don't ; it's", 13 }, { "find 'a ; b", 8 }, { "x \"' ;\" ; y'", 8 }, { "'a ; b' ; c'", 8 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(cmdline_call_end(str_of(cases[i].text), 0), cases[i].end);
}

static void
options_are_set_while_it_runs(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "set text-width 60\nview 결제 결제\n", 24, 120);
	reader_type(r, ":set text-width?\r");
	reader_assert_shows(r, "text-width is 60");
	reader_type(r, ":set text-width 30\r");
	assert_int_equal(r->app->text_cols, 30);
	reader_type(r, ":set wrap syllable\r:set wrap\r");
	reader_assert_shows(r, "wrap is syllable; it takes: word syllable");
	assert_int_equal(r->app->text_cols, 30);
	reader_type(r, ":set image-rows?\r");
	reader_assert_shows(r, "image-rows is 20; it takes: 3–200");
	reader_type(r, ":set new-unread?\r");
	reader_assert_shows(r, "it takes: all 0–5000");
	reader_type(r, ":set row-format?\r");
	reader_assert_shows(r, "row-format is {");
	reader_type(r, ":set wrap=word\r");
	reader_assert_shows(r, "until the reader ends: set wrap word");
	reader_type(r, ":set mouse!\r");
	reader_assert_shows(r, "mouse takes one of: on off");
	reader_type(r, "\033:set nomouse\r");
	reader_assert_shows(r, "mouse takes one of: on off");
	reader_type(r, "\033:set wrap syllable\r:set\r");
	reader_assert_shows(r, "image-rows=20");
	reader_assert_shows(r, "new-unread=");
	reader_assert_shows(r, "row-format=\"{");
	reader_assert_shows(r, "not set: ");
	reader_assert_shows(r, "copy-command");
	reader_assert_shows(r, "wrap=syllable");
	reader_type(r, "j:set all\r");
	reader_assert_shows(r, "image-rows=20");
	reader_type(r, ":set wrap letters\r");
	reader_assert_shows(r, "wrap takes one of: word syllable");
	assert_int_equal(r->app->prompt.at, strlen("set wrap "));
	reader_type(r, "\033:set fulltext always\r");
	reader_assert_shows(r, "it has its place in the config file");
	reader_type(r, "\033:view 남은것 is:unread\r");
	reader_assert_shows(r, "남은것");
	reader_type(r, ":view 남은것\r");
	reader_assert_shows(r, "1/30");
	reader_type(r, ":tag ai color=red\r");
	assert_int_equal(r->app->n_tags, 1);
	assert_int_equal(r->app->tags[0].color, 1);
	reader_type(r, ":tag ai alias=인공지능\r:tag ai color=blue\r"); /* said anew; what is not said stays */
	assert_int_equal(r->app->n_tags, 1);
	assert_int_equal(r->app->tags[0].color, 4);
	assert_int_equal(r->app->tags[0].n_aliases, 1);
	reader_type(r, ":tag 다른 alias=인공지능\r");
	reader_assert_shows(r, "this is an alias of ‘ai’ already");
	reader_type(r, "\033:view 남은것 is:read\r:view 결제 is:starred\r:view 남은것\r");
	reader_assert_hides(r, "1/30");
	assert_int_equal(r->app->saved.names.n_views, 2);
	close_configured(&c);
}

static void
a_syllable_is_run_key_by_key_and_leaves_nothing_for_a_prompt(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "3ㅓ");
	reader_assert_shows(&r, "keys work with the Korean input method on"); /* said once */
	reader_type(&r, "ㅓ");
	reader_assert_hides(&r, "keys work with the Korean input method on");
	reader_assert_shows(&r, " 5/30");
	reader_type(&r, "ㅎㅎ퍼"); /* gg, v, j */
	reader_assert_shows(&r, "1 marked");
	reader_type(&r, "시"); /* t asks for tags; l is no text for them */
	assert_non_null(r.app->asking);
	assert_line(&r, "");
	reader_type(&r, "+시작\r");
	assert_int_equal(count_posts(&r, "tag:시작"), 1);
	reader_close(&r);
}

static void
the_keymap_says_what_hangul_stands_for(void **state)
{
	struct configured c;

	(void)state;
	open_configured(&c, "set keymap 3set-390\n", 24, 80);
	reader_type(&c.r, "ㅇㅇ"); /* the key of ㅇ is j there */
	reader_assert_shows(&c.r, " 3/30");
	reader_type(&c.r, "\033:set keymap 2set\rㅓ");
	reader_assert_shows(&c.r, " 4/30");
	reader_type(&c.r, ":set keymap off\rㅓ");
	reader_assert_shows(&c.r, "no such key here");
	close_configured(&c);
}

/* What the programs have written, when so many lines are there. */
static void
assert_written(struct configured *c, size_t lines, const char *want)
{
	char path[64];
	struct buf got = { 0 };
	struct err err;

	(void)snprintf(path, sizeof path, "%s/switched", c->r.dir);
	while (c->r.app->ime.pid)
		ime_reap(&c->r.app->ime);
	reader_must(file_read(path, 1 << 10, &got, &err), &err);
	assert_int_equal(got.n, lines * 2);
	assert_str(buf_str(&got), want);
	buf_free(&got);
}

static void
an_action_with_the_name_of_an_option_sets_it(void **state)
{
	struct configured c;
	struct reader *r = &c.r;

	(void)state;
	open_configured(&c, "", 24, 120);
	reader_type(r, ":layout wide\r");
	reader_assert_shows(r, "until the reader ends: set layout wide");
	assert_int_equal(r->app->layout, PANES_WIDE);
	reader_type(r, ":배치 one\r");
	assert_int_equal(r->app->layout, PANES_ONE);
	reader_type(r, ":layout broad\r");
	reader_assert_shows(r, "layout takes one of: auto wide stacked one");
	assert_int_equal(r->app->prompt.at, strlen("layout "));
	reader_type(r, "\033:layout\r"); /* as the key */
	assert_int_equal(r->app->layout, PANES_AUTO);
	reader_type(r, ":bind Y layout stacked\rY");
	assert_int_equal(r->app->layout, PANES_STACKED);
	reader_type(r, "\r:fulltext always\r");
	reader_assert_shows(r, "it has its place in the config file");
	reader_type(r, "\033:down wide\r");
	reader_assert_shows(r, "down takes a number and nothing else");
	close_configured(&c);
}

static void
the_input_method_is_switched_where_text_begins_and_ends(void **state)
{
	struct configured c;
	char config[512];

	(void)state;
	open_configured(&c, "", 24, 80);
	(void)snprintf(config, sizeof config, "set ime-on-command sh -c \"echo + >>'%s/switched'\"", c.r.dir);
	reader_type(&c.r, ":");
	reader_type(&c.r, config);
	reader_type(&c.r, "\r");
	(void)snprintf(config, sizeof config, ":set ime-off-command sh -c \"echo - >>'%s/switched'\"\r", c.r.dir);
	reader_type(&c.r, config);
	reader_type(&c.r, "/");
	assert_written(&c, 1, "+\n");
	reader_type(&c.r, "한글");
	reader_type(&c.r, "\033");
	assert_written(&c, 2, "+\n-\n");
	reader_type(&c.r, "jj"); /* nothing is asked for */
	assert_written(&c, 2, "+\n-\n");
	close_configured(&c);
}

/* And then its default is back. */
static void
a_program_can_be_taken_out_again(void **state)
{
	struct configured c;

	(void)state;
	open_configured(&c, "set ime-off-command /nonexistent/ime\nset copy-command /nonexistent/copy\n", 24, 80);
	reader_type(&c.r, ":set copy-command \"\"\r");
	assert_null(c.r.app->clipboard.program);
	reader_type(&c.r, ":set ime-off-command \"\"\r/");
	reader_type(&c.r, "\033");
	reader_assert_hides(&c.r, "the input method is not switched");
	reader_type(&c.r, ":set copy-command\r");
	reader_assert_shows(&c.r, "copy-command is not set");
	close_configured(&c);
}

static void
a_program_that_hangs_is_ended_and_one_that_is_missing_told_once(void **state)
{
	struct configured c;

	(void)state;
	open_configured(&c, "set ime-on-command sleep 600\nset ime-off-command /nonexistent/ime\n", 24, 80);
	reader_type(&c.r, "/");
	assert_true(c.r.app->ime.pid > 0);
	assert_true(ime_timeout(&c.r.app->ime) <= IME_MS);
	while (ime_timeout(&c.r.app->ime) > 0)
		ime_step(&c.r.app->ime);
	ime_step(&c.r.app->ime);
	assert_int_equal(c.r.app->ime.pid, 0);
	assert_int_equal(ime_timeout(&c.r.app->ime), -1);
	reader_type(&c.r, "\033");
	reader_assert_shows(&c.r, "the input method is not switched");
	reader_type(&c.r, "/");
	reader_type(&c.r, "\033");
	reader_assert_hides(&c.r, "the input method is not switched");
	close_configured(&c);
}

static void
the_ground_is_asked_for_and_changes_the_theme(void **state)
{
	struct reader r;
	int dark;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->looks.colors = THEME_DIRECT;
	options_take_ground(r.app, PROBE_DARK);
	dark = theme_look(&r.app->looks.theme, THEME_BAR).fg;
	options_take_ground(r.app, PROBE_LIGHT);
	assert_int_not_equal(theme_look(&r.app->looks.theme, THEME_BAR).fg, dark);
	setenv("TERM", "linux", 1);
	options_ask_ground(r.app);
	assert_int_equal(r.app->control.n, 0);
	setenv("TERM", "xterm", 1);
	options_ask_ground(r.app);
	assert_str(buf_str(&r.app->control), PROBE_GROUND);
	buf_clear(&r.app->control);
	r.app->opts.theme = COLOR_THEME_DARK;
	options_ask_ground(r.app);
	assert_int_equal(r.app->control.n, 0);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_is_a_command_by_its_name),
		cmocka_unit_test(a_name_is_known_in_korean_and_with_the_other_keyboard_on),
		cmocka_unit_test(each_action_has_a_name_in_korean),
		cmocka_unit_test(what_is_wrong_is_told_and_stays_to_be_mended),
		cmocka_unit_test(posts_alone_have_their_tags_asked_for),
		cmocka_unit_test(a_scope_says_which_posts),
		cmocka_unit_test(a_change_of_tags_stands_before_or_behind_its_query),
		cmocka_unit_test(a_tag_change_is_repeated_after_a_restart),
		cmocka_unit_test(posts_that_are_out_of_sight_are_not_changed),
		cmocka_unit_test(the_lines_of_a_file_are_run),
		cmocka_unit_test(wrong_lines_of_a_file_are_told_with_their_place),
		cmocka_unit_test(files_that_name_themselves_have_an_end),
		cmocka_unit_test(an_order_has_a_name),
		cmocka_unit_test(hidden_posts_leave_the_list_and_come_back),
		cmocka_unit_test(a_search_is_for_all_posts_a_filter_for_the_list),
		cmocka_unit_test(a_view_that_is_always_there_has_the_names_of_its_state),
		cmocka_unit_test(the_views_are_offered_in_the_language_of_the_user),
		cmocka_unit_test(tab_completes_commands_and_what_they_take),
		cmocka_unit_test(tab_completes_programs_behind_the_options_that_take_one),
		cmocka_unit_test(keys_are_bound_to_commands_per_view),
		cmocka_unit_test(wrong_bindings_are_told_with_their_place),
		cmocka_unit_test(right_bindings_are_bound_and_nothing_is_done_before),
		cmocka_unit_test(single_quotes_keep_words_together),
		cmocka_unit_test(options_are_set_while_it_runs),
		cmocka_unit_test(an_action_with_the_name_of_an_option_sets_it),
		cmocka_unit_test(the_input_method_is_switched_where_text_begins_and_ends),
		cmocka_unit_test(a_program_can_be_taken_out_again),
		cmocka_unit_test(a_program_that_hangs_is_ended_and_one_that_is_missing_told_once),
		cmocka_unit_test(a_syllable_is_run_key_by_key_and_leaves_nothing_for_a_prompt),
		cmocka_unit_test(the_keymap_says_what_hangul_stands_for),
		cmocka_unit_test(the_ground_is_asked_for_and_changes_the_theme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
