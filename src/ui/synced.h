/*
 * What is said of a sync that has ended.
 */
#ifndef UI_SYNCED_H
#define UI_SYNCED_H

#include "ui/app.h"

/* Says what app->job brought, or why it brought nothing, and where more stands. status: its exit status. */
void synced_tell(struct app *app, int status);

#endif
