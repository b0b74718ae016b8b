/*
 * Subscribing: from what was given, by discovery, to lines of the feeds file.
 */
#ifndef SYNC_SYNC_ADD_H
#define SYNC_SYNC_ADD_H

#include "store/store.h"
#include "sync/discover.h"

struct sync_add;

struct sync_add_opts {
	struct discover_opts discover;
	const char *name;        /* of the user's own, or NULL; for a single feed */
	const char *const *tags; /* with or without "#" */
	size_t n_tags;
	bool is_unchecked;       /* takes addresses as they are, asks nobody */
	int (*open)(void *user, struct store **ret, enum store_mode mode, char notice[256], struct err *err); /* NULL: store_open() */
	/* Called for each feed that was subscribed; for an unchecked one title is empty, n_posts 0. */
	void (*added)(void *user, const struct found_feed *feed);
	/* Called for feeds that could not be, after all; url is empty where it is several, or *err tells. */
	void (*refused)(void *user, struct str url, const struct err *err);
	void *user;
};

int sync_add_open(struct sync_add **ret, const struct sync_add_opts *opts, struct err *err);

/* Looks for what text leads to: an address with or without a scheme. ERR_FAILED when that is subscribed already. What it finds waits, half a second or until somebody else is waited for, to be subscribed with others. */
int sync_add_one(struct sync_add *add, const char *text, struct err *err);

/* Of several: one of the next that will be looked at, so many before it at the most; it may be fetched meanwhile. */
enum { SYNC_ADD_AHEAD = 24 };
void sync_add_ahead(struct sync_add *add, const char *text);

/* Subscribes what still waits. */
void sync_add_finish(struct sync_add *add);

void sync_add_close(struct sync_add *add);

#endif
