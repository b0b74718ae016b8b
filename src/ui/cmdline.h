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
struct cmdline_known;

/* Opens the prompt, in the other with the beginning of a command in it. */
void cmdline_ask(struct app *app);
void cmdline_ask_more(struct app *app, struct str text);

/*
 * Runs the commands of a line, up to one that fails or asks for something. count: what was typed before the keys, 0 for
 * nothing. -1 with *err where one is wrong, and *fault (may be NULL) is the byte where.
 */
int cmdline_run(struct app *app, struct str text, int count, size_t *fault, struct err *err);

/* Runs what keys are bound to: one command gets the count, several are run so many times. What fails is told. */
void cmdline_run_bound(struct app *app, struct str commands, int count);

/* Whether each command of a line is one that could be run, as far as that can be said beforehand; else -1 with *err, and *fault is the byte where it is not. */
int cmdline_check(struct str text, const struct cmdline_known *known, size_t *fault, struct err *err);

#endif
