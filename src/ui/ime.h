/*
 * The input method and lines of text: a program of the user's switches it on
 * where text is typed, and another one off where keys are commands. That takes
 * away the one key that an input method holds back.
 */
#ifndef UI_IME_H
#define UI_IME_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct app;

enum { IME_MS = 200 }; /* a program that takes longer is ended */

/* Zero-initialise. */
struct ime {
	pid_t pid;         /* of the program that runs; 0: none */
	int64_t until;     /* on the clock of clock_mono_ms() */
	bool is_text;      /* a line of text was asked for when it was last looked */
	bool has_failed;   /* one could not be started: told once */
};

/* After keys: starts a program where a line of text has been left or begun. Waits for nothing. */
void ime_follow(struct app *app);

/* Milliseconds until a program has to be ended; -1: none runs. ime_step() ends it when it is time. */
int ime_timeout(const struct ime *ime);
void ime_step(struct ime *ime);

/* A child has ended: whether it was one of these does not matter. */
void ime_reap(struct ime *ime);

/* The reader ends: lets a program that runs have its time. */
void ime_free(struct ime *ime);

#endif
