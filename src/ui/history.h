/*
 * Lines typed at a prompt, for the next one, and kept from one start of the
 * reader to the next in $XDG_STATE_HOME/sosik/history: "KIND<TAB>LINE", the
 * oldest first.
 */
#ifndef UI_HISTORY_H
#define UI_HISTORY_H

#include "base/buf.h"
#include "base/err.h"

enum { HISTORY_LINES = 200 };

/* At which prompt. */
enum history_kind { HISTORY_FILTERS, HISTORY_TAGS, HISTORY_COMMANDS, HISTORY_FINDS, HISTORY_PIPES, HISTORY_KINDS };

/* Zero-initialised: none. The oldest line first. */
struct history {
	struct buf lines[HISTORY_LINES];
	size_t n;
	bool is_changed; /* since they were read */
};

void history_free(struct history *h);

/* The newest line from now on. One typed before moves up, a blank one is left out; the oldest goes when there are too many. */
void history_add(struct history *h, struct str line);

/* The line so many steps back: 1 to n. Valid until the next history_add(). */
struct str history_line(const struct history *h, size_t back);

/* The newest of the lines beyond back (to either side) that begins so: how many steps back it is; back itself when there is none, 0 on the way to newer ones. */
size_t history_find(const struct history *h, size_t back, bool is_older, struct str prefix);

/* Reads all kinds; a file that is missing, or what cannot be read of it, is nothing. */
void history_read(struct history histories[HISTORY_KINDS]);

/* Writes them where something was added, with what another reader has written meanwhile. A line with an address that holds a password is left out. */
int history_write(struct history histories[HISTORY_KINDS], struct err *err);

#endif
