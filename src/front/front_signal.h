/*
 * Signals that end what sosik-sync does: at the first, what is in hand is
 * finished; a second one ends it at once.
 */
#ifndef FRONT_FRONT_SIGNAL_H
#define FRONT_FRONT_SIGNAL_H

/* From now on SIGINT, SIGTERM and SIGHUP call stop, which is safe in a signal handler. */
void front_signal_catch(void (*stop)(void));

/* The signal that came, or 0. */
int front_signal_got(void);

#endif
