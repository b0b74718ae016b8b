/*
 * What the terminal has been told: the screen, its title, whether there are
 * hyperlinks.
 */
#ifndef UI_SHOWN_H
#define UI_SHOWN_H

#include "base/buf.h"
#include "ui/hyperlinks.h"

struct app;

struct shown {
	struct app *app;
	enum hyperlinks_use links;
	struct buf title;
};

/* Tells it what has changed. */
void shown_update(struct shown *s);

/* The screen alone, while a key is still being answered: user is a struct shown. */
void shown_meanwhile(void *user);

void shown_free(struct shown *s);

#endif
