/*
 * Lines typed at a prompt, for the next one: while the reader runs.
 */
#ifndef UI_HISTORY_H
#define UI_HISTORY_H

#include "base/buf.h"

enum { HISTORY_LINES = 200 };

/* At which prompt. */
enum history_kind { HISTORY_FILTERS, HISTORY_TAGS, HISTORY_COMMANDS, HISTORY_KINDS };

/* Zero-initialised: none. The oldest line first. */
struct history {
	struct buf lines[HISTORY_LINES];
	size_t n;
};

void history_free(struct history *h);

/* The newest line from now on. One typed before moves up, a blank one is left out; the oldest goes when there are too many. */
void history_add(struct history *h, struct str line);

/* The line so many steps back: 1 to n. Valid until the next history_add(). */
struct str history_line(const struct history *h, size_t back);

#endif
