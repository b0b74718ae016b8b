#include "cmd/cmd_signal.h"

#include <signal.h>
#include <unistd.h>

#include "text/say.h"

static volatile sig_atomic_t got, is_deferred;

static void
on_signal(int number)
{
	if (got || !is_deferred)
		_exit(128 + number);
	got = number;
}

void
cmd_signal_catch(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = on_signal }, old;

	sigemptyset(&action.sa_mask);
	/* What nohup or a shell in the background had us ignore stays ignored. */
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!sigaction(numbers[i], NULL, &old) && old.sa_handler != SIG_IGN)
			(void)sigaction(numbers[i], &action, NULL);
}

static bool
wants_stop(void *user)
{
	(void)user;
	return got;
}

void
cmd_signal_defer(struct store *s)
{
	is_deferred = true;
	store_watch(s, wants_stop, NULL);
}

static bool
is_unseen(void *user)
{
	(void)user;
	return say_is_lost();
}

void
cmd_signal_read(struct store *s)
{
	store_watch(s, is_unseen, NULL);
}

int
cmd_signal_got(void)
{
	return got;
}
