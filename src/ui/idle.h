/*
 * What the reader does when there is nothing else to do: an opened post is
 * marked as read, the next slice of a change of many posts, the order of a
 * long list, pictures whose way is not known, the numbers beside the saved
 * views, the search index, and what the first article will need.
 */
#ifndef UI_IDLE_H
#define UI_IDLE_H

#include "ui/app.h"

/* Milliseconds until there is something to do, -1 when there is nothing. */
int idle_timeout(const struct app *app);

/* Does a piece of what is due; wants_stop is asked meanwhile, and ends it. */
void idle_run(struct app *app, bool (*wants_stop)(void *user), void *user);

#endif
