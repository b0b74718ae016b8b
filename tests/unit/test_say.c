#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/say.h"

static void
say_some(void)
{
	say_out("%s{을/를}  받음 %d\x1b[2J", "소식", 3);
	say_text(str_lit("a\tb\n\x1b[31m끝\n"));
	say_text(str_lit("\U0001f469\u200d\U0001f4bb 5\u00a0월 1\ufe0f\u20e3\n"));
	say_document(str_lit("\U0001f469\u200d\U0001f4bb 5\u00a0월 1\ufe0f\u20e3\x1b[31m\n"));
	say_json(str_lit("{\"a\":\"소식\xc2\x9b\u202e\u2028\ufeff\U000e0041 \U0001f469\u200d\U0001f4bb\"}"));
	say_raw(str_lit("{\"a\":1}\n"));
}

/* Runs say_some() in a process with to as its standard output; returns say_finish(), or the error code behind it. */
static int
status_with(int to)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct err err = { 0 };

		(void)signal(SIGPIPE, SIG_IGN);
		(void)dup2(to, STDOUT_FILENO);
		say_some();
		_exit(say_finish(&err) ? (int)err.code : 0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
say_writes_clean_lines(void **state)
{
	char got[512];
	int ends[2];
	ssize_t n;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(status_with(ends[1]), 0);
	n = read(ends[0], got, sizeof got);
	assert_true(n > 0);
	assert_str(str_new(got, (size_t)n), "소식을  받음 3\na   b\n끝\n\U0001f469 5 월 [1]\n\U0001f469\u200d\U0001f4bb 5\u00a0월 1\ufe0f\u20e3\n"
		"{\"a\":\"소식\\u009b\\u202e\\u2028\\ufeff\\udb40\\udc41 \U0001f469\u200d\U0001f4bb\"}\n{\"a\":1}\n");
	(void)close(ends[0]);
	(void)close(ends[1]);
}

static void
say_finish_tells_of_a_full_disk(void **state)
{
	int full = open("/dev/full", O_WRONLY);

	(void)state;
	assert_true(full >= 0);
	assert_int_equal(status_with(full), ERR_IO);
	(void)close(full);
}

static void
say_finish_is_content_with_a_closed_pipe(void **state)
{
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	(void)close(ends[0]);
	assert_int_equal(status_with(ends[1]), 0);
	(void)close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(say_writes_clean_lines),
		cmocka_unit_test(say_finish_tells_of_a_full_disk),
		cmocka_unit_test(say_finish_is_content_with_a_closed_pipe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
