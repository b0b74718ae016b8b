/*
 * Posts that wait for the search index come into it while the reader has
 * nothing else to do and no sync of its own runs, a few at a time.
 */
#ifndef UI_INDEXING_H
#define UI_INDEXING_H

#include "ui/app.h"

/* The cache has changed: looks whether some wait. */
void indexing_look(struct app *app);

/* Whether some wait. Nothing wakes the reader up when none do. */
bool indexing_is_due(const struct app *app);

/* Brings some in, in a few milliseconds. */
void indexing_step(struct app *app);

#endif
