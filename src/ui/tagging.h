/*
 * Changing tags: "+ai -later" typed at the prompt, completion of names, the
 * last change again.
 */
#ifndef UI_TAGGING_H
#define UI_TAGGING_H

#include "base/buf.h"

struct app;

struct tagging {
	struct buf last; /* the last change, for repeating */
	struct buf stem; /* what completion began with */
	size_t cycle;    /* which candidate is next */
	bool is_cycling;
};

void tagging_free(struct tagging *t);

/* Opens the prompt, for the targets of the view or for all posts that the list shows. */
void tagging_ask(struct app *app);
void tagging_ask_all(struct app *app);

/* Makes the change that was typed. -1 when it cannot: that has been told, and the prompt's cursor is behind the word at fault. */
int tagging_change(struct app *app, struct str text, bool is_for_all);

void tagging_repeat(struct app *app);

#endif
