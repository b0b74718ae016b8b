/*
 * Opening links outside: the program of $BROWSER, else xdg-open, with the
 * address as an argument of its own; http and https only.
 */
#ifndef UI_BROWSER_H
#define UI_BROWSER_H

#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"

struct app;

/* Children that have not ended yet. */
struct browser {
	pid_t pids[16];
	size_t n;
};

/* Starts a program of the user's, beside the reader. */
int browser_start(struct browser *b, const char *const args[], struct err *err);

int browser_open(struct browser *b, struct str url, struct err *err);

/* After SIGCHLD: forgets those that have ended. */
void browser_reap(struct browser *b);

/* Opens the post of the view that has the focus, or link number count of the article. */
void browser_act(struct app *app, int count);

/* Opens the posts of the list that are marked, else the one under the cursor, and marks them read. */
void browser_read(struct app *app);

#endif
