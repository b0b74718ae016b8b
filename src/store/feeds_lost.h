/*
 * A feeds file that is missing, or that has no feed left where the cache knows
 * several: another $XDG_CONFIG_HOME, a branch of the dotfiles without it, an
 * editor that is just writing. Nobody ends all subscriptions like that, so what
 * the cache had of the file holds until it has a feed again. The last feed of
 * all can be taken out by hand.
 */
#ifndef STORE_FEEDS_LOST_H
#define STORE_FEEDS_LOST_H

#include "store/store.h"
#include "store/subs_edit.h"

/* Where that is so, subs, which is what the file says, becomes what the cache has, without programs to run, with one problem more that says so; in a. Sets subs->is_lost. */
int feeds_lost_fill(struct store *s, struct arena *a, struct subs *subs, struct err *err);

/* Reads the file, or what counts in its place. */
int feeds_lost_read(struct store *s, struct arena *a, struct subs *subs, struct err *err);

/* The same for a file that has just been opened to be edited: its lines of before are edited and written, too. */
int feeds_lost_take(struct store *s, struct subs_edit_file *file, struct err *err);

/* Writes the lines into a file that is lost, with the comments they had where it has nothing else; *n: how many feeds, 0 when it is not. */
int feeds_lost_repair(struct store *s, size_t *n, struct err *err);

#endif
