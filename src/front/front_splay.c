#include "front/front_splay.h"

#include <poll.h>
#include <signal.h>
#include <sys/random.h>
#include <time.h>

#include "base/clock.h"
#include "front/front_signal.h"

/* Between nothing and all of it; half of it where there are no random bytes. */
static int64_t
random_ms(int64_t seconds)
{
	uint32_t random;

	if (getrandom(&random, sizeof random, 0) != sizeof random)
		random = UINT32_MAX / 2;
	return (int64_t)((uint64_t)seconds * 1000 * random >> 32);
}

/* Signals are let in only while it waits: one that comes just before would be missed else. */
void
front_splay(int64_t seconds)
{
	int64_t end_ms = clock_mono_ms() + random_ms(seconds), left;
	sigset_t all, before;

	sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, &before);
	while (!front_signal_got() && (left = end_ms - clock_mono_ms()) > 0) {
		struct timespec wait = { left / 1000, left % 1000 * 1000000 };

		(void)ppoll(NULL, 0, &wait, &before);
	}
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
}
