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

/* Opens it, and tells by opts->notice once when the lock of the sync is none. The caller closes ret->store, also after -1. */
int sync_begin_open(const struct sync_opts *opts, struct sync_begin *ret, struct err *err);

/* Reads the rest in a, and tells what is wrong in the feeds file. */
int sync_begin(struct arena *a, const struct sync_opts *opts, struct sync_begin *ret, struct err *err);

#endif
