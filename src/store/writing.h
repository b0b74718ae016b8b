/*
 * One action: the journal's lock and a transaction together. The lines are
 * fsynced in the journal before the transaction that applies them commits; if
 * that fails they are applied the next time. Never begin one inside a
 * transaction: another process may hold the journal and wait for the cache.
 */
#ifndef STORE_WRITING_H
#define STORE_WRITING_H

#include "store/journal.h"
#include "store/store.h"

struct writing {
	struct store *s;
	struct journal j;
	int64_t seq;   /* the newest number given out */
	int64_t start; /* the journal's size before it */
};

/* Locks, begins, and applies what other processes have written and not applied. Ends with writing_end() unless it fails. */
int writing_begin(struct writing *w, struct store *s, struct err *err);

/* Lines into the journal, divided by line ends; *place is where the first begins. */
int writing_write(struct writing *w, struct str lines, int64_t *place, struct err *err);

/* The same lines, which begin at place, onto the cache. */
int writing_apply(struct writing *w, struct str lines, int64_t place, struct err *err);

/* Takes its lines back out of the journal, for an action that is all or nothing; writing_end() with -1 comes after. */
void writing_cancel(struct writing *w);

/* Commits when rc is 0, rolls back else; gives the lock back. Returns rc, or -1 when the commit failed: what is in the journal is done all the same, and *err says so. */
int writing_end(struct writing *w, int rc, struct err *err);

#endif
