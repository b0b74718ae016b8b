/*
 * Posts that wait for the search index come into it while the reader is open
 * and no sync of its own runs, by the program that makes it (sosik-index).
 */
#ifndef UI_INDEXING_H
#define UI_INDEXING_H

#include "ui/job.h"

struct app;

/* Initialise with INDEXING_INIT. */
struct indexing {
	struct job job;
	bool is_behind;  /* posts may wait */
	bool has_failed; /* which was told; it is not tried again */
};

#define INDEXING_INIT { .job = JOB_INIT }

/* Ends the program. */
void indexing_free(struct indexing *x);

/* The cache has changed: looks whether some wait. */
void indexing_look(struct app *app);

/* Whether the program is to be started. Nothing wakes the reader up when none wait. */
bool indexing_is_due(const struct app *app);

/* Starts it, unless another process is at it. */
void indexing_start(struct app *app);

/* After SIGCHLD. */
void indexing_reap(struct app *app);

#endif
