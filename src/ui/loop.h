/*
 * The one place that waits: keys, signals, the sync child, changes of the
 * cache. Nothing wakes it but these, and a timeout only while an Esc or a
 * redraw is pending.
 */
#ifndef UI_LOOP_H
#define UI_LOOP_H

#include "ui/app.h"
#include "ui/signals.h"

/* Runs until the user leaves or a signal ends it. Returns 0, the number of that signal, or -1. typed: bytes that were read before. */
int loop_run(struct app *app, struct signals *signals, struct str typed, struct err *err);

#endif
