/*
 * A program of the user's that has the terminal while it runs: the reader
 * steps aside and comes back when it has ended.
 */
#ifndef UI_OUTSIDE_H
#define UI_OUTSIDE_H

#include <stdbool.h>

#include "base/arena.h"

struct app;
struct signals;

/* Zero-initialised: none is wanted. */
struct outside {
	struct arena arena;
	const char **argv; /* NULL: none */
	int in;            /* what it reads from, or PROC_SAME: the terminal */
	bool has_pause;    /* what it wrote stays until Enter */
};

/* Wants a program to run as soon as the loop can give the terminal away. argv is copied; in is closed afterwards. */
void outside_want(struct app *app, const char *const argv[], int in, bool has_pause);

bool outside_is_wanted(const struct app *app);

/* Runs it, the terminal being that of a shell, and tells how it ended where not well. A signal may end the wait, and us. */
void outside_run(struct app *app, struct signals *signals);

void outside_free(struct outside *o);

#endif
