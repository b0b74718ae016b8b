/*
 * The samples in a reader of their own, which has the terminal meanwhile.
 */
#ifndef UI_DEMO_H
#define UI_DEMO_H

#include "base/err.h"

/* Runs `sosik --demo` on our terminal until it is left. */
int demo_run(struct err *err);

#endif
