/*
 * Feeds that were found and wait to be subscribed together: with each one
 * alone the whole feeds file would be read and written once for every feed.
 * All lines of one command are one action, which undo takes back as a whole.
 */
#ifndef SYNC_SYNC_ADD_LINES_H
#define SYNC_SYNC_ADD_LINES_H

#include "base/vec.h"
#include "sync/sync_add.h"

/* Zero-initialise but for opts. */
struct sync_add_lines {
	const struct sync_add_opts *opts;
	struct arena arena;
	vec(struct found_feed) feeds;
	int64_t since_ms; /* clock_mono_ms() of the first of them */
	int64_t took_ms;  /* the last time */
	int64_t action;   /* its number in the journal, 0 before the first line */
};

/* Takes a copy. */
void sync_add_lines_put(struct sync_add_lines *l, const struct found_feed *feed);

/* Subscribes those that have waited long enough. */
void sync_add_lines_look(struct sync_add_lines *l);

/* Subscribes all of them, telling of each by opts->added or opts->refused. */
void sync_add_lines_write(struct sync_add_lines *l);

/* Says that known is subscribed already; is_other: that is not what was given. Whoever wants it called otherwise is told where. -1. */
int sync_add_lines_known(const struct sync_add_opts *opts, bool is_other, struct str known, struct err *err);

void sync_add_lines_free(struct sync_add_lines *l);

#endif
