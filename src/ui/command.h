/*
 * The actions that belong to no single view.
 */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include "ui/app.h"

void command_run(struct app *app, enum action action, int count);

/* The same for any action: the view in focus has the first word. count 0: not given. */
void command_act(struct app *app, enum action action, int count);

/* The feed whose row in the sidebar the cursor is on, else that of the post here or of the list. */
int command_feed(struct app *app, int64_t *ret, struct err *err);

/* Starts a sync of all feeds or, with is_one, of the feed of the current post. */
void command_sync(struct app *app, bool is_one);

/* Starts a sync of one feed; 0: of all. */
void command_sync_feed(struct app *app, int64_t feed_id, enum job_sync how);

#endif
