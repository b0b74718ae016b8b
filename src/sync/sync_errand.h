/*
 * Telling the user of a post, and running a program of the user's for one.
 */
#ifndef SYNC_SYNC_ERRAND_H
#define SYNC_SYNC_ERRAND_H

#include "store/posts.h"

/* Whether the sync is to end: then a program that runs is ended, too (ERR_STOPPED). */
struct sync_errand_watch {
	bool (*is_over)(const void *of);
	const void *of;
};

/* Starts argv with two words more, a title and what stands below it, and waits for its end. -1 with *err as below. */
int sync_errand_tell(const char *const *argv, struct str title, struct str below, const struct sync_errand_watch *watch,
	struct err *err);

/*
 * Runs argv with the post as a line of JSON on its standard input, and waits for its end, but not for ever. -1 with *err: ERR_NOT_FOUND
 * when it cannot be started at all, ERR_LIMIT when it took too long, else when it failed.
 */
int sync_errand_exec(struct store *s, const char *const *argv, int64_t post, const struct sync_errand_watch *watch,
	struct err *err);

#endif
