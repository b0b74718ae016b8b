/*
 * The samples in a reader of their own, which has the terminal meanwhile.
 */
#ifndef UI_DEMO_H
#define UI_DEMO_H

#include "base/err.h"

struct signals;

/* Runs `sosik --demo` on our terminal until it is left, or a signal ends both. */
int demo_run(struct signals *signals, struct err *err);

#endif
