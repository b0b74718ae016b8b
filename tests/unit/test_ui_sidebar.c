/*
 * Folders in the sidebar, folds that stay, and where the reader starts.
 */
#include "unit.h"

#include "store/state.h"
#include "ui/name_apart.h"
#include "ui/options.h"
#include "ui_reader.h"

static struct str company[] = { STR_INIT("회사"), STR_INIT("데이터") };
static struct str news[] = { STR_INIT("소식") };

static void
edit(struct reader *r, struct subs_edit *edits, size_t n)
{
	struct arena a = { 0 };
	struct subs subs;
	struct err err;

	reader_must(subs_edit_run(edits, n, &err), &err);
	reader_must(feeds_take(r->store, &a, &subs, &err), &err);
	arena_free(&a);
}

/* Two feeds in one folder, one of them with a second tag; one in another folder; one in none, which failed. Tags on posts. */
static void
open_folders(struct reader *r, int rows, int cols)
{
	static const struct str names[] = { STR_INIT("언어/rust") }, more[] = { STR_INIT("소식") };
	const struct state_change rust = { .add = names, .n_add = 1 }, both = { .add = more, .n_add = 1 };
	struct subs_edit edits[] = {
		{ .kind = SUBS_EDIT_ADD, .feed = { .url = str_lit("https://away.example/rss"), .name = str_lit("떠난 블로그") } },
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[0]), .tags = company, .n_tags = 1 } },
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[1]), .tags = company, .n_tags = 2 } },
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[2]), .tags = news, .n_tags = 1 } },
	};
	const struct feeds_fetch gone = { .status = 404, .error = str_lit("status 404"), .held_until = CLOCK_NONE };
	struct err err;
	int64_t ids[] = { 1, 2, 3 }, changed;

	reader_open(r, rows, cols);
	edit(r, edits, sizeof edits / sizeof *edits);
	reader_must(feeds_fetched(r->store, 4, &gone, &err), &err);
	reader_must(feeds_fetched(r->store, 2, &gone, &err), &err);
	reader_must(state_apply(r->store, ids, 3, &rust, &changed, &err), &err);
	reader_must(state_apply(r->store, ids, 1, &both, &changed, &err), &err);
	app_reload(r->app);
	app_draw(r->app);
}

static void
check_sizes(const char *locale, const char *language)
{
	struct reader r;
	char name[64];

	reader_speak(locale);
	open_folders(&r, 24, 80);
	reader_type(&r, "e");
	reader_assert_sizes(&r, "folders", language, NULL);
	app_resize(r.app, 24, 80);
	reader_type(&r, "zm");
	(void)snprintf(name, sizeof name, "folders-folded-%s", language);
	reader_assert_file(&r, name);
	reader_close(&r);
	reader_speak("C.UTF-8");
}

static void
feeds_stand_in_folders_at_every_size(void **state)
{
	(void)state;
	check_sizes("C.UTF-8", "en");
	check_sizes("ko_KR.UTF-8", "ko");
}

static void
a_folder_shows_the_posts_of_its_feeds(void **state)
{
	struct reader r;

	(void)state;
	open_folders(&r, 24, 120);
	reader_type(&r, "eG5k\r");
	reader_assert_shows(&r, "> 회사 ▾"); /* marked in the sidebar */
	reader_assert_shows(&r, "1/20");
	reader_close(&r);
}

/* What a folder counts is what stands under it: those of tags under its own are within it. */
static void
folders_stand_within_folders(void **state)
{
	struct str outer[] = { STR_INIT("Dev") }, inner[] = { STR_INIT("dev/C") }, far[] = { STR_INIT("dev/언어/rust") };
	struct subs_edit edits[] = {
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[0]), .tags = inner, .n_tags = 1 } },
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[1]), .tags = outer, .n_tags = 1 } },
		{ .kind = SUBS_EDIT_TAG, .feed = { .url = str_of(reader_feeds[2]), .tags = far, .n_tags = 1 } },
	};
	const struct feeds_fetch gone = { .status = 404, .error = str_lit("status 404"), .held_until = CLOCK_NONE };
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 30, 80);
	edit(&r, edits, sizeof edits / sizeof *edits);
	reader_must(feeds_fetched(r.store, 1, &gone, &err), &err);
	app_reload(r.app);
	reader_type(&r, "e");
	reader_assert_file(&r, "folders-nested");
	reader_type(&r, "Gkkza"); /* from a feed: the folder it is in */
	reader_assert_shows(&r, "! /C ▸");
	reader_assert_shows(&r, "/언어/rust ▾");
	reader_type(&r, "kza"); /* the outer one: all within is out of sight */
	reader_assert_shows(&r, "! Dev ▸");
	reader_assert_hides(&r, "/언어/rust ▾");
	reader_type(&r, "zr");
	reader_assert_shows(&r, "지식 나무");
	reader_close(&r);
}

