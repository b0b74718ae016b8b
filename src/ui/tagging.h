/*
 * Changing tags: "+ai -later" typed at the prompt, completion of names, the
 * last change again.
 */
#ifndef UI_TAGGING_H
#define UI_TAGGING_H

#include "store/state.h"

struct app;

struct tagging {
	struct buf last; /* the last change, for repeating */
};

void tagging_free(struct tagging *t);

/* Opens the prompt, for the targets of the view or for all posts that the list shows. */
void tagging_ask(struct app *app);
void tagging_ask_all(struct app *app);

/* Makes the change that was typed. -1 when it cannot: that has been told, and the prompt's cursor is behind the word at fault. */
int tagging_change(struct app *app, struct str text, bool is_for_all);

/* Makes a change of tags that has been read, of these posts, and says so; typed is how it was written. */
void tagging_run(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, struct str typed);

void tagging_repeat(struct app *app);

#endif
