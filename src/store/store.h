/*
 * The cache (SQLite, WAL) and the journal behind one handle. Where the
 * cache is lost, what a user did lives in the journal and is applied again when
 * it is opened; posts that feeds no longer carry are lost with it. Design: "Journal and cache".
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct store;

enum store_mode {
	STORE_READ,  /* reading commands: takes no lock; an absent cache is an empty one. One of an older version, or one that is gone beside its journal, is first opened by STORE_WRITE */
	STORE_WRITE, /* makes, migrates, replays */
	STORE_BESIDE, /* the same, for the process that makes the index while a sync goes on (store/young.h) */
	STORE_CHECK, /* STORE_WRITE, and a cache that was not closed cleanly or was touched by others is looked through first; for sosik-sync */
	STORE_REPAIR, /* looked through in any case */
	STORE_EITHER, /* STORE_WRITE, or where that cannot be had (folder not writable, disk full) STORE_READ, and *notice says why; for the reader */
};

/* Opens $XDG_DATA_HOME/sosik. A newer version is refused untouched (ERR_CACHE); a damaged file is set aside as .bad-DATE and rebuilt from its readable rows and the journal, and *notice (may be NULL, at least 256 bytes) says so. */
int store_open(struct store **ret, enum store_mode mode, char notice[256], struct err *err);
void store_close(struct store *s);

/* -1 with words for the user when it was opened for reading. */
int store_check_write(const struct store *s, struct err *err);

/* A transaction; keep it short, with no I/O or waiting of other kinds inside. */
int store_begin(struct store *s, struct err *err);
int store_commit(struct store *s, struct err *err);
void store_rollback(struct store *s);

/* Whether another process waits to write: a transaction that is to take longer ends then. */
bool store_is_wanted(const struct store *s);

/* Between transactions of one's own that follow one another: who waits comes in. */
void store_let_in(const struct store *s);

/* Changes whenever any process has changed the cache. */
int64_t store_version(struct store *s);

/* That version with the changes of this store's own up to now, without those of others since. */
int64_t store_version_own(struct store *s, int64_t version);

/*
 * wants_stop (NULL: nobody) is asked before each statement outside of transactions and every few milliseconds while one runs.
 * When it says so, that ends with ERR_STOPPED, and nothing is half done: what a transaction has begun it ends.
 */
void store_watch(struct store *s, bool (*wants_stop)(void *user), void *user);

/* From now on who writes does not wait for other processes, which is ERR_BUSY and nothing done; or does again. */
void store_hurry(struct store *s, bool is_hasty);

/* What it says now, for work in slices; false inside a transaction. */
bool store_wants_stop(struct store *s);

/* The WAL file, for inotify; valid while the store is open. */
const char *store_wal_path(struct store *s);

#endif
