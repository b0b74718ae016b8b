#include "unit.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include "text/width.h"
#include "ui_reader.h"

static const char head[] =
	"우아한형제들\thttps://techblog.example/\thttps://techblog.example/feed\tcompany\town\t배달,IT\n"
	"카카오 페이\thttps://www.kpay.example/blog/with/a/long/way/to/its/front/door/and/beyond\thttps://kpay.example/rss\tcompany\ttistory\t\n"
	"카카오\thttps://kko.example/\thttps://kko.example/feed\tcompany\tmedium\t\n"
	"아주 긴 이름을 가진 어느 커뮤니티의 기술 블로그와 그 친구들\thttps://velog.io/@long\thttps://v2.velog.io/rss/long\tcommunity\tvelog\t\n"
	"지식 나무\thttps://namu.example/\thttps://namu.example/rss\tperson\ttistory\tAI\n";

/* The folder of this program. */
static struct path
folder(void)
{
	struct path ret;
	ssize_t n = readlink("/proc/self/exe", ret.p, sizeof ret.p - 1);

	assert_true(n > 0);
	ret.p[n] = '\0';
	*strrchr(ret.p, '/') = '\0';
	return ret;
}

/* Beside this program, where sosik's own lies beside sosik. */
static struct path
catalogue(void)
{
	struct path ret;
	struct err err;

	reader_must(path_join(&ret, folder().p, "share/catalog.tsv", &err), &err);
	return ret;
}

/* Goes on as a second name of this program in a folder of its own, so that tests that run beside it see no catalogue. */
static void
move_apart(char **argv)
{
	struct path own, name;
	struct err err;

	if (str_ends(str_of(folder().p), "/catalog.d"))
		return;
	reader_must(path_join(&own, folder().p, "catalog.d/test_ui_catalog", &err), &err);
	reader_must(path_join(&name, folder().p, "test_ui_catalog", &err), &err);
	reader_must(file_mkdirs_for(own.p, &err), &err);
	(void)unlink(own.p);
	assert_int_equal(link(name.p, own.p), 0);
	(void)execv(own.p, argv);
	fail_msg("%s does not start", own.p);
}

/* Five blogs and forty more. */
static int
write_catalogue(void **state)
{
	struct path file = catalogue();
	struct buf text = { 0 };
	struct err err;

	(void)state;
	(void)buf_puts(&text, head);
	for (int i = 1; i <= 40; i++)
		(void)buf_printf(&text, "개인 %d\thttps://person%d.example/\thttps://person%d.example/rss\tperson\town\t\n", i, i, i);
	reader_must(file_mkdirs_for(file.p, &err), &err);
	reader_must(file_replace(file.p, buf_str(&text), &err), &err);
	buf_free(&text);
	return 0;
}

/* How many feeds the file holds. */
static size_t
subscribed(void)
{
	struct arena a = { 0 };
	struct subs subs;
	struct err err;
	size_t n;

	reader_must(subs_read(&a, &subs, &err), &err);
	n = subs.n;
	arena_free(&a);
	return n;
}

static void
the_command_takes_what_is_to_be_found(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":catalog 카카오\r");
	assert_int_equal(r.app->focus, APP_CATALOG);
	assert_null(r.app->asking);
	reader_assert_shows(&r, "kko.example");
	reader_assert_hides(&r, "techblog.example");
	reader_type(&r, "q:catalog\r"); /* as it was left */
	assert_null(r.app->asking);
	reader_assert_hides(&r, "techblog.example");
	reader_close(&r);
}

static void
the_catalogue_fits_every_size_and_marks_what_is_subscribed(void **state)
{
	static const struct {
		int rows, cols;
		const char *name;
	} sizes[] = { { 24, 80, "catalog-80x24" }, { 50, 200, "catalog-200x50" }, { 10, 40, "catalog-40x10" } };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gcjv");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r.app, sizes[i].rows, sizes[i].cols);
		reader_assert_file(&r, sizes[i].name);
	}
	app_resize(r.app, 24, 80);
	reader_assert_file(&r, "catalog-80x24");
	reader_close(&r);
}

static void
no_cell_is_out_of_place_at_any_width(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 12, 80);
	reader_type(&r, "gc*");
	for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
		width_set_ambiguous(ambiguous);
		for (int cols = 40; cols <= 200; cols++) {
			app_resize(r.app, 12, cols);
			app_draw(r.app);
			for (int row = 0; row < 12; row++)
				for (int col = 0; col < cols; col++)
					if (screen_at(&r.app->screen, row, col)->cols == 2)
						assert_int_equal(screen_at(&r.app->screen, row, ++col)->cols, 0);
		}
	}
	width_set_ambiguous(1);
	reader_close(&r);
}

