/*
 * The keys that matter, each told once in the last row when it is of use, and
 * never again: the memory knows. Never over a message.
 */
#ifndef UI_TEACHING_H
#define UI_TEACHING_H

#include <stdbool.h>

struct app;

/* Zero-initialised: nothing is told. */
struct teaching {
	bool is_on;
	bool was_reading; /* an article was open */
};

/* Begins to tell. */
void teaching_start(struct app *app);

/* All keys that have come are taken: tells what is of use now, if anything. */
void teaching_follow(struct app *app);

#endif
