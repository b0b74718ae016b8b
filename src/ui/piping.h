/*
 * "|" gives posts to a program of the user's, which has the terminal meanwhile.
 */
#ifndef UI_PIPING_H
#define UI_PIPING_H

struct app;

/* Asks for the program. It gets the posts that an action is for, in the form of `set pipe-format`. */
void piping_ask(struct app *app);

#endif