static void
the_list_narrows_while_words_are_typed(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gc/카");
	reader_assert_shows(&r, "카카오 페이");
	reader_assert_hides(&r, "우아한형제들");
	reader_type(&r, "카오 ㅍㅇ");
	reader_assert_shows(&r, "카카오 페이");
	reader_assert_hides(&r, "kko.example");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "f\025없음");
	reader_assert_shows(&r, "No blog matches.");
	reader_type(&r, "\033"); /* the filter is what it was */
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "\033");
	reader_assert_shows(&r, "1/45");
	reader_type(&r, "/#회사\r");
	reader_assert_shows(&r, "1/3");
	reader_type(&r, "/\025없음\rjk*avA");
	assert_null(r.app->asking);
	assert_int_equal(subscribed(), 3);
	reader_close(&r);
}

static void
tab_shows_one_kind_after_the_other(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gcG\t");
	reader_assert_shows(&r, "Catalogue · company");
	reader_assert_shows(&r, "1/3");
	reader_type(&r, "\t");
	reader_assert_shows(&r, "No blog matches.");
	reader_type(&r, "\t");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "/지식\t\r");
	reader_assert_shows(&r, "Catalogue · person · 지식");
	reader_assert_shows(&r, "1/1");
	reader_type(&r, "f\025\t\t카\r"); /* all, then companies */
	reader_assert_shows(&r, "1/2");
	reader_type(&r, "F");
	reader_assert_shows(&r, "1/45");
	reader_close(&r);
}

static void
enter_subscribes_to_the_blog_and_undo_takes_it_back(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gc\r");
	reader_assert_shows(&r, "subscribed to 1 feed (u: undo, R: fetch its posts)");
	reader_assert_shows(&r, "✓ 우아한형제들");
	assert_int_equal(subscribed(), 4);
	reader_type(&r, "\r");
	reader_assert_shows(&r, "subscribed already");
	assert_int_equal(subscribed(), 4);
	reader_type(&r, "u");
	reader_assert_shows(&r, "undone:");
	reader_assert_hides(&r, "✓ 우아한형제들");
	assert_int_equal(subscribed(), 3);
	reader_type(&r, "\022");
	reader_assert_shows(&r, "✓ 우아한형제들");
	reader_type(&r, "qe");
	reader_assert_shows(&r, "우아한형제들"); /* in the sidebar */
	reader_close(&r);
}

static void
marked_blogs_are_subscribed_to_in_one_step(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gc2v/카카오\rv");
	reader_assert_shows(&r, "1 marked"); /* it was marked, under the other filter */
	reader_type(&r, "jva");
	reader_assert_shows(&r, "subscribed to 2 feeds");
	reader_assert_hides(&r, "marked");
	assert_int_equal(subscribed(), 5);
	reader_type(&r, "u");
	assert_int_equal(subscribed(), 3);
	reader_type(&r, "**v\033");
	reader_assert_hides(&r, "marked");
	reader_type(&r, "F*");
	reader_assert_shows(&r, "45 marked");
	reader_type(&r, "*");
	reader_assert_hides(&r, "marked");
	reader_close(&r);
}

static void
many_are_asked_about(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gc/카카오\rA"); /* few are not */
	reader_assert_shows(&r, "subscribed to 2 feeds");
	reader_type(&r, "FA");
	reader_assert_shows(&r, "Add 42 feeds? y/n:"); /* of 45, three are there */
	reader_type(&r, "\r");
	assert_int_equal(subscribed(), 5);
	reader_assert_shows(&r, "nothing was subscribed");
	reader_type(&r, "ㅎㅁn");
	assert_int_equal(subscribed(), 5);
	reader_assert_shows(&r, "nothing was subscribed");
	reader_type(&r, "ga\033");
	assert_int_equal(subscribed(), 5);
	reader_type(&r, "ga\033[200~y\033[201~"); /* what is pasted is no answer */
	reader_assert_shows(&r, "y/n");
	reader_type(&r, "x");
	assert_int_equal(subscribed(), 5);
	reader_type(&r, "gaㅛ");
	reader_assert_shows(&r, "subscribed to 42 feeds");
	assert_int_equal(subscribed(), 47);
	reader_type(&r, "u*\r");
	reader_assert_shows(&r, "Add 42 feeds? y/n:");
	reader_type(&r, "Y");
	assert_int_equal(subscribed(), 47);
	reader_type(&r, "A");
	reader_assert_shows(&r, "subscribed already");
	app_resize(r.app, 10, 40);
	reader_type(&r, "fzzzz\r");
	reader_assert_shows(&r, "No blog matches. F shows all again.");
	reader_type(&r, "A");
	reader_assert_shows(&r, "no blog is shown here to subscribe to");
	reader_close(&r);
}

static void
the_prompt_and_the_last_row_say_what_is_searched(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "gc\tf");
	reader_assert_shows(&r, "Find (company):");
	reader_type(&r, "카카오\t");
	reader_assert_shows(&r, "Find (news): 카카오");
	reader_type(&r, "\t\t\t\t");
	reader_assert_shows(&r, "Find (company): 카카오");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "company · 카카오 · Enter: subscribe, F: all, Tab: kinds");
	reader_close(&r);
}

