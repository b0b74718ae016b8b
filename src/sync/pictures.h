/*
 * The pictures of a post: fetched as its page would be, and kept as files
 * (store/images.h). Those that are there already are not asked for.
 */
#ifndef SYNC_PICTURES_H
#define SYNC_PICTURES_H

#include "store/store.h"
#include "sync/sync_access.h"

enum pictures_outcome { PICTURES_OK, PICTURES_SAME, PICTURES_FAILED };

struct pictures_event {
	size_t number;     /* of the addresses, from 1 on */
	enum pictures_outcome outcome;
	int64_t bytes;
	const char *text;  /* why it failed; "" else */
	size_t done, total;
};

struct pictures_opts {
	int64_t post_id;
	const struct str *urls;
	size_t n;
	const char *samples;
	const char *const *routes; /* see net/route.h */
	size_t n_routes;
	struct sync_access *access; /* how the server of the post's feed is asked; NULL: nothing special */
	void (*event)(void *user, const struct pictures_event *event); /* may be NULL */
	void *user;
};

struct pictures_sum {
	size_t total, ok, same, failed;
	size_t unreached; /* of those that failed: no connection */
};

/* Fetches them. 0 when the run as such went well, however many failed; a full disk is none. */
int pictures_run(struct store *s, const struct pictures_opts *opts, struct pictures_sum *ret, struct err *err);

/* Asks it to end. Safe in a signal handler. */
void pictures_stop(void);

#endif
