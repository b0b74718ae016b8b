/*
 * A young cache: one that had no posts when a sync began, which goes on. That
 * one, and the process that makes the index beside it, do not wait for the
 * disk: who is killed loses nothing by that. Only when the machine stops may
 * the files be anything; so the boot of the machine stands beside them
 * (sosik.db-young). When the last of the two has closed the cache a process
 * that nobody waits for sees all of it to the disk, and takes that away.
 * A cache of another boot cannot be relied on: it is set aside, and what it
 * had comes again from the feeds and the journal.
 */
#ifndef STORE_YOUNG_H
#define STORE_YOUNG_H

#include <stdbool.h>

struct store;

/*
 * Before the cache is opened for writing: what a process that was killed left of one is seen to the disk.
 * *is_lost: it is of another boot.
 */
void young_enter(struct store *s, bool *is_lost);

/* The same for who opens it for reading: whether it is of another boot. */
bool young_is_lost(const struct store *s);

/* After that was set aside. */
void young_forget(const struct store *s);

/* Begins one, where the file system has locks; before the cache is opened or after that, when it has no posts. */
void young_begin(struct store *s);

/* For the other process, before it opens the cache: it goes along, where the first one still does. */
void young_join(struct store *s);

bool young_is(const struct store *s);

/* Before the cache is closed: the log, megabytes which go with the last who has it open, goes with the process that sees the rest to the disk. */
void young_keep_log(struct store *s);

/* After the cache was closed. Where it cannot be seen to the disk it stays as it is. */
void young_leave(struct store *s);

#endif
