/*
 * The beginning of a sync: the cache is opened and brought in line with the
 * feeds file.
 */
#ifndef SYNC_SYNC_BEGIN_H
#define SYNC_SYNC_BEGIN_H

#include "store/feeds.h"
#include "sync/sync.h"

struct sync_begin {
	struct store *store;
	struct subs subs;       /* the feeds file */
	struct feeds_row *rows; /* all feeds of the cache */
	size_t n;
};

/* Opens and reads all in a, and tells by opts->notice what is wrong in the feeds file, and once when the lock of the sync is none. The caller closes ret->store, also after -1. */
int sync_begin(struct arena *a, const struct sync_opts *opts, struct sync_begin *ret, struct err *err);

#endif
