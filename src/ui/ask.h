/*
 * What is asked for in the last row: a line of text, or one key for yes or no.
 * Whoever asks says in a constant table what becomes of the answer.
 */
#ifndef UI_ASK_H
#define UI_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct app;

enum { ASK_SHORT_COLS = 76 }; /* narrower, a question is told in few words: half of the row has no room for many */
struct history;

struct ask {
	/* Enter. -1 when nothing came of the line: that has been told, and it stays, the cursor where it must be mended. */
	int (*done)(struct app *app, struct str text);
	void (*typed)(struct app *app, struct str text); /* after each key, what there is so far; NULL: nobody wants to know */
	void (*tab)(struct app *app, int step);          /* Tab (1) or S-Tab (-1); NULL: nothing */
	void (*dropped)(struct app *app);                /* Esc; NULL: nothing */
	struct history *(*history)(struct app *app);     /* where the lines are kept; NULL: nowhere */
	void (*note)(const struct app *app, struct buf *out); /* what stands at the right of the row; NULL: nothing */
	void (*chosen)(struct app *app, bool is_yes);    /* one key is the answer, without Enter, and all of the above are NULL */
};

/* Asks. label is in the user's language; text is what the line begins with. */
void ask_open(struct app *app, const struct ask *what, const char *label, struct str text);

/* Answers what has been asked with this text, as if it had been typed and Enter pressed. */
void ask_answer(struct app *app, struct str text);

/* Takes a key while app->asking is set. */
void ask_key(struct app *app, int32_t key);

#endif
