/*
 * "/" in an article: what is typed is looked for while it is typed; then n and
 * N go from place to place.
 */
#ifndef UI_FINDING_H
#define UI_FINDING_H

#include "ui/app.h"

/* Asks what to look for. Esc at the prompt brings back place and search as they were. */
void finding_ask(struct app *app);

/* Goes count places on, or back for a negative count; false when no search finds anything in the open article. */
bool finding_step(struct app *app, int count);

#endif
