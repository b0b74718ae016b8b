/*
 * Copying text out of the reader: by the terminal itself (OSC 52), or by a
 * program of the user's that reads it.
 */
#ifndef UI_CLIPBOARD_H
#define UI_CLIPBOARD_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

enum { CLIPBOARD_BYTES = 74994 }; /* by the terminal: xterm takes 100,000 bytes, as base64 */

struct clipboard {
	const char *const *program; /* its words, ended by NULL; NULL: the terminal. The owner's */
	pid_t pid;                  /* the one that runs, 0 for none */
};

/* Copies: *control gets what the terminal is to be sent, or the program is started. -1 with *err. */
int clipboard_copy(struct clipboard *c, struct buf *control, struct str text, struct err *err);

/* A child has ended: when it was the program and it failed, -1 with *err. */
int clipboard_reap(struct clipboard *c, struct err *err);

#endif
