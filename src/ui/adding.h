/*
 * Subscribing to what an address leads to, by a child: `sosik-sync add`. It
 * may take a while; the reader goes on meanwhile.
 */
#ifndef UI_ADDING_H
#define UI_ADDING_H

#include "ui/job.h"

struct app;
struct job_add;

/* Initialise with ADDING_INIT. */
struct adding {
	struct job job;
	int64_t last_feed; /* the newest feed when it began */
};

#define ADDING_INIT { .job = JOB_INIT }

void adding_free(struct adding *a);

/* Whether the word is an option of `sosik add` that may stand before the address here, too; then it is set. */
bool adding_take_option(struct job_add *how, struct str word);

/* Starts the child, and says so; -1 with *err. */
int adding_start(struct app *app, const struct job_add *how, struct str url, struct err *err);

/* Asks for the address. */
void adding_ask(struct app *app);

/* A child has ended: when it was this one, its outcome is told, and what was added is synced. */
void adding_reap(struct app *app);

#endif
