/*
 * What a sync does beside fetching: the search index follows by a process of its
 * own (sosik-index) when many posts have come, and what is left of it,
 * and of the search for stories, is done at the end.
 */
#ifndef SYNC_SYNC_REST_H
#define SYNC_SYNC_REST_H

#include <stdbool.h>
#include <sys/types.h>

#include "store/store.h"
#include "sync/sync.h"
#include "sync/sync_rest_word.h"

struct sync_rest {
	struct store *store;
	const struct sync_opts *opts;
	int64_t fresh;    /* posts that wait for the index and are in no slice that the process has been told of */
	int64_t untold;   /* those that it has not been told of at all */
	int64_t come;     /* all that have come in this sync */
	pid_t pid;        /* 0: none */
	int to;           /* a pipe to it */
	bool is_unwritten; /* it could not be written, and that has been said */
	bool is_given_up; /* another program held the cache too long: they wait for the next sync */
};

/* Begins, with what an earlier sync left. */
int sync_rest_begin(struct sync_rest *rest, struct store *s, const struct sync_opts *opts, struct err *err);

/* So many posts have come. */
void sync_rest_add(struct sync_rest *rest, int64_t n);

/* Now and then, with what part of the sync is over: has posts brought in when there are enough of them. Where no process can be started sync_rest_end() does it. */
void sync_rest_step(struct sync_rest *rest, size_t done, size_t total);

/* All posts have come: the process goes on with its last slice, while the sync does what it has to itself. */
void sync_rest_last(const struct sync_rest *rest);

/* All that is left, until is_over(user) says so. */
int sync_rest_end(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err);

/* After errors, too: ends the process behind its slice. */
void sync_rest_close(struct sync_rest *rest);

#endif
