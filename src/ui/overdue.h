/*
 * What was done while the cache could not take it, as on a full disk: it stands
 * in the journal, and the cache gets it when there is room again.
 */
#ifndef UI_OVERDUE_H
#define UI_OVERDUE_H

#include "ui/app.h"

struct overdue {
	int64_t at; /* when it is tried next, on the clock of clock_mono_ms(); CLOCK_NONE: nothing is */
};

/* After keys, and when it is time. */
void overdue_step(struct overdue *o, struct app *app);

#endif
