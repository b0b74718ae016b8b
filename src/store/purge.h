/*
 * Deleting posts for good: the only thing that cannot be undone. What is
 * starred, tagged or unread is spared. Of a post that goes its identity stays, in
 * the cache and in the journal, so that it does not come back while its feed
 * still carries it; a star or a tag that a dump brings makes it one again.
 */
#ifndef STORE_PURGE_H
#define STORE_PURGE_H

#include "store/store.h"

enum { PURGE_POSTS = 1000 }; /* in one action: what waits for it waits a moment */

/* What is spared, each post by the first that is true of it. */
struct purge_spared {
	int64_t starred, tagged, unread;
};

/* Leaves in ids, which may come in any order, the posts that would go, the newest rows first, and sets *n. */
int purge_choose(struct store *s, int64_t *ids, size_t *n, struct purge_spared *spared, struct err *err);

/* The posts of feeds that are no longer subscribed. Free *ids with free(). */
int purge_left(struct store *s, int64_t **ids, size_t *n, struct err *err);

/* Deletes those of the posts that are not to be spared, in one action. *gone: how many. */
int purge_run(struct store *s, const int64_t *ids, size_t n, int64_t *gone, struct err *err);

#endif
