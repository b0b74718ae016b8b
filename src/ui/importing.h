/*
 * Taking the feeds of another reader along, by a child: `sosik import FILE`.
 */
#ifndef UI_IMPORTING_H
#define UI_IMPORTING_H

#include "ui/job.h"

struct app;

/* Initialise with IMPORTING_INIT. */
struct importing {
	struct job job;
	size_t feeds; /* that there were when it began */
};

#define IMPORTING_INIT { .job = JOB_INIT }

void importing_free(struct importing *i);

/* Asks for the file. */
void importing_ask(struct app *app);

/* A child has ended: when it was this one, what it brought is shown and told. */
void importing_reap(struct app *app);

#endif