static void
help_begins_with_the_keys_of_the_view(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 10, 40);
	reader_type(&r, "?G");
	reader_type(&r, "qgc?");
	reader_assert_shows(&r, "unread\n In the catalogue\n  a <Enter>… subscribe to the blog, or…\n");
	reader_assert_shows(&r, "\n Keys · q: back, /: find");
	reader_type(&r, "q?q");
	reader_assert_shows(&r, "1/45");
	reader_close(&r);
}

static void
keys_work_with_the_input_method_on(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "ㅎㅊ");
	reader_assert_shows(&r, "1/45");
	reader_type(&r, "ㅓㅓㅏ");
	reader_assert_shows(&r, "2/45");
	reader_type(&r, "ㅍㅁ"); /* v a */
	reader_assert_shows(&r, "subscribed to 1 feed");
	reader_type(&r, "ㅎㄷ");
	reader_assert_shows(&r, "45/45");
	reader_type(&r, "ㅂ");
	reader_assert_shows(&r, "1/30");
	reader_close(&r);
}

static void
back_goes_where_one_came_from(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "\rgc");
	reader_assert_shows(&r, "1/45");
	reader_type(&r, "3ggq");
	assert_int_equal(r.app->focus, APP_ARTICLE);
	reader_type(&r, "gc");
	reader_assert_shows(&r, "3/45"); /* the place is kept */
	reader_type(&r, "?q");
	assert_int_equal(r.app->focus, APP_CATALOG);
	reader_type(&r, "hq");
	assert_int_equal(r.app->focus, APP_POSTS);
	assert_false(r.app->wants_quit);
	reader_close(&r);
}

static void
the_browser_gets_the_home_page(void **state)
{
	struct reader r;
	struct path program;
	struct err err = { 0 };

	(void)state;
	reader_open(&r, 24, 80);
	reader_must(path_join(&program, r.dir, "browser", &err), &err);
	reader_must(file_replace(program.p, str_lit("#!/bin/sh\nexit 0\n"), &err), &err);
	assert_int_equal(chmod(program.p, 0700), 0);
	setenv("BROWSER", program.p, 1);
	reader_type(&r, "gcjo");
	reader_assert_shows(&r, "https://www.kpay.example/blog/with");
	assert_int_equal(r.app->browser.children.n, 1);
	(void)waitpid(r.app->browser.children.v[0].pid, NULL, 0);
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
without_feeds_enter_opens_the_catalogue(void **state)
{
	struct reader r;

	(void)state;
	reader_open_empty(&r, 10, 40);
	reader_assert_file(&r, "first-steps-40x10");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "1/45");
	reader_type(&r, "\rq");
	assert_int_equal(subscribed(), 1);
	reader_assert_shows(&r, "R fetches what is new");
	reader_type(&r, "\r");
	reader_assert_shows(&r, "there is no post here");
	reader_type(&r, "a카카오\r");
	reader_assert_shows(&r, "‘카카오’ is not a web address; gc has");
	assert_non_null(r.app->asking);
	reader_close(&r);
}

static void
a_catalogue_that_is_missing_is_said(void **state)
{
	struct reader r;

	(void)state;
	assert_int_equal(unlink(catalogue().p), 0);
	reader_open(&r, 24, 80);
	if (access("/usr/local/share/sosik/catalog.tsv", F_OK)) {
		reader_type(&r, "gc");
		assert_int_equal(r.app->focus, APP_POSTS);
		reader_assert_shows(&r, "catalog.tsv");
	}
	reader_close(&r);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(the_catalogue_fits_every_size_and_marks_what_is_subscribed, write_catalogue),
		cmocka_unit_test(the_command_takes_what_is_to_be_found),
		cmocka_unit_test(no_cell_is_out_of_place_at_any_width),
		cmocka_unit_test(the_list_narrows_while_words_are_typed),
		cmocka_unit_test(tab_shows_one_kind_after_the_other),
		cmocka_unit_test(enter_subscribes_to_the_blog_and_undo_takes_it_back),
		cmocka_unit_test(marked_blogs_are_subscribed_to_in_one_step),
		cmocka_unit_test(many_are_asked_about),
		cmocka_unit_test(the_prompt_and_the_last_row_say_what_is_searched),
		cmocka_unit_test(help_begins_with_the_keys_of_the_view),
		cmocka_unit_test(keys_work_with_the_input_method_on),
		cmocka_unit_test(back_goes_where_one_came_from),
		cmocka_unit_test(the_browser_gets_the_home_page),
		cmocka_unit_test(without_feeds_enter_opens_the_catalogue),
		cmocka_unit_test(a_catalogue_that_is_missing_is_said),
	};

	(void)argc;
	move_apart(argv);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
