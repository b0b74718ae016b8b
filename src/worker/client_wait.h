/*
 * How long a worker may take for a job. What counts is time in which its answers
 * are waited for: not that in which this process is stopped, does something else
 * or listens to another worker.
 */
#ifndef WORKER_CLIENT_WAIT_H
#define WORKER_CLIENT_WAIT_H

#include <stdint.h>

struct client_wait {
	int64_t left_ms; /* of the job's time */
	int64_t seen_ms; /* when its socket was looked at last, clock_mono_ms() */
};

/* A job begins. */
void client_wait_begin(struct client_wait *w);

/*
 * Waits for its socket: 1 ready, 0 not within timeout_ms (-1: as long as there is
 * time), -1 when the job's time is over and nothing is there. Whoever waits elsewhere
 * and gives 0 for timeout_ms has all of the time count by looking every second.
 */
int client_wait_for(struct client_wait *w, int fd, short events, int timeout_ms);

#endif
