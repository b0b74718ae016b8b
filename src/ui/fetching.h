/*
 * Full texts in the reader: a child of its own fetches them while keys work,
 * also while a sync runs.
 */
#ifndef UI_FETCHING_H
#define UI_FETCHING_H

#include "base/vec.h"
#include "ui/job_start.h"

struct app;

enum { FETCHING_AT_ONCE = 64 }; /* posts given to one child */

/* Zero-initialise with FETCHING_INIT. */
struct fetching {
	struct job job;
	vec(int64_t) waiting; /* posts that were asked for while it runs */
	enum job_texts which; /* of those that wait */
};

#define FETCHING_INIT { .job = JOB_INIT }

/*
 * Fetches the full text of the posts an action is for. In an article whose full text is there: shows the text of the
 * feed instead, or the full text again; a count fetches it anew.
 */
void fetching_act(struct app *app, int count);

/* After SIGCHLD: says what the child brought if it has ended, and goes on with those that wait. */
void fetching_reap(struct app *app);

void fetching_free(struct fetching *f);

#endif
