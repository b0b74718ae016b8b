/*
 * The command line: ":" and a command, or several with ";" between them. What
 * keys are bound to runs in the same way; it holds commands and no keys, so
 * that a binding never leads to another.
 */
#ifndef UI_CMDLINE_H
#define UI_CMDLINE_H

#include "base/err.h"
#include "base/str.h"

struct app;

/* Opens the prompt. */
void cmdline_ask(struct app *app);

/*
 * Runs the commands of a line, up to one that fails or asks for something. count: what was typed before the keys, 0 for
 * nothing. -1 with *err where one is wrong, and *fault (may be NULL) is the byte where.
 */
int cmdline_run(struct app *app, struct str text, int count, size_t *fault, struct err *err);

/* Runs what keys are bound to: one command gets the count, several are run so many times. What fails is told. */
void cmdline_run_bound(struct app *app, struct str commands, int count);

/* Whether each command of a line is one; else -1 with *err, and *fault is the byte where it is not. */
int cmdline_check(struct str text, size_t *fault, struct err *err);

#endif
