/*
 * The first signal asks, those of the same moment are part of it, a later one
 * ends the program. Each in a child, which would be ended.
 */
#include "unit.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/proc.h"
#include "front/front_signal.h"

enum { LATER_MS = 250, ASKED = 17 };

static volatile sig_atomic_t stops;

static void
stop(void)
{
	stops = stops + 1;
}

/* What becomes of a process that gets a signal, and the same at once and later. */
static int
end_of(int at_once, int later)
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		(void)signal(SIGINT, SIG_DFL); /* in the background it is ignored, and stays so */
		front_signal_catch(stop);
		(void)raise(SIGTERM);
		if (at_once)
			(void)raise(at_once);
		if (later) {
			(void)poll(NULL, 0, LATER_MS);
			(void)raise(later);
		}
		_exit(front_signal_got() == SIGTERM && stops == 1 ? ASKED : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static void
signal_asks_first_and_ends_then(void **state)
{
	(void)state;
	assert_int_equal(end_of(0, 0), ASKED);
	assert_int_equal(end_of(SIGTERM, 0), ASKED);
	assert_int_equal(end_of(SIGINT, 0), ASKED);
	assert_int_equal(end_of(0, SIGTERM), -SIGTERM);
	assert_int_equal(end_of(0, SIGINT), -SIGINT);
}

/* Under nohup, and in the background of a shell. */
static void
what_was_ignored_is_ignored_by_children(void **state)
{
	static const char *const args[] = { "sh", "-c", "kill -HUP $$; kill -INT $$; kill -TERM $$", NULL };
	void (*hup)(int) = signal(SIGHUP, SIG_IGN), (*interrupt)(int) = signal(SIGINT, SIG_IGN), (*term)(int) = signal(SIGTERM, SIG_IGN);
	struct err err;
	pid_t pid;

	(void)state;
	assert_int_equal(proc_start(args, (struct proc_io){ PROC_NULL, PROC_SAME, PROC_SAME }, &pid, &err), 0);
	(void)signal(SIGHUP, hup);
	(void)signal(SIGINT, interrupt);
	(void)signal(SIGTERM, term);
	assert_int_equal(proc_wait(pid), 128 + SIGTERM);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_ignored_is_ignored_by_children),
		cmocka_unit_test(signal_asks_first_and_ends_then),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
