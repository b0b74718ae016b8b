#include "front/front_signal.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t got;
static void (*stop_running)(void);

static void
on_signal(int number)
{
	got = number;
	stop_running();
}

void
front_signal_catch(void (*stop)(void))
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = on_signal }, old;

	stop_running = stop;
	sigemptyset(&action.sa_mask);
	/* What nohup or a shell in the background had us ignore stays ignored. */
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!sigaction(numbers[i], NULL, &old) && old.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	(void)signal(SIGPIPE, SIG_IGN); /* who looked on is gone; the work goes on */
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told as an error */
}

int
front_signal_got(void)
{
	return got;
}
