/*
 * What the first article of a session takes longer than those after it: the
 * statements of the cache, the pages of its file, the rows of the list and of
 * the sidebar at the widths that they have beside it. It is got ready behind
 * the first screen, while nothing else is to be done, in pieces of less than a
 * millisecond. Nothing is written, and nothing of it shows.
 */
#ifndef UI_PREPARING_H
#define UI_PREPARING_H

#include <stdint.h>

struct app;

/* Zero-initialise: nothing is due. */
struct preparing {
	int64_t at; /* when the next piece is due, on the clock of clock_mono_ms(); 0: never */
	int step;   /* the next piece */
};

/* The first screen is about to be shown. */
void preparing_begin(struct preparing *p);

/* Milliseconds until a piece is due; -1: none is left. */
int preparing_timeout(const struct preparing *p);

/* Does a piece if one is due. */
void preparing_run(struct app *app);

#endif
