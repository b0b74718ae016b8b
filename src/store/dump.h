/*
 * All state that cannot be fetched again, as lines of the journal.
 */
#ifndef STORE_DUMP_H
#define STORE_DUMP_H

#include "store/store.h"

struct dump {
	struct store *s;
	bool with_secrets;
	int64_t seq;  /* the number of the next line */
	int64_t step; /* added to it behind each: 0 gives all lines one number */
	int (*line)(void *user, struct str text);
	void *user;
};

/* Calls line for each; what that returns below 0 ends it with -1. */
int dump_run(struct dump *d, struct err *err);

#endif
