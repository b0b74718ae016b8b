#include "worker/client_wait.h"

#include <errno.h>
#include <poll.h>

#include "base/clock.h"
#include "base/limits.h"

enum {
	WAIT_LOOK_MS = 1000,   /* it is looked at so often while it is waited for */
	WAIT_COUNT_MS = 2000,  /* what counts at most between two looks: beyond it nobody was there to look */
};

void
client_wait_begin(struct client_wait *w)
{
	*w = (struct client_wait){ .left_ms = LIMIT_WORKER_WALL_S * 1000, .seen_ms = clock_mono_ms() };
}

static void
count(struct client_wait *w)
{
	int64_t now = clock_mono_ms(), gone = now - w->seen_ms;

	w->left_ms -= gone < WAIT_COUNT_MS ? gone : WAIT_COUNT_MS;
	w->seen_ms = now;
}

int
client_wait_for(struct client_wait *w, int fd, short events, int timeout_ms)
{
	for (;;) {
		struct pollfd p = { .fd = fd, .events = events };
		int rc = poll(&p, 1, w->left_ms <= 0 ? 0 : timeout_ms >= 0 ? timeout_ms : WAIT_LOOK_MS);

		count(w);
		if (rc > 0)
			return 1;
		if (w->left_ms <= 0)
			return -1;
		if (timeout_ms >= 0 && (rc == 0 || errno == EINTR))
			return 0;
	}
}