static void
a_folder_is_folded_from_within_and_stays_so(void **state)
{
	struct reader r;

	(void)state;
	open_folders(&r, 24, 80);
	reader_type(&r, "e");
	reader_assert_shows(&r, "지식 나무");
	reader_type(&r, "Gkkkkㅋㅁ"); /* on a feed of the folder; za, with the input method on */
	reader_assert_hides(&r, "지식 나무");
	reader_assert_shows(&r, "회사 ▸");
	reader_restart(&r);
	reader_type(&r, "e");
	reader_assert_hides(&r, "지식 나무");
	reader_type(&r, "q:tag +언어/rust/async\rezmzr");
	reader_assert_shows(&r, "/async");
	reader_assert_shows(&r, "지식 나무");
	reader_assert_shows(&r, "/rust");
	reader_restart(&r);
	reader_type(&r, "e");
	reader_assert_shows(&r, "지식 나무");
	reader_close(&r);
}

static void
a_feed_is_shown_though_its_folder_is_folded(void **state)
{
	struct reader r;

	(void)state;
	open_folders(&r, 24, 80);
	reader_type(&r, "ezmqgH/d2\r\r");
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_assert_shows(&r, "네이버 D2");
	reader_assert_shows(&r, "1/10");
	reader_type(&r, "e\033"); /* back */
	assert_int_equal(r.app->focus, APP_POSTS);
	reader_type(&r, "gT/rust\r\rq");
	assert_int_equal(r.app->focus, APP_TAGS);
	reader_type(&r, "\r"); /* its tag is folded, too */
	reader_assert_shows(&r, "#언어/rust");
	reader_assert_shows(&r, "1/3");
	reader_close(&r);
}

static void
the_reader_starts_where_it_was_left(void **state)
{
	static const struct {
		const char *keys, *shown;
	} cases[] = { { "egg\r", "All" }, { "eggj\r", "Unread" }, { "eggjj\r", "Starred" }, { "egg5j\r", "#데이터" }, { "eG\r", "떠난 블로그" },
		{ "eG5k\r", "회사" } };
	struct reader r;

	(void)state;
	open_folders(&r, 24, 120);
	reader_type(&r, "s"); /* what is empty is not begun with */
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf left = { 0 }, right = { 0 };

		reader_type(&r, cases[i].keys);
		reader_restart(&r);
		r.app->views[APP_POSTS]->ops->status(r.app->views[APP_POSTS], &left, &right);
		assert_true(str_has(buf_str(&left), cases[i].shown));
		buf_free(&left);
		buf_free(&right);
	}
	reader_close(&r);
}

static void
a_saved_view_is_where_it_starts_once_the_views_are_known(void **state)
{
	static struct query_view views[] = { { STR_INIT("긴 글"), STR_INIT("is:unread") } };
	const struct query_names names = { .views = views, .n_views = 1 };
	struct reader r;

	(void)state;
	open_folders(&r, 24, 80);
	app_set_views(r.app, &names);
	reader_type(&r, "egg3j\r");
	reader_assert_shows(&r, "긴 글");
	reader_restart(&r);
	reader_assert_shows(&r, "All");
	app_set_views(r.app, &names);
	app_draw(r.app);
	reader_assert_shows(&r, "긴 글");
	reader_type(&r, "egg\r");
	app_set_views(r.app, &names); /* again: one has gone elsewhere by now */
	app_draw(r.app);
	reader_assert_shows(&r, "All");
	reader_close(&r);
}

static void
what_is_gone_or_broken_starts_with_all(void **state)
{
	static const char *const texts[] = { "view tag 없는태그\n", "view feed 0\n", "view\n", "view nonsense x\n", "view group x\n", "\n \xff\xfe\n",
		"view saved 없는 것\nfold-tag 언어\n" };
	struct reader r;
	struct path path;
	struct err err;

	(void)state;
	open_folders(&r, 24, 80);
	reader_must(path_state(&path, "reader", &err), &err);
	reader_must(file_mkdirs_for(path.p, &err), &err);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		reader_must(file_replace(path.p, str_of(texts[i]), &err), &err);
		app_free(r.app);
		r.app = app_new(r.store, NULL, 24, 80);
		reader_assert_shows(&r, "1/30");
		reader_assert_shows(&r, "All");
	}
	reader_close(&r);
}

