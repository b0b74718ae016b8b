/*
 * The signals of the reader: until it has given the terminal back they wait
 * in a descriptor, and none of them ends it half way.
 */
#ifndef UI_SIGNALS_H
#define UI_SIGNALS_H

#include <signal.h>
#include <sys/types.h>

#include "base/err.h"

struct signals {
	int fd;       /* can be read from when one waits */
	int ended_by; /* the one that ends the reader, or 0 */
	sigset_t before;
};

int signals_open(struct signals *s, struct err *err);

/* What still waits is dropped: the reader has ended. Also after signals_open() failed. */
void signals_close(struct signals *s);

/* The next one that waits, or 0. */
int signals_next(struct signals *s);

/*
 * While a program of the user's has the terminal: waits for its end, and returns its exit status or 128 + the signal
 * that ended it. Where it is stopped (^Z), we are too: fg goes on with both. SIGTERM and SIGHUP are handed on to it and all it started, and
 * end the reader, also when it does not heed them. What keys send us (^C) was meant for it.
 */
int signals_wait_child(struct signals *s, pid_t pid);

/* The same until a key is pressed, any one, or the input ends. */
void signals_wait_key(struct signals *s, int tty);

/* Drops what keys sent us for such a program. */
void signals_settle(struct signals *s);

#endif
