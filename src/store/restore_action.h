/*
 * What a restore changes here, as an action to undo: the difference between
 * the state before and the state behind it.
 */
#ifndef STORE_RESTORE_ACTION_H
#define STORE_RESTORE_ACTION_H

#include "store/writing.h"

/* Keeps the state of all posts as it is, in temporary tables. */
int restore_action_begin(struct store *s, struct err *err);

/* Writes what is not as it was, and feeds, the elements of a line about feeds (store/line_feed.h), as an action; all of it stands in the cache already. Nothing when nothing has changed. */
int restore_action_record(struct writing *w, struct str feeds, struct err *err);

#endif
