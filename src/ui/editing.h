/*
 * The feeds file in the user's editor, which has the terminal meanwhile.
 */
#ifndef UI_EDITING_H
#define UI_EDITING_H

struct app;

/* $VISUAL, else $EDITOR, else vi, as words of a command line; what it changes counts as soon as it is written. */
void editing_feeds(struct app *app);

#endif
