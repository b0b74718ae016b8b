#include "front/front_signal.h"

#include <signal.h>
#include <stddef.h>

#include "base/clock.h"

enum { SAME_MS = 200 };

static volatile sig_atomic_t got;
static volatile int64_t got_ms; /* clock_mono_ms(); touched by the handler only */
static void (*stop_running)(void);

/*
 * Whoever asks twice does not want to wait for what is in hand: a kill loses nothing either. timeout(1) sends its signal
 * to us and to our group: what comes in the same moment is one.
 */
static void
on_signal(int number)
{
	int64_t now_ms = clock_mono_ms();

	if (got) {
		if (now_ms - got_ms < SAME_MS)
			return;
		(void)signal(number, SIG_DFL);
		(void)raise(number); /* when this returns, which is when the signal is no longer blocked */
		return;
	}
	got = number;
	got_ms = now_ms;
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
