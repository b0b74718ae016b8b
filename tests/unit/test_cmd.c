#include "unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/cmd_change.h"
#include "cmd/cmd_demo.h"
#include "cmd/cmd_import_list.h"
#include "cmd/cmd_suggest.h"
#include "cmd/cmd_words.h"
#include "text/typo.h"

static void
every_command_has_a_name_of_its_own_a_usage_and_a_summary(void **state)
{
	(void)state;
	for (const struct cmd *c = cmd_table(); c->name; c++) {
		assert_ptr_equal(cmd_find(c->name), c);
		assert_true(str_starts(str_of(c->usage), "sosik "));
		assert_true(str_starts(str_of(c->usage + 6), c->name));
		assert_true(*c->summary);
		assert_non_null(c->run);
	}
	assert_null(cmd_find("no-such-command"));
}

static void
slips_of_the_fingers_are_near(void **state)
{
	(void)state;
	assert_int_equal(typo_distance(str_lit("show"), str_lit("show")), 0);
	assert_int_equal(typo_distance(str_lit("shwo"), str_lit("show")), 1);
	assert_int_equal(typo_distance(str_lit("sho"), str_lit("show")), 1);
	assert_int_equal(typo_distance(str_lit("shoow"), str_lit("show")), 1);
	assert_int_equal(typo_distance(str_lit("kitten"), str_lit("sitting")), 3);
	assert_int_equal(typo_distance(str_lit(""), str_lit("abc")), 3);
	assert_string_equal(cmd_suggest_name(str_lit("ouline")), "outline");
	assert_string_equal(cmd_suggest_name(str_lit("fedes")), "feeds");
}

static void
other_words_and_endless_ones_suggest_nothing(void **state)
{
	char word[4096];

	(void)state;
	memset(word, 'a', sizeof word);
	assert_null(cmd_suggest_name(str_lit("frobnicate")));
	assert_null(cmd_suggest_name(str_lit("")));
	assert_null(cmd_suggest_name(str_new(word, sizeof word)));
}

static void
a_change_is_tags_and_then_a_query(void **state)
{
	struct arena a = { 0 };
	struct cmd_change change;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(cmd_change_parse(&a, str_lit("+ai -later  feed:x  is:unread"), &change, &err), 0);
	assert_int_equal(change.state.n_add, 1);
	assert_int_equal(change.state.n_remove, 1);
	assert_str(change.state.add[0], "ai");
	assert_str(change.state.remove[0], "later");
	assert_str(change.words, "+ai -later");
	assert_str(change.query, "feed:x  is:unread");
	assert_int_equal(change.state.read, STATE_KEEP);
	arena_free(&a);
}

static void
two_dashes_let_the_query_begin_with_a_minus(void **state)
{
	struct arena a = { 0 };
	struct cmd_change change;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(cmd_change_parse(&a, str_lit("+통신 -- -is:read +x"), &change, &err), 0);
	assert_int_equal(change.state.n_add, 1);
	assert_int_equal(change.state.n_remove, 0);
	assert_str(change.words, "+통신");
	assert_str(change.query, "-is:read +x");
	arena_free(&a);
}

static void
a_change_without_tags_or_without_a_query_is_refused(void **state)
{
	static const char *const lines[] = { "", "is:unread", "+ai", "+ai --", "+ -- x", "-- x", "+a,b x" };
	struct arena a = { 0 };
	struct cmd_change change;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct err err = { 0 };

		if (cmd_change_parse(&a, str_of(lines[i]), &change, &err) != -1)
			fail_msg("‘%s’ was taken", lines[i]);
		assert_int_equal(err.code, ERR_USAGE);
	}
	arena_free(&a);
}

static void
words_are_joined_by_a_blank(void **state)
{
	char one[] = "is:unread", two[] = "\"커넥션 풀\"";
	char *argv[] = { one, two, NULL };
	struct arena a = { 0 };

	(void)state;
	assert_str(cmd_words_join(&a, 2, argv), "is:unread \"커넥션 풀\"");
	assert_str(cmd_words_join(&a, 0, argv), "");
	arena_free(&a);
}

