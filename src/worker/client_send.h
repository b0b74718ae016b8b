/*
 * A job on its way to a worker: as much of it at a time as its socket takes, so
 * that whoever sends never waits.
 */
#ifndef WORKER_CLIENT_SEND_H
#define WORKER_CLIENT_SEND_H

#include "worker/client_job.h"

/* Zero-initialise. */
struct client_send {
	struct buf out;    /* records under way */
	size_t sent;       /* bytes of out */
	struct str left;   /* of the body, not yet in out */
	bool is_under_way;
};

/* body is to stay as it is until all is sent. */
void client_send_begin(struct client_send *s, const struct client_job *job, struct str body);

/* Sends what fd takes: 1 all is sent, 0 the rest has to wait, -1 nobody reads there any more. */
int client_send_step(struct client_send *s, int fd);

/* Gives up what is under way, and the memory. */
void client_send_clear(struct client_send *s);

#endif
