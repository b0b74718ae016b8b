/*
 * Addresses that will be asked soon, one after another: they are fetched
 * meanwhile, as many at once as a sync fetches.
 */
#ifndef SYNC_AHEAD_H
#define SYNC_AHEAD_H

#include "net/fetch.h"

struct ahead_one;

/* Zero-initialise, with fetch; who gets an answer of that with a user that is none of his own gives it here. */
struct ahead {
	struct fetch *fetch;
	struct ahead_one *first;
};

/* Asks url, unless that is done. What is larger than most feeds are is given up. */
void ahead_ask(struct ahead *a, struct str url, struct str cookie);

void ahead_keep(struct ahead *a, const struct fetch_answer *answer);

/* Whether url is being asked; *ret: its answer where that has come, else NULL. It is valid until ahead_drop(). */
bool ahead_find(const struct ahead *a, struct str url, const struct fetch_answer **ret);

/* It is not wanted any more. */
void ahead_drop(struct ahead *a, struct str url);

/* Behind fetch_close(). */
void ahead_free(struct ahead *a);

#endif
