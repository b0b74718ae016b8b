/*
 * The filter of the list of posts, which shows what it finds while it is typed: whenever no key waits, what
 * stands in the prompt is looked for, and the next key ends that. A text that finds nothing, or is no query
 * yet, leaves the list as it is until Enter. Esc has the list as it was before, the cursor on its post.
 */
#ifndef UI_LIVE_H
#define UI_LIVE_H

#include <stdbool.h>

#include "base/buf.h"
#include "ui/listing.h"

struct app;

/* Zero-initialise. */
struct live {
	bool is_due;          /* what is typed has not been looked for yet */
	bool has_changed;     /* the list shows something else than before */
	struct buf before;    /* the filter when the prompt was opened */
	struct listing_spot at; /* the post under the cursor then */
	int offset;           /* and its row on the screen; -1: the list was empty */
	struct buf note;      /* how many there are, beside the prompt */
};

void live_free(struct live *l);

/* Opens the prompt. */
void live_ask(struct app *app);

/* Looks for what is typed; wants_stop is asked meanwhile, and ends it. */
void live_run(struct app *app, bool (*wants_stop)(void *user), void *user);

#endif