/* All numbers of the sidebar follow a post that is read, in every view, tag, folder and feed, as if it were read anew. */
static void
a_post_that_is_read_is_counted(void **state)
{
	struct buf counted = { 0 }, anew = { 0 };
	struct reader r;

	(void)state;
	open_folders(&r, 40, 200);
	reader_type(&r, "jjj*jj");
	for (int i = 0; i < 12; i++) {
		reader_type(&r, i == 4 ? "qs\r" : "\rJ");
		(void)reader_screen(&r, &counted);
		app_reload(r.app);
		assert_str(reader_screen(&r, &anew), buf_cstr(&counted));
	}
	reader_assert_shows(&r, "18/30");
	buf_free(&counted);
	buf_free(&anew);
	reader_close(&r);
}

static void
fit_among(struct buf *out, const char *name, const char *other, int cols)
{
	struct name_apart all = { 0 };

	*vec_add(&all.names) = str_of(name);
	*vec_add(&all.names) = str_of(other);
	buf_clear(out);
	name_apart_fit(&all, out, str_of(name), cols);
	vec_free(&all.names);
}

static void
long_names_are_told_from_each_other(void **state)
{
	static const struct {
		const char *name, *other, *fit;
		int cols;
	} cases[] = {
		{ "가나다 블로그", "가나다 블로그 둘", "가나다 블로그 ", 14 },
		{ "해솔 기술 블로그", "이끼의 개발 일지", "해솔 기술…", 10 },
		{ "해솔 기술 블로그 백엔드 소식", "해솔 기술 블로그 프런트 소식", "해솔…백엔드 소식", 16 },
		{ "해솔 기술 블로그 백엔드", "해솔 기술 블로그 프런트", "해솔 기술…백엔드", 16 },
		{ "해솔기술블로그백엔드", "해솔기술블로그백오피스", "해솔기술블…엔드", 15 },
		{ "같은 이름의 긴 블로그", "같은 이름의 긴 블로그", "같은 이름의…", 12 },
		{ "가족 👨‍👩‍👧‍👦 기술 블로그 하나", "가족 👨‍👩‍👧‍👦 기술 블로그 둘", "가족 👨…하나", 12 },
		{ "aaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaac", "aaaaaa…b", 8 },
		{ "가나다라", "가나다마", "…", 1 },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fit_among(&out, cases[i].name, cases[i].other, cases[i].cols);
		if (strcmp(buf_cstr(&out), cases[i].fit))
			fail_msg("%s: ‘%s’, not ‘%s’", cases[i].name, buf_cstr(&out), cases[i].fit);
	}
	buf_free(&out);
}

static void
feeds_and_tags_with_long_names_are_told_from_each_other(void **state)
{
	static struct str tags[] = { STR_INIT("데이터베이스와저장장치의구조"), STR_INIT("데이터베이스와저장장치의역사") };
	struct subs_edit edits[] = {
		{ .kind = SUBS_EDIT_RENAME, .feed = { .url = str_of(reader_feeds[0]), .name = str_lit("해솔 기술 블로그 백엔드 챕터") } },
		{ .kind = SUBS_EDIT_RENAME, .feed = { .url = str_of(reader_feeds[1]), .name = str_lit("해솔 기술 블로그 프런트 챕터") } },
	};
	const struct state_change change = { .add = tags, .n_add = 2 };
	const int64_t ids[] = { 1 };
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 100);
	edit(&r, edits, 2);
	reader_must(state_apply(r.store, ids, 1, &change, NULL, &err), &err);
	app_reload(r.app);
	app_draw(r.app);
	reader_assert_shows(&r, "백엔드");
	reader_assert_shows(&r, "프런트");
	reader_assert_shows(&r, "…구조 ");
	app_resize(r.app, 24, 42);
	reader_type(&r, "gT");
	reader_assert_shows(&r, "구조 ");
	reader_assert_shows(&r, "역사 ");
	reader_type(&r, "qgH");
	reader_assert_shows(&r, "백엔드");
	reader_assert_shows(&r, "프런트");
	reader_close(&r);
}

