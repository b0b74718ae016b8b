/*
 * A random wait before a sync that many machines, or many lines of one crontab,
 * begin in the same minute.
 */
#ifndef FRONT_FRONT_SPLAY_H
#define FRONT_FRONT_SPLAY_H

#include <stdint.h>

/* Waits for at most so many seconds; a signal that front_signal_catch() knows ends it at once. */
void front_splay(int64_t seconds);

#endif
