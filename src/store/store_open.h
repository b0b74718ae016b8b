/*
 * Opening the cache where that may take long: one of an older version is
 * copied, and then changed step by step, each of them whole or not at all.
 */
#ifndef STORE_STORE_OPEN_H
#define STORE_STORE_OPEN_H

#include "store/store.h"

struct store_opening {
	void (*tell)(void *user, int step, int steps); /* of so many this one begins; 0: the copy */
	bool (*wants_stop)(void *user); /* asked every few milliseconds meanwhile */
	void *user;
};

/* As store_open(); how may be NULL. ERR_STOPPED where it was to stop: what is done stays done, and the next opening goes on. */
int store_open_told(struct store **ret, enum store_mode mode, const struct store_opening *how, char notice[256], struct err *err);

/* For store_close(): closes the database. */
void store_open_end(struct store *s);

#endif
