#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/path.h"
#include "ui_reader.h"

/* A reader in an empty folder of its own, with the program that prints posts. */
static void
open_there(struct reader *r)
{
	static char program[PATH_SIZE];
	const char *build = getenv("O") ? getenv("O") : "build";

	reader_open(r, 24, 80);
	assert_non_null(realpath(build, program));
	(void)strcat(program, "/sosik");
	r->app->program = program;
}

static void
await_end(const struct job *job)
{
	siginfo_t ended;

	assert_int_equal(waitid(P_PID, (id_t)job->pid, &ended, WEXITED | WNOWAIT), 0);
}

/* Types, and waits until what was begun by it is saved. */
static void
type(struct reader *r, const char *bytes)
{
	struct job *job = &r->app->saving.job;

	reader_type(r, bytes);
	while (job->out >= 0) {
		struct pollfd told = { job->out, POLLIN, 0 };

		(void)poll(&told, 1, -1);
		app_child_spoke(r->app);
	}
	if (job_is_running(job)) {
		await_end(job);
		app_child_ended(r->app);
	}
	app_draw(r->app);
}

static struct buf
content(struct reader *r, const char *name)
{
	struct buf got = { 0 };
	struct path path;
	struct err err;

	reader_must(path_join(&path, r->dir, name, &err), &err);
	reader_must(file_read(path.p, 1 << 20, &got, &err), &err);
	return got;
}

static void
names_of_files_are_made_of_date_and_title(void **state)
{
	static const struct {
		const char *title, *name;
		int64_t published;
	} cases[] = {
		{ "짧은 글", "2025-02-05 짧은 글", READER_NOW },
		{ "a/b: c*d? \"e\" <f>|g\\h", "2025-02-05 a-b- c-d- -e- -f-g-h", READER_NOW },
		{ "../../etc/passwd", "..-..-etc-passwd", CLOCK_NONE },
		{ "끝의 점...", "2025-02-05 끝의 점", READER_NOW },
		{ "", "2025-02-05", READER_NOW },
		{ "", "post", CLOCK_NONE },
		{ "///", "post", CLOCK_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct posts_row row = { .title = str_of(cases[i].title), .published = cases[i].published };
		struct buf name = { 0 };

		saving_name(&name, &row);
		assert_str(buf_str(&name), cases[i].name);
		buf_free(&name);
	}
}

static void
a_post_is_saved_in_the_form_its_name_ends_with(void **state)
{
	static const struct {
		const char *name, *has;
	} cases[] = {
		{ "a.txt", "도입 문단입니다." },
		{ "b.md", "# SK텔레콤의 AI 진출" },
		{ "c.html", "<h1>SK텔레콤의 AI 진출" },
		{ "d.json", "\"title\":\"SK텔레콤의 AI 진출" },
		{ "e.EPUB", "application/epub+zip" },
	};
	struct reader r;

	(void)state;
	open_there(&r);
	reader_type(&r, "\r");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf got;

		reader_type(&r, "w\025~/");
		reader_type(&r, cases[i].name);
		type(&r, "\r");
		reader_assert_shows(&r, "saved as ");
		got = content(&r, cases[i].name);
		if (!str_has(buf_str(&got), cases[i].has))
			fail_msg("%s: no ‘%s’ in %s", cases[i].name, cases[i].has, buf_cstr(&got));
		buf_free(&got);
	}
	reader_type(&r, "q*w");
	reader_assert_shows(&r, "Save as: 2025-02-05 30 posts.md");
	type(&r, "\025~/all.txt\r");
	reader_assert_shows(&r, "30 posts saved as ");
	reader_close(&r);
}

static void
nothing_is_replaced_unasked(void **state)
{
	struct err err;
	struct path path;
	struct reader r;
	struct buf got;

	(void)state;
	open_there(&r);
	reader_must(path_join(&path, r.dir, "a.txt", &err), &err);
	reader_must(file_replace(path.p, str_lit("mine"), &err), &err);
	reader_type(&r, "w\025~/a.txt\r");
	reader_assert_shows(&r, "is there already. Replace it? y/n:");
	reader_type(&r, "n");
	reader_assert_shows(&r, "nothing was saved");
	reader_speak("ko_KR.UTF-8");
	reader_type(&r, "w\025~/a.txt\r");
	reader_assert_shows(&r, "‘~/a.txt’가 이미 있습니다");
	reader_type(&r, "n");
	reader_speak("C.UTF-8");
	got = content(&r, "a.txt");
	assert_str(buf_str(&got), "mine");
	buf_free(&got);
	type(&r, "w\025~/a.txt\rㅛ"); /* y with the input method on */
	reader_assert_shows(&r, "saved as");
	got = content(&r, "a.txt");
	assert_true(str_has(buf_str(&got), "도입 문단"));
	buf_free(&got);
	reader_close(&r);
}

