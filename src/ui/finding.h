/*
 * "/" in an article: what is typed is looked for while it is typed; then n and
 * N go from place to place. So do they in one that was opened from a search.
 */
#ifndef UI_FINDING_H
#define UI_FINDING_H

#include "ui/app.h"

/* Asks what to look for. Esc at the prompt brings back place and search as they were. */
void finding_ask(struct app *app);

/*
 * The open article is another one: the words of a query (NULL: none) are what is looked for in it, until Esc. One is at the place of
 * its text that has most of them, where there is one. Returns the section of that place, -1 when it is in none.
 */
int finding_begin(struct app *app, const struct query *words, bool *is_there);

/* Brings the place one is at into sight, out of folds, where anything is found. */
void finding_show(struct app *app);

/* Goes count places on, or back for a negative count; false when nothing is looked for in the open article. What has just been looked for and is not there is told once more. */
bool finding_step(struct app *app, int count);

#endif