static void
the_demo_has_a_home_of_its_own_and_leaves_nothing(void **state)
{
	char runtime[] = "/tmp/sosik-test-XXXXXX";
	struct cmd_demo demo;
	struct path feeds;
	struct err err = { 0 };
	struct stat st;

	(void)state;
	assert_non_null(mkdtemp(runtime));
	assert_int_equal(setenv("XDG_RUNTIME_DIR", runtime, 1), 0);
	if (cmd_demo_begin(&demo, "src/share/samples", &err) < 0)
		fail_msg("%s", err.text);
	assert_true(str_starts(str_of(demo.dir.p), runtime));
	assert_int_equal(stat(demo.dir.p, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(path_config(&feeds, "feeds", &err), 0);
	assert_true(str_starts(str_of(feeds.p), demo.dir.p));
	assert_int_equal(access(feeds.p, R_OK), 0);
	cmd_demo_end(&demo);
	assert_int_equal(access(demo.dir.p, F_OK), -1);
	assert_int_equal(rmdir(runtime), 0);
}

/* A program in the worker's place: it is ready, and says these records to the first job. */
static void
make_worker(const char *program, const char *answers, struct str records)
{
	struct buf script = { 0 };
	struct err err = { 0 };
	size_t ready = sizeof(uint32_t) + 1;

	(void)buf_printf(&script, "#!/bin/sh\nhead -c %zu %s\nhead -c 1 >/dev/null\ntail -c +%zu %s\nexec cat >/dev/null\n", ready,
	    answers, ready + 1, answers);
	assert_int_equal(file_replace(answers, records, &err), 0);
	assert_int_equal(file_replace(program, buf_str(&script), &err), 0);
	assert_int_equal(chmod(program, 0700), 0);
	buf_free(&script);
}

static int
read_from(struct str records, struct cmd_import_list *list, struct err *err)
{
	char dir[] = "/tmp/sosik-unit-XXXXXX", program[64], answers[64];
	int rc;

	assert_non_null(mkdtemp(dir));
	(void)snprintf(program, sizeof program, "%s/worker", dir);
	(void)snprintf(answers, sizeof answers, "%s/answers", dir);
	make_worker(program, answers, records);
	assert_int_equal(client_open_program(&list->worker, program, false, err), 0);
	rc = cmd_import_list_read(list, "list", str_lit("https://a.example/\n"), err);
	assert_int_equal(unlink(answers) | unlink(program) | rmdir(dir), 0);
	return rc;
}

/* No more is kept of a worker that was taken over than a list may hold. */
static void
a_list_that_never_ends_is_refused(void **state)
{
	const enum record_kind kinds[] = { RECORD_ENTRY, RECORD_POST };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct cmd_import_list list = { 0 };
		struct buf records = { 0 };
		struct err err = { 0 };

		record_end(&records, record_begin(&records, RECORD_READY));
		for (int k = 0; k <= (kinds[i] == RECORD_ENTRY ? LIMIT_ROLL_FEEDS : 0); k++) {
			size_t start = record_begin(&records, kinds[i]);

			record_add(&records, kinds[i] == RECORD_ENTRY ? RECORD_URL : RECORD_LINK, str_lit("https://a.example/"));
			record_end(&records, start);
		}
		assert_int_equal(read_from(buf_str(&records), &list, &err), -1);
		assert_int_equal(err.code, ERR_FORMAT);
		assert_null(list.worker);
		assert_int_equal(list.feeds.n, 0);
		cmd_import_list_free(&list);
		buf_free(&records);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_has_a_name_of_its_own_a_usage_and_a_summary),
		cmocka_unit_test(slips_of_the_fingers_are_near),
		cmocka_unit_test(other_words_and_endless_ones_suggest_nothing),
		cmocka_unit_test(a_change_is_tags_and_then_a_query),
		cmocka_unit_test(two_dashes_let_the_query_begin_with_a_minus),
		cmocka_unit_test(a_change_without_tags_or_without_a_query_is_refused),
		cmocka_unit_test(words_are_joined_by_a_blank),
		cmocka_unit_test(a_list_that_never_ends_is_refused),
		cmocka_unit_test(the_demo_has_a_home_of_its_own_and_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
