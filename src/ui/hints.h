/*
 * The keys that matter, each told once in the last row when it is of use, and
 * never again: the memory knows. Never over a message.
 */
#ifndef UI_HINTS_H
#define UI_HINTS_H

#include <stdbool.h>

struct app;

/* Zero-initialised: nothing is told. */
struct hints {
	bool is_on;
	bool was_reading; /* an article was open */
};

/* Begins to tell. */
void hints_start(struct app *app);

/* All keys that have come are taken: tells what is of use now, if anything. */
void hints_follow(struct app *app);

#endif
