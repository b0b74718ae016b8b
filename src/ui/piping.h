/*
 * "|" gives posts to a program of the user's, which has the terminal meanwhile.
 */
#ifndef UI_PIPING_H
#define UI_PIPING_H

struct app;

/* Asks for the program. It gets the posts that an action is for, in the form of `set pipe-format`, while they are printed. */
void piping_ask(struct app *app);

/* A child has ended: what the one that printed them complained of is told. */
void piping_reap(struct app *app);

#endif
