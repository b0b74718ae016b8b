/*
 * A statement composed from fixed fragments; every value is bound, none stands
 * in the text. A "$" in a fragment stands for the table that the conditions on
 * a post are about: "$.is_read = 0".
 */
#ifndef STORE_COMPOSE_H
#define STORE_COMPOSE_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

struct store;
struct query;

struct compose_value {
	bool is_text;
	int64_t number;
	struct str text; /* must stay until the statement is done */
};

/* Zero-initialise. */
struct compose {
	const char *post; /* what "$" is, "p" when NULL */
	struct store *lists; /* where lists of what words find are kept (store/query_list.h); NULL: nowhere */
	struct store *snapshot; /* whose snapshot ends with it; NULL: none */
	int n_lists;      /* of them are named in it */
	int driver;       /* the list that all which is found is in, from 1; 0: none */
	const struct query *few; /* the leaf whose posts drive; NULL: none */
	bool is_needed;   /* the condition that comes next has to be true */
	bool is_behind;   /* posts wait for the search index */
	bool is_arrived;  /* it is about posts that have just arrived, and only they are looked up */
	struct err failed; /* of a list that could not be filled */
	struct buf sql;
	vec(struct compose_value) values;
	struct arena a; /* of values that are made for it */
};

void compose_add(struct compose *c, const char *fragment);

/* Adds the fragment and a parameter behind it. */
void compose_int(struct compose *c, const char *fragment, int64_t value);
void compose_text(struct compose *c, const char *fragment, struct str value);

/* Prepares and binds; the caller finalizes the statement. NULL with *err. */
sqlite3_stmt *compose_prepare(struct compose *c, struct store *s, struct err *err);

void compose_free(struct compose *c);

#endif