static void
its_lines_are_found_read_and_renamed(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 120);
	reader_type(&r, "e/ㅈㅈ");
	reader_assert_shows(&r, "Find: ㅈㅈ");
	reader_type(&r, "\rA");
	reader_assert_shows(&r, "10 posts marked read (u: undo)");
	reader_assert_shows(&r, "sosik  20 unread");
	assert_int_equal(r.app->focus, APP_SIDEBAR);
	reader_type(&r, ":rename 새 이름\r");
	reader_assert_shows(&r, "the feed is called ‘새 이름’ now (u: undo)");
	reader_type(&r, ":rename 새 이름\r");
	reader_assert_shows(&r, "nothing changed: the feed is called ‘새 이름’ already");
	reader_type(&r, "u");
	reader_assert_hides(&r, "새 이름");
	reader_type(&r, ":rename\r:rename\r"); /* it has its own name then */
	reader_assert_shows(&r, "nothing changed: the feed is called ‘");
	reader_type(&r, "u");
	reader_type(&r, "u/없는것\rn");
	reader_assert_shows(&r, "no line of the sidebar has that");
	reader_type(&r, "ggm");
	reader_assert_shows(&r, "30 posts marked read");
	reader_close(&r);
}

static void
the_tags_of_a_feed_are_changed_and_changed_back(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 120);
	reader_type(&r, "e/ㅈㅈ\rt");
	reader_assert_shows(&r, "Tags of the feed (+ai -later):");
	reader_type(&r, "+회사 뉴스\r");
	reader_assert_shows(&r, "the tags of the feed ‘전자신문’ are #회사 #뉴스 now (u: undo)");
	reader_assert_shows(&r, "  회사 ▾"); /* its folder */
	assert_int_equal(r.app->focus, APP_SIDEBAR);
	reader_type(&r, "t-회사 -없음\r");
	reader_assert_shows(&r, "the tags of the feed ‘전자신문’ are #뉴스 now (u: undo)");
	reader_type(&r, "t+뉴스\r");
	reader_assert_shows(&r, "nothing changed");
	reader_type(&r, "u");
	reader_assert_shows(&r, "  회사 ▾"); /* again, since it is the first of them */
	reader_type(&r, "u");
	reader_assert_hides(&r, "회사");
	reader_assert_hides(&r, "뉴스");
	assert_int_equal(reader_count(&r, "is:unread"), READER_POSTS);
	reader_close(&r);
}

static void
only_feeds_have_tags_in_the_sidebar(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 120);
	reader_type(&r, "eggt");
	reader_assert_shows(&r, "in the sidebar feeds are tagged");
	reader_type(&r, "/ㅈㅈ\rt+read\r");
	reader_assert_shows(&r, "posts are read, starred or hidden, not feeds");
	reader_type(&r, "\025+#read\r");
	reader_assert_shows(&r, "are #read now");
	reader_close(&r);
}

static void
speak(struct reader *r, enum tr_language language)
{
	struct ui_opts opts = r->app->opts;

	opts.language = language;
	options_take(r->app, &opts);
	app_draw(r->app);
}

static void
another_language_is_spoken_at_once(void **state)
{
	struct reader r;

	(void)state;
	reader_speak("C.UTF-8");
	reader_open(&r, 24, 120);
	reader_type(&r, ":view unread\r");
	speak(&r, TR_KOREAN);
	reader_assert_shows(&r, " 보기 ");
	reader_assert_shows(&r, " 피드 ");
	reader_assert_hides(&r, "Unread");
	speak(&r, TR_ENGLISH);
	reader_assert_shows(&r, " Views ");
	reader_assert_hides(&r, "안 읽음");
	speak(&r, TR_AUTO);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(feeds_stand_in_folders_at_every_size),
		cmocka_unit_test(a_folder_shows_the_posts_of_its_feeds),
		cmocka_unit_test(folders_stand_within_folders),
		cmocka_unit_test(a_folder_is_folded_from_within_and_stays_so),
		cmocka_unit_test(a_feed_is_shown_though_its_folder_is_folded),
		cmocka_unit_test(the_reader_starts_where_it_was_left),
		cmocka_unit_test(a_saved_view_is_where_it_starts_once_the_views_are_known),
		cmocka_unit_test(what_is_gone_or_broken_starts_with_all),
		cmocka_unit_test(a_post_that_is_read_is_counted),
		cmocka_unit_test(its_lines_are_found_read_and_renamed),
		cmocka_unit_test(the_tags_of_a_feed_are_changed_and_changed_back),
		cmocka_unit_test(only_feeds_have_tags_in_the_sidebar),
		cmocka_unit_test(another_language_is_spoken_at_once),
		cmocka_unit_test(long_names_are_told_from_each_other),
		cmocka_unit_test(feeds_and_tags_with_long_names_are_told_from_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
