/*
 * Opening links outside: the program of `set browser`, else of $BROWSER, else
 * xdg-open, with the address as an argument of its own; http and https, and
 * mailto by xdg-open.
 */
#ifndef UI_BROWSER_H
#define UI_BROWSER_H

#include <sys/types.h>

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

struct app;

struct browser_child {
	pid_t pid;
	char name[32]; /* of the program, as far as it fits */
};

/* Children that have not ended yet. */
struct browser {
	vec(struct browser_child) children;
};

/* Starts a program of the user's, beside the reader: what stops the reader does not stop it. */
int browser_start(struct browser *b, const char *const args[], struct err *err);

/* Opens an address of http, https or mailto. One that needs the terminal gets it until it ends. */
int browser_open(struct app *app, struct str url, struct err *err);

/* The same, and tells it or why not: without a password that stands in the address. */
void browser_show(struct app *app, struct str url);

/* Tells that it opens this. */
void browser_tell(struct app *app, struct str url);

/* After SIGCHLD: forgets those that have ended. -1 with *err when one of them failed. */
int browser_reap(struct browser *b, struct err *err);

void browser_free(struct browser *b);

/* Opens the post of the view that has the focus, or link number count of the article. */
void browser_act(struct app *app, int count);

/* Opens the posts of the list that are marked, else the one under the cursor, and marks them read. */
void browser_read(struct app *app);

#endif