static void
what_cannot_be_saved_is_said_and_the_name_stays(void **state)
{
	struct reader r;

	(void)state;
	open_there(&r);
	reader_type(&r, "3jw");
	reader_assert_shows(&r, "Save as: 2025-02-05 짧은 글.md");
	reader_type(&r, "\025~/a.doc\r");
	reader_assert_shows(&r, "the ending says the form: .txt .md .html .json .epub");
	reader_assert_shows(&r, "Save as: ~/a.doc");
	reader_type(&r, "\025~/none/x.md\r");
	reader_assert_shows(&r, "/none");
	reader_assert_shows(&r, "Save as: ~/none/x.md");
	reader_type(&r, "\025/dev/.md/../null.md\r\033");
	assert_null(r.app->asking);
	reader_close(&r);
}

static void
a_file_that_has_no_room_is_named(void **state)
{
	struct rlimit was;
	struct reader r;
	struct path path;
	struct stat st;
	struct err err;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	(void)signal(SIGXFSZ, SIG_IGN);
	open_there(&r);
	app_resize(r.app, 24, 160);
	reader_must(path_join(&path, r.dir, "a.md", &err), &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 100, was.rlim_max }), 0);
	type(&r, "w\025~/a.md\r");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	reader_assert_shows(&r, "/a.md: File too large");
	reader_assert_shows(&r, "cannot write /");
	assert_int_equal(stat(path.p, &st), -1);
	reader_close(&r);
}

static void
esc_stops_it_and_there_is_no_file(void **state)
{
	struct reader r;
	struct path path;
	struct stat st;
	struct err err;

	(void)state;
	open_there(&r);
	reader_must(path_join(&path, r.dir, "a.md", &err), &err);
	reader_type(&r, "*w\025~/a.md\r");
	reader_assert_shows(&r, "saving 0/30, Esc stops");
	reader_type(&r, "j");
	reader_assert_shows(&r, "2/30");
	reader_type(&r, "w\025~/b.md\r");
	reader_assert_shows(&r, "posts are being saved; Esc stops that");
	reader_type(&r, "\033\033");
	reader_assert_shows(&r, "stopped; nothing was saved");
	reader_assert_hides(&r, "saving");
	assert_int_equal(stat(path.p, &st), -1);
	assert_int_equal(r.app->saving.fd, -1);
	reader_type(&r, "w\025~/a.md\r");
	while (r.app->saving.job.done < READER_POSTS)
		app_child_spoke(r.app);
	reader_assert_shows(&r, "saving 30/30");
	type(&r, "");
	reader_assert_shows(&r, "30 posts saved as ");
	assert_int_equal(stat(path.p, &st), 0);
	reader_close(&r);
}

/* Another took the star away while the name was typed: no name of a post would print them all. */
static void
a_list_that_is_empty_now_gives_nothing(void **state)
{
	const struct state_change change = { .star = STATE_OFF };
	struct reader r;
	struct path path;
	struct stat st;
	struct err err;
	int64_t id, changed;

	(void)state;
	open_there(&r);
	app_resize(r.app, 24, 60);
	reader_must(path_join(&path, r.dir, "a.epub", &err), &err);
	reader_type(&r, "s:view starred\rw\025~/a.epub");
	reader_assert_shows(&r, "Save as: ~/a.epub");
	id = view_posts_row(r.app->views[APP_POSTS])->id;
	reader_must(state_apply(r.store, &id, 1, &change, &changed, &err), &err);
	app_reload(r.app);
	type(&r, "\r");
	reader_assert_shows(&r, "there is no post here");
	assert_int_equal(stat(path.p, &st), -1);
	assert_int_equal(r.app->saving.fd, -1);
	reader_close(&r);
}

/* One that the cache has not any more. */
static void
what_cannot_be_printed_is_told_and_no_file_is_left(void **state)
{
	const int64_t ids[] = { 1, 999999, 2 };
	struct reader r;
	struct job job = JOB_INIT;
	struct err err = { 0 };
	int fd, status;

	(void)state;
	open_there(&r);
	fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
	reader_must(printout_start(r.app, &job, PRINTOUT_TEXT, PRINTOUT_TELLING, ids, 3, fd, &err), &err);
	await_end(&job);
	assert_true(job_reap(&job, &status));
	(void)close(fd);
	assert_int_equal(status, 1);
	assert_int_equal(job.done, 3);
	printout_complain(&job, status, &err);
	assert_string_equal(err.text, "there is no post ‘999999’");
	job_stop(&job);
	r.app->program = "/bin/false";
	type(&r, "w\025~/a.md\r");
	reader_assert_shows(&r, "the post could not be printed (status 1)");
	reader_close(&r);
}

