/*
 * Names of programs that a prompt can complete: those that the shell would find.
 */
#ifndef UI_COMPLETE_PROGRAMS_H
#define UI_COMPLETE_PROGRAMS_H

struct app;

/* Adds the programs of $PATH that the word of app->complete may mean, by name; files where it has a "/". */
void complete_programs(struct app *app);

/* Tab at a prompt that is for a program and its words. */
void complete_programs_tab(struct app *app, int step);

#endif