static void
a_program_gets_the_post_by_its_words(void **state)
{
	struct reader r;
	char bytes[512] = "";

	(void)state;
	open_there(&r);
	r.app->pipe_form = PRINTOUT_MARKDOWN;
	reader_type(&r, "|sh -c 'wc -l'\r");
	assert_true(outside_is_wanted(r.app));
	assert_string_equal(r.app->outside.argv[0], "sh");
	assert_string_equal(r.app->outside.argv[2], "wc -l");
	assert_null(r.app->outside.argv[3]);
	assert_true(read(r.app->outside.in, bytes, sizeof bytes - 1) > 0);
	assert_memory_equal(bytes, "# SK텔레콤의 AI 진출", strlen("# SK텔레콤의 AI 진출"));
	reader_type(&r, "|\033|\r"); /* nothing is nothing */
	assert_null(r.app->asking);
	reader_type(&r, "|grep 'x\r");
	reader_assert_shows(&r, "a quote is not closed");
	assert_int_equal(r.app->prompt.at, 5);
	reader_close(&r);
}

/* A program that does not come to an end is the one that prints. */
static void
print_for_ever(struct reader *r, struct path *program)
{
	struct err err = { 0 };

	reader_must(path_join(program, r->dir, "prints", &err), &err);
	reader_must(file_replace(program->p, str_lit("#!/bin/sh\nexec sleep 100\n"), &err), &err);
	assert_int_equal(chmod(program->p, 0700), 0);
	r->app->program = program->p;
}

static void
who_leaves_waits_for_the_file_and_can_stop_it(void **state)
{
	struct reader r;
	struct path program;

	(void)state;
	open_there(&r);
	app_resize(r.app, 24, 60);
	print_for_ever(&r, &program);
	reader_type(&r, "*w\025~/a.md\r:q\r");
	assert_true(r.app->wants_quit);
	assert_true(saving_holds(r.app));
	reader_assert_shows(&r, "saving 0/30, Esc stops");
	reader_type(&r, "jq");
	assert_true(saving_holds(r.app));
	reader_type(&r, "\033");
	reader_assert_shows(&r, "stopped; nothing was saved");
	assert_false(r.app->wants_quit);
	r.app->program = "/bin/false";
	reader_type(&r, "w\025~/a.md\r:q\r");
	type(&r, "");
	assert_false(r.app->wants_quit);
	reader_assert_shows(&r, "could not be printed (status 1)");
	reader_type(&r, ":q\r");
	assert_true(r.app->wants_quit);
	assert_false(saving_holds(r.app));
	reader_close(&r);
}

/* ^C ends the program that reads and what prints for it: nothing is wrong with the post. */
static void
an_interrupted_print_is_no_trouble(void **state)
{
	struct reader r;
	struct path program;

	(void)state;
	open_there(&r);
	print_for_ever(&r, &program);
	reader_type(&r, "|cat\r");
	assert_true(job_is_running(&r.app->feeder));
	assert_int_equal(kill(r.app->feeder.pid, SIGINT), 0);
	await_end(&r.app->feeder);
	app_child_ended(r.app);
	assert_false(job_is_running(&r.app->feeder));
	assert_false(r.app->is_error);
	reader_close(&r);
}

/* As a macro has it. */
static void
the_words_behind_the_command_are_the_name(void **state)
{
	struct reader r;
	struct buf got;

	(void)state;
	open_there(&r);
	type(&r, ":save ~/one.md\r");
	assert_null(r.app->asking);
	reader_assert_shows(&r, "saved as ");
	got = content(&r, "one.md");
	assert_true(got.n > 0);
	buf_free(&got);
	type(&r, ":w \"~/two words.txt\"\r");
	reader_assert_shows(&r, "two words.txt");
	type(&r, ":macro w save ~/three.md\r,w");
	reader_assert_shows(&r, "three.md");
	type(&r, ":save ~/one.md\r");
	reader_assert_shows(&r, "Replace it? y/n");
	type(&r, "n:save ~/four.xyz\r");
	reader_assert_shows(&r, "Save as: ~/four.xyz");
	type(&r, "\177\177\177md\r");
	reader_assert_shows(&r, "four.md");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_files_are_made_of_date_and_title),
		cmocka_unit_test(a_post_is_saved_in_the_form_its_name_ends_with),
		cmocka_unit_test(nothing_is_replaced_unasked),
		cmocka_unit_test(the_words_behind_the_command_are_the_name),
		cmocka_unit_test(what_cannot_be_saved_is_said_and_the_name_stays),
		cmocka_unit_test(a_file_that_has_no_room_is_named),
		cmocka_unit_test(esc_stops_it_and_there_is_no_file),
		cmocka_unit_test(a_list_that_is_empty_now_gives_nothing),
		cmocka_unit_test(what_cannot_be_printed_is_told_and_no_file_is_left),
		cmocka_unit_test(a_program_gets_the_post_by_its_words),
		cmocka_unit_test(who_leaves_waits_for_the_file_and_can_stop_it),
		cmocka_unit_test(an_interrupted_print_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
